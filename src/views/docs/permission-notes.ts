/** Permissions in the words of the documentation. */
import { alternativesText, permissionSchemes } from "../../edm/microsoft-graph.js";
import type { Permission } from "../../edm/requests.js";

/** A heading and one item for each scheme; empty where no permissions are known. */
export function permissionNotes(permissions: readonly Permission[]): readonly string[] {
  if (permissions.length === 0) return [];
  return [headingOf(permissions), ...permissions.map(permissionNote)];
}

/** Only some tables list scopes from least to most privileged. */
function headingOf(permissions: readonly Permission[]): string {
  const several = permissions.filter(({ alternatives }) => alternatives.length > 1);
  if (several.length === 0) return "Permissions:";
  return several.every(({ ordered }) => ordered)
    ? "Permissions, from least to most privileged:"
    : "Permissions, any one of each line:";
}

function permissionNote({ scheme, alternatives, when, exact }: Permission): string {
  const purpose = when === undefined ? "" : `, for ${when}`;
  const { actor, account } = permissionSchemes[scheme];
  const name = account === undefined ? actor : `${actor} (${account})`;
  const listed = alternatives.length === 0 ? "not supported" : alternativesText(alternatives);
  return `- ${name}${purpose}: ${listed}${exact === false ? " (the page may mean less)" : ""}`;
}
