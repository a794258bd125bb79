/** The types of a generated model, before they have members: structured ones in hierarchies, enumerations, definitions. */
import type { Draw } from "../../laws/draw.js";
import { namespaces } from "../../laws/names.js";

export type Kind = "EntityType" | "ComplexType" | "EnumType" | "TypeDefinition";

export interface PlannedType {
  readonly kind: Kind;
  readonly namespace: string;
  readonly name: string;
  /** With its namespace. */
  readonly full: string;
  readonly base?: PlannedType;
  readonly abstract: boolean;
  readonly open: boolean;
  readonly keyed: boolean;
  /** The names of members, here, on the bases and on derived types. */
  readonly members: Set<string>;
}

export interface Plan {
  readonly namespaces: readonly string[];
  readonly types: readonly PlannedType[];
  /** The names that a namespace has given. */
  readonly taken: ReadonlyMap<string, Set<string>>;
}

export function planTypes(draw: Draw): Plan {
  const first = draw.count(namespaces.length - 1);
  const spaces = [namespaces[first], draw.once(2) ? namespaces[(first + 1) % namespaces.length] : undefined];
  const names = spaces.flatMap((one) => one ?? []);
  const taken = new Map(names.map((name) => [name, new Set<string>()]));
  const types: PlannedType[] = [];
  const add = (kind: Kind, least: number, most: number): void => {
    const count = least + draw.count(most - least);
    for (let index = 0; index < count; index++) types.push(planType(kind, index, types, taken, draw));
  };
  add("EnumType", 1, 2);
  add("TypeDefinition", 1, 3);
  add("ComplexType", 2, 5);
  add("EntityType", 2, 5);
  return { namespaces: names, types, taken };
}

function planType(
  kind: Kind,
  index: number,
  others: readonly PlannedType[],
  taken: ReadonlyMap<string, Set<string>>,
  draw: Draw,
): PlannedType {
  const namespace = draw.pick([...taken.keys()]);
  const name = draw.name(taken.get(namespace) ?? new Set());
  const isStructured = kind === "EntityType" || kind === "ComplexType";
  const bases = isStructured ? others.filter((other) => other.kind === kind) : [];
  const base = index > 0 && !draw.once(3) ? draw.pickMaybe(bases) : undefined;
  const abstract = isStructured && draw.once(4);
  return {
    kind,
    namespace,
    name,
    full: `${namespace}.${name}`,
    ...(base !== undefined && { base }),
    abstract,
    open: isStructured && (base?.open === true || draw.once(6)),
    // CSDL 4.01 §6.5: one key in a line of types; an abstract type may leave it to those below.
    keyed: base?.keyed === true || (kind === "EntityType" && !(abstract && draw.once(3))),
    members: base?.members ?? new Set(),
  };
}

/** The type itself and those derived from it. */
export function familyOf(type: PlannedType, { types }: Plan): readonly PlannedType[] {
  return types.filter((other) => lineOf(other).includes(type));
}

export function lineOf(type: PlannedType): readonly PlannedType[] {
  return type.base === undefined ? [type] : [type, ...lineOf(type.base)];
}
