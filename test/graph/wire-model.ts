/** What a CSDL document holds, read without the reader under test. */
import { scanTags, tagsBelow, type Tag } from "../support/tag-scan.js";

export interface WireType {
  /** `microsoft.graph.user` */
  readonly name: string;
  readonly kind: string;
  readonly base: string | undefined;
  /** Names of its own properties, then of its navigation properties. */
  readonly properties: readonly string[];
  readonly navigation: readonly string[];
}

export interface WireEnum {
  readonly name: string;
  readonly members: readonly string[];
}

export interface WireOperation {
  readonly kind: string;
  readonly name: string;
  /** The type that it is bound to. */
  readonly on: { readonly type: string; readonly collection: boolean } | undefined;
  /** Names of the parameters besides the binding parameter. */
  readonly parameters: readonly string[];
}

export interface WireChild {
  readonly kind: string;
  readonly name: string;
  /** The type of a set or singleton, the operation of an import. */
  readonly target: string;
}

export interface WireModel {
  readonly types: readonly WireType[];
  readonly enums: readonly WireEnum[];
  readonly operations: readonly WireOperation[];
  readonly children: readonly WireChild[];
}

export function wireModelOf(text: string): WireModel {
  const schemas = tagsBelow(scanTags(text), "Schema");
  const aliases = new Map(schemas.map(({ attributes }) => [attributes["Alias"], attributes["Namespace"]]));
  const full = (name = ""): string => {
    const dot = name.lastIndexOf(".");
    const namespace = aliases.get(name.slice(0, dot));
    return namespace === undefined ? name : namespace + name.slice(dot);
  };
  const all = (kind: string) =>
    schemas.flatMap(({ attributes, children }) =>
      children
        .filter(({ name }) => name === kind)
        .map((tag) => ({ tag, name: `${attributes["Namespace"]}.${nameOf(tag)}` })),
    );
  return {
    types: ["EntityType", "ComplexType"].flatMap((kind) =>
      all(kind).map(({ tag, name }) => ({
        name,
        kind,
        base: tag.attributes["BaseType"] === undefined ? undefined : full(tag.attributes["BaseType"]),
        properties: namesOf(tag, "Property"),
        navigation: namesOf(tag, "NavigationProperty"),
      })),
    ),
    enums: all("EnumType").map(({ tag, name }) => ({ name, members: namesOf(tag, "Member") })),
    operations: ["Action", "Function"].flatMap((kind) =>
      all(kind).map(({ tag, name }) => operationOf(kind, name, tag, full)),
    ),
    children: all("EntityContainer").flatMap(({ tag }) =>
      tag.children
        .filter(({ name }) => TARGETS[name] !== undefined)
        .map((child) => ({
          kind: child.name,
          name: nameOf(child),
          target: full(child.attributes[TARGETS[child.name] ?? ""]),
        })),
    ),
  };
}

/** The attribute that says what a child of the container is of. */
const TARGETS: Readonly<Record<string, string>> = {
  EntitySet: "EntityType",
  Singleton: "Type",
  ActionImport: "Action",
  FunctionImport: "Function",
};

function operationOf(kind: string, name: string, tag: Tag, full: (name: string) => string): WireOperation {
  const parameters = tag.children.filter((child) => child.name === "Parameter");
  const [first] = parameters;
  if (tag.attributes["IsBound"] !== "true" || first === undefined)
    return { kind, name, on: undefined, parameters: parameters.map(nameOf) };
  const type = first.attributes["Type"] ?? "";
  const item = /^Collection\((.*)\)$/.exec(type)?.[1];
  return {
    kind,
    name,
    on: { type: full(item ?? type), collection: item !== undefined },
    parameters: parameters.slice(1).map(nameOf),
  };
}

function nameOf({ attributes }: Tag): string {
  return attributes["Name"] ?? "";
}

function namesOf({ children }: Tag, kind: string): readonly string[] {
  return children.filter(({ name }) => name === kind).map(nameOf);
}
