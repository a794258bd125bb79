import type { Connection } from "./connection.js";
import type { Place } from "./place.js";
import { queryString, type AnyQuery } from "./query-string.js";

/** The property of a node that gives its {@link Target}. */
export const TARGET: unique symbol = /* @__PURE__ */ Symbol.for("odata-codegen.target");

/** The path of a node, for functions over nodes. */
export interface Target {
  readonly connection: Connection;
  readonly place: Place;
  /** The node of another path of the same service. */
  at(place: Place): unknown;
}

/** A node that leads to a resource of the type Of: a descriptor, or the type of a value. */
export interface Addressed<Of, Kind extends "item" | "collection" | "value" | "stream"> {
  readonly [TARGET]: Target & { readonly of?: Of; readonly kind?: Kind };
}

/** A path to a stream: its content is read and written by the function `content`. */
export type StreamNode = Addressed<unknown, "stream">;

/** The path of a request with its query. */
export function pathOf(place: Place, query: AnyQuery = {}): string {
  return place.path + queryString(query, place.aliases);
}
