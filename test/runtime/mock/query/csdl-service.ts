/** The table of a mock from the text of a CSDL document of OData 4.0, read without the reader under test. */
import type { MockEnum, MockOperation, MockService, MockType } from "../../../../src/runtime/mock/service.js";
import { scanTags, tagsBelow, type Tag } from "../../../support/tag-scan.js";

type Names = (written: string | undefined) => { readonly type: string; readonly collection?: true };

export function serviceOf(csdl: string): MockService {
  const schemas = tagsBelow(scanTags(csdl), "Schema");
  const aliases = new Map(schemas.map(({ attributes }) => [attributes["Alias"], attributes["Namespace"]]));
  const names: Names = (written = "") => {
    const item = /^Collection\((.*)\)$/.exec(written)?.[1];
    const [, space, name] = /^(?:(.*)\.)?([^.]*)$/.exec(item ?? written) ?? [];
    const type = space === undefined ? (name ?? "") : `${aliases.get(space) ?? space}.${name}`;
    return { type, ...(item !== undefined && { collection: true as const }) };
  };
  const all = (kind: string): readonly (readonly [string, Tag])[] =>
    schemas.flatMap(({ attributes, children }) =>
      children.flatMap((tag) =>
        tag.name === kind ? [[`${attributes["Namespace"]}.${tag.attributes["Name"]}`, tag] as const] : [],
      ),
    );
  const types = (kind: "EntityType" | "ComplexType") => all(kind).map(([name, tag]) => [name, typeOf(tag, names)]);
  return {
    protocol: "4.0",
    defaultNamespaces: schemas.map(({ attributes }) => attributes["Namespace"] ?? ""),
    types: Object.fromEntries([...types("EntityType"), ...types("ComplexType")]) as Record<string, MockType>,
    enums: Object.fromEntries(all("EnumType").map(([name, tag]) => [name, enumOf(tag)])),
    definitions: Object.fromEntries(
      all("TypeDefinition").map(([name, { attributes }]) => [name, attributes["UnderlyingType"] ?? ""]),
    ),
    children: {},
    operations: [...all("Function"), ...all("Action")].map(([name, tag]) => operationOf(name, tag)),
  };
}

function typeOf({ name, attributes, children }: Tag, names: Names): MockType {
  const members = (kind: string) =>
    Object.fromEntries(
      children.filter((one) => one.name === kind).map((one) => [one.attributes["Name"], names(one.attributes["Type"])]),
    ) as MockType["properties"];
  const key = children.find((one) => one.name === "Key")?.children.map((one) => one.attributes["Name"] ?? "");
  return {
    kind: name === "EntityType" ? "entity" : "complex",
    ...(attributes["BaseType"] !== undefined && { base: names(attributes["BaseType"]).type }),
    ...(attributes["OpenType"] === "true" && { open: true }),
    ...(key && { key }),
    properties: members("Property"),
    navigation: members("NavigationProperty"),
  };
}

function enumOf({ attributes, children }: Tag): MockEnum {
  const members = children.filter(({ name }) => name === "Member");
  return {
    members: members.map(({ attributes: one }, index) => [one["Name"] ?? "", one["Value"] ?? String(index)] as const),
    ...(attributes["IsFlags"] === "true" && { flags: true }),
  };
}

function operationOf(name: string, tag: Tag): MockOperation {
  return { kind: tag.name === "Function" ? "function" : "action", name, parameters: {} };
}
