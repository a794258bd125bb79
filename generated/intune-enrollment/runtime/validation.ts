export type { Flags } from "./edm.js";

/** A JSON object whose properties are not checked yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The name of a property or the index of an item; the empty name is the whole value. */
export type Name = string | number;

/**
 * Checks the properties of an object. It must read every property of the type, present or not: `refuseUnknown` relies
 * on it.
 */
export type Check = (value: JsonObject, context: Context) => void;

/** Checks one value, a property of an object or an item of a collection. `flags` are described below. */
export type ValueCheck = (value: unknown, context: Context, name: Name, flags?: number) => void;

/**
 * Kinds of issues: `type` (wrong JSON type), `missing`, `null`, `format` (wrong lexical form), `range` (number, length
 * or item count out of bounds), `member` (not one of the allowed values), `unknown-property`, `read-only` (must not be
 * written), `odata-type` (wrong `@odata.type`), `depth` (nested too deeply).
 */
export type IssueCode =
  | "type"
  | "missing"
  | "null"
  | "format"
  | "range"
  | "member"
  | "unknown-property"
  | "read-only"
  | "odata-type"
  | "depth";

/** A problem in a value. `path` has the property names and item indexes from the whole value to the problem. */
export interface Issue {
  readonly path: readonly (string | number)[];
  readonly code: IssueCode;
  readonly message: string;
}

/** A mode of validation: reading a response, or writing a body that creates or updates. */
interface Mode {
  /** The flag of required properties. */
  readonly required: number;
  /** The flag of properties that must be absent. */
  readonly refused: number;
  /**
   * Reports properties that the type does not have. Undefined in the mode `read`, which accepts unknown properties and
   * enumeration members, since services add them.
   */
  readonly strict: ((value: JsonObject, context: Context, check: Check) => void) | undefined;
}

/** The state of a validation. */
export interface Context extends Mode {
  /** The issues found so far; undefined when the validation stops at the first one. */
  readonly found: Found | undefined;
  /** Set when the result is certain; no further object is checked. */
  halted: boolean;
  /** The number of objects around the current one. */
  depth: number;
  /** Set by the check of an open type, which accepts undeclared properties (OData CSDL XML 4.01 §6.3 and §9.3). */
  open: boolean;
}

interface CollectedIssue extends Issue {
  readonly path: (string | number)[];
}

/** The issues that a validation collects, and how many at most. */
interface Found {
  readonly issues: CollectedIssue[];
  readonly limit: number;
}

// Flags of a property, combined with `|`. Checks that are called without flags use `nullable`: null and absence pass.
/** May be absent, must not be null. */
export const optional = 0;

/** May be null. */
export const nullable = 1;

/** Items of the collection may be null. */
export const nullableItems = 2;

export const requiredOnRead = 4;

export const requiredOnCreate = 8;

export const requiredOnUpdate = 16;

export const refusedOnCreate = 32;

export const refusedOnUpdate = 64;

/** Required in responses and when created; not null. */
export const required = 12;

/** Required in every mode: items of a collection, and the whole value. */
const always = 28;

/** Must not be written: the service sets it (Core.Computed). */
export const computed = 96;

/** Can be written on creation only (Core.Immutable, keys). */
export const immutable = 64;

/** The mode of responses: unknown properties and enumeration members are accepted. */
const read: Mode = { required: requiredOnRead, refused: 0, strict: undefined };

/** The initial state of a validation. Without `found` it stops at the first problem. */
function contextOf({ required, refused, strict }: Mode, found?: Found): Context {
  // Not a spread, which is a hundred times slower here: every validation calls this function.
  return { required, refused, strict, found, halted: false, depth: 0, open: false };
}

/**
 * Records an issue at a property of the current object. The caller of the object's check prepends the object's own
 * name.
 */
function fail(context: Context, name: Name, code: IssueCode, message: string = `is ${code}`): void {
  const { found } = context;
  if (found === undefined || found.issues.length >= found.limit) context.halted = true;
  else found.issues.push({ path: name === "" ? [] : [name], code, message });
}

/**
 * Reports a value that is absent, null, refused or of the wrong type, unless the flags allow it. `expected` completes
 * "must be …".
 */
function reject(value: unknown, context: Context, name: Name, flags: number, expected: string): void {
  if (value === undefined) {
    if (flags & context.required) fail(context, name, "missing");
  } else if (flags & context.refused) fail(context, name, "read-only");
  else if (value === null) {
    if (!(flags & nullable)) fail(context, name, "null", "must not be null");
  } else fail(context, name, "type", `must be ${expected}`);
}

/** A property of unknown type: only presence and null are checked. */
export function known(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (value === undefined || value === null || flags & context.refused) reject(value, context, name, flags, "a value");
}

/** Whether a value is a JSON object: neither null nor an array. */
function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Checks the properties of an object and, in strict modes, that it has no others. */
function inspect(value: JsonObject, context: Context, check: Check): void {
  check(value, context);
  context.strict?.(value, context, check);
}

/**
 * The qualified type name in `@odata.type` or `@type`; undefined when the object has neither. `#ns.type`, `ns.type` and
 * `https://host/$metadata#ns.type` all give `ns.type` (OData JSON Format 4.01 §4.6.3).
 */
function typeName(value: object): string | undefined {
  const name: unknown = "@odata.type" in value ? value["@odata.type"] : "@type" in value ? value["@type"] : undefined;
  return typeof name === "string" ? name.slice(name.lastIndexOf("#") + 1) : undefined;
}

/** Whether the `@odata.type` of a value is this type. False for values of a derived type. */
export function hasType(value: unknown, name: string): boolean {
  return typeof value === "object" && value !== null && typeName(value) === name;
}

// Deeper than any real payload, and far from overflowing the stack. Also ends the walk through cyclic objects.
const MAX_DEPTH = 512;

/** A value of a complex or entity type. */
export function object(value: unknown, context: Context, name: Name, check: Check, flags: number = nullable): void {
  if (isObject(value) && !(flags & context.refused)) lookInto(value, context, name, check);
  else reject(value, context, name, flags, "an object");
}

function lookInto(value: JsonObject, context: Context, name: Name, check: Check): void {
  if (context.halted) return;
  if (context.depth === MAX_DEPTH) {
    fail(context, name, "depth", "is nested too deeply");
    // An object with two cycles would otherwise be walked in every combination.
    context.halted = true;
    return;
  }
  const before = context.found?.issues.length ?? 0;
  context.depth++;
  inspect(value, context, check);
  context.depth--;
  prefix(context, before, name);
}

/** Prepends a name to the paths of the issues recorded since `from`. Valid values thus build no path. */
function prefix({ found }: Context, from: number, name: Name): void {
  if (found === undefined || found.issues.length === from || name === "") return;
  for (const issue of found.issues.slice(from)) issue.path.unshift(name);
}

/** An entity in the parameters of an action, or a reference to one that exists: an object with its URL. */
export function entity(value: unknown, context: Context, name: Name, check: Check, flags: number = nullable): void {
  if (isObject(value) && typeof value["@odata.id"] === "string") return;
  object(value, context, name, check, flags);
}

/** A collection of entities or references; see {@link entity}. */
export function entities(
  value: unknown,
  context: Context,
  name: Name,
  check: Check,
  flags: number = nullable | nullableItems,
): void {
  collection(value, context, name, (item, c, index, itemFlags) => entity(item, c, index, check, itemFlags), flags);
}

/** A collection. The flags apply to the collection itself, except `nullableItems`. */
export function collection(
  value: unknown,
  context: Context,
  name: Name,
  item: ValueCheck,
  flags: number = nullable | nullableItems,
): void {
  if (!Array.isArray(value) || flags & context.refused) return reject(value, context, name, flags, "an array");
  const before = context.found?.issues.length ?? 0;
  const itemFlags = flags & nullableItems ? always | nullable : always;
  for (let i = 0; i < value.length && !context.halted; i++) item(value[i], context, i, itemFlags);
  prefix(context, before, name);
}

/** A collection of complex or entity values. Unlike {@link collection}, it needs no closure for its items. */
export function objects(
  value: unknown,
  context: Context,
  name: Name,
  check: Check,
  flags: number = nullable | nullableItems,
): void {
  if (!Array.isArray(value) || flags & context.refused) return reject(value, context, name, flags, "an array");
  const before = context.found?.issues.length ?? 0;
  const itemFlags = flags & nullableItems ? always | nullable : always;
  for (let i = 0; i < value.length && !context.halted; i++) object(value[i], context, i, check, itemFlags);
  prefix(context, before, name);
}

/** A related entity: only checked to be an object, since validating it is up to the validator of its own type. */
export function navigation(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (!isObject(value) || flags & context.refused) reject(value, context, name, flags, "an object");
}

/** A collection of related entities; see {@link navigation}. */
export function navigationMany(value: unknown, context: Context, name: Name, flags?: number): void {
  collection(value, context, name, navigation, flags);
}

/** The `@odata.type` of a type without a base type: a string and, if `name` is given (no derived types), that name. */
export function odataType(value: unknown, context: Context, name?: string): void {
  if (value === undefined) return;
  if (typeof value !== "string") reject(value, context, "@odata.type", 0, "a string");
  else if (name !== undefined) odataTypeName(value, context, name);
}

/**
 * The `@odata.type` of a derived type without derived types of its own. Strings only: the check of the base reports
 * others.
 */
export function odataTypeName(value: unknown, context: Context, name: string): void {
  if (typeof value === "string" && value.slice(value.lastIndexOf("#") + 1) !== name) {
    fail(context, "@odata.type", "odata-type", `must be "#${name}"`);
  }
}

/** Marks the current type as open, so that undeclared properties are accepted. */
export function open(context: Context): void {
  context.open = true;
}

/**
 * The own property of an object, or undefined. For properties with the name of an inherited member of every JavaScript
 * object: `constructor`, `toString`, `__proto__`.
 */
export function own(value: JsonObject, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/**
 * Combines the checks of a type and its derived types: runs that of the type in `@odata.type`, else that of the base.
 */
export function variants(base: Check, derived: Readonly<Record<string, Check>>): Check {
  return (value, context) => {
    // The known properties depend on the value, so the caller cannot look for unknown ones: `inspect` does it here.
    open(context);
    const name = typeName(value) ?? "";
    inspect(value, context, (Object.hasOwn(derived, name) && derived[name]) || base);
  };
}

/** An enumeration: the name of a member. In responses any string is accepted, since services add members. */
export function enumeration(
  value: unknown,
  context: Context,
  name: Name,
  members: readonly string[],
  flags: number = nullable,
): void {
  if (typeof value !== "string" || flags & context.refused) reject(value, context, name, flags, "a string");
  else if (context.strict && !isMemberOf(value, members)) noMember(context, name, members);
}

/** An enumeration with IsFlags: member names separated by commas. In responses any string is accepted. */
export function flags(
  value: unknown,
  context: Context,
  name: Name,
  members: readonly string[],
  bits: number = nullable,
): void {
  if (typeof value !== "string" || bits & context.refused) reject(value, context, name, bits, "a string");
  else if (context.strict && !areMembers(value, members)) noMember(context, name, members);
}

/** A collection of enumeration members. */
export function enumerations(
  value: unknown,
  context: Context,
  name: Name,
  members: readonly string[],
  flags: number = nullable | nullableItems,
): void {
  collection(
    value,
    context,
    name,
    (item, c, index, itemFlags) => enumeration(item, c, index, members, itemFlags),
    flags,
  );
}

/** Whether each item of a comma-separated list is a member. White space around commas is ignored. */
function areMembers(value: string, members: readonly string[]): boolean {
  return value.split(",").every((part) => isMemberOf(part.trim(), members));
}

/** Of an enumeration without members nothing is known: it takes any string. */
function isMemberOf(value: string, members: readonly string[]): boolean {
  return members.length === 0 || members.includes(value);
}

function noMember(context: Context, name: Name, members: readonly string[]): void {
  fail(context, name, "member", `must be one of ${members.join(", ")}`);
}

/** Edm.Geography and its subtypes: a GeoJSON geometry (RFC 7946 §3.1). Coordinates are not checked. */
export function geography(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (!isGeoJson(value) || flags & context.refused) reject(value, context, name, flags, "a GeoJSON object");
}

/** Edm.Geometry and its subtypes, in the same form as Edm.Geography. */
export { geography as geometry };

function isGeoJson(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("type" in value) || typeof value.type !== "string") return false;
  const content = "coordinates" in value ? value.coordinates : "geometries" in value && value.geometries;
  return Array.isArray(content);
}

const INTEGER = /^[+-]?\d{1,19}$/;

// OData ABNF 4.01, rule decimalValue.
const DECIMAL = /^(?:[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?|-?INF|NaN)$/i;

/** Edm.Boolean: true or false. */
export function boolean(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value !== "boolean" || flags & context.refused) reject(value, context, name, flags, "true or false");
}

function outside(value: unknown, context: Context, name: Name, flags: number, expected: string): void {
  if (typeof value !== "number" || flags & context.refused) reject(value, context, name, flags, expected);
  else fail(context, name, "range", `must be ${expected}`);
}

/** Edm.Byte: an integer from 0 to 255. */
export function byte(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "number" && (value & 0xff) === value && !(flags & context.refused)) return;
  outside(value, context, name, flags, "an integer from 0 to 255");
}

/** Edm.SByte: an integer from -128 to 127. */
export function sbyte(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "number" && (value << 24) >> 24 === value && !(flags & context.refused)) return;
  outside(value, context, name, flags, "an integer from -128 to 127");
}

/** Edm.Int16: an integer of 16 bits, signed. */
export function int16(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "number" && (value << 16) >> 16 === value && !(flags & context.refused)) return;
  outside(value, context, name, flags, "an integer from -32768 to 32767");
}

/** Edm.Int32: an integer of 32 bits, signed. */
export function int32(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "number" && (value | 0) === value && !(flags & context.refused)) return;
  outside(value, context, name, flags, "an integer from -2147483648 to 2147483647");
}

/** Edm.Int64: an integer of at most 2^53 - 1 in magnitude, or a string of digits within 64 bits. */
export function int64(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (Number.isSafeInteger(value) && !(flags & context.refused)) return;
  if (typeof value === "string" && !(flags & context.refused)) checkInt64(value, context, name);
  else outside(value, context, name, flags, "an integer; beyond 2^53 JSON numbers lose digits, so it must be a string");
}

function checkInt64(value: string, context: Context, name: Name): void {
  if (!INTEGER.test(value)) fail(context, name, "format", "must be an integer");
  else if (BigInt.asIntN(64, BigInt(value)) !== BigInt(value)) fail(context, name, "range", "must be a 64-bit integer");
}

/** Edm.Decimal: a number of at most 2^53 - 1 in magnitude, above which integers lose digits, or a string. */
export function decimal(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "number" && Math.abs(value) <= Number.MAX_SAFE_INTEGER && !(flags & context.refused)) return;
  if (typeof value === "string" && !(flags & context.refused)) {
    if (!DECIMAL.test(value)) fail(context, name, "format", "must be a decimal number");
  } else outside(value, context, name, flags, "a number; beyond 2^53 JSON numbers lose digits, so it must be a string");
}

/** Edm.Double: a finite number, or one of the strings `INF`, `-INF` and `NaN`. */
export function double(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (Number.isFinite(value) && !(flags & context.refused)) return;
  floating(value, context, name, flags);
}

/** Edm.Single: like {@link double}, within the range of 32-bit floating point. */
export function single(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "number" && Number.isFinite(Math.fround(value)) && !(flags & context.refused)) return;
  floating(value, context, name, flags);
}

function floating(value: unknown, context: Context, name: Name, flags: number): void {
  const named = value === "INF" || value === "-INF" || value === "NaN";
  if (!named || flags & context.refused)
    outside(value, context, name, flags, 'a finite number, "INF", "-INF" or "NaN"');
}

/** A collection response: an object with the items in `value` (OData JSON Format 4.01 §13). */
export function collectionResponse(check: Check): Check {
  return (response, context) => objects(response["value"], context, "value", check, always);
}

/** A response with a collection of primitive values in `value` (OData JSON Format 4.01 §11). */
export function valuesResponse(check: ValueCheck): Check {
  return (response, context) => collection(response["value"], context, "value", check, always);
}

/** A response with a collection of enumeration members in `value`. */
export function membersResponse(members: readonly string[]): Check {
  return (response, context) => enumerations(response["value"], context, "value", members, always);
}

/** The issue to report when a value violates a rule. */
type Breach = readonly [code: IssueCode, message: string];

/**
 * Checks a value or each item of a collection. `holds` must accept values of other types: the check of the type reports
 * those.
 */
function rule(value: unknown, context: Context, name: Name, holds: (item: unknown) => boolean, breach: Breach): void {
  if (!context.strict || value === undefined || value === null || context.halted) return;
  if (Array.isArray(value)) collection(value, context, name, (item, c, index) => rule(item, c, index, holds, breach));
  else if (!holds(value)) fail(context, name, ...breach);
}

/**
 * Validation.Pattern: a string in which a regular expression finds a match. `flags` are those of a JavaScript RegExp.
 */
export function pattern(value: unknown, context: Context, name: Name, source: string, flags: string = "u"): void {
  const holds = (text: unknown): boolean => typeof text !== "string" || new RegExp(source, flags).test(text);
  rule(value, context, name, holds, ["format", `must match ${source}`]);
}

/** Validation.Minimum: at least the limit. */
export function minimum(value: unknown, context: Context, name: Name, limit: string): void {
  rule(value, context, name, (item) => !(compare(item, limit) < 0), ["range", `must be at least ${limit}`]);
}

/** Validation.Minimum with Validation.Exclusive: more than the limit. */
export function above(value: unknown, context: Context, name: Name, limit: string): void {
  rule(value, context, name, (item) => !(compare(item, limit) <= 0), ["range", `must be more than ${limit}`]);
}

/** Validation.Maximum: at most the limit. */
export function maximum(value: unknown, context: Context, name: Name, limit: string): void {
  rule(value, context, name, (item) => !(compare(item, limit) > 0), ["range", `must be at most ${limit}`]);
}

/** Validation.Maximum with Validation.Exclusive: less than the limit. */
export function below(value: unknown, context: Context, name: Name, limit: string): void {
  rule(value, context, name, (item) => !(compare(item, limit) >= 0), ["range", `must be less than ${limit}`]);
}

const DIGITS = /^[+-]?\d+$/;

/**
 * Negative, zero or positive when the value is less than, equal to or greater than the limit; NaN when it is not a
 * number.
 */
function compare(value: unknown, limit: string): number {
  if (typeof value !== "number" && typeof value !== "string") return NaN;
  if (value === "INF") return 1;
  if (value === "-INF") return -1;
  const text = String(value);
  // Integers of 64 bits do not fit in a JavaScript number.
  if (DIGITS.test(text) && DIGITS.test(limit)) return Number(BigInt(text) - BigInt(limit));
  return text === "" ? NaN : Number(text) - Number(limit);
}

/** Validation.MultipleOf: an integer multiple of the step. */
export function multipleOf(value: unknown, context: Context, name: Name, step: string): void {
  rule(value, context, name, (item) => isMultiple(String(item), step), ["range", `must be a multiple of ${step}`]);
}

const PARTS = /^([+-]?\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;

/** Computed with integers: in binary floating point, 0.3 would be no multiple of 0.1. */
function isMultiple(text: string, step: string): boolean {
  const [value, unit] = [scaled(text), scaled(step)];
  if (value === undefined || unit === undefined) return true;
  const exponent = Math.min(value.exponent, unit.exponent);
  const whole = ({ digits, exponent: own }: Scaled): bigint => digits * 10n ** BigInt(own - exponent);
  return whole(value) % whole(unit) === 0n;
}

/** The number `digits` × 10^`exponent`. */
interface Scaled {
  readonly digits: bigint;
  readonly exponent: number;
}

function scaled(text: string): Scaled | undefined {
  const [, whole, fraction = "", exponent = "0"] = PARTS.exec(text) ?? [];
  return whole === undefined
    ? undefined
    : { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

/** Validation.AllowedValues: one of the values. Numbers may be given as strings. */
export function allowed(
  value: unknown,
  context: Context,
  name: Name,
  ...values: readonly (string | number | boolean)[]
): void {
  const holds = (item: unknown): boolean =>
    values.some((one) => one === item || (typeof one === "number" && typeof item === "string" && Number(item) === one));
  rule(value, context, name, holds, ["member", `must be one of ${values.join(", ")}`]);
}

/** Validation.MinItems: a collection with at least this number of items. */
export function minItems(value: unknown, context: Context, name: Name, count: number): void {
  if (context.strict && Array.isArray(value) && value.length < count)
    fail(context, name, "range", `must have at least ${count} items`);
}

/** Validation.MaxItems: a collection with at most this number of items. */
export function maxItems(value: unknown, context: Context, name: Name, count: number): void {
  if (context.strict && Array.isArray(value) && value.length > count)
    fail(context, name, "range", `must have at most ${count} items`);
}

// Lexical forms of the OData ABNF 4.01, rules guidValue, dateValue, timeOfDayValue and so on. Literals in ABNF are
// case-insensitive (RFC 5234 §2.3).
const GUID = /* @__PURE__ */ guidForm();

// A date that exists. First the days 1 to 28 of a four-digit year, which are most dates and match fastest; then the
// other days of all months but February; last 29 February of leap years. Years of more than four digits have no leading
// zero.
const DAY =
  "(?:\\d\\d\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])" +
  "|-?(?!0\\d{4})(?:\\d{4,}-(?!02-29|02-3|(?:0[469]|11)-31)(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])" +
  "|\\d*(?:\\d\\d(?:[2468][048]|[13579][26]|0[48])|(?:[2468][048]|[13579][26]|0[048])00)-02-29))";

const TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d(?::(?:[0-5]\\d|60)(?:\\.\\d{1,12})?)?";

const OFFSET = "(?:[Zz]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)";

const DATE = /* @__PURE__ */ whole(DAY);

const TIME_OF_DAY = /* @__PURE__ */ whole(TIME);

const DATE_TIME_OFFSET = /* @__PURE__ */ whole(DAY, "[Tt]", TIME, OFFSET);

// XML Schema dayTimeDuration: at least one component, and at least one after `T`.
const DURATION = /^-?P(?=.)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/i;

const BASE64 = /^[\w+/-]*={0,2}$/;

/**
 * A regular expression for the whole text. Bundlers can drop a call marked pure when its result is unused, but not
 * every expression.
 */
function whole(...parts: readonly string[]): RegExp {
  return new RegExp(`^${parts.join("")}$`);
}

/** The form of a GUID with each digit written out: V8 matches it three times faster than quantifiers such as `{8}`. */
function guidForm(): RegExp {
  return whole([8, 4, 4, 4, 12].map((length) => "[\\dA-Fa-f]".repeat(length)).join("-"));
}

/** Edm.String. `maxLength` is in Unicode characters, not UTF-16 code units. */
export function string(
  value: unknown,
  context: Context,
  name: Name,
  flags: number = nullable,
  maxLength: number = Infinity,
): void {
  if (typeof value !== "string" || flags & context.refused) reject(value, context, name, flags, "a string");
  // A character outside the Basic Multilingual Plane has the length 2 in JavaScript.
  else if (value.length > maxLength && [...value].length > maxLength) {
    fail(context, name, "range", `must have at most ${maxLength} characters`);
  }
}

function malformed(value: unknown, context: Context, name: Name, flags: number, expected: string): void {
  if (typeof value !== "string" || flags & context.refused) reject(value, context, name, flags, expected);
  else fail(context, name, "format", `must be ${expected}`);
}

/** Edm.Guid: 8-4-4-4-12 hexadecimal digits. */
export function guid(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "string" && GUID.test(value) && !(flags & context.refused)) return;
  malformed(value, context, name, flags, "a GUID");
}

/** Edm.Date: a date that exists, such as `2012-12-03`. */
export function date(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "string" && DATE.test(value) && !(flags & context.refused)) return;
  malformed(value, context, name, flags, "a date such as 2012-12-03");
}

/** Edm.TimeOfDay: a time such as `07:59:59.999`; seconds are optional. */
export function timeOfDay(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "string" && TIME_OF_DAY.test(value) && !(flags & context.refused)) return;
  malformed(value, context, name, flags, "a time such as 07:59:59.999");
}

/** Edm.DateTimeOffset: date, time and offset from UTC, such as `2012-12-03T07:16:23Z`. */
export function dateTimeOffset(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "string" && DATE_TIME_OFFSET.test(value) && !(flags & context.refused)) return;
  malformed(value, context, name, flags, "a time such as 2012-12-03T07:16:23Z");
}

/** Edm.Duration: days, hours, minutes and seconds, such as `P12DT23H59M59.9S`. */
export function duration(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "string" && DURATION.test(value) && !(flags & context.refused)) return;
  malformed(value, context, name, flags, "a duration such as P12DT23H59M59.9S");
}

/** Edm.Binary: base64url or base64 (RFC 4648 §4 and §5), with or without padding. */
export function binary(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "string" && isBase64(value) && !(flags & context.refused)) return;
  malformed(value, context, name, flags, "base64url text");
}

/**
 * Checks the length by arithmetic: a regular expression with groups of four would overflow its stack on large content.
 */
function isBase64(text: string): boolean {
  if (!BASE64.test(text)) return false;
  const padded = text.indexOf("=", text.length - 2);
  const length = padded < 0 ? text.length : padded;
  // The unused bits of the last character must be zero (OData ABNF 4.01, rules base64b8 and base64b16).
  const left = length % 4;
  if (left === 1 || (padded >= 0 && text.length % 4 !== 0)) return false;
  return left === 0 || (left === 2 ? "AQgw" : "AEIMQUYcgkosw048").includes(text.charAt(length - 1));
}

/** The mode of bodies that create an entity, and of action parameters. */
const create: Mode = { required: requiredOnCreate, refused: refusedOnCreate, strict: refuseUnknown };

/** The mode of bodies that update an entity. */
const update: Mode = { required: requiredOnUpdate, refused: refusedOnUpdate, strict: refuseUnknown };

/** The properties of a type; undefined when the type is open. */
type Known = ReadonlySet<string> | undefined;

// A cache: the properties that a check reads never change. Weak, so that an entry is collected with its check.
const knownNames = new WeakMap<Check, { readonly names: Known }>();

function refuseUnknown(value: JsonObject, context: Context, check: Check): void {
  const { names } = knownNames.get(check) ?? learn(check);
  if (names === undefined) return;
  for (const name in value) {
    // Names with `@` are annotations (OData JSON Format 4.01 §4.6). JSON.stringify drops undefined values.
    if (!names.has(name) && !name.includes("@") && Object.hasOwn(value, name) && value[name] !== undefined) {
      fail(context, name, "unknown-property", "is not a property of this type");
    }
  }
}

/**
 * Runs the check on a proxy that records the names of the properties read. A check reads every property of its type,
 * inherited ones included, so generated code needs no separate list of names.
 */
function learn(check: Check): { readonly names: Known } {
  const names = new Set<string>();
  const note = (_: object, name: string | symbol): undefined => void names.add(String(name));
  const context = contextOf(read);
  check(
    new Proxy({}, { get: note, has: (_, name) => note(_, name) ?? false, getOwnPropertyDescriptor: note }),
    context,
  );
  const known = { names: context.open ? undefined : names };
  knownNames.set(check, known);
  return known;
}

/** How many issues a message names. */
const NAMED = 3;

/** The error for an invalid value. Its message names the first issues. */
export class ValidationError extends Error {
  override readonly name: string = "ValidationError";
  /** All issues, at least one. */
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(messageOf(issues));
    this.issues = issues;
  }
}

function messageOf(issues: readonly Issue[]): string {
  const named = issues.slice(0, NAMED).map(({ path, message }) => `${path.join("/") || "the value"} ${message}`);
  if (issues.length > NAMED) named.push(`and ${issues.length - NAMED} more`);
  return named.join("; ");
}

/** The result of a validation: the value itself, neither changed nor copied, or its issues. */
export type Result<T> = Valid<T> | Invalid;

/** The result for a valid value. `issues` is undefined, as Standard Schema requires. */
interface Valid<T> {
  readonly ok: true;
  readonly value: T;
  readonly issues?: undefined;
}

/** The result for an invalid value, with at least one issue. */
interface Invalid {
  readonly ok: false;
  readonly issues: readonly Issue[];
}

export interface ValidateOptions {
  /** The number of issues after which the validation stops, at least 1. By default all issues are collected. */
  readonly maxIssues?: number | undefined;
}

/**
 * Checks values of one type. Every schema is a Standard Schema, version 1 (https://standardschema.dev), for libraries
 * that accept schemas of any origin.
 */
export interface Schema<T> {
  /** Whether a value is valid. Stops at the first issue, so it is faster than `validate`. */
  readonly is: (value: unknown) => value is T;
  /** Returns the value itself or its issues. */
  readonly validate: (value: unknown, options?: ValidateOptions) => Result<T>;
  /** Returns the value itself. Throws a {@link ValidationError} with all issues when the value is invalid. */
  readonly parse: (value: unknown) => T;
  readonly "~standard": StandardProperties<T>;
}

// Named interfaces: the compiler would instantiate inline types anew for each of thousands of schemas.
interface StandardProperties<T> {
  readonly version: 1;
  readonly vendor: string;
  /** A {@link Result} is a result of the standard; `ok` and the codes of issues are additions. */
  readonly validate: (value: unknown) => Result<T>;
  readonly types?: StandardTypes<T> | undefined;
}

interface StandardTypes<T> {
  readonly input: T;
  readonly output: T;
}

// Checks and lists of members are given as functions that return them: see the generated `validators.ts`.
/** The schema of a structured type in responses. */
export function readSchema<T>(check: () => Check): Schema<T> {
  return objectSchema(check, read);
}

/** The schema of a body that creates an entity, or of the parameters of an action. */
export function createSchema<T>(check: () => Check): Schema<T> {
  return objectSchema(check, create);
}

/** The schema of a body that updates an entity. */
export function updateSchema<T>(check: () => Check): Schema<T> {
  return objectSchema(check, update);
}

/** The schema of an enumeration, which accepts listed members only. */
export function memberSchema<E>(members: () => readonly string[]): Schema<E> {
  return valueSchema((value, context, name, bits) => enumeration(value, context, name, members(), bits), create);
}

/** The schema of an enumeration with IsFlags, which accepts comma-separated lists of listed members. */
export function flagsSchema<E>(members: () => readonly string[]): Schema<E> {
  return valueSchema((value, context, name, bits) => flags(value, context, name, members(), bits), create);
}

/** Checks the whole value without the bookkeeping that nested objects need. */
function objectSchema<T>(check: () => Check, mode: Mode): Schema<T> {
  return valueSchema((value, context) => {
    if (isObject(value)) inspect(value, context, check());
    else reject(value, context, "", always, "an object");
  }, mode);
}

/** The schema of any value, such as a primitive one. */
export function valueSchema<T>(check: ValueCheck, mode: Mode = read): Schema<T> {
  const validate = (value: unknown, options?: ValidateOptions): Result<T> => {
    const issues: CollectedIssue[] = [];
    const limit = Math.max(1, options?.maxIssues ?? Infinity);
    check(value, contextOf(mode, { issues, limit }), "", always);
    // A value without issues is a T.
    return issues.length === 0 ? { ok: true, value: value as T } : { ok: false, issues };
  };
  return {
    is: (value): value is T => {
      const context = contextOf(mode);
      check(value, context, "", always);
      return !context.halted;
    },
    validate,
    parse: (value) => {
      const { issues } = validate(value);
      if (issues) throw new ValidationError(issues);
      return value as T;
    },
    "~standard": { version: 1, vendor: "odata-codegen", validate },
  };
}
