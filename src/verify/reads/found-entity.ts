import type { JsonValue } from "../../edm/requests.js";
import type { KeyValue } from "../keys.js";
import type { Place } from "../places.js";

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
