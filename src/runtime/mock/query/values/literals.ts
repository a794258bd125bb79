import { base64OfBinary } from "../../web.js";
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

/** A literal (OData ABNF 4.01, primitiveLiteral; OData 2.0 Overview §6), undefined where none begins. */
export function literal(parsing: Parsing): Operand | undefined {
  const quoted = parsing.take(QUOTED);
  if (quoted) return quotedLiteral(parsing.service, quoted[1], (quoted[2] ?? "").replaceAll("''", "'"));
  const [guid] = parsing.take(GUID) ?? [];
  if (guid !== undefined) return constantOf("Edm.Guid", guid);
  for (const [pattern, type] of TIMES) {
    const [text] = parsing.take(pattern) ?? [];
    if (text !== undefined) return timeLiteral(type, text);
  }
  const [number, digits = "", fraction, exponent, suffix] = parsing.take(NUMBER) ?? [];
  if (suffix !== undefined && parsing.service.protocol === "4.0") {
    throw new QueryFault(400, `Numbers have no suffix in OData 4.0: ${number?.slice(0, 50)}.`);
  }
  if (number !== undefined) return numberLiteral(digits, (fraction ?? exponent) !== undefined, exponent, suffix);
  const [word] = parsing.take(WORD) ?? [];
  if (word === undefined) return undefined;
  if (word === "null") return constantOf(UNTYPED, null);
  return /^[tf]/.test(word) ? constantOf("Edm.Boolean", word === "true") : constantOf("Edm.Double", word);
}

function timeLiteral(type: string, text: string): Operand {
  const value = text.replace(" ", "+");
  if (Number.isNaN(secondsOf(value))) throw new QueryFault(400, `${text.slice(0, 50)} is no ${type}.`);
  return constantOf(type, value);
}

function numberLiteral(digits: string, fractional: boolean, exponent = "", suffix = ""): Operand {
  if (digits.length > 300) throw new QueryFault(400, "A number has too many digits.");
  const type = exponent || /[df]/i.test(suffix) ? "Double" : fractional || /m/i.test(suffix) ? "Decimal" : "Int64";
  const number = Number(digits);
  const exact = type === "Double" || Number.isSafeInteger(number) ? number : digits;
  return constantOf(`Edm.${type}`, exact);
}

const PREFIXES: Readonly<Record<string, string>> = {
  duration: "Duration",
  binary: "Binary",
  geography: "Geography",
  geometry: "Geometry",
};
const PREFIXES_V2: Readonly<Record<string, string>> = {
  datetime: "DateTime",
  datetimeoffset: "DateTimeOffset",
  time: "Time",
  guid: "Guid",
  binary: "Binary",
  x: "Binary",
};

function quotedLiteral(service: MockService, prefix: string | undefined, text: string): Operand {
  if (prefix === undefined) return constantOf("Edm.String", text);
  const old = service.protocol !== "4.0";
  const name = own(old ? PREFIXES_V2 : PREFIXES, prefix.toLowerCase());
  if (name === undefined) return enumLiteral(service, prefix, text);
  const type = `Edm.${name}`;
  if (name === "Binary") return constantOf(type, old ? base64Of(text) : text);
  return /Time|Dur/.test(name) ? timeLiteral(type, text) : constantOf(type, text);
}

/** Binary literals of OData 2.0 are hexadecimal digits. */
function base64Of(digits: string): string {
  const bytes = digits.match(/../g) ?? [];
  return base64OfBinary(bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join(""));
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
