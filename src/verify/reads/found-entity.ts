import type { JsonValue } from "../../edm/requests.js";
import type { Place } from "../places.js";

/** A property of a key, with its value in an entity. */
export interface KeyValue {
  /** As a predicate calls it. */
  readonly name: string;
  /** The path to the property. */
  readonly path: string;
  readonly value: JsonValue;
  /** The value as a URL has it. */
  readonly literal: string;
}

/** An entity that a set was found to have. */
export interface FoundEntity {
  readonly place: Place;
  readonly entity: JsonValue;
  readonly key: readonly KeyValue[];
  /** `Customers(1)` */
  readonly path: string;
}

export function sameValue(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
