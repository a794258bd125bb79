/** What is particular to Microsoft Graph among OData services. */
import type { Model } from "./model.js";
import { namespaceOf } from "./names.js";
import type { PermissionScheme } from "./requests.js";

export const GRAPH_NAMESPACE = "microsoft.graph";

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

/** The names of permission schemes, in the order of the tables on reference pages. */
export const permissionSchemes: Readonly<Record<PermissionScheme, SchemeNames>> = {
  delegatedWork: { security: "DelegatedWork", actor: "Delegated", account: "work or school account" },
  delegatedPersonal: { security: "DelegatedPersonal", actor: "Delegated", account: "personal Microsoft account" },
  application: { security: "Application", actor: "Application" },
};

export const allSchemes = Object.keys(permissionSchemes) as readonly PermissionScheme[]; // the keys of the table

/** `Delegated, work or school account` */
export function schemeTitle(scheme: PermissionScheme): string {
  const { actor, account } = permissionSchemes[scheme];
  return account === undefined ? actor : `${actor}, ${account}`;
}

/** The scheme that annotations call so; other services have schemes of their own. */
export function schemeOfSecurity(name: string | undefined): PermissionScheme | undefined {
  return allSchemes.find((scheme) => permissionSchemes[scheme].security === name);
}
