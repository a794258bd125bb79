/** Permissions in the words of the documentation. */
import type { Permission, PermissionScheme } from "../../edm/requests.js";

const schemeNames: Readonly<Record<PermissionScheme, string>> = {
  delegatedWork: "Delegated (work or school account)",
  delegatedPersonal: "Delegated (personal Microsoft account)",
  application: "Application",
};

/** A heading and one item for each scheme; nothing where nothing is known. */
export function permissionNotes(permissions: readonly Permission[]): readonly string[] {
  if (permissions.length === 0) return [];
  return [headingOf(permissions), ...permissions.map(permissionNote)];
}

/** Only some tables have an order that means something. */
function headingOf(permissions: readonly Permission[]): string {
  const several = permissions.filter(({ scopes }) => scopes.length > 1);
  if (several.length === 0) return "Permissions:";
  return several.every(({ ordered }) => ordered)
    ? "Permissions, from least to most privileged:"
    : "Permissions, any one of each line:";
}

function permissionNote({ scheme, scopes, when }: Permission): string {
  const purpose = when === undefined ? "" : `, for ${when}`;
  return `- ${schemeNames[scheme]}${purpose}: ${scopes.length === 0 ? "not supported" : scopes.join(", ")}`;
}
