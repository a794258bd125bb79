/**
 * TypeScript types of the primitive Edm types as they are in JSON (OData JSON Format 4.01 §7.1), and the types of
 * request bodies, computed from the interfaces. Types only: this file has no code at run time.
 */

declare const flavour: unique symbol;
declare const unknownMember: unique symbol;
declare const notWritable: unique symbol;

/** A string with a type name. Any plain string can be assigned to it, a string with another type name cannot. */
type Flavoured<Name extends string> = string & { readonly [flavour]?: Name };

/** Edm.Guid: 32 hexadecimal digits, such as `01234567-89ab-cdef-0123-456789abcdef`. */
export type Guid = Flavoured<"Guid">;
/** Edm.Date: year, month and day, such as `2012-12-03`. */
export type Date = Flavoured<"Date">;
/** Edm.TimeOfDay: hours, minutes, seconds and up to 12 fractional digits, such as `07:59:59.999`. */
export type TimeOfDay = Flavoured<"TimeOfDay">;
/**
 * Edm.Duration: an XML Schema dayTimeDuration, such as `P12DT23H59M59.9S` (12 days, 23 hours, 59 minutes, 59.9
 * seconds).
 */
export type Duration = Flavoured<"Duration">;
/** Edm.DateTimeOffset: date, time and offset from UTC, such as `2012-12-03T07:16:23Z`. */
export type DateTimeOffset = Flavoured<"DateTimeOffset">;
/** Edm.Binary: the bytes as base64url (RFC 4648 §5). */
export type Binary = Flavoured<"Binary">;

/** Edm.Int64. Numbers are exact up to 2^53 only; write larger values as a string of digits. */
export type Int64 = number | string;
/** Edm.Decimal. Numbers are rounded to binary floating point; a string keeps every digit. */
export type Decimal = number | string;
/** Edm.Double. Infinities and not-a-number are strings, since JSON has no numbers for them. */
export type Double = number | "INF" | "-INF" | "NaN";
/** Edm.Single; see {@link Double}. */
export type Single = Double;

/**
 * Longitude and latitude in degrees, then optionally altitude in meters (RFC 7946 §3.1.1); for Edm.Geometry the axes of
 * its reference system.
 */
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

/**
 * An enumeration member that the schema does not list. The marker lets `Value` remove it from unions that are written.
 */
export type UnknownMember = string & { readonly [unknownMember]?: true };

/** An enumeration in a response: one of its members or, since services add members, any other string. */
export type Open<E extends string> = E | UnknownMember;

/** A value of an enumeration with IsFlags: one member, or several separated by commas. */
export type Flags<E extends string> = E | Flavoured<"Flags">;

/** The JSON of a collection response, with its annotations (OData JSON Format 4.01 §13). */
export interface Collection<T> {
  value: T[];
  "@odata.context"?: string;
  "@odata.count"?: number;
  "@odata.nextLink"?: string;
  "@odata.deltaLink"?: string;
}

/** A response in documentation: T, which may also have annotations and properties of derived types at any depth. */
export type Example<T> = T extends Scalar
  ? T
  : T extends object
    ? T extends readonly unknown[]
      ? { [I in keyof T]: Example<T[I]> }
      : { [P in keyof T]: Example<T[P]> } & More
    : T;

/**
 * A request body in documentation. Like {@link Example}, but nested objects may omit properties, such as the keys of
 * new related entities.
 */
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

/** How the request bodies of a type differ from its interface, which describes responses. */
export interface WriteFacts {
  /** Union of the names of properties that cannot be written. */
  omit?: string;
  /** Union of the names of required properties. */
  require?: string;
  /** Union of the names of single-valued navigation properties that can be bound to an existing entity. */
  bind?: string;
  /** Union of the names of collection-valued navigation properties that can be bound to existing entities. */
  bindMany?: string;
  /** Types of properties, by name, that differ from those of the interface. */
  replace?: object;
}

/** The body that creates an entity (POST), and the value of an action parameter. */
export type Create<T, F extends WriteFacts = Nothing> = Properties<T, F, "whole"> &
  Required<T, F, "whole"> &
  Bindings<F>;

/**
 * {@link Create} for interfaces whose only required properties are keys. Nested objects need no key: the service
 * assigns the keys of entities that are created together with their parent (OData Protocol 4.01 §11.4.2.2).
 */
export type CreateKeyless<T, F extends WriteFacts = Nothing> = Properties<T, F, "partial"> &
  Required<T, F, "partial"> &
  Bindings<F>;

/** The body that updates an entity (PATCH): every property is optional, at any depth. */
export type Update<T, F extends WriteFacts = Nothing> = Properties<T, F, "partial"> & Bindings<F>;

/**
 * The body of a derived type where its base type is declared: `@odata.type` is required (OData JSON Format 4.01
 * §4.6.3).
 */
export type Derived<T, Name extends string> = T & { "@odata.type": Name | `#${Name}` };

/** A body of any type in a map of types by qualified name; `@odata.type` names it. */
export type AnyOf<Types> = {
  [Name in keyof Types & string]: Derived<Update<Types[Name]>, Name>;
}[keyof Types & string];

/** The type of a property that cannot be written. No value can be assigned to it. */
export interface NotWritable {
  readonly [notWritable]: never;
}

type Nothing = Record<never, never>;
/** Whether nested objects need the properties that their interface requires (`whole`), or none (`partial`). */
type Extent = "whole" | "partial";
type Fact<F extends WriteFacts, Name extends keyof WriteFacts> = F extends { [N in Name]: infer Value } ? Value : never;

// A plain mapped type over `keyof T`: the compiler resolves it only where the shape is used, and a schema has thousands
// of them. Omitted properties keep their name and get the type `NotWritable`. That keeps the doc comments of the
// others, and the compiler still reports an omitted property in an object that is not a literal.
type Properties<T, F extends WriteFacts, E extends Extent> = {
  [P in keyof T]?: (P extends Fact<F, "omit"> ? NotWritable : Property<T, P, F, E>) | undefined;
};

// The index signature of an open type is dropped: only declared properties can be required.
type Required<T, F extends WriteFacts, E extends Extent> = {
  [P in keyof T as string extends P ? never : P & Fact<F, "require">]-?: Property<
    { [N in P]: Exclude<T[N], undefined> },
    P,
    F,
    E
  >;
};

// Undeclared properties of an open type (`string extends P`) are never replaced.
type Property<T, P extends keyof T, F extends WriteFacts, E extends Extent> = string extends P
  ? T[P]
  : F extends { replace: { [N in P]: infer Replaced } }
    ? Replaced
    : Value<T[P], E>;

/** Binds navigation properties to existing entities by their URLs (OData JSON Format 4.01 §8.5). */
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
