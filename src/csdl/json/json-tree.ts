import { reportDuplicate } from "../duplicates.js";
import { JSON_DEPTH, tooDeepAt } from "../../diagnostics/json-depth.js";
import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { at, type At, type Source } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";

export interface JsonObject {
  readonly kind: "object";
  readonly at: At;
  readonly members: readonly JsonMember[];
}

export interface JsonMember {
  readonly name: string;
  /** The position of the name. */
  readonly at: At;
  readonly value: JsonValue;
}

export interface JsonArray {
  readonly kind: "array";
  readonly at: At;
  readonly items: readonly JsonValue[];
}

/**
 * `value` is the content of a string, and the source text of a number, Boolean or null: no digit of a number is lost.
 */
export interface JsonScalar {
  readonly kind: "string" | "number" | "boolean" | "null";
  readonly at: At;
  readonly value: string;
}

export type JsonValue = JsonObject | JsonArray | JsonScalar;

/** Parses a text that may or may not be JSON: returns undefined if not, and reports nothing. */
export function parseJson(text: string): JsonValue | undefined {
  const report = new Report();
  const value = readJson({ index: 0, name: "", text }, report);
  return report.failed ? undefined : value;
}

/**
 * Parses a JSON source. Reports one error and returns undefined when it is malformed. Only this file uses the JSON
 * parser.
 */
export function readJson(source: Source, report: Report): JsonValue | undefined {
  const deep = tooDeepAt(source.text);
  if (deep !== undefined) {
    report.add("nesting-too-deep", at(source, deep), { limit: JSON_DEPTH });
    return undefined;
  }
  const errors: ParseError[] = [];
  const start = source.text.startsWith("\ufeff") ? 1 : 0;
  const root = parseTree(start === 0 ? source.text : ` ${source.text.slice(1)}`, errors, { disallowComments: true });
  const [error] = errors;
  if (error !== undefined || root === undefined) {
    report.add("json-malformed", at(source, error?.offset ?? start), { problem: describe(error) });
    return undefined;
  }
  return new Adapter(source, report).value(root);
}

/** The error name of the parser as words: `CommaExpected` gives "comma expected". */
function describe(error: ParseError | undefined): string {
  if (error === undefined) return "it is empty";
  return printParseErrorCode(error.error)
    .replaceAll(/(?<=.)[A-Z]/g, (letter) => ` ${letter}`)
    .toLowerCase();
}

class Adapter {
  readonly #source: Source;
  readonly #report: Report;

  constructor(source: Source, report: Report) {
    this.#source = source;
    this.#report = report;
  }

  value(node: Node): JsonValue {
    const place = at(this.#source, node.offset);
    const { type, children = [] } = node;
    if (type === "object") return { kind: "object", at: place, members: this.#members(children) };
    if (type === "array") return { kind: "array", at: place, items: children.map((item) => this.value(item)) };
    const text = this.#source.text.slice(node.offset, node.offset + node.length);
    if (type === "string") return { kind: "string", at: place, value: String(node.value) };
    return { kind: type === "number" || type === "boolean" ? type : "null", at: place, value: text };
  }

  #members(properties: readonly Node[]): readonly JsonMember[] {
    const members = new Map<string, JsonMember>();
    for (const { children: [name, value] = [] } of properties) {
      if (name === undefined || value === undefined) continue;
      const member = { name: String(name.value), at: at(this.#source, name.offset), value: this.value(value) };
      const first = members.get(member.name);
      if (first === undefined) members.set(member.name, member);
      else reportDuplicate(first, member, { what: "The member", owner: "its object" }, this.#report);
    }
    return [...members.values()];
  }
}
