/** Values that are no value of a type. */
import type { TypeRef } from "../../../src/edm/elements.js";
import type { Model } from "../../../src/edm/model.js";
import type { QualifiedName } from "../../../src/edm/names.js";
import { edmTypeOf, type EdmTypeName } from "../../../src/edm/primitive-types.js";
import { underlyingType } from "../../../src/facts/value-rules.js";
import type { Mode } from "./mutants.js";
import type { Service } from "./service.js";

/** `type`: another JSON type; the others are named as the codes of the issues. */
export type FaultKind =
  "type" | "format" | "range" | "member" | "null" | "missing" | "extra" | "read-only" | "odata-type" | "control";

type Fault = readonly [kind: FaultKind, value: unknown];

const TEXT: readonly Fault[] = [["type", 5]];
const FORMATTED: readonly Fault[] = [...TEXT, ["format", "no such form!"]];

const faultsOfPrimitives: Readonly<Partial<Record<EdmTypeName, readonly Fault[]>>> = {
  String: TEXT,
  Binary: FORMATTED,
  Date: FORMATTED,
  DateTimeOffset: FORMATTED,
  Duration: FORMATTED,
  Guid: FORMATTED,
  TimeOfDay: FORMATTED,
  Boolean: [["type", "true"]],
  Byte: integer(256),
  SByte: integer(128),
  Int16: integer(2 ** 15),
  Int32: integer(2 ** 31),
  Int64: [
    ["type", true],
    ["format", "1.5"],
    ["range", "9223372036854775808"],
  ],
  Decimal: [
    ["type", true],
    ["format", "one"],
  ],
  Double: [["type", "1.5"]],
  Single: [
    ["type", "1.5"],
    ["range", 1e39],
  ],
};

function integer(tooGreat: number): readonly Fault[] {
  return [
    ["type", "1"],
    ["range", tooGreat],
    ["range", 0.5],
  ];
}

const EVOLVABLE = "unknownFutureValue";

/** Wrong values of a type, or of the items of a collection of it; null is another matter. */
export function wrongValues({ type }: TypeRef, mode: Mode, { model }: Service): readonly Fault[] {
  const primitive = edmTypeOf(underlyingType(type, model));
  if (primitive !== undefined) return faultsOfPrimitives[primitive] ?? [];
  const found = model.type(type);
  if (found === undefined) return [];
  if (found.kind !== "EnumType") return [["type", "text"]];
  if (mode === "read" || found.members.length === 0) return TEXT;
  // No value of its own: it marks that the service may add members.
  const isEvolvable = found.members.some(({ name }) => name === EVOLVABLE);
  return [...TEXT, ["member", "noSuchMember"], ...(isEvolvable ? [["member", EVOLVABLE] as const] : [])];
}

/** Whether any JSON value is one of the type, or nothing is known of it. */
export function isAnything(name: QualifiedName, model: Model): boolean {
  const primitive = edmTypeOf(underlyingType(name, model));
  if (primitive !== undefined) return faultsOfPrimitives[primitive] === undefined;
  return model.type(name) === undefined;
}
