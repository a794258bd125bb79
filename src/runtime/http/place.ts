import type { Connection, Facts } from "./connection.js";
import { tagOf } from "./content.js";
import { encode, literal, type LiteralKind } from "./literal.js";

/** A resource path that is built segment by segment. */
export interface Place {
  /** The path relative to the service root, percent-encoded, with a leading slash; empty for the root. */
  readonly path: string;
  /**
   * Parameter aliases of function calls in the path, as query options `@name=value` (OData URL Conventions 4.01
   * §5.3.3).
   */
  readonly aliases: readonly string[];
  /** The last segment as it is named in code, without key or cast. */
  readonly name: string;
  readonly parent: Place | undefined;
  /** The type of the entity or collection, where {@link Facts.types} has it; else empty. */
  readonly type: string;
  /** Whether the path ends with a function call. */
  readonly called: boolean;
  /** Whether the path ends with a key, or a cast after it. */
  readonly keyed: boolean;
}

/** The service root. */
export const root: Place = {
  path: "",
  aliases: [],
  name: "",
  parent: undefined,
  type: ".",
  called: false,
  keyed: false,
};

/** Appends a segment under its name in the URL, see {@link Facts.segments}. Throws a TypeError for `.` and `..`. */
export function segment({ facts }: Connection, parent: Place, name: string): Place {
  const wire = find(facts.segments, name);
  return {
    ...parent,
    path: `${parent.path}/${safe(encode(wire?.endsWith(".") ? wire + name : (wire ?? name)))}`,
    name,
    parent,
    type: lookUp(facts.types, parent.type, name) ?? "",
    called: false,
    keyed: false,
  };
}

/** Appends a cast to a derived type, given by its qualified name (OData URL Conventions 4.01 §4.11). */
export function castTo({ facts }: Connection, place: Place, type: string): Place {
  return {
    ...place,
    path: `${place.path}/${safe(encode(type))}`,
    type: lookUp(facts.types, place.type, type) ?? "",
    called: false,
  };
}

/**
 * Throws a TypeError for `.` and `..`, which URLs resolve even when encoded, and for an empty segment, which would
 * address what is before it.
 */
function safe(text: string): string {
  if (/^\.{0,2}$/.test(text)) throw new TypeError(`"${text}" cannot be a segment of a path.`);
  return text;
}

/**
 * Appends a key. An object is a key of several properties or an alternate key: `(a=1,b=2)`. Throws a TypeError for a
 * key that cannot be written.
 */
export function byKey({ facts }: Connection, place: Place, key: unknown): Place {
  const pair = ([name, value]: readonly [string, unknown]): string =>
    `${encodeURIComponent(name)}=${literal(value, keyKind(facts, place, `.${name}`))}`;
  return { ...place, path: place.path + keyText(), called: false, keyed: true };

  function keyText(): string {
    if (tagOf(key) === "Object") {
      const pairs = Object.entries(key as object).map(pair);
      if (pairs.length > 0) return `(${pairs.join()})`;
    }
    const text = literal(key, keyKind(facts, place, ""));
    if (key === null || Number.isNaN(key)) throw new TypeError(`${text} is no key.`);
    // A segment has the value without quotes and prefix.
    return facts.keyStyle === "segment" ? `/${safe(encodeURIComponent(String(key)))}` : `(${text})`;
  }
}

function keyKind({ keys }: Facts, place: Place, rest: string): LiteralKind | undefined {
  return lookUp(keys, place.parent?.type, place.name + rest);
}

/**
 * Appends the parameters of a function call, `(a=1,b=@b)`; undefined ones are omitted. Parentheses are written even
 * without parameters (OData URL Conventions 4.01 §4.5.2). Collections and objects are passed as aliases in the query
 * (§5.3.3).
 */
export function withParameters({ facts }: Connection, place: Place, parameters: object): Place {
  const aliases = [...place.aliases];
  const written = Object.entries(parameters).flatMap(([name, value]: readonly [string, unknown]) => {
    if (value === undefined) return [];
    const kind = lookUp(facts.parameters, place.parent?.type, `${place.name}.${name}`) ?? find(facts.parameters, name);
    const text = encodeURIComponent(name);
    if (typeof value !== "object" || value === null) return `${text}=${literal(value, kind)}`;
    aliases.push(`@${text}=${encode(jsonLiteral(value, kind))}`);
    return `${text}=@${text}`;
  });
  return { ...place, path: `${place.path}(${written.join()})`, aliases, called: true, keyed: false };
}

/** Collections and objects in a URL are JSON (OData ABNF 4.01, rule arrayOrObject); Edm.Int64 has no quotes there. */
function jsonLiteral(value: unknown, kind: LiteralKind | undefined): string {
  if (!Array.isArray(value) || (kind !== "Int64" && kind !== "Decimal")) return JSON.stringify(value);
  return `[${value.map((item) => literal(item, kind)).join()}]`;
}

/** Looks up a name at a type: as it is there, else as it is everywhere. */
export function lookUp<V>(
  table: Readonly<Record<string, V>> | undefined,
  type: string | undefined,
  name: string,
): V | undefined {
  return find(table, `${type}/${name}`) ?? find(table, name);
}

/** Looks up own properties only: a name of the schema may be `constructor`. */
export function find<V>(table: Readonly<Record<string, V>> = {}, name: string): V | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Whether a place is a collection: it has no key, and its name tells, or is among {@link Facts.irregular}. */
export function isCollection({ facts }: Connection, { keyed, called, name }: Place): boolean {
  const isPlural = called ? name === "delta" : name.endsWith("s");
  return !keyed && isPlural !== (facts.irregular?.includes(name) ?? false);
}
