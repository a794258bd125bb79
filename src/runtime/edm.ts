/**
 * The types that stand for Edm types in generated interfaces, and the write shapes computed from them.
 * Types only: nothing of this file is left at run time.
 */

declare const flavour: unique symbol;
declare const unknownMember: unique symbol;
declare const notWritable: unique symbol;

/** A string that says what it holds. Any plain string fits; a string of another flavour does not. */
type Flavoured<Name extends string> = string & { readonly [flavour]?: Name };

/** Edm.Guid: `01234567-89ab-cdef-0123-456789abcdef`. */
export type Guid = Flavoured<"Guid">;
/** Edm.Date: `2012-12-03`. */
export type Date = Flavoured<"Date">;
/** Edm.TimeOfDay: `07:59:59.999`. */
export type TimeOfDay = Flavoured<"TimeOfDay">;
/** Edm.Duration: `P12DT23H59M59.9S`. */
export type Duration = Flavoured<"Duration">;
/** Edm.DateTimeOffset: `2012-12-03T07:16:23Z`. */
export type DateTimeOffset = Flavoured<"DateTimeOffset">;
/** Edm.Binary: base64url text. */
export type Binary = Flavoured<"Binary">;

/** Edm.Int64. A number is exact up to 2^53; a string is always exact. */
export type Int64 = number | string;
/** Edm.Decimal. A string keeps every digit. */
export type Decimal = number | string;
/** Edm.Double: JSON has no number for the infinities and for not-a-number, so these are strings. */
export type Double = number | "INF" | "-INF" | "NaN";
/** Edm.Single; see {@link Double}. */
export type Single = Double;

/** Longitude, latitude, then altitude where it is known; for Edm.Geometry the axes of its reference system. */
export type Position = [number, number, ...number[]];

interface Geo<Type extends string, Coordinates> {
  type: Type;
  coordinates: Coordinates;
  crs?: { type: "name"; properties: { name: string } };
}

/** Edm.GeographyPoint as GeoJSON. */
export type GeographyPoint = Geo<"Point", Position>;
/** Edm.GeographyLineString as GeoJSON. */
export type GeographyLineString = Geo<"LineString", Position[]>;
/** Edm.GeographyPolygon as GeoJSON: the outer ring, then the holes. */
export type GeographyPolygon = Geo<"Polygon", Position[][]>;
/** Edm.GeographyMultiPoint as GeoJSON. */
export type GeographyMultiPoint = Geo<"MultiPoint", Position[]>;
/** Edm.GeographyMultiLineString as GeoJSON. */
export type GeographyMultiLineString = Geo<"MultiLineString", Position[][]>;
/** Edm.GeographyMultiPolygon as GeoJSON. */
export type GeographyMultiPolygon = Geo<"MultiPolygon", Position[][][]>;
/** Edm.GeographyCollection as GeoJSON. */
export interface GeographyCollection {
  type: "GeometryCollection";
  geometries: Geography[];
  crs?: { type: "name"; properties: { name: string } };
}
/** Edm.Geography: any of its subtypes. */
export type Geography =
  | GeographyPoint
  | GeographyLineString
  | GeographyPolygon
  | GeographyMultiPoint
  | GeographyMultiLineString
  | GeographyMultiPolygon
  | GeographyCollection;

/** Edm.GeometryPoint as GeoJSON. */
export type GeometryPoint = GeographyPoint;
/** Edm.GeometryLineString as GeoJSON. */
export type GeometryLineString = GeographyLineString;
/** Edm.GeometryPolygon as GeoJSON. */
export type GeometryPolygon = GeographyPolygon;
/** Edm.GeometryMultiPoint as GeoJSON. */
export type GeometryMultiPoint = GeographyMultiPoint;
/** Edm.GeometryMultiLineString as GeoJSON. */
export type GeometryMultiLineString = GeographyMultiLineString;
/** Edm.GeometryMultiPolygon as GeoJSON. */
export type GeometryMultiPolygon = GeographyMultiPolygon;
/** Edm.GeometryCollection as GeoJSON. */
export type GeometryCollection = GeographyCollection;
/** Edm.Geometry: any of its subtypes. */
export type Geometry = Geography;

/** A member that the schema did not list. Marked, so that write shapes can take it out of a union. */
export type UnknownMember = string & { readonly [unknownMember]?: true };

/** An enumeration as it is read: services add members, so any string may come. */
export type Open<E extends string> = E | UnknownMember;

/** A value of an enumeration with flags: one member, or several with commas between. */
export type Flags<E extends string> = E | Flavoured<"Flags">;

/** A collection as it is on the wire. */
export interface Collection<T> {
  value: T[];
  "@odata.context"?: string;
  "@odata.count"?: number;
  "@odata.nextLink"?: string;
  "@odata.deltaLink"?: string;
}

/** A value as documentation shows it: annotations, and what a derived type has, go along with what the type lists. */
export type Example<T> = T extends Scalar
  ? T
  : T extends object
    ? T extends readonly unknown[]
      ? { [I in keyof T]: Example<T[I]> }
      : { [P in keyof T]: Example<T[P]> } & More
    : T;

/** The same of a body that is sent: related entities that are created along with it need no key. */
export type SentExample<T> = { [P in keyof T]: PartialExample<T[P]> } & More;

type PartialExample<T> = T extends Scalar
  ? T
  : T extends object
    ? T extends readonly unknown[]
      ? { [I in keyof T]: PartialExample<T[I]> }
      : { [P in keyof T]?: PartialExample<T[P]> } & More
    : T;

interface More {
  readonly [name: string]: unknown;
}
type Scalar = string | number | boolean | null | undefined | NotWritable;

/** What the schema says about writing a type, beside the interface that says how it is read. */
export interface WriteFacts {
  /** Names of the properties that cannot be written. */
  omit?: string;
  /** Names of the properties that have to be given. */
  require?: string;
  /** Names of the single-valued navigation properties that can be bound to an existing entity. */
  bind?: string;
  /** Names of the collection-valued navigation properties that can be bound to existing entities. */
  bindMany?: string;
  /** Types of properties that are not computed from the interface. */
  replace?: object;
}

/** How a type is written when an entity is created, or when a value is given to an action. */
export type Create<T, F extends WriteFacts = Nothing> = Properties<T, F, "whole"> &
  Required<T, F, "whole"> &
  Bindings<F>;

/**
 * The same for a service that leaves out what was not selected, so that a key alone is known to be there when read:
 * the service gives it, also to an entity that is created within another (OData Protocol 4.01 §11.4.2.2).
 */
export type CreateKeyless<T, F extends WriteFacts = Nothing> = Properties<T, F, "partial"> &
  Required<T, F, "partial"> &
  Bindings<F>;

/** How a type is written when an entity is changed: nothing is required, at any depth. */
export type Update<T, F extends WriteFacts = Nothing> = Properties<T, F, "partial"> & Bindings<F>;

/** A write shape of a derived type, where its base is expected: the service has to be told which type it is. */
export type Derived<T, Name extends string> = T & { "@odata.type": Name | `#${Name}` };

/** The type of a property that cannot be written: no value is of it. */
export interface NotWritable {
  readonly [notWritable]: never;
}

type Nothing = Record<never, never>;
/** Whether a value within must have what it has when it is read. */
type Extent = "whole" | "partial";
type Fact<F extends WriteFacts, Name extends keyof WriteFacts> = F extends { [N in Name]: infer Value } ? Value : never;

// Mapped types over `keyof` of a type parameter, and nothing but these: the compiler looks inside only when a shape is
// used, and a schema has thousands of them. So an omitted property is not taken out of the names but out of the values,
// which also keeps the doc comments of the others, and finds it in an object that is passed on.
type Properties<T, F extends WriteFacts, E extends Extent> = {
  [P in keyof T]?: (P extends Fact<F, "omit"> ? NotWritable : Property<T, P, F, E>) | undefined;
};

// An open type has every name: those that it declares are required alone.
type Required<T, F extends WriteFacts, E extends Extent> = {
  [P in keyof T as string extends P ? never : P & Fact<F, "require">]-?: Property<
    { [N in P]: Exclude<T[N], undefined> },
    P,
    F,
    E
  >;
};

// The names that an open type does not list are of none of the replaced types.
type Property<T, P extends keyof T, F extends WriteFacts, E extends Extent> = string extends P
  ? T[P]
  : F extends { replace: { [N in P]: infer Replaced } }
    ? Replaced
    : Value<T[P], E>;

/** OData JSON Format 4.01 §8.5: a relationship to an entity that exists is written as the entity's URL. */
type Bindings<F extends WriteFacts> = {
  [P in keyof F as P extends "bind" | "bindMany" ? `${F[P] & string}@odata.bind` : never]?:
    (P extends "bind" ? string : readonly string[]) | undefined;
};

type Value<V, E extends Extent> = V extends string | number | boolean | null | undefined
  ? typeof unknownMember extends keyof V
    ? never
    : V
  : V extends readonly unknown[]
    ? { readonly [I in keyof V]: Value<V[I], E> }
    : V extends object
      ? E extends "partial"
        ? { [P in keyof V]?: Value<V[P], E> | undefined }
        : { [P in keyof V]: Nothing extends Pick<V, P> ? Value<V[P], E> | undefined : Value<V[P], E> }
      : V;
