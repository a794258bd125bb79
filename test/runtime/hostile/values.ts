/** Values that could make a check throw, run for long, or take much memory. Most cannot come from JSON text. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface HostileValue {
  /** The schema of `things.xml` that is given the value. */
  readonly schema: "thingSchema" | "thingCreateSchema";
  readonly make: () => unknown;
}

/** The values by what they are; with those of a folder of JSON files, if there is one. */
export function hostileValues(folder?: string): Readonly<Record<string, HostileValue>> {
  const files = folder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith(".json"));
  const payloads = files.map((name) => [name, create(() => withFile(join(folder ?? "", name)))]);
  return { ...Object.fromEntries(payloads), ...unreadable, ...large, ...nested, ...texts };
}

/** A body with what the text of a file has. */
function withFile(path: string): unknown {
  return JSON.parse(`${JSON.stringify(valid).slice(0, -1)},${readFileSync(path, "utf8").trim().slice(1)}`);
}

/** A value for the schema of responses. */
function read(make: () => unknown): HostileValue {
  return { schema: "thingSchema", make };
}

/** A value for the schema of new entities, which checks more. */
function create(make: () => unknown): HostileValue {
  return { schema: "thingCreateSchema", make };
}

/** A body with nothing wrong. */
const valid = { Id: 1, Names: [], Untyped: [], Parts: [] };
const part = { Id: 1 };

function fails(): never {
  throw new Error("This value cannot be read.");
}

const failing: ProxyHandler<object> = {
  get: fails,
  has: fails,
  ownKeys: fails,
  getOwnPropertyDescriptor: fails,
  getPrototypeOf: fails,
};

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function withGetter(name: string, value: object): object {
  return Object.defineProperty({ ...value }, name, { enumerable: true, get: fails });
}

const unreadable = {
  "getter that throws": read(() => withGetter("A", valid)),
  "getter that throws, among unknown properties": create(() => withGetter("x", valid)),
  "getter that throws, in an item": read(() => ({ ...valid, Parts: [part, withGetter("Child", part), { Id: "x" }] })),
  "getter that throws, of an item": read(() => ({
    ...valid,
    Parts: Object.defineProperty([{ Id: "x" }, part, part], 1, { get: fails }),
  })),
  "proxy that throws": read(() => new Proxy(valid, failing)),
  "proxy that throws when its names are read": create(() => new Proxy(valid, { ownKeys: fails })),
  "proxy that throws, of an array": read(() => ({ ...valid, Names: new Proxy([], failing) })),
  "revoked proxy": read(() => revoked({})),
  "revoked proxy, in an array": read(() => ({ ...valid, Parts: [revoked({}), { Id: "x" }] })),
  "revoked proxy, for a text": read(() => ({ ...valid, A: revoked([]) })),
  "object that throws as a text": read(() => ({ ...valid, A: { toString: fails, toJSON: fails } })),
  "symbol, function and large integer": read(() => ({ ...valid, A: Symbol("a"), C: 1n << 4096n, E: fails })),
  "symbol with a long name": read(() => ({ ...valid, A: Symbol("a".repeat(1e6)) })),
  "no prototype": create(() => Object.assign(Object.create(null) as object, valid)),
};

/** An array with holes only. */
function sparse(length: number): unknown[] {
  const array: unknown[] = [];
  array.length = length;
  return array;
}

function many<T>(count: number, item: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => item(index));
}

const large = {
  "sparse array of texts": create(() => ({ ...valid, Names: sparse(1e9) })),
  "sparse array of objects": read(() => ({ ...valid, Parts: sparse(1e9) })),
  "sparse array of anything": read(() => ({ ...valid, Untyped: sparse(1e9) })),
  "proxy of an array that claims a large length": read(() => ({
    ...valid,
    Names: new Proxy([], { get: (_, name) => (name === "length" ? 1e15 : 1) }),
  })),
  "1,000,000 texts": read(() => ({ ...valid, Names: many(1e6, (index) => `name ${index}`) })),
  "500,000 texts for a pattern": create(() => ({ ...valid, Names: many(5e5, () => "name") })),
  "100,000 objects": read(() => ({ ...valid, Parts: many(1e5, (Id) => ({ Id })) })),
  "500,000 objects": read(() => ({ ...valid, Parts: many(5e5, (Id) => ({ Id })) })),
  "500,000 wrong items": create(() => ({ ...valid, Names: many(5e5, () => 0) })),
  "500,000 wrong objects": create(() => ({ ...valid, Parts: many(5e5, () => ({})) })),
  "100,000 unknown properties": create(() => ({
    ...valid,
    ...Object.fromEntries(many(1e5, (index) => [`x${index}`, index])),
  })),
  "100,000 annotations": create(() => ({
    ...valid,
    ...Object.fromEntries(many(1e5, (index) => [`x${index}@odata.bind`, index])),
  })),
};

/** A thing with a part in a part, and so on. */
function deep(levels: number): object {
  let value: object = part;
  for (let level = 0; level < levels; level++) value = { ...part, Child: value };
  return { ...valid, Child: value };
}

/** Each part holds the next twice. */
function shared(levels: number): object {
  let value: object = part;
  for (let level = 0; level < levels; level++) value = { ...part, Child: value, Other: value };
  return { ...valid, Child: value };
}

function cyclic(...names: readonly string[]): object {
  const value: Record<string, unknown> = { ...part };
  for (const name of names) value[name] = value;
  return { ...valid, Child: value };
}

/** Arrays in arrays, as the coordinates of a polygon. */
function deepArray(levels: number): unknown[] {
  let value: unknown[] = [];
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}

const nested = {
  "5,000 levels": create(() => deep(5000)),
  "5,000 levels of arrays": read(() => ({ ...valid, Point: { type: "Polygon", coordinates: deepArray(5000) } })),
  "value that holds itself": read(() => cyclic("Child")),
  "value that holds itself twice": create(() => cyclic("Child", "Other")),
  "value that holds itself in an array": read(() => {
    const value = { ...part, Pile: { Parts: [] as unknown[] } };
    value.Pile.Parts.push(value, value, value);
    return { ...valid, Parts: [value] };
  }),
  "2^40 ways through shared objects": read(() => shared(40)),
  "2^40 ways through shared objects, with a wrong one": create(() => {
    const value = shared(40);
    return Object.assign(value, { Other: { ...part, Other: { Id: "x" } } });
  }),
};

const MEGA = 2 ** 20;

/** A text over and over, laid out as if it was read: what `repeat` gives has its parts in memory once. */
function text(part: string, count: number): string {
  const whole = part.repeat(count);
  whole.charCodeAt(0);
  return whole;
}

const texts = {
  "50 MB of text": create(() => ({ ...valid, Short: text("a", 50 * MEGA) })),
  "5,000,000 emoji": create(() => ({ ...valid, Short: text("😀", 5e6) })),
  "5,000,001 emoji": create(() => ({ ...valid, Short: text("😀", 5e6 + 1) })),
  "10 MB of base64": create(() => ({ ...valid, Bytes: text("abcd", 2.5 * MEGA) })),
  "10 MB of base64, too many bytes": create(() => ({ ...valid, ShortBytes: text("abcd", 2.5 * MEGA) })),
  "10 MB of digits for every type": create(() => {
    const digits = text("1", 10 * MEGA);
    const names = ["C", "D", "E", "Guid", "Day", "Time", "Moment", "Span", "Bytes", "Colors"];
    return { ...valid, ...Object.fromEntries(names.map((name) => [name, digits])) };
  }),
  "10 MB of digits for a duration and a time": create(() => {
    const digits = text("1", 10 * MEGA);
    return {
      ...valid,
      Span: `PT${digits}.${digits}`,
      Moment: `2026-01-01T00:00:00.${digits}Z`,
      Day: `${digits}-01-01`,
    };
  }),
  "10 MB of digits for rules": create(() => ({ ...valid, C2: text("1", 10 * MEGA), Step: text("1", 10 * MEGA) })),
  "1,000,000 members": create(() => ({ ...valid, Colors: text("Red,", 1e6) })),
  "text that a pattern tries from every character": create(() => ({ ...valid, Trimmed: `${text(" ", 1e5)}!` })),
  "10 MB of text for a pattern": create(() => ({ ...valid, A: `${text("a", 10 * MEGA)}!` })),
  "10 MB as the name of a type": create(() => ({ ...valid, "@odata.type": `#${text("a", 10 * MEGA)}` })),
};
