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
  readonly title: string;
  /** The kind of account that signs in. */
  readonly account?: string;
}

/** The permission schemes, in the order of the tables on reference pages. */
export const permissionSchemes: Readonly<Record<PermissionScheme, SchemeNames>> = {
  delegatedWork: { security: "DelegatedWork", title: "Delegated", account: "work or school account" },
  delegatedPersonal: { security: "DelegatedPersonal", title: "Delegated", account: "personal Microsoft account" },
  application: { security: "Application", title: "Application" },
};

export function isPermissionScheme(name: string): name is PermissionScheme {
  return Object.hasOwn(permissionSchemes, name);
}
