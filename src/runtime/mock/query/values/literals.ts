import type { MockService } from "../../service.js";
import type { Operand } from "../contract.js";
import { QueryFault, unknownName } from "../fault.js";
import { own, typeNamed, UNTYPED } from "../names.js";
import type { Parsing } from "../parsing.js";
import { secondsOf } from "./times.js";

const QUOTED = /([\p{L}_][\p{L}\p{M}\p{N}_.]*)?'((?:[^']|'')*)'/uy;
const WORD = /(true|false|null|-?INF|NaN)(?![\p{L}\p{N}_/(.:])/uy;
const NUMBER = /([-+]?\d+(\.\d+)?(e[-+]?\d+)?)([LMDF])?(?![\p{L}\p{N}_])/iuy;
const GUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\p{L}\p{N}_])/iuy;
const TIMES: readonly (readonly [RegExp, string])[] = [
  [/-?\d{4,}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[-+ ]\d\d:\d\d)/iy, "Edm.DateTimeOffset"],
  [/-?\d{4,}-\d\d-\d\d(?![\dT])/y, "Edm.Date"],
  [/\d\d:\d\d(?::\d\d(?:\.\d+)?)?/y, "Edm.TimeOfDay"],
];

export function constantOf(type: string, constant: unknown): Operand {
  return { type, constant, value: () => constant };
}

/** A literal (OData ABNF 4.01, primitiveLiteral), undefined where none begins. */
export function literal(parsing: Parsing): Operand | undefined {
  return (
    parsing.given.dialect.literal?.(parsing) ?? quotedLiteral(parsing) ?? timeLiteral(parsing) ?? wordLiteral(parsing)
  );
}

const PREFIXES: Readonly<Record<string, string>> = {
  duration: "Edm.Duration",
  binary: "Edm.Binary",
  geography: "Edm.Geography",
  geometry: "Edm.Geometry",
};

function quotedLiteral(parsing: Parsing): Operand | undefined {
  const [whole, prefix, quoted = ""] = parsing.take(QUOTED) ?? [];
  const text = quoted.replaceAll("''", "'");
  if (whole === undefined || prefix === undefined)
    return whole === undefined ? undefined : constantOf("Edm.String", text);
  const type = own(PREFIXES, prefix.toLowerCase());
  if (type === undefined) return enumLiteral(parsing.service, prefix, text);
  return type === "Edm.Duration" ? timeConstant(type, text) : constantOf(type, text);
}

function timeLiteral(parsing: Parsing): Operand | undefined {
  const [guid] = parsing.take(GUID) ?? [];
  if (guid !== undefined) return constantOf("Edm.Guid", guid);
  for (const [pattern, type] of TIMES) {
    const [text] = parsing.take(pattern) ?? [];
    if (text !== undefined) return timeConstant(type, text);
  }
  return undefined;
}

function wordLiteral(parsing: Parsing): Operand | undefined {
  const [number, digits = "", fraction, exponent, suffix] = parsing.take(NUMBER) ?? [];
  if (suffix !== undefined) throw new QueryFault(400, `Numbers have no suffix in OData 4.0: ${number?.slice(0, 50)}.`);
  if (number !== undefined)
    return numberConstant(exponent ? "Edm.Double" : fraction ? "Edm.Decimal" : "Edm.Int64", digits);
  const [word] = parsing.take(WORD) ?? [];
  if (word === undefined) return undefined;
  if (word === "null") return constantOf(UNTYPED, null);
  return /^[tf]/.test(word) ? constantOf("Edm.Boolean", word === "true") : constantOf("Edm.Double", word);
}

export function timeConstant(type: string, text: string): Operand {
  const value = text.replace(" ", "+");
  if (Number.isNaN(secondsOf(value))) throw new QueryFault(400, `${text.slice(0, 50)} is no ${type}.`);
  return constantOf(type, value);
}

/** Numbers that are no safe integers stay digits, so that they are exact. */
export function numberConstant(type: string, digits: string): Operand {
  if (digits.length > 300) throw new QueryFault(400, "A number has too many digits.");
  const number = Number(digits);
  return constantOf(type, type === "Edm.Double" || Number.isSafeInteger(number) ? number : digits);
}

function enumLiteral(service: MockService, name: string, text: string): Operand {
  const type = typeNamed(service, name, "");
  if (type === undefined || !own(service.enums, type)) {
    throw unknownName(name, "enumeration", Object.keys(service.enums));
  }
  return enumConstant(service, type, text);
}

/** Members of an enumeration, of which the model has every name. */
export function enumConstant(service: MockService, type: string, text: string): Operand {
  const members = own(service.enums, type)?.members.map(([name]) => name) ?? [];
  for (const name of text.split(",").map((one) => one.trim())) {
    if (!/^-?\d+$/.test(name) && !members.includes(name)) throw unknownName(name, `member of ${type}`, members);
  }
  return constantOf(type, text);
}
