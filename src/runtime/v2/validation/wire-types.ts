/** The types of payloads, computed from those of what apps see. */
import type { flavour } from "../../edm.js";
import type { Shape } from "../../schemas/schema.js";

/** What services send beside the properties of an entity or a complex value (MS-ODATA §2.2.6.3.3). */
export interface WireMetadata {
  uri?: string;
  type?: string;
  etag?: string | null;
  media_src?: string;
  edit_media?: string;
  content_type?: string;
  media_etag?: string | null;
}

/** The link in the place of related entities that were not expanded. */
export interface Deferred {
  __deferred: { uri: string };
}

/**
 * An object of the type T as services of OData 2.0 and 3.0 send it: dates are `/Date(…)/`, numbers may be strings, and
 * collections may be objects with `results`.
 */
export type Wire<T> = { [P in keyof T as P extends `${string}@${string}` ? never : P]: WireValue<T[P]> } & {
  __metadata?: WireMetadata;
};

// Strings with a type name would pass for objects.
type Scalar = string | number | boolean | null | undefined;

type WireValue<V> = unknown extends V ? V : V extends Scalar ? WireScalar<V> : WireObject<V> | Deferred;

type WireObject<V> = V extends readonly (infer Item)[] ? WireItem<Item>[] | { results: WireItem<Item>[] } : Wire<V>;

type WireItem<V> = unknown extends V ? V : V extends Scalar ? WireScalar<V> : Wire<V>;

type WireScalar<V> = V extends number
  ? number | string
  : V extends string
    ? typeof flavour extends keyof V
      ? Flavor<V> extends "Int64" | "Decimal"
        ? number | string
        : string
      : V
    : V;

type Flavor<V> = V extends { readonly [flavour]?: infer Name } ? Exclude<Name, undefined> : never;

/** A page of a collection; C is its type for apps. */
export type WirePage<C> = C extends { value: (infer Item)[] } ? ResultsPage<WireItem<Item>> : never;

/** A page of a collection of OData 3.0, whose services also send JSON light. */
export type WirePage3<C> = C extends { value: (infer Item)[] }
  ? ResultsPage<WireItem<Item>> | LightPage<WireItem<Item>>
  : never;

/** A page of items in the form of the wire. */
export interface ResultsPage<Item> {
  results: Item[];
  __count?: string | number | null;
  __next?: string | null;
}

/** A page of items in JSON light. */
export interface LightPage<Item> {
  value: Item[];
  "odata.count"?: string | number | null;
  "odata.nextLink"?: string | null;
}

/** T whose related entities of some names are of the types of these shapes; on the wire they may be deferred. */
export type WithRelated<T, Shapes> = Omit<T, keyof Shapes> & {
  [P in keyof T as P extends keyof Shapes ? P : never]: P extends keyof Shapes ? RelatedValue<T[P], Shapes[P]> : never;
};

type RelatedValue<V, S> = S extends Shape<infer E> ? RelatedTo<V, E> | Extract<V, Deferred | null | undefined> : V;

type RelatedTo<V, E> = [Extract<V, readonly unknown[]>] extends [never]
  ? E
  : E[] | ([Extract<V, { results: unknown }>] extends [never] ? never : { results: E[] });
