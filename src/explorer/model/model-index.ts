import { groupBy } from "../../edm/grouping.js";
import type { ModelData, OperationData, StructuredData, TypeData } from "../../explore/data/format.js";

/** The data with the maps that pages look things up in. */
export interface ModelIndex {
  readonly data: ModelData;
  readonly types: ReadonlyMap<string, TypeData>;
  /** Overloads by qualified name. */
  readonly operations: ReadonlyMap<string, readonly OperationData[]>;
  /** The types directly derived from each type. */
  readonly derived: ReadonlyMap<string, readonly StructuredData[]>;
}

export function indexOf(data: ModelData): ModelIndex {
  const structured = data.types.filter(isStructuredData);
  return {
    data,
    types: new Map(data.types.map((type) => [type.name, type])),
    operations: groupBy(data.operations, ({ name }) => name),
    derived: groupBy(
      structured.filter(({ base }) => base !== undefined),
      ({ base }) => base ?? "",
    ),
  };
}

export function isStructuredData(type: TypeData): type is StructuredData {
  return type.kind === "EntityType" || type.kind === "ComplexType";
}

/** Base types, nearest first. */
export function basesOf(type: StructuredData, { types }: ModelIndex): readonly StructuredData[] {
  const bases: StructuredData[] = [];
  for (let name = type.base; name !== undefined;) {
    const base = types.get(name);
    if (base === undefined || !isStructuredData(base) || base === type || bases.includes(base)) break;
    bases.push(base);
    name = base.base;
  }
  return bases;
}
