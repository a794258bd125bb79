import type { JsonValue } from "../edm/requests.js";
import { code, joined, literal, propertyKey, type Code } from "./code.js";

/** A JSON value as an expression. Texts and names pass through the escaping helpers, numbers keep their sign of zero. */
export function jsonCode(value: JsonValue, indent: Code = code``): Code {
  if (typeof value === "string") return literal(value);
  if (typeof value === "number") return numberCode(value);
  if (value === null) return code`null`;
  if (typeof value === "boolean") return value ? code`true` : code`false`;
  const inner = code`${indent}  `;
  if (isArray(value))
    return between(
      code`[`,
      value.map((item) => jsonCode(item, inner)),
      code`]`,
      indent,
    );
  const entries = Object.entries(value).map(([name, part]) => code`${propertyKey(name)}: ${jsonCode(part, inner)}`);
  return between(code`{`, entries, code`}`, indent);
}

/** One part a line, as the pages have it. */
function between(open: Code, parts: readonly Code[], close: Code, indent: Code): Code {
  if (parts.length === 0) return code`${open}${close}`;
  const lines = parts.map((part) => code`\n${indent}  ${part},`);
  return code`${open}${joined(lines, "")}\n${indent}${close}`;
}

/** The shortest text that is the same number again. */
function numberCode(value: number): Code {
  return Object.is(value, -0) ? code`-0` : code`${value}`;
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
