/** Computes the least privileges for some requests: for each scheme the smallest set of scopes. */
import { leastScopes, type Requirement, satisfies } from "./least-scopes.js";
import type { DescribedPermission, DescribedRequest } from "./operations-document.js";
import { allSchemes, type PermissionScheme } from "../edm/requests.js";

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

/** The documented permissions of one request and scheme, and as a requirement what applies unconditionally. */
interface GrantState extends Requirement {
  readonly request: string;
  readonly state: "unknown" | "notSupported" | "supported";
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
  const named = (of: readonly GrantState[]) => of.map(({ request }) => request);
  const inState = (wanted: GrantState["state"]) => named(states.filter(({ state }) => state === wanted));
  const required = states.filter(({ alternatives }) => alternatives.length > 0);
  const { scopes, exact } = leastScopes(required);
  const open = named(states.filter((state) => !state.exact));
  return {
    scheme,
    scopes: scopes.map((scope) => ({ scope, for: named(required.filter((state) => uses(scope, scopes, state))) })),
    exact: exact && open.length === 0,
    open,
    depends: states.flatMap(({ request, cases }) =>
      cases.map((one) => ({ request, when: one.when ?? "", ...moreNeeded(one, scopes) })),
    ),
    alsoDocumentedBy: states.flatMap((state) => othersOf(state, scopes)),
    notSupported: inState("notSupported"),
    unknown: inState("unknown"),
  };
}

function grantStateOf(
  scheme: PermissionScheme,
  { method, path, permissions, alsoDocumentedBy = [] }: GrantedRequest,
): GrantState {
  const ofScheme = (all: readonly DescribedPermission[] | null | undefined) =>
    (all ?? []).filter((permission) => permission.scheme === scheme);
  const own = ofScheme(permissions);
  const always = own.filter(({ when }) => when === undefined);
  const cases = own.filter(({ when }) => when !== undefined);
  return {
    request: `${method} ${path}`,
    // If all scopes of a table are conditional, the row of the scheme itself is empty.
    state: own.length === 0 ? "unknown" : own.some(isSupported) ? "supported" : "notSupported",
    alternatives: always.flatMap(({ alternatives }) => alternatives),
    ordered: always.length === 1 && always.every(({ ordered }) => ordered),
    exact: always.every(({ exact }) => exact !== false),
    cases: cases.some(isSupported) ? cases : [],
    others: alsoDocumentedBy.flatMap(({ permissions: stated, ...page }) =>
      ofScheme(stated).map((permission) => ({ ...page, permission })),
    ),
  };
}

function isSupported({ alternatives }: DescribedPermission): boolean {
  return alternatives.length > 0;
}

/** Whether a scope is part of an alternative that the granted scopes satisfy. */
function uses(scope: string, granted: readonly string[], { alternatives }: Requirement): boolean {
  return satisfies(
    new Set(granted),
    alternatives.filter((set) => set.includes(scope)),
  );
}

/** Pages of other uses of a request that need more scopes than those granted; one that has none is left out. */
function othersOf({ request, others }: GrantState, granted: readonly string[]): SchemeGrant["alsoDocumentedBy"] {
  return others.flatMap(({ permission, ...page }) => {
    const { when } = permission;
    const more = moreNeeded(permission, granted);
    return more.add.length === 0 ? [] : [{ request, ...page, ...(when !== undefined && { when }), ...more }];
  });
}

function moreNeeded(permission: DescribedPermission, granted: readonly string[]): MoreNeeded {
  const { ordered, exact } = permission;
  const alternatives = permission.alternatives.map((set) => set.filter((scope) => !granted.includes(scope)));
  const isEnough = alternatives.length === 0 || alternatives.some((set) => set.length === 0);
  const add = isEnough ? [] : leastScopes([{ alternatives, ordered }]).scopes;
  return { supported: isSupported(permission), add, exact: exact !== false };
}
