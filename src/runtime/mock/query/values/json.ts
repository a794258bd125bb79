/** JSON in expressions, whose values may be expressions. */
import type { Compute, Operand } from "../contract.js";
import { QueryFault } from "../fault.js";
import { UNTYPED } from "../names.js";
import type { Parsing } from "../parsing.js";
import { constantOf } from "./literals.js";

/** An array, an object or a string; undefined where none begins. */
export function json(parsing: Parsing): Operand | undefined {
  const [text] = parsing.take(/"(?:[^"\\]|\\.)*"/y) ?? [];
  if (text !== undefined) return constantOf("Edm.String", fromJson(text));
  if (parsing.takes("[")) {
    const list = separated(parsing, "]", () => json(parsing) ?? parsing.expression());
    const [first] = list;
    const same = first !== undefined && list.every(({ type }) => type === first.type);
    const value: Compute = (items, context) => list.map((one) => one.value(items, context));
    return { type: same ? first.type : UNTYPED, collection: true, value };
  }
  if (!parsing.takes("{")) return undefined;
  const members = separated(parsing, "}", () => {
    const [name] = parsing.take(/"(?:[^"\\]|\\.)*"/y) ?? parsing.fail("A name is expected");
    parsing.expect(":");
    return [String(fromJson(name)), json(parsing) ?? parsing.expression()] as const;
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

/** What stands between commas, up to a sign that is read too. */
export function separated<T>(parsing: Parsing, end: string, read: () => T): readonly T[] {
  const list: T[] = [];
  if (parsing.takes(end)) return list;
  do {
    list.push(parsing.nested(read));
  } while (parsing.takes(","));
  parsing.expect(end);
  return list;
}
