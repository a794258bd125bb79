import { scanTags, type Tag, tagsBelow } from "../../support/tag-scan.js";
import { type Declared, type DeclaredType, keyOf, type Use } from "./declarations.js";

/** Reads CSDL XML without the readers of the tool. */
export function readCsdl(text: string): Declared {
  const schemas = tagsBelow(scanTags(text), "Schema");
  const namespaces = new Map(
    schemas.flatMap(({ attributes: { Namespace = "", Alias = Namespace } }) => [
      [Namespace, Namespace],
      [Alias, Namespace],
    ]),
  );
  const nameOf = (written: string) => {
    const dot = written.lastIndexOf(".");
    return keyOf(`${namespaces.get(written.slice(0, dot)) ?? written.slice(0, dot)}.${written.slice(dot + 1)}`);
  };
  const elements = schemas.flatMap((schema) =>
    schema.children.map((tag) => [keyOf(`${schema.attributes["Namespace"]}.${tag.attributes["Name"]}`), tag] as const),
  );
  const enums = new Map(elements.flatMap(([name, tag]) => (tag.name === "EnumType" ? [[name, tag] as const] : [])));
  const useOf = ({ attributes: { Type = "", Nullable } }: Tag, isKey: boolean): Use => {
    const collection = Type.startsWith("Collection(");
    const type = nameOf(collection ? Type.slice("Collection(".length, -1) : Type);
    const found = enums.get(type);
    return {
      type,
      collection,
      nullable: !collection && Nullable !== "false" && !isKey,
      nullableItems: collection && Nullable === "true",
      ...(found !== undefined && { wrapper: found.attributes["IsFlags"] === "true" ? "Flags" : "Open" }),
    };
  };
  const typeOf = (tag: Tag): DeclaredType => {
    const { BaseType: base } = tag.attributes;
    const keys = new Set(tagsBelow(tag, "PropertyRef").map(({ attributes }) => attributes["Name"]));
    const properties = tag.children.filter(({ name }) => name === "Property" || name === "NavigationProperty");
    return {
      base: base === undefined ? undefined : nameOf(base),
      properties: new Map(
        properties.map((property) => {
          const { Name: name = "" } = property.attributes;
          return [name, useOf(property, keys.has(name))];
        }),
      ),
    };
  };
  return {
    structured: new Map(
      elements.flatMap(([name, tag]) =>
        tag.name === "EntityType" || tag.name === "ComplexType" ? [[name, typeOf(tag)]] : [],
      ),
    ),
    enums: new Map(
      [...enums].map(([name, tag]) => [
        name,
        tagsBelow(tag, "Member").map(({ attributes }) => attributes["Name"] ?? ""),
      ]),
    ),
  };
}
