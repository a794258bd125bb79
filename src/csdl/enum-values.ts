import { edm } from "../edm/primitive-types.js";
import type { QualifiedName } from "../edm/names.js";
import type { Reading, Text } from "./reading.js";

// Underlying types of enumerations (CSDL 4.01 §10.1).
const BITS: ReadonlyMap<string, { readonly bits: bigint; readonly signed: boolean }> = new Map([
  [edm("Byte"), { bits: 8n, signed: false }],
  [edm("SByte"), { bits: 8n, signed: true }],
  [edm("Int16"), { bits: 16n, signed: true }],
  [edm("Int32"), { bits: 32n, signed: true }],
  [edm("Int64"), { bits: 64n, signed: true }],
]);

const DEFAULT_UNDERLYING_TYPE = edm("Int32");

/** The underlying type of an enum type. Reports a type that is not one of the five integer types. */
export function underlyingEnumType(
  type: QualifiedName,
  text: Text,
  name: string,
  { report }: Reading,
): QualifiedName | undefined {
  if (BITS.has(type)) return type;
  report.add("illegal-value", text.at, { name, value: text.value, expected: `one of ${[...BITS.keys()].join(", ")}` });
  return undefined;
}

/** The value of an enum member. Reports a value that is not an integer or outside the range of the underlying type. */
export function enumValue(
  text: Text,
  member: string,
  underlyingType: QualifiedName | undefined,
  reading: Reading,
): bigint | undefined {
  const type = underlyingType ?? DEFAULT_UNDERLYING_TYPE;
  const value = /^[+-]?[0-9]{1,20}$/.test(text.value) ? BigInt(text.value.replace("+", "")) : undefined;
  if (value !== undefined && fits(value, type)) return value;
  reading.report.add("illegal-enum-value", text.at, { member, value: text.value, type });
  return undefined;
}

function fits(value: bigint, type: QualifiedName): boolean {
  const range = BITS.get(type);
  if (range === undefined) return true;
  const half = 1n << (range.bits - 1n);
  return range.signed ? value >= -half && value < half : value >= 0n && value < 2n * half;
}
