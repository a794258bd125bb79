import type { DefinitionData, EnumData, StructuredData, TypeData } from "../../../explore/data/format.js";

const kinds = {
  EntityType: "Entity type",
  ComplexType: "Complex type",
  EnumType: "Enumeration type",
  TypeDefinition: "Type definition",
};

/** The kind of a type, and what else is stated of it in one or two words. */
export function typeBadges(type: TypeData): readonly string[] {
  const { kind, flags, underlying, abstract, open, stream, key, deprecated } = anyType(type);
  const badges = [
    kinds[kind],
    underlying && `of ${underlying}`,
    flags && "flags",
    abstract && "abstract",
    open && "open",
    stream && "media entity",
    key && `key ${key.join(", ")}`,
    deprecated && "deprecated",
  ];
  return badges.filter((text) => typeof text === "string");
}

/** The exports of `index.ts` for a type: the TypeScript types, then the schema. */
export function exportsOf(type: TypeData): readonly string[] {
  const { read, create, update, schema } = anyType(type);
  return [...new Set([read, create, update, schema])].filter((name) => name !== undefined);
}

/** The statement that imports what `index.ts` exports for a type; a namespace as a whole. */
export function importText(type: TypeData): string {
  const { schema } = anyType(type);
  const imported = exportsOf(type).map((name) => {
    const [first = name, ...inNamespace] = name.split(".");
    return inNamespace.length > 0 || name === schema ? first : `type ${first}`;
  });
  return `import { ${[...new Set(imported)].join(", ")} } from "./generated/index.js";`;
}

type AnyType = Pick<TypeData, "kind" | "read"> &
  Partial<Omit<StructuredData, "kind"> & Omit<EnumData, "kind" | "members"> & Omit<DefinitionData, "kind">>;

/** A type with what types of other kinds have, which is absent. */
function anyType(type: TypeData): Omit<AnyType, "members"> {
  return type;
}
