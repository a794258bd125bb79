/** What a CSDL document says of paths, read without the reader under test. */
import { scanTags, tagsBelow, type Tag } from "../../support/tag-scan.js";

export interface TypeUse {
  /** The qualified name, without `Collection(…)`. */
  readonly type: string;
  readonly collection: boolean;
}

export interface Member extends TypeUse {
  readonly kind: "property" | "navigation";
  readonly name: string;
}

export interface BoundFunction {
  /** The qualified name. */
  readonly name: string;
  readonly on: TypeUse | undefined;
  readonly parameters: ReadonlyMap<string, TypeUse>;
  readonly returns: TypeUse;
}

interface StructuredType {
  readonly name: string;
  readonly entity: boolean;
  readonly base: string | undefined;
  readonly members: readonly Member[];
}

export class PathModel {
  readonly #types = new Map<string, StructuredType>();
  readonly #children = new Map<string, TypeUse>();
  readonly #functions: BoundFunction[] = [];

  constructor(text: string) {
    const schemas = tagsBelow(scanTags(text), "Schema");
    const aliases = new Map(schemas.map(({ attributes }) => [attributes["Alias"], attributes["Namespace"]]));
    const use = (written = "") => typeUse(written, aliases);
    for (const { attributes, children } of schemas)
      for (const tag of children) this.#add(tag, `${attributes["Namespace"]}.${tag.attributes["Name"]}`, use);
  }

  #add(tag: Tag, name: string, use: (written?: string) => TypeUse): void {
    if (tag.name === "EntityType" || tag.name === "ComplexType") {
      const { BaseType: base } = tag.attributes;
      this.#types.set(name.toLowerCase(), {
        name,
        entity: tag.name === "EntityType",
        base: base === undefined ? undefined : use(base).type,
        members: membersOf(tag, use),
      });
    }
    if (tag.name === "Function") this.#functions.push(functionOf(tag, name, use));
    if (tag.name !== "EntityContainer") return;
    for (const child of tag.children) {
      const { Name: childName = "", EntityType: set, Type: singleton } = child.attributes;
      if (set !== undefined) this.#children.set(childName, { type: use(set).type, collection: true });
      if (singleton !== undefined) this.#children.set(childName, use(singleton));
    }
  }

  /** An entity set or singleton. */
  child(name: string): Member | undefined {
    const found = [...this.#children].find(([child]) => same(child, name));
    return found && { kind: "navigation", name: found[0], ...found[1] };
  }

  /** A member of a structured type or of its bases, in whatever letter case. */
  member(type: string, name: string): Member | undefined {
    const found = this.#types.get(type.toLowerCase());
    const own = found?.members.find((member) => same(member.name, name));
    return own ?? (found?.base === undefined ? undefined : this.member(found.base, name));
  }

  /** The name of a structured type, in whatever letter case. */
  typeName(name: string): string | undefined {
    return this.#types.get(name.toLowerCase())?.name;
  }

  /** Whether items of a collection have keys. */
  isEntity(type: string): boolean {
    return this.#types.get(type.toLowerCase())?.entity === true;
  }

  /** The functions of this name that are bound to a type or its bases; to nothing: all that are not bound. */
  functions(on: TypeUse | undefined, name: string): readonly BoundFunction[] {
    const simple = name.slice(name.lastIndexOf(".") + 1);
    const types = on === undefined ? [] : this.#bases(on.type);
    return this.#functions.filter(
      (one) =>
        same(one.name.slice(one.name.lastIndexOf(".") + 1), simple) &&
        one.on?.collection === on?.collection &&
        (one.on === undefined || types.includes(one.on.type)),
    );
  }

  #bases(type: string): readonly string[] {
    const found = this.#types.get(type.toLowerCase());
    return found?.base === undefined ? [type] : [type, ...this.#bases(found.base)];
  }
}

export function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function membersOf(tag: Tag, use: (written?: string) => TypeUse): readonly Member[] {
  return tag.children.flatMap(({ name: kind, attributes: { Name: name = "", Type: type } }) => {
    if (kind === "Property") return { kind: "property", name, ...use(type) } as const;
    return kind === "NavigationProperty" ? ({ kind: "navigation", name, ...use(type) } as const) : [];
  });
}

function functionOf({ attributes, children }: Tag, name: string, use: (written?: string) => TypeUse): BoundFunction {
  const parameters = children
    .filter((child) => child.name === "Parameter")
    .map((child) => [child.attributes["Name"] ?? "", use(child.attributes["Type"])] as const);
  const bound = attributes["IsBound"] === "true";
  return {
    name,
    on: bound ? parameters[0]?.[1] : undefined,
    parameters: new Map(bound ? parameters.slice(1) : parameters),
    returns: use(children.find((child) => child.name === "ReturnType")?.attributes["Type"]),
  };
}

function typeUse(written: string, aliases: ReadonlyMap<string | undefined, string | undefined>): TypeUse {
  const item = /^Collection\((.*)\)$/.exec(written)?.[1];
  const name = item ?? written;
  const dot = name.lastIndexOf(".");
  return {
    type: `${aliases.get(name.slice(0, dot)) ?? name.slice(0, dot)}${name.slice(dot)}`,
    collection: item !== undefined,
  };
}
