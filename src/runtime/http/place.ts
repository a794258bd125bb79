import type { Connection, Facts } from "./connection.js";
import { encode, literal, type LiteralKind } from "./literal.js";

/** A place in the service that requests can be sent to. */
export interface Place {
  /** Below the service root, percent-encoded; empty for the root itself. */
  readonly path: string;
  /** Query options that the path refers to: values of parameters that have no literal. */
  readonly aliases: readonly string[];
  /** The last name, as the code writes it. */
  readonly name: string;
  readonly parent: Place | undefined;
  /** Whether it is a function with its parameters. */
  readonly called: boolean;
}

export const root: Place = { path: "", aliases: [], name: "", parent: undefined, called: false };

export function segment({ facts }: Connection, parent: Place, name: string): Place {
  const wire = find(facts.segments, name);
  return {
    ...parent,
    path: `${parent.path}/${encode(wire?.endsWith(".") ? wire + name : (wire ?? name))}`,
    name,
    parent,
    called: false,
  };
}

export function castTo(place: Place, type: string): Place {
  return { ...place, path: `${place.path}/${encode(type)}`, called: false };
}

/** An item of a collection by its key; an object is a key of several properties, or an alternate one. */
export function byKey({ facts }: Connection, place: Place, key: unknown): Place {
  const text =
    typeof key === "object" && key !== null
      ? `(${Object.entries(key)
          .map(([name, value]) => `${name}=${literal(value, keyKind(facts, place, `.${name}`))}`)
          .join()})`
      : facts.keyStyle === "segment"
        ? `/${keySegment(String(key))}`
        : `(${literal(key, keyKind(facts, place, ""))})`;
  return { ...place, path: place.path + text, called: false };
}

/** Dots would be resolved as steps in the path, even when encoded, and nothing would name the collection. */
function keySegment(key: string): string {
  if (key === "" || key === "." || key === "..") throw new TypeError(`"${key}" cannot be a key in a path.`);
  return encodeURIComponent(key);
}

function keyKind({ keys }: Facts, place: Place, rest: string): LiteralKind | undefined {
  const name = place.name + rest;
  return find(keys, `${place.parent?.name ?? ""}/${name}`) ?? find(keys, name);
}

// Collections and objects are given in the query (OData URL Conventions 4.01 §5.3.3).
function isAlias(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

/** A function called with parameters; without any, it keeps its parentheses (OData URL Conventions 4.01 §4.5.2). */
export function withParameters({ facts }: Connection, place: Place, parameters: object): Place {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  const kindOf = (name: string) => find(facts.parameters, `${place.name}.${name}`) ?? find(facts.parameters, name);
  const written = given.map(([name, value]) =>
    isAlias(value) ? `${name}=@${name}` : `${name}=${literal(value, kindOf(name))}`,
  );
  const aliases = given
    .filter(([, value]) => isAlias(value))
    .map(([name, value]) => `@${name}=${encode(JSON.stringify(value))}`);
  return { ...place, path: `${place.path}(${written.join()})`, aliases: [...place.aliases, ...aliases], called: true };
}

/** Tables come from a schema, which may call something `constructor`. */
function find<V>(table: Readonly<Record<string, V>> | undefined, name: string): V | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
