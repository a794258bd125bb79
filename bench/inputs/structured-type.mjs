/**
 * @typedef {{ name: string, type: string, collection: boolean, nullable: boolean }} Property
 */

/**
 * The structural properties of a type of a CSDL JSON document, those of its bases first (CSDL JSON 4.01 §6).
 *
 * @returns {Property[]}
 */
export function propertiesOf(document, qualifiedName) {
  const type = element(document, qualifiedName);
  const inherited = type.$BaseType === undefined ? [] : propertiesOf(document, type.$BaseType);
  const own = Object.entries(type).filter(
    ([name, member]) => !/[$@]/.test(name) && member.$Kind !== "NavigationProperty",
  );
  return [...inherited, ...own.map(([name, member]) => property(document, name, member))];
}

function property(
  document,
  name,
  { $Type: type = "Edm.String", $Collection: collection = false, $Nullable: nullable = false },
) {
  // Enumerations grow, so any string is one when read.
  const known = type.startsWith("Edm.") || element(document, type).$Kind !== "EnumType" ? type : "Edm.String";
  return { name, type: known, collection, nullable };
}

function element(document, qualifiedName) {
  const dot = qualifiedName.lastIndexOf(".");
  return document[qualifiedName.slice(0, dot)][qualifiedName.slice(dot + 1)];
}
