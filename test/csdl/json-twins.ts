/** Comparing two CSDL JSON texts by other means than the reader of CSDL JSON. */

/** A place where two texts differ; what is absent is undefined. */
export interface Difference {
  readonly path: string;
  readonly ours: unknown;
  readonly theirs: unknown;
}

type Members = Readonly<Record<string, unknown>>;

/** A number with its digits. */
class Digits {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/**
 * Where our text differs from its twin, but for the order of members, aliases, the ending of the URIs of published
 * vocabularies, and Core.Links. A twin's number may be the Double that is nearest to ours.
 */
export function differences(ours: string, theirs: string): readonly Difference[] {
  const [one, other] = [parseExact(ours), parseExact(theirs)];
  const aliases = new Map([...aliasesOf(other), ...aliasesOf(one)]);
  return [...compare(normalForm(one, aliases), normalForm(other, aliases), "")];
}

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const NUMBER = "\u0000";

function parseExact(text: string): unknown {
  const marked = text
    .replace(/^\ufeff/, "")
    .replace(TOKEN, (token) => (token.startsWith('"') ? token : `"\\u0000${token}"`));
  return JSON.parse(marked, (_, value: unknown) =>
    typeof value === "string" && value.startsWith(NUMBER) ? new Digits(value.slice(1)) : value,
  );
}

function aliasesOf(document: unknown): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  const note = (alias: unknown, namespace: unknown) =>
    typeof alias === "string" && typeof namespace === "string" && aliases.set(alias, namespace);
  for (const [name, value] of members(document)) {
    if (name !== "$Reference") note(members(value).get("$Alias"), name);
    else
      for (const reference of members(value).values())
        for (const include of items(members(reference).get("$Include")))
          note(members(include).get("$Alias"), members(include).get("$Namespace"));
  }
  return aliases;
}

function members(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(isObject(value) ? Object.entries(value) : []);
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Digits);
}

const VOCABULARY =
  /^(https:\/\/(?:oasis-tcs|sap)\.github\.io\/odata-vocabularies\/vocabularies\/[\w.]+)\.(?:xml|json)(?=$|#)/;
// What may be an alias in a text: all before the last dot of a name.
const NAME = /(?<=^|[/@#(,\s])([\p{L}_][\p{L}\p{N}_]*)\.(?=[\p{L}_][\p{L}\p{N}_]*(?![\p{L}\p{N}_.]))/gu;

function normalForm(value: unknown, aliases: ReadonlyMap<string, string>): unknown {
  const text = (raw: string) =>
    raw
      .replace(VOCABULARY, "$1")
      .replace(NAME, (name, alias: string) => (aliases.has(alias) ? `${aliases.get(alias)}.` : name));
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return value.map((item) => normalForm(item, aliases));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, item]) => [text(name), normalForm(item, aliases)] as const);
  return Object.fromEntries(entries.filter(([name]) => name !== "@Org.OData.Core.V1.Links"));
}

function* compare(ours: unknown, theirs: unknown, path: string): Generator<Difference> {
  if (isObject(ours) && isObject(theirs)) {
    for (const name of new Set([...Object.keys(ours), ...Object.keys(theirs)]))
      yield* compare(ours[name], theirs[name], `${path}/${name}`);
  } else if (Array.isArray(ours) && Array.isArray(theirs) && ours.length === theirs.length) {
    for (const [index, item] of ours.entries()) yield* compare(item, theirs[index], `${path}/${index}`);
  } else if (ours instanceof Digits && theirs instanceof Digits) {
    if (Number(ours.text) !== Number(theirs.text)) yield { path, ours: ours.text, theirs: theirs.text };
  } else if (ours !== theirs) {
    yield {
      path,
      ours: ours instanceof Digits ? Number(ours.text) : ours,
      theirs: theirs instanceof Digits ? Number(theirs.text) : theirs,
    };
  }
}
