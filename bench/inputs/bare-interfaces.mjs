/**
 * The types of a CSDL JSON document (CSDL JSON 4.01 §5 to §11) as nothing but interfaces and unions of literals, in one
 * file: the least that anybody's output for this document costs a compiler.
 */
export function bareInterfaces(document) {
  const schemas = Object.entries(document).filter(([namespace]) => !namespace.startsWith("$"));
  const annotations = Object.assign({}, ...schemas.map(([, { $Annotations = {} }]) => $Annotations));
  const comment = (target) => commentOf(annotations[target]);
  return schemas
    .flatMap(([namespace, schema]) =>
      Object.entries(schema).map(([name, element]) => declaration(`${namespace}.${name}`, element, comment)),
    )
    .join("");
}

function declaration(qualifiedName, element, comment) {
  const name = typeName(qualifiedName);
  switch (element.$Kind) {
    case "EntityType":
    case "ComplexType": {
      const base = element.$BaseType === undefined ? "" : ` extends ${typeName(element.$BaseType)}`;
      return `${comment(qualifiedName)}export interface ${name}${base} {\n${members(qualifiedName, element, comment)}}\n`;
    }
    case "EnumType":
      return `${comment(qualifiedName)}export type ${name} = ${literals(element)};\n`;
    default:
      return "";
  }
}

function members(owner, type, comment) {
  return Object.entries(type)
    .filter(([name]) => !/[$@]/.test(name))
    .map(([name, member]) => `${comment(`${owner}/${name}`)}  ${name}?: ${valueType(member)};\n`)
    .join("");
}

function valueType({ $Type: type = "Edm.String", $Collection: collection = false, $Nullable: nullable = false }) {
  const item = type.startsWith("Edm.") ? (primitives[type] ?? "string") : typeName(type);
  if (collection) return `${item}[]`;
  return nullable ? `${item} | null` : item;
}

const primitives = {
  "Edm.Boolean": "boolean",
  "Edm.Byte": "number",
  "Edm.Double": "number",
  "Edm.Int16": "number",
  "Edm.Int32": "number",
  "Edm.Int64": "number",
  "Edm.Single": "number",
  "Edm.Stream": "unknown",
  "Edm.Untyped": "unknown",
};

function literals(type) {
  const names = Object.keys(type).filter((name) => !/[$@]/.test(name));
  return names.length === 0 ? "string" : names.map((name) => JSON.stringify(name)).join(" | ");
}

/** `microsoft.graph.security.alert` → `SecurityAlert`. */
function typeName(qualifiedName) {
  const [name, ...parts] = qualifiedName.split(".").slice(2).reverse();
  return [...parts, name].map((part) => part[0].toUpperCase() + part.slice(1)).join("");
}

function commentOf(annotations) {
  const text = annotations?.["@Org.OData.Core.V1.Description"];
  return text === undefined ? "" : `/** ${text.replaceAll("*/", "*\\/")} */\n`;
}
