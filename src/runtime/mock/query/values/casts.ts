/** Calls with the names of types. */
import type { Compute, Operand } from "../contract.js";
import { QueryFault } from "../fault.js";
import { actualType, isDerived, kindOf, typeNamed } from "../names.js";
import type { Parsing } from "../parsing.js";
import { variableOf } from "../paths.js";
import { calculate, floating } from "./numbers.js";
import { condition } from "./operators.js";
import { secondsOf } from "./times.js";

/** `cast(path,Type)`, `isof(Type)`; the name of the type may be quoted, as in OData 2.0. */
export function typeCall(parsing: Parsing, name: "cast" | "isof"): Operand {
  const { service, scope } = parsing;
  const [, whole] = parsing.take(/'?([\w.]+)'?[ \t]*\)/y) ?? [];
  const operand = whole === undefined ? parsing.expression() : variableOf(scope.self);
  if (whole === undefined) parsing.expect(",");
  const [, written = whole ?? ""] = whole === undefined ? (parsing.take(/'?([\w.]+)'?[ \t]*\)/y) ?? []) : [];
  const type = /^Edm\.[A-Z]\w+$/.test(written) ? written : typeNamed(service, written, scope.self.type);
  if (type === undefined) throw new QueryFault(400, `${written || "It"} is no type.`);
  const structured = kindOf(service, type) === "structured";
  const fits = (value: unknown): boolean => value !== null && isDerived(service, actualType(value, operand.type), type);
  const value: Compute = (items, context) => {
    const found = operand.value(items, context) ?? null;
    if (name === "cast") return structured ? (fits(found) ? found : null) : converted(kindOf(service, type), found);
    return found !== null && (structured ? fits(found) : kindOf(service, type) === kindOf(service, operand.type));
  };
  return name === "isof" ? condition(value) : { type, value };
}

/** A value as that of another primitive type, null where it cannot be. */
function converted(kind: string, value: unknown): unknown {
  if (value === null || typeof value === "object") return null;
  if (kind === "String") return String(value);
  if (kind === "number") return Number.isNaN(floating(value)) ? null : calculate("add", value, 0);
  if (kind === "Boolean")
    return value === true || value === "true" ? true : value === false || value === "false" ? false : null;
  if (kind === "Date") return /^-?\d{4,}-\d\d-\d\d/.exec(String(value))?.[0] ?? null;
  if (/^(DateTimeOffset|TimeOfDay|Duration)$/.test(kind)) return Number.isNaN(secondsOf(value)) ? null : value;
  return value;
}
