/**
 * TypeScript types of the primitive Edm types as they are in JSON (OData JSON Format 4.01 §7.1), and the types of
 * request bodies, computed from the interfaces. Types only: this file has no code at run time.
 */

export declare const flavour: unique symbol;
export declare const unknownMember: unique symbol;
declare const unmapped: unique symbol;
declare const brand: unique symbol;
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

/** Edm.String, where a type of a user stands for it. */
export type String = Flavoured<"String">;
/** A number, or the text of one, where a type of a user stands for it. */
export type Numeric<Value extends number | string> = Value & { readonly [flavour]?: "Number" };

/** A type of a user for values of the type Value, which such values still are. */
export type Mapped<Value, Type extends Value> = Type & Value & { readonly [unmapped]?: Value };

/** Values of a type that is told apart by name: plain ones do not fit it until they are cast (`id as mapped.Guid`). */
export type Branded<Value, Name extends string> = Mapped<Value, Value & { readonly [brand]: Name }>;

/** Edm.Int64. Numbers are exact up to 2^53 only; write larger values as a string of digits. */
export type Int64 = number | string;
/** Edm.Decimal. Numbers are rounded to binary floating point; a string keeps every digit. */
export type Decimal = number | string;
/** Edm.Double. Infinities and not-a-number are strings, since JSON has no numbers for them. */
export type Double = number | "INF" | "-INF" | "NaN";
/** Edm.Single; see {@link Double}. */
export type Single = Double;

/** Edm.DateTime of OData 2.0 and 3.0: date and time without offset, such as `2012-12-03T07:16:23`. */
export type DateTime = Flavoured<"DateTime">;
/** Edm.Time of OData 2.0 and 3.0: a time of day as a duration, such as `PT07H16M23S`. */
export type Time = Flavoured<"Time">;
/** Edm.Int64 of OData 2.0 and 3.0: its digits. */
export type Int64String = Flavoured<"Int64">;
/** Edm.Decimal of OData 2.0 and 3.0: its digits, such as `12.50`. */
export type DecimalString = Flavoured<"Decimal">;

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
  "@odata.context"?: string | null;
  "@odata.count"?: number | string | null;
  "@odata.nextLink"?: string | null;
  "@odata.deltaLink"?: string | null;
}

/** A response in documentation: T, which may also have annotations and properties of derived types at any depth. */
export type Example<T> = T extends Scalar
  ? Shown<T>
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

type PartialExample<T> = T extends Scalar | Reference
  ? Shown<T>
  : T extends object
    ? T extends readonly unknown[]
      ? { [I in keyof T]: PartialExample<T[I]> }
      : { [P in keyof T]?: PartialExample<T[P]> } & More
    : T;

/** Documentation shows plain values, whatever type of a user they have. */
type Shown<T> = typeof unmapped extends keyof T ? NonNullable<T[typeof unmapped]> : T;

interface More {
  readonly [name: string]: unknown;
}
type Scalar = string | number | boolean | null | undefined | Refused;

/**
 * The interface T of what is read, as it is written: without the names `Without` and the annotations that only the
 * service sets, with every property optional at any depth, and with the listed members of enumerations alone. Nested
 * objects need no key: the service assigns the keys of entities that are created together with their parent (OData
 * Protocol 4.01 §11.4.2.2).
 */
export type Writable<T, Without = never> = {
  [P in keyof T as P extends Without | SetByService ? never : P]?: Value<T[P], "partial"> | undefined;
};

/** {@link Writable} for what is created: nested objects need the properties that their interfaces require. */
export type Insertable<T, Without = never> = {
  [P in keyof T as P extends Without | SetByService ? never : P]?: Value<T[P], "whole"> | undefined;
};

/** Relates the entities of single-valued navigation properties by their URLs, or none (OData JSON Format 4.01 §8.5). */
export type Bind<Name extends string> = { [P in Name as `${P}@odata.bind`]?: string | null | undefined };

/** {@link Bind} for navigation properties that always lead to an entity. */
export type BindOne<Name extends string> = { [P in Name as `${P}@odata.bind`]?: string | undefined };

/** Relates the entities of collection-valued navigation properties by their URLs. */
export type BindMany<Name extends string> = { [P in Name as `${P}@odata.bind`]?: readonly string[] | undefined };

/** An entity that exists, where an action takes an entity: its URL (OData JSON Format 4.01 §14). */
export interface Reference {
  "@odata.id": string;
}

/**
 * The body of a derived type where its base type is declared: `@odata.type` is required (OData JSON Format 4.01
 * §4.6.3).
 */
export type Derived<T, Name extends string> = T & { "@odata.type": TypeName<Name> };

/** A body of any type in a map of types by qualified name; `@odata.type` names it. */
export type AnyOf<Types> = {
  [Name in keyof Types & string]: Derived<Writable<Types[Name]>, Name>;
}[keyof Types & string];

/** The type of a property that cannot be written. No value can be assigned to it but `undefined`, which JSON drops. */
export type NotWritable = Refused | undefined;

interface Refused {
  readonly [notWritable]: never;
}

/** What every object has under a name such as `constructor`: an optional property of that name takes it, too. */
export type Inherited<Name extends keyof typeof Object.prototype> = (typeof Object.prototype)[Name];

/** A value of an open type with the properties that the type does not declare. */
export type Dynamic<T> = T & { [property: string]: unknown };

/** The name of a type in `@odata.type`; payloads have both spellings (OData JSON Format 4.01 §4.6.3). */
export type TypeName<Name extends string> = Name | `#${Name}`;

/** Annotations that are read with an entity or a stream property, and never written. */
type SetByService = "@odata.id" | "@odata.etag" | `${string}@odata.media${string}`;

type Nothing = Record<never, never>;
/** Whether nested objects need the properties that their interface requires (`whole`), or none (`partial`). */
type Extent = "whole" | "partial";
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
