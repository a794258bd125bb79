/** What an application has to be granted to send some requests: for each scheme the least set of scopes. */
import { leastScopes } from "./least-scopes.js";
import type { DescribedPermission, DescribedRequest } from "./operations-document.js";
import { allSchemes } from "../edm/microsoft-graph.js";
import type { PermissionScheme } from "../edm/requests.js";

/** What is to be known of a request. */
export type GrantedRequest = Pick<DescribedRequest, "method" | "path" | "permissions">;

export interface SchemeGrant {
  readonly scheme: PermissionScheme;
  /** With the requests that each is for. */
  readonly scopes: readonly { readonly scope: string; readonly for: readonly string[] }[];
  /** False where there were too many requests to look at every set: there may be a smaller one. */
  readonly exact: boolean;
  /** What is needed besides, by what a request is sent for; without `add` nothing is, without `supported` nothing helps. */
  readonly depends: readonly {
    readonly request: string;
    readonly when: string;
    readonly supported: boolean;
    readonly add?: string;
  }[];
  readonly notSupported: readonly string[];
  readonly unknown: readonly string[];
}

export function leastPrivilege(requests: readonly GrantedRequest[]): readonly SchemeGrant[] {
  return allSchemes.map((scheme) => grantOf(scheme, requests));
}

/** What the documentation says of one request and scheme. */
interface GrantState {
  readonly request: string;
  readonly state: "unknown" | "notSupported" | "supported";
  /** For every such request. */
  readonly always: readonly string[];
  readonly ordered: boolean;
  readonly cases: readonly DescribedPermission[];
}

function grantOf(scheme: PermissionScheme, requests: readonly GrantedRequest[]): SchemeGrant {
  const said = requests.map((request) => saidOf(scheme, request));
  const required = said.filter(({ always }) => always.length > 0);
  const { scopes, exact } = leastScopes(required.map(({ always, ordered }) => ({ scopes: always, ordered })));
  const inState = (wanted: GrantState["state"]) =>
    said.flatMap(({ request, state }) => (state === wanted ? [request] : []));
  return {
    scheme,
    scopes: scopes.map((scope) => ({
      scope,
      for: required.flatMap(({ request, always }) => (always.includes(scope) ? [request] : [])),
    })),
    exact,
    depends: said.flatMap(({ request, cases }) =>
      cases.map((one) => ({ request, when: one.when ?? "", ...addedFor(one, scopes) })),
    ),
    notSupported: inState("notSupported"),
    unknown: inState("unknown"),
  };
}

function saidOf(scheme: PermissionScheme, { method, path, permissions }: GrantedRequest): GrantState {
  const own = (permissions ?? []).filter((permission) => permission.scheme === scheme);
  const always = own.filter(({ when }) => when === undefined);
  const cases = own.filter(({ when }) => when !== undefined);
  return {
    request: `${method} ${path}`,
    // A table that sets all of its scopes apart has an empty row above them.
    state: own.length === 0 ? "unknown" : own.some(({ scopes }) => scopes.length > 0) ? "supported" : "notSupported",
    always: always.flatMap(({ scopes }) => scopes),
    ordered: always.length === 1 && always.every(({ ordered }) => ordered),
    cases: cases.some(({ scopes }) => scopes.length > 0) ? cases : [],
  };
}

function addedFor(
  permission: DescribedPermission,
  granted: readonly string[],
): { readonly supported: boolean; readonly add?: string } {
  const { scopes } = permission;
  if (scopes.length === 0) return { supported: false };
  if (scopes.some((scope) => granted.includes(scope))) return { supported: true };
  const [add] = leastScopes([permission]).scopes;
  return { supported: true, ...(add !== undefined && { add }) };
}
