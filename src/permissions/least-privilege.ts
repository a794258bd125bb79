/** Computes the least privileges for some requests: for each scheme the smallest set of scopes. */
import { leastScopes } from "./least-scopes.js";
import type { DescribedPermission, DescribedRequest } from "./operations-document.js";
import { allSchemes } from "../edm/microsoft-graph.js";
import type { PermissionScheme } from "../edm/requests.js";

/** The properties of a request that matter for permissions. */
export type GrantedRequest = Pick<DescribedRequest, "method" | "path" | "permissions">;

export interface SchemeGrant {
  readonly scheme: PermissionScheme;
  /** The scopes to grant, each with the requests that need it. */
  readonly scopes: readonly { readonly scope: string; readonly for: readonly string[] }[];
  /** False if there were too many requests to examine all sets: there may be a smaller one. */
  readonly exact: boolean;
  /**
   * Conditional permissions: what `when` needs besides. `add` is the scope to add, if any; without `supported` no scope
   * suffices.
   */
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

/** The documented permissions of one request and scheme. */
interface GrantState {
  readonly request: string;
  readonly state: "unknown" | "notSupported" | "supported";
  /** Scopes that apply unconditionally. */
  readonly always: readonly string[];
  readonly ordered: boolean;
  readonly cases: readonly DescribedPermission[];
}

function grantOf(scheme: PermissionScheme, requests: readonly GrantedRequest[]): SchemeGrant {
  const states = requests.map((request) => grantStateOf(scheme, request));
  const required = states.filter(({ always }) => always.length > 0);
  const { scopes, exact } = leastScopes(required.map(({ always, ordered }) => ({ scopes: always, ordered })));
  const inState = (wanted: GrantState["state"]) =>
    states.flatMap(({ request, state }) => (state === wanted ? [request] : []));
  return {
    scheme,
    scopes: scopes.map((scope) => ({
      scope,
      for: required.flatMap(({ request, always }) => (always.includes(scope) ? [request] : [])),
    })),
    exact,
    depends: states.flatMap(({ request, cases }) =>
      cases.map((one) => ({ request, when: one.when ?? "", ...addedFor(one, scopes) })),
    ),
    notSupported: inState("notSupported"),
    unknown: inState("unknown"),
  };
}

function grantStateOf(scheme: PermissionScheme, { method, path, permissions }: GrantedRequest): GrantState {
  const own = (permissions ?? []).filter((permission) => permission.scheme === scheme);
  const always = own.filter(({ when }) => when === undefined);
  const cases = own.filter(({ when }) => when !== undefined);
  return {
    request: `${method} ${path}`,
    // If all scopes of a table are conditional, the row of the scheme itself is empty.
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
