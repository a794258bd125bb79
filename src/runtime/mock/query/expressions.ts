import type { Expression, Operand, Compute } from "./contract.js";
import { QueryFault } from "./fault.js";
import { call, hasAll } from "./values/functions.js";
import { constantOf, literal } from "./values/literals.js";
import { actualType, isDerived, kindOf, own, typeNamed, UNTYPED } from "./names.js";
import { calculate, floating, type Arithmetic } from "./values/numbers.js";
import { arithmetic, asCondition, comparison, condition, flagged, logical, membership } from "./values/operators.js";
import { NAME, Parsing } from "./parsing.js";
import { isOperation, readPath, variableOf } from "./paths.js";
import { secondsOf } from "./values/times.js";

/** Operators from what binds least (URL Conventions 4.01 §5.1.1.17). */
const LEVELS: readonly RegExp[] = [
  /[ \t]+(or)[ \t]+/iy,
  /[ \t]+(and)[ \t]+/iy,
  /[ \t]+(eq|ne)[ \t]+/iy,
  /[ \t]+(gt|ge|lt|le)[ \t]+/iy,
  /[ \t]+(add|sub)[ \t]+/iy,
  /[ \t]+(mul|divby|div|mod)[ \t]+/iy,
];

/** Reads an expression with the paths of the properties in it. */
export function readExpression(parsing: Parsing): Expression {
  const before = parsing.paths.length;
  const operand = expressionIn(parsing);
  return { ...operand, paths: parsing.paths.slice(before) };
}

export function expressionIn(parsing: Parsing): Operand {
  return parsing.nested(() => binary(parsing, 0));
}

function binary(parsing: Parsing, level: number): Operand {
  const pattern = LEVELS[level];
  if (pattern === undefined) return unary(parsing);
  let left = binary(parsing, level + 1);
  for (let match = parsing.take(pattern); match; match = parsing.take(pattern)) {
    parsing.count();
    left = combined(parsing, (match[1] ?? "").toLowerCase(), left, binary(parsing, level + 1));
  }
  return left;
}

function combined({ service }: Parsing, operator: string, left: Operand, right: Operand): Operand {
  if (/^(or|and)$/.test(operator)) return logical(service, operator, left, right);
  if (/^(eq|ne|g.|l.)$/.test(operator)) return comparison(service, operator, left, right);
  // What remains of the operators above.
  return arithmetic(service, operator as Arithmetic, left, right);
}

function unary(parsing: Parsing): Operand {
  const { service } = parsing;
  if (parsing.take(/not(?:[ \t]+|(?=\())/iy)) {
    const operand = asCondition(
      service,
      "not",
      parsing.nested(() => unary(parsing)),
    );
    return condition((items, context) => {
      const value = operand.value(items, context) ?? null;
      return value === null ? null : value !== true;
    });
  }
  if (parsing.take(/-(?!\d|INF\b)[ \t]*/y)) {
    const operand = parsing.nested(() => unary(parsing));
    return arithmetic(service, "mul", operand, constantOf("Edm.Int64", -1));
  }
  return postfix(parsing, primary(parsing));
}

function postfix(parsing: Parsing, left: Operand): Operand {
  const { service } = parsing;
  if (parsing.take(/[ \t]+has[ \t]+/iy)) return flagged(service, left, primary(parsing));
  if (!parsing.take(/[ \t]+in[ \t]+/iy)) return left;
  if (parsing.text.startsWith("(", parsing.at)) return membership(service, left, literals(parsing));
  return membership(service, left, primary(parsing));
}

/** `('a','b')` */
function literals(parsing: Parsing): readonly Operand[] {
  parsing.expect("(");
  return separated(parsing, ")", () => {
    const one = literal(parsing) ?? (parsing.text[parsing.at] === "@" ? alias(parsing) : json(parsing));
    return one ?? parsing.fail("A literal is expected");
  });
}

function separated<T>(parsing: Parsing, end: string, read: () => T): readonly T[] {
  const list: T[] = [];
  if (parsing.takes(end)) return list;
  do {
    list.push(parsing.nested(read));
  } while (parsing.takes(","));
  parsing.expect(end);
  return list;
}

function primary(parsing: Parsing): Operand {
  if (parsing.takes("(")) {
    const inner = expressionIn(parsing);
    parsing.expect(")");
    return inner;
  }
  const simple = literal(parsing) ?? json(parsing) ?? alias(parsing);
  if (simple) return simple;
  const { self, variables } = parsing.scope;
  if (parsing.take(/\$root\//y)) throw new QueryFault(501, "$root is not supported.");
  if (parsing.take(/\$this(?!\w)/y)) return readPath(parsing, variableOf(self), false);
  const before = parsing.at;
  const [name = ""] = parsing.take(/\$it(?![\p{L}\p{N}_])/uy) ?? parsing.take(NAME) ?? [];
  const variable = variables.get(name);
  if (variable) return readPath(parsing, variableOf(variable), false);
  if (name !== "" && parsing.text.startsWith("(", parsing.at) && !isOperation(parsing.service, name)) {
    const called = functionCall(parsing, name);
    if (called) return called;
  }
  parsing.at = before;
  return readPath(parsing, variableOf(self), true);
}

function functionCall(parsing: Parsing, written: string): Operand | undefined {
  const name = written.toLowerCase();
  const { service, scope } = parsing;
  if (name.startsWith("geo.") || name === "case") throw new QueryFault(501, `${written} is not supported.`);
  const isQuantifier = /^(any|all)$/.test(name) && scope.self.collection !== true;
  if (isQuantifier) return parsing.fail(`${written} stands behind a collection`);
  // A property in front of a parenthesis has a key behind it.
  if (/\./.test(name) || own(service.types, scope.self.type)?.navigation?.[written]) return undefined;
  parsing.expect("(");
  if (name === "cast" || name === "isof") return typeCall(parsing, name);
  const list = separated(parsing, ")", () => expressionIn(parsing));
  if (/^hassub(set|sequence)$/.test(name)) return hasAll(service, name, list);
  return call(parsing, written, list);
}

/** `cast(path,Type)`, `isof(Type)`; the name of the type may be quoted, as in OData 2.0. */
function typeCall(parsing: Parsing, name: "cast" | "isof"): Operand {
  const { service, scope } = parsing;
  const [, whole] = parsing.take(/'?([\w.]+)'?[ \t]*\)/y) ?? [];
  const operand = whole === undefined ? expressionIn(parsing) : variableOf(scope.self);
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

/** Arrays and objects of JSON, whose values may be expressions. */
function json(parsing: Parsing): Operand | undefined {
  const [text] = parsing.take(/"(?:[^"\\]|\\.)*"/y) ?? [];
  if (text !== undefined) return constantOf("Edm.String", fromJson(text));
  if (parsing.takes("[")) {
    const list = separated(parsing, "]", () => json(parsing) ?? expressionIn(parsing));
    const [first] = list;
    const same = first !== undefined && list.every(({ type }) => type === first.type);
    const value: Compute = (items, context) => list.map((one) => one.value(items, context));
    return { type: same ? first.type : UNTYPED, collection: true, value };
  }
  if (!parsing.takes("{")) return undefined;
  const members = separated(parsing, "}", () => {
    const [name] = parsing.take(/"(?:[^"\\]|\\.)*"/y) ?? parsing.fail("A name is expected");
    parsing.expect(":");
    return [String(fromJson(name)), json(parsing) ?? expressionIn(parsing)] as const;
  });
  const value: Compute = (items, context) =>
    Object.fromEntries(members.map(([name, one]) => [name, one.value(items, context)]));
  return { type: UNTYPED, value };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new QueryFault(400, `${text.slice(0, 50)} is no JSON.`);
  }
}

/** The value of a parameter alias; null without one (URL Conventions 4.01 §5.3). */
function alias(parsing: Parsing): Operand | undefined {
  const [name] = parsing.take(/@[\p{L}_][\p{L}\p{N}_]*(?![.\p{L}#/])/uy) ?? [];
  if (name === undefined) return undefined;
  const text = own(parsing.given.aliases, name);
  if (text === undefined) return constantOf(UNTYPED, null);
  const inner = new Parsing(text, parsing.scope, parsing.given);
  inner.depth = parsing.depth + 1;
  inner.parts = parsing.parts;
  inner.count();
  const operand = json(inner) ?? expressionIn(inner);
  inner.end();
  parsing.parts = inner.parts;
  parsing.paths.push(...inner.paths);
  return operand;
}
