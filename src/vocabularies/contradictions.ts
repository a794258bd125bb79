/** Values of one capability that contradict each other. */
import type { At } from "../diagnostics/position.js";
import type { Annotation, PropertyValue } from "../edm/annotations.js";
import { isSame } from "../edm/expressions.js";
import { groupBy } from "../edm/grouping.js";
import { simpleNameOf } from "../edm/names.js";
import { annotationOf, Capabilities, type Annotated } from "../edm/vocabulary.js";
import type { CapabilityTerm } from "./capabilities.js";
import { booleanOf, fieldOf, itemsOf, pathOf } from "./values.js";

/** One property of a capability to which an element, or a record about it, gives several values. */
export interface Contradiction {
  /** `CountRestrictions/Countable` */
  readonly property: string;
  readonly first: At;
  readonly second: At;
}

/** Where the values of an annotation differ. */
export function contradictionsIn(annotation: Annotation): readonly Contradiction[] {
  const all = [annotation, ...(annotation.others ?? [])];
  const found =
    annotation.term === Capabilities.NavigationRestrictions
      ? restrictedTwice(all)
      : all.slice(1).flatMap((other) => differences(annotation, other, simpleNameOf(annotation.term)));
  return found.map(([property, first, second]) => ({ property, first, second }));
}

/** Differences between records about the same path; those about different paths complete each other. */
function restrictedTwice(annotations: readonly Annotation[]): readonly Difference[] {
  const records = annotations.flatMap(({ value, at }) =>
    (itemsOf(fieldOf(value, "RestrictedProperties")) ?? []).map((item) => ({ value: item, at })),
  );
  const byPath = groupBy(records, ({ value }) => pathOf(fieldOf(value, "NavigationProperty")));
  return [...byPath].flatMap(([path, [first, ...others]]) =>
    others.flatMap((other) => differences(first, other, `NavigationRestrictions/${path}`)),
  );
}

type Placed = Pick<PropertyValue, "value" | "at">;

type Difference = readonly [property: string, first: At, second: At];

function differences(one: Placed, other: Placed, name: string): readonly Difference[] {
  if (one.value.kind !== "Record" || other.value.kind !== "Record")
    return isSame(one.value, other.value) ? [] : [[name, one.at, other.at]];
  const { properties } = other.value;
  return one.value.properties.flatMap((property) => {
    const opposite = properties.find((candidate) => candidate.name === property.name);
    return opposite === undefined ? [] : differences(property, opposite, `${name}/${property.name}`);
  });
}

/** A boolean that an element states of a capability, with its place. */
export interface StatedBoolean {
  readonly value: boolean;
  readonly at: At;
}

/** The boolean at a path of record properties; undefined where none is stated, or several that differ. */
export function statedBoolean(
  element: Annotated,
  term: CapabilityTerm,
  path: readonly string[],
): StatedBoolean | undefined {
  const annotation = annotationOf(element, Capabilities[term]);
  if (annotation === undefined) return undefined;
  const stated = [annotation, ...(annotation.others ?? [])].flatMap((one) => placedBoolean(one, path) ?? []);
  const [first, ...others] = stated;
  return others.every(({ value }) => value === first?.value) ? first : undefined;
}

function placedBoolean({ value, at }: Placed, [name, ...rest]: readonly string[]): StatedBoolean | undefined {
  if (name === undefined) {
    const boolean = booleanOf(value);
    return boolean === undefined ? undefined : { value: boolean, at };
  }
  const property = value.kind === "Record" ? value.properties.find((one) => one.name === name) : undefined;
  return property && placedBoolean(property, rest);
}
