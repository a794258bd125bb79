/** Computes the least privileges for some requests: for each scheme the smallest set of scopes. */
import { leastScopes, satisfies } from "./least-scopes.js";
import type { DescribedPermission, DescribedRequest } from "./operations-document.js";
import { allSchemes } from "../edm/microsoft-graph.js";
import type { PermissionScheme, ScopeSet } from "../edm/requests.js";

/** The properties of a request that matter for permissions. */
export type GrantedRequest = Pick<DescribedRequest, "method" | "path" | "permissions" | "alsoDocumentedBy">;

export interface SchemeGrant {
  readonly scheme: PermissionScheme;
  /** The scopes to grant, each with the requests that need it. */
  readonly scopes: readonly { readonly scope: string; readonly for: readonly string[] }[];
  /**
   * False if less may be enough: there were too many requests to examine all sets, or the documentation of a request
   * leaves open what it needs.
   */
  readonly exact: boolean;
  /** The requests whose documentation leaves open what they need. */
  readonly open: readonly string[];
  /** Conditional permissions: what `when` needs besides. */
  readonly depends: readonly (MoreNeeded & { readonly request: string; readonly when: string })[];
  /** Other pages that document a request and take more for it than the scopes above. */
  readonly alsoDocumentedBy: readonly (MoreNeeded & {
    readonly request: string;
    readonly title: string;
    readonly link?: string;
    readonly when?: string;
  })[];
  readonly notSupported: readonly string[];
  readonly unknown: readonly string[];
}

export interface MoreNeeded {
  /** False if no scope suffices. */
  readonly supported: boolean;
  /** The scopes to add, if any. */
  readonly add: readonly string[];
  /** False if less may be enough, since the documentation leaves open what is needed. */
  readonly exact: boolean;
}

export function leastPrivilege(requests: readonly GrantedRequest[]): readonly SchemeGrant[] {
  return allSchemes.map((scheme) => grantOf(scheme, requests));
}

/** The documented permissions of one request and scheme. */
interface GrantState {
  readonly request: string;
  readonly state: "unknown" | "notSupported" | "supported";
  /** Alternatives that apply unconditionally. */
  readonly always: readonly ScopeSet[];
  readonly ordered: boolean;
  readonly exact: boolean;
  readonly cases: readonly DescribedPermission[];
  readonly others: readonly {
    readonly title: string;
    readonly link?: string;
    readonly permission: DescribedPermission;
  }[];
}

function grantOf(scheme: PermissionScheme, requests: readonly GrantedRequest[]): SchemeGrant {
  const states = requests.map((request) => grantStateOf(scheme, request));
  const required = states.filter(({ always }) => always.length > 0);
  const { scopes, exact } = leastScopes(required.map(({ always, ordered }) => ({ alternatives: always, ordered })));
  const open = states.flatMap((state) => (state.exact ? [] : [state.request]));
  const inState = (wanted: GrantState["state"]) =>
    states.flatMap(({ request, state }) => (state === wanted ? [request] : []));
  return {
    scheme,
    scopes: scopes.map((scope) => ({
      scope,
      for: required.flatMap(({ request, always }) => (uses(scope, scopes, always) ? [request] : [])),
    })),
    exact: exact && open.length === 0,
    open,
    depends: states.flatMap(({ request, cases }) =>
      cases.map((one) => ({ request, when: one.when ?? "", ...moreNeeded(one, scopes) })),
    ),
    alsoDocumentedBy: states.flatMap(({ request, others }) => othersOf(request, others, scopes)),
    notSupported: inState("notSupported"),
    unknown: inState("unknown"),
  };
}

function grantStateOf(
  scheme: PermissionScheme,
  { method, path, permissions, alsoDocumentedBy = [] }: GrantedRequest,
): GrantState {
  const own = (permissions ?? []).filter((permission) => permission.scheme === scheme);
  const always = own.filter(({ when }) => when === undefined);
  const cases = own.filter(({ when }) => when !== undefined);
  return {
    request: `${method} ${path}`,
    // If all scopes of a table are conditional, the row of the scheme itself is empty.
    state: own.length === 0 ? "unknown" : own.some(isSupported) ? "supported" : "notSupported",
    always: always.flatMap(({ alternatives }) => alternatives),
    ordered: always.length === 1 && always.every(({ ordered }) => ordered),
    exact: always.every(({ exact }) => exact !== false),
    cases: cases.some(isSupported) ? cases : [],
    others: alsoDocumentedBy.flatMap(({ permissions: stated = [], ...page }) =>
      stated.flatMap((permission) => (permission.scheme === scheme ? [{ ...page, permission }] : [])),
    ),
  };
}

function isSupported({ alternatives }: DescribedPermission): boolean {
  return alternatives.length > 0;
}

/** Whether a scope is part of an alternative that the granted scopes satisfy. */
function uses(scope: string, granted: readonly string[], alternatives: readonly ScopeSet[]): boolean {
  const scopes = new Set(granted);
  return alternatives.some((set) => set.includes(scope) && satisfies(scopes, [set]));
}

/** Pages of other uses of a request that need more scopes than those granted; one that has none is left out. */
function othersOf(
  request: string,
  others: GrantState["others"],
  granted: readonly string[],
): SchemeGrant["alsoDocumentedBy"] {
  return others.flatMap(({ permission, ...page }) => {
    const more = moreNeeded(permission, granted);
    const when = permission.when === undefined ? {} : { when: permission.when };
    return more.add.length === 0 ? [] : [{ request, ...page, ...when, ...more }];
  });
}

function moreNeeded({ alternatives, ordered, exact }: DescribedPermission, granted: readonly string[]): MoreNeeded {
  const missing = alternatives.map((set) => set.filter((scope) => !granted.includes(scope)));
  const nothing = missing.some((set) => set.length === 0);
  const add = nothing || missing.length === 0 ? [] : leastScopes([{ alternatives: missing, ordered }]).scopes;
  return { supported: alternatives.length > 0, add, exact: exact !== false };
}
