/**
 * Reads what a cell of a permissions table lists: alternatives, each a set of scopes that are needed together.
 *
 * - Commas, semicolons, `or` and line breaks separate alternatives: `A, B, or C`.
 * - `and`, `+`, `&` and `plus` bind closer than a comma: `A and B, C` is A with B, or C. So does `both`: `A, or both B and C`.
 * - A single `plus` behind a list adds to each of them: `A, B plus C`, `One from A, B plus either C or D`.
 * - A single `and` behind a list ends it: `A, B and C` can mean all of them or any of them, and pages mean both. It is
 *   read as all, the reading that is never too little, and marked, unless the cell says which (`One of A, B and C`).
 */
import type { ScopeSet } from "../../edm/requests.js";

/** The alternatives that a text lists, and what is not certain of them. */
export interface ListedScopes {
  readonly alternatives: readonly ScopeSet[];
  /** Whether a closing `and` leaves open whether all of the scopes are needed or any of them. */
  readonly ambiguous: boolean;
  /** Prose that is left out. */
  readonly lost: readonly string[];
  /** Scopes written with a space in place of their first dot, as they are read: `Directory.AccessAsUser.All`. */
  readonly mended: readonly string[];
}

const NAME = String.raw`[A-Za-z][\w-]*(?:\.[\w-]+)*`;
const SCOPE = new RegExp(`^${NAME}$`);
const DOTTED = /^[A-Z][\w-]*(?:\.[\w-]+)+$/;
/** A scope in prose. */
const IN_PROSE = /(?<![\w.])[A-Z][\w-]*(?:\.[A-Z][\w-]*)+/g;

/** Scopes that a word or parentheses hold together: `either A or B`, `(A, B or C)`. */
const GROUP = String.raw`either\s+${NAME}(?:\s*,?\s+or\s+${NAME}|\s*,\s*${NAME})+|\(\s*${NAME}(?:\s*,?\s+or\s+${NAME})+\s*\)`;
const OPERATOR = String.raw`[,;&+]|(?<![\w.-])(?:and/or|and|or|plus)(?![\w.-])`;
const WHOLE_GROUP = new RegExp(`^(?:${GROUP})$`, "i");
const PARTS = new RegExp(`((?<![\\w.-])(?:${GROUP})|${OPERATOR})`, "i");
const ANY = /^(?:(?:at least )?one (?:of|from)|any(?: one)? of|either)\b(?: the following(?: permissions)?)?:?\s*/i;
const ALL = /^(?:all|both)(?: of)?\b(?: the following(?: permissions)?)?:?\s*(?=.*,)/i;

/** The alternatives between two commas or other separators. */
interface Item {
  /** Whether a word separates it from the item before: `or`. */
  readonly afterOr: boolean;
  /** What is needed together, each a choice of sets. */
  readonly factors: readonly (readonly ScopeSet[])[];
  /** What joins the last factor to those before it. */
  readonly joint?: Joint;
  readonly both: boolean;
}

type Joint = "and" | "plus" | "sign";

export function scopesListed(text: string): ListedScopes {
  const isAny = ANY.test(text);
  const isAll = !isAny && ALL.test(text);
  // `either A or B` at the start of a text is a group of it.
  const rest = /^either\b/i.test(text) ? text : text.replace(isAny ? ANY : isAll ? ALL : "", "");
  const found = itemsOf(rest);
  const { alternatives, ambiguous } = isAll
    ? { alternatives: product(found.items.flatMap(({ factors }) => factors)), ambiguous: false }
    : alternativesOf(found.items, isAny);
  const tooMany = found.items.some(({ factors }) => isTooMany(factors));
  return {
    alternatives: distinct(alternatives),
    ambiguous: ambiguous || tooMany,
    lost: found.lost,
    mended: found.mended,
  };
}

function alternativesOf(items: readonly Item[], isAny: boolean): Pick<ListedScopes, "alternatives" | "ambiguous"> {
  const closed = closedList(items);
  if (closed === undefined) return { alternatives: items.flatMap(({ factors }) => product(factors)), ambiguous: false };
  const { listed, last, joint } = closed;
  if (joint === "plus") return { alternatives: product([listed.flat(), last]), ambiguous: false };
  if (isAny) return { alternatives: [...listed.flat(), ...last], ambiguous: false };
  return { alternatives: product([...listed, last]), ambiguous: true };
}

interface ClosedList {
  readonly listed: Item["factors"];
  readonly last: readonly ScopeSet[];
  readonly joint: "and" | "plus";
}

/** A list by commas alone whose only joint stands before its last scope: `A, B and C`, `A, B, and C`. */
function closedList(items: readonly Item[]): ClosedList | undefined {
  const end = items.at(-1);
  const others = items.slice(0, -1);
  const [first, last, ...more] = end?.factors ?? [];
  if (end === undefined || end.both || end.joint === undefined || end.joint === "sign") return undefined;
  if (first === undefined || last === undefined || more.length > 0 || others.length === 0) return undefined;
  if (items.some(({ afterOr }) => afterOr) || others.some(({ factors }) => factors.length !== 1)) return undefined;
  return { listed: [...others.flatMap(({ factors }) => factors), first], last, joint: end.joint };
}

interface Draft {
  afterOr: boolean;
  factors: (readonly ScopeSet[])[];
  joint?: Joint;
  both: boolean;
}

function itemsOf(text: string): { readonly items: readonly Item[] } & Pick<ListedScopes, "lost" | "mended"> {
  const lost: string[] = [];
  const mended: string[] = [];
  let item: Draft = { afterOr: false, factors: [], both: false };
  const items = [item];
  let separator: "," | "or" | undefined;
  let joint: Joint | undefined;
  for (const part of text.split(PARTS).map((piece) => piece.trim())) {
    const operator = operatorOf(part);
    if (operator === "," || operator === "or") separator = separator === "or" ? "or" : operator;
    else if (operator !== undefined) joint = operator;
    else if (part !== "") {
      const phrase = readPhrase(part);
      lost.push(...phrase.lost);
      mended.push(...phrase.mended);
      if (phrase.factors.length === 0) separator = joint = undefined;
      for (const factor of phrase.factors) {
        // A comma before `and` is part of it; scopes side by side are separated.
        if (item.factors.length > 0 && joint === undefined) {
          item = { afterOr: separator === "or", factors: [], both: false };
          items.push(item);
        }
        if (joint !== undefined && item.factors.length > 0) item.joint = joint;
        item.both ||= phrase.both;
        item.factors.push(factor);
        separator = joint = undefined;
      }
    }
  }
  return { items: items.filter(({ factors }) => factors.length > 0), lost, mended };
}

function operatorOf(part: string): "," | "or" | Joint | undefined {
  switch (part.toLowerCase()) {
    case ",":
    case ";":
      return ",";
    case "or":
    case "and/or":
      return "or";
    case "and":
      return "and";
    case "plus":
      return "plus";
    case "+":
    case "&":
      return "sign";
    default:
      return undefined;
  }
}

interface Phrase extends Pick<ListedScopes, "lost" | "mended"> {
  readonly factors: readonly (readonly ScopeSet[])[];
  readonly both: boolean;
}

/** What stands between two operators: a scope, several side by side, a group, or prose. */
function readPhrase(part: string): Phrase {
  const both = /^both\s/i.test(part);
  const phrase = part.replace(/^both\s+|^either\s+(?!.*\sor\s)/i, "");
  if (WHOLE_GROUP.test(phrase)) {
    const scopes = phrase.replace(/^either\s/i, "").split(/[\s,()]+|\bor\b/);
    return { both, factors: [scopes.filter((scope) => scope !== "").map((scope) => [scope])], lost: [], mended: [] };
  }
  const words = phrase.split(/\s+/).map((word) => word.replace(/[*.\\]+$/, ""));
  const { scopes, mended } = withDots(words.filter((word) => word !== ""));
  const isList = scopes.length === 1 ? SCOPE.test(scopes[0] ?? "") : scopes.every((scope) => DOTTED.test(scope));
  if (isList) return { both, factors: scopes.map((scope) => [[scope]]), lost: [], mended };
  return { both, factors: (phrase.match(IN_PROSE) ?? []).map((scope) => [[scope]]), lost: [phrase], mended: [] };
}

/** Joins `Directory AccessAsUser.All`, a scope whose first dot was written as a space. */
function withDots(words: readonly string[]): {
  readonly scopes: readonly string[];
  readonly mended: readonly string[];
} {
  const scopes: string[] = [];
  const mended: string[] = [];
  for (const word of words) {
    const before = scopes.at(-1);
    if (before !== undefined && /^[A-Z][A-Za-z]+$/.test(before) && DOTTED.test(word)) {
      scopes[scopes.length - 1] = `${before}.${word}`;
      mended.push(`${before}.${word}`);
    } else scopes.push(word);
  }
  return { scopes, mended };
}

/** The limit of alternatives that one combination of lists makes. */
const MOST = 256;

/** Every way to take one set of each choice; beyond the limit all scopes together, which is never too little. */
function product(factors: Item["factors"]): readonly ScopeSet[] {
  if (factors.length === 0) return [];
  if (isTooMany(factors)) return [[...new Set(factors.flat(2))]];
  return factors.reduce<readonly ScopeSet[]>(
    (sets, choice) => sets.flatMap((set) => choice.map((more) => [...new Set([...set, ...more])])),
    [[]],
  );
}

function isTooMany(factors: Item["factors"]): boolean {
  return factors.reduce((count, choice) => count * choice.length, 1) > MOST;
}

/** The sets without those that an earlier one equals. */
export function distinct(sets: readonly ScopeSet[]): readonly ScopeSet[] {
  const seen = new Set<string>();
  return sets.filter((set) => {
    const key = set.toSorted().join(" ");
    return !seen.has(key) && seen.add(key);
  });
}
