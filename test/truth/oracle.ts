/** A second reading of CSDL, apart from the readers of the tool: what the model of pages alone is held against. */
import { scanTags, tagsBelow, type Tag } from "../support/tag-scan.js";

export interface OracleRef {
  readonly type: string;
  readonly collection: boolean;
}

export interface OracleMember extends OracleRef {
  readonly name: string;
  readonly isNavigation: boolean;
}

export interface OracleType {
  readonly name: string;
  readonly kind: "EntityType" | "ComplexType";
  readonly base: string | undefined;
  readonly open: boolean;
  readonly members: ReadonlyMap<string, OracleMember>;
}

export interface OracleOperation {
  readonly kind: "Action" | "Function";
  readonly name: string;
  /** The type that it is bound to. */
  readonly on: OracleRef | undefined;
  readonly returns: OracleRef | undefined;
}

export interface Oracle {
  readonly types: ReadonlyMap<string, OracleType>;
  readonly enums: ReadonlySet<string>;
  readonly operations: readonly OracleOperation[];
  /** Sets and singletons. */
  readonly children: ReadonlyMap<string, OracleRef>;
}

export function oracleOf(text: string): Oracle {
  const schemas = tagsBelow(scanTags(text), "Schema");
  const full = fullNames(schemas);
  const all = (kind: string) =>
    schemas.flatMap(({ attributes, children }) =>
      children
        .filter(({ name }) => name === kind)
        .map((tag) => ({ tag, name: `${attributes["Namespace"]}.${tag.attributes["Name"]}` })),
    );
  const types = (["EntityType", "ComplexType"] as const).flatMap((kind) =>
    all(kind).map(({ tag, name }): OracleType => {
      const { BaseType: base, OpenType: open } = tag.attributes;
      return {
        name,
        kind,
        base: base === undefined ? undefined : full(base),
        open: open === "true",
        members: membersOf(tag, full),
      };
    }),
  );
  return {
    types: new Map(types.map((type) => [type.name, type])),
    enums: new Set(all("EnumType").map(({ name }) => name)),
    operations: (["Action", "Function"] as const).flatMap((kind) =>
      all(kind).map(({ tag, name }) => operationOf(kind, name, tag, full)),
    ),
    children: childrenOf(all("EntityContainer"), full),
  };
}

type FullName = (name: string | undefined) => string;

/** Replaces the aliases of the schemas by their namespaces. */
function fullNames(schemas: readonly Tag[]): FullName {
  const aliases = new Map(schemas.map(({ attributes }) => [attributes["Alias"], attributes["Namespace"]]));
  return (name = "") => {
    const dot = name.lastIndexOf(".");
    const namespace = aliases.get(name.slice(0, dot));
    return namespace === undefined ? name : namespace + name.slice(dot);
  };
}

function refOf(type: string | undefined, full: FullName): OracleRef {
  const item = /^Collection\((.*)\)$/.exec(type ?? "")?.[1];
  return { type: full(item ?? type), collection: item !== undefined };
}

function membersOf({ children }: Tag, full: FullName): ReadonlyMap<string, OracleMember> {
  return new Map(
    children
      .filter(({ name }) => name === "Property" || name === "NavigationProperty")
      .map(({ name: kind, attributes: { Name: name = "", Type: type } }) => [
        name,
        { name, isNavigation: kind === "NavigationProperty", ...refOf(type, full) },
      ]),
  );
}

function operationOf(kind: OracleOperation["kind"], name: string, tag: Tag, full: FullName): OracleOperation {
  const binding = tag.children.find((child) => child.name === "Parameter")?.attributes["Type"];
  const returned = tag.children.find((child) => child.name === "ReturnType")?.attributes["Type"];
  return {
    kind,
    name,
    on: tag.attributes["IsBound"] === "true" ? refOf(binding, full) : undefined,
    returns: returned === undefined ? undefined : refOf(returned, full),
  };
}

function childrenOf(containers: readonly { readonly tag: Tag }[], full: FullName): ReadonlyMap<string, OracleRef> {
  const children = containers.flatMap(({ tag }) => tag.children);
  const refs = children.flatMap(({ name: kind, attributes }): readonly (readonly [string, OracleRef])[] => {
    const { Name: name = "", EntityType: item, Type: type } = attributes;
    if (kind === "EntitySet") return [[name, { type: full(item), collection: true }]];
    return kind === "Singleton" ? [[name, { type: full(type), collection: false }]] : [];
  });
  return new Map(refs);
}

/** A type and its base types, nearest first. */
export function lineOf(name: string | undefined, { types }: Oracle): readonly OracleType[] {
  const line: OracleType[] = [];
  for (let type = types.get(name ?? ""); type !== undefined; type = types.get(type.base ?? "")) line.push(type);
  return line;
}

const derivedTypes = new WeakMap<Oracle, ReadonlyMap<string, readonly string[]>>();

/** The names of the type and of those derived from it, in the order of the document. */
export function derivedFrom(name: string, oracle: Oracle): readonly string[] {
  const known = derivedTypes.get(oracle) ?? derivedByBase(oracle);
  derivedTypes.set(oracle, known);
  return known.get(name) ?? [];
}

function derivedByBase(oracle: Oracle): ReadonlyMap<string, readonly string[]> {
  const byBase = new Map<string, string[]>();
  for (const name of oracle.types.keys())
    for (const { name: base } of lineOf(name, oracle)) byBase.set(base, [...(byBase.get(base) ?? []), name]);
  return byBase;
}

/** The member of a type or of one of its bases. */
export function memberOf(type: string, name: string, oracle: Oracle): OracleMember | undefined {
  for (const { members } of lineOf(type, oracle)) {
    const member = members.get(name);
    if (member !== undefined) return member;
  }
  return undefined;
}
