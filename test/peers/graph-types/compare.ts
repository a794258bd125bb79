import type { Declared, DeclaredType, Use } from "./declarations.js";

/** Streams are read by requests of their own, so that types need not have them. */
export const STREAM = "stream left out, or without a type";

/** Every way in which types of TypeScript can differ from the CSDL. */
export const causes = [
  "type missing",
  "type named otherwise",
  "base type differs",
  "property missing",
  "property that the CSDL lacks",
  STREAM,
  "Json without a type",
  "null differs",
  "collection differs",
  "type of the property differs",
  "enum missing",
  "members of the enum differ",
] as const;

export type Cause = (typeof causes)[number];

export interface Comparison {
  readonly types: number;
  /** Own properties of the types that both have, as far as both have them. */
  readonly properties: number;
  readonly equal: number;
  readonly enums: number;
  /** The elements that differ. */
  readonly differences: Readonly<Record<Cause, readonly string[]>>;
}

/** The names that TypeScript may give a primitive type. */
export type Primitives = (type: string) => readonly string[];

export function compareTypes(
  csdl: Declared,
  other: Declared,
  primitives: Primitives,
  hasWrappers: boolean,
): Comparison {
  const differences = Object.fromEntries(causes.map((cause) => [cause, []])) as unknown as Record<Cause, string[]>;
  let types = 0;
  let properties = 0;
  let equal = 0;
  const compareType = (name: string, type: DeclaredType, found: DeclaredType) => {
    types++;
    if (type.base !== found.base) differences["base type differs"].push(name);
    for (const [property, use] of type.properties) {
      const element = `${name}/${property}`;
      const used = found.properties.get(property);
      if (used === undefined) {
        differences[use.type === "Edm.Stream" ? STREAM : "property missing"].push(element);
        continue;
      }
      properties++;
      const cause = differenceOf(use, used, primitives, hasWrappers);
      if (cause === undefined) equal++;
      else differences[cause].push(element);
    }
    for (const property of found.properties.keys())
      if (!type.properties.has(property)) differences["property that the CSDL lacks"].push(`${name}/${property}`);
  };
  for (const [name, type] of csdl.structured) {
    const found = other.structured.get(name);
    const renamed = found ?? other.structured.get(`${name}_`);
    if (found === undefined) differences[renamed === undefined ? "type missing" : "type named otherwise"].push(name);
    if (renamed !== undefined) compareType(name, type, renamed);
  }
  let enums = 0;
  for (const [name, members] of csdl.enums) {
    const found = other.enums.get(name);
    if (found === undefined) differences["enum missing"].push(name);
    else if (++enums && sorted(found) !== sorted(members)) differences["members of the enum differ"].push(name);
  }
  return { types, properties, equal, enums, differences };
}

function sorted(members: readonly string[]): string {
  return JSON.stringify([...new Set(members)].sort());
}

function differenceOf(use: Use, used: Use, primitives: Primitives, hasWrappers: boolean): Cause | undefined {
  const isAnything = used.type === "unknown" || used.type === "any";
  if (isAnything && use.type === "Edm.Stream") return STREAM;
  if (isAnything && use.type === "microsoft.graph.Json") return "Json without a type";
  if (use.collection !== used.collection) return "collection differs";
  const names = use.type.startsWith("Edm.") ? primitives(use.type) : [use.type];
  if (!names.includes(used.type) || (hasWrappers && use.wrapper !== used.wrapper))
    return "type of the property differs";
  const isNullSame = use.nullable === used.nullable && (!hasWrappers || use.nullableItems === used.nullableItems);
  return use.collection && !hasWrappers ? undefined : isNullSame ? undefined : "null differs";
}

/** A table of figures by column, aligned. */
export function tableOf(columns: Readonly<Record<string, Comparison>>): string {
  const rows: readonly (readonly [string, (comparison: Comparison) => string])[] = [
    ["types compared", ({ types }) => String(types)],
    ["properties compared", ({ properties }) => String(properties)],
    ["equal", ({ equal, properties }) => `${equal} (${((100 * equal) / properties).toFixed(2)} %)`],
    ["enums compared", ({ enums }) => String(enums)],
    ...causes.map((cause) => [cause, (one: Comparison) => String(one.differences[cause].length)] as const),
  ];
  const head = ["", ...Object.keys(columns)];
  const lines = [head, ...rows.map(([name, figure]) => [name, ...Object.values(columns).map(figure)])];
  const widths = head.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
