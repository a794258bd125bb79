/** Values that no JSON text gives, and that break what reads them carelessly. */
import type { Draw } from "../../laws/draw.js";

function thrower(): never {
  throw new Error("do not read this");
}

/** Throws at whatever is done with it. */
function wall(target: object): object {
  return new Proxy(target, {
    get: thrower,
    has: thrower,
    ownKeys: thrower,
    getOwnPropertyDescriptor: thrower,
    getPrototypeOf: thrower,
  });
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function cycle(): object {
  const one: Record<string, unknown> = { id: "1" };
  const other: Record<string, unknown> = { one, list: [one] };
  Object.assign(one, { one, other, value: [one, other] });
  return one;
}

function deep(array: boolean): unknown {
  let value: unknown = 1;
  for (let depth = 0; depth < 20_000; depth++) value = array ? [value] : { value };
  return value;
}

function sparse(): readonly unknown[] {
  const items: unknown[] = [];
  items[50] = "x";
  return items;
}

const kinds: readonly (() => unknown)[] = [
  () => wall({}),
  () => wall([]),
  () => revoked({}),
  () => revoked([]),
  cycle,
  () => deep(true),
  () => deep(false),
  sparse,
  () => Object.create(null),
  () => new Map([["id", 1]]),
  () => new Date(Number.NaN),
  () => Symbol("x"),
  () => 10n,
  () => thrower,
  () => new String("x"),
  () => ({ toString: thrower, valueOf: thrower, toJSON: thrower }),
  () => "\ud800",
  () => new Proxy({}, { ownKeys: () => ["x"], getOwnPropertyDescriptor: thrower }),
  () => JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
];

export function hostileValue(draw: Draw): unknown {
  return draw.pick(kinds)();
}

/** The same value with a member of an object in it that throws when it is read, or is hostile. */
export function withHostile(value: unknown, draw: Draw): unknown {
  if (Array.isArray(value)) {
    const at = draw.count(value.length);
    return [...value.slice(0, at), withHostile(value[at], draw), ...value.slice(at + 1)];
  }
  if (typeof value !== "object" || value === null) return hostileValue(draw);
  const names = Object.keys(value);
  const name = draw.pickMaybe(names) ?? "id";
  const inside: unknown = Object.getOwnPropertyDescriptor(value, name)?.value;
  const changed = Object.fromEntries(Object.entries(value));
  if (draw.once(2)) return Object.defineProperty(changed, name, { get: thrower, enumerable: true, configurable: true });
  const replaced = withHostile(inside, draw);
  return Object.defineProperty(changed, name, {
    value: replaced,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
