/** Permissions in the words of the documentation. */
import { permissionSchemes } from "../../edm/microsoft-graph.js";
import type { Permission } from "../../edm/requests.js";

/** A heading and one item for each scheme; empty where no permissions are known. */
export function permissionNotes(permissions: readonly Permission[]): readonly string[] {
  if (permissions.length === 0) return [];
  return [headingOf(permissions), ...permissions.map(permissionNote)];
}

/** Only some tables list scopes from least to most privileged. */
function headingOf(permissions: readonly Permission[]): string {
  const several = permissions.filter(({ scopes }) => scopes.length > 1);
  if (several.length === 0) return "Permissions:";
  return several.every(({ ordered }) => ordered)
    ? "Permissions, from least to most privileged:"
    : "Permissions, any one of each line:";
}

function permissionNote({ scheme, scopes, when }: Permission): string {
  const purpose = when === undefined ? "" : `, for ${when}`;
  const { actor, account } = permissionSchemes[scheme];
  const name = account === undefined ? actor : `${actor} (${account})`;
  return `- ${name}${purpose}: ${scopes.length === 0 ? "not supported" : scopes.join(", ")}`;
}
