/**
 * @typedef {{ name: string, type: string, collection: boolean, nullable: boolean }} Property
 */

/**
 * The properties of a type of a CSDL JSON document, those of its bases first (CSDL JSON 4.01 §6).
 *
 * @returns {Property[]}
 */
export function propertiesOf(document, qualifiedName) {
  const type = element(document, qualifiedName);
  const inherited = type.$BaseType === undefined ? [] : propertiesOf(document, type.$BaseType);
  const own = Object.entries(type).filter(([name]) => !/[$@]/.test(name));
  return [...inherited, ...own.map(([name, member]) => property(document, name, member))];
}

/** Stands for the type of a related entity, which is an object and not looked into. */
export const related = "related";

function property(document, name, member) {
  const {
    $Kind: kind,
    $Type: type = "Edm.String",
    $Collection: collection = false,
    $Nullable: nullable = false,
  } = member;
  if (kind === "NavigationProperty") return { name, type: related, collection, nullable };
  // Enumerations grow, so any string is one when read.
  const known = type.startsWith("Edm.") || element(document, type).$Kind !== "EnumType" ? type : "Edm.String";
  return { name, type: known, collection, nullable };
}

function element(document, qualifiedName) {
  const dot = qualifiedName.lastIndexOf(".");
  return document[qualifiedName.slice(0, dot)][qualifiedName.slice(dot + 1)];
}
