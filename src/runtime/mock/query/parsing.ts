import type { MockService } from "../service.js";
import type { Operand, TypeAt } from "./contract.js";
import type { Dialect } from "./dialect.js";
import { QueryFault } from "./fault.js";

const MAX_DEPTH = 60;
const MAX_PARTS = 2000;

/** A name that stands for an item: `$it`, a variable of a lambda expression. */
export interface Variable extends TypeAt {
  /** Its place among the items in scope. */
  readonly index: number;
}

/** What names mean where an expression stands. */
export interface Scope {
  /** The item whose properties need no variable. */
  readonly self: Variable;
  readonly variables: ReadonlyMap<string, Variable>;
  readonly size: number;
}

/** What is the same for all options of a query. */
export interface Given {
  readonly service: MockService;
  readonly dialect: Dialect;
  readonly aliases: Readonly<Record<string, string>>;
  /** Reads an expression; given here, since paths and expressions contain each other. */
  readonly expression: (parsing: Parsing) => Operand;
}

/** Reads the text of one query option. */
export class Parsing {
  at = 0;
  /** How deep parentheses and the like are nested, with those around a parameter alias. */
  depth = 0;
  parts = 0;
  scope: Scope;
  readonly paths: string[] = [];
  readonly text: string;
  readonly given: Given;

  constructor(text: string, scope: Scope, given: Given) {
    this.text = text;
    this.scope = scope;
    this.given = given;
  }

  get service(): MockService {
    return this.given.service;
  }

  /** Reads an expression. */
  expression(): Operand {
    return this.given.expression(this);
  }

  /** What a sticky pattern matches here. */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at = pattern.lastIndex;
    return match;
  }

  /** Takes a sign, with white space before it, and after it unless it closes something. */
  takes(sign: string): boolean {
    const before = this.at;
    this.take(SPACE);
    if (!this.text.startsWith(sign, this.at)) {
      this.at = before;
      return false;
    }
    this.at += sign.length;
    if (!/[)\]}]/.test(sign)) this.take(SPACE);
    return true;
  }

  expect(sign: string): void {
    if (!this.takes(sign)) this.fail(`"${sign}" is expected`);
  }

  end(): void {
    if (this.at < this.text.length) this.fail("The text goes on");
  }

  fail(message: string): never {
    const near = this.text.slice(this.at, this.at + 20);
    throw new QueryFault(400, `${message} at position ${this.at}${near && ` ("${near}")`}.`);
  }

  /** Limits the depth before the stack ends, and the length of what is evaluated for each item. */
  nested<T>(read: () => T): T {
    if (++this.depth > MAX_DEPTH) this.fail("The expression is nested too deeply");
    const result = read();
    this.depth--;
    return result;
  }

  count(): void {
    if (++this.parts > MAX_PARTS) this.fail("The expression has too many parts");
  }

  /** Reads with another item in scope, whose properties need no variable unless it has a name. */
  within<T>(type: string, read: () => T, name?: string): T {
    const outer = this.scope;
    const item = { type, index: outer.size };
    const variables = name === undefined ? outer.variables : new Map([...outer.variables, [name, item]]);
    if (outer.size > MAX_ITEMS) this.fail("Lambda expressions are nested too deeply");
    this.scope = { self: name === undefined ? item : outer.self, variables, size: outer.size + 1 };
    const result = this.nested(read);
    this.scope = outer;
    return result;
  }
}

const MAX_ITEMS = 4;
const SPACE = /[ \t]*/y;
export const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{M}\p{N}_]*)*/uy;
