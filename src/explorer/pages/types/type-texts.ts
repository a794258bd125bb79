import type { TypeData } from "../../../explore/data/format.js";

const kinds = {
  EntityType: "Entity type",
  ComplexType: "Complex type",
  EnumType: "Enumeration type",
  TypeDefinition: "Type definition",
};

/** The kind of a type, and what else is stated of it in one or two words. */
export function typeBadges(type: TypeData): readonly string[] {
  return [kinds[type.kind], ...flagsOf(type), ...(type.deprecated === undefined ? [] : ["deprecated"])];
}

function flagsOf(type: TypeData): readonly string[] {
  if (type.kind === "TypeDefinition") return [`of ${type.underlying}`];
  if (type.kind === "EnumType") return type.flags ? ["flags"] : [];
  const flags = [type.abstract && "abstract", type.open && "open", type.stream && "media entity"];
  const key = type.key && `key ${type.key.join(", ")}`;
  return [...flags, key].filter((text) => typeof text === "string");
}

/** The exports of `index.ts` for a type: the TypeScript types, then the schema. */
export function exportsOf(type: TypeData): readonly string[] {
  const written = "create" in type ? [type.create, type.update] : [];
  const schema = "schema" in type ? [type.schema] : [];
  return [...new Set([type.read, ...written, ...schema])].filter((name) => name !== undefined);
}

/** The statement that imports what `index.ts` exports for a type; a namespace as a whole. */
export function importText(type: TypeData): string {
  const schema = "schema" in type ? type.schema : undefined;
  const imported = exportsOf(type).map((name) => {
    const [first = name, ...inNamespace] = name.split(".");
    return inNamespace.length > 0 || name === schema ? first : `type ${first}`;
  });
  return `import { ${[...new Set(imported)].join(", ")} } from "./generated/index.js";`;
}
