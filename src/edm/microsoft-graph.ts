/** What is particular to Microsoft Graph among OData services. */
import type { Model } from "./model.js";
import { namespaceOf, type QualifiedName } from "./names.js";
import { allSchemes, type PermissionScheme, type ScopeSet } from "./requests.js";

export const GRAPH_NAMESPACE = "microsoft.graph";

/** A complex type without members, whose values are any JSON value, such as the cells of a range in a workbook. */
export const GRAPH_JSON = "microsoft.graph.Json" as QualifiedName;

export function isMicrosoftGraph({ container }: Pick<Model, "container">): boolean {
  return container !== undefined && namespaceOf(container.name) === GRAPH_NAMESPACE;
}

interface SchemeNames {
  /** In annotations (Org.OData.Authorization.V1.SecurityScheme). */
  readonly security: string;
  /** Who acts: a signed-in user, or the application by itself. */
  readonly actor: "Delegated" | "Application";
  /** The kind of account that a user signs in with. */
  readonly account?: string;
}

/** The names of permission schemes. */
export const permissionSchemes: Readonly<Record<PermissionScheme, SchemeNames>> = {
  delegatedWork: { security: "DelegatedWork", actor: "Delegated", account: "work or school account" },
  delegatedPersonal: { security: "DelegatedPersonal", actor: "Delegated", account: "personal Microsoft account" },
  application: { security: "Application", actor: "Application" },
};

/** `Delegated, work or school account` */
export function schemeTitle(scheme: PermissionScheme): string {
  const { actor, account } = permissionSchemes[scheme];
  return account === undefined ? actor : `${actor}, ${account}`;
}

/** `A.Read, B.Read`, or `A.Read and B.Read, or C.Read` where scopes are needed together. */
export function alternativesText(alternatives: readonly ScopeSet[]): string {
  const separator = alternatives.some((set) => set.length > 1) ? ", or " : ", ";
  return alternatives.map((set) => set.join(" and ")).join(separator);
}

/** The description of a permission in annotations whose page leaves open what is needed. */
export const OPEN_PERMISSION = "The documentation leaves open what is needed: less may be enough.";

/** The scheme that annotations call so; other services have schemes of their own. */
export function schemeOfSecurity(name: string | undefined): PermissionScheme | undefined {
  return allSchemes.find((scheme) => permissionSchemes[scheme].security === name);
}
