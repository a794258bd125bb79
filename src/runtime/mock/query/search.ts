import type { Entity, Search } from "./contract.js";
import type { Parsing } from "./parsing.js";

const PHRASE = /"((?:[^"\\]|\\["\\])+)"(?=[ \t);]|$)/y;
/** A form that is not complete, and words of operators where there is nothing to connect. */
const SEARCH_WORD = /'(?:[^']|'')*'|[^\s"();'][^\s"();]*/y;

/** `$search` (URL Conventions 4.01 §5.1.7): words and phrases with AND, OR, NOT and parentheses. */
export function readSearch(parsing: Parsing): Search {
  const all: Search[] = [];
  do all.push(readAll(parsing));
  while (parsing.take(/[ \t]+OR[ \t]+(?=[^\s)])/y));
  return (contains) => all.some((one) => one(contains));
}

function readAll(parsing: Parsing): Search {
  const all: Search[] = [];
  do all.push(parsing.nested(() => readOne(parsing)));
  while (parsing.take(/[ \t]+AND[ \t]+(?=[^\s)])|[ \t]+(?!OR[ \t]+[^\s)])(?=[^\s)])/y));
  return (contains) => all.every((one) => one(contains));
}

function readOne(parsing: Parsing): Search {
  parsing.count();
  if (parsing.take(/NOT[ \t]+(?=[^\s)])/y)) {
    const negated = parsing.nested(() => readOne(parsing));
    return (contains) => !negated(contains);
  }
  if (parsing.takes("(")) {
    const inner = readSearch(parsing);
    parsing.expect(")");
    return inner;
  }
  const [, phrase] = parsing.take(PHRASE) ?? [];
  const [word] = phrase === undefined ? (parsing.take(SEARCH_WORD) ?? []) : [phrase.replace(/\\(.)/g, "$1")];
  if (word === undefined) return parsing.fail("A word or a phrase is expected");
  return (contains) => contains(word);
}

/** Whether texts of the entity contain what is searched, in any letter case; `name:text` is for one property. */
export function searchMatches(search: Search, entity: Entity): boolean {
  return search((term) => {
    const [, name = "", rest = ""] = /^(\w+):(.*)$/s.exec(term) ?? [];
    return Object.hasOwn(entity, name) ? hasText(entity[name], rest) : hasText(entity, term);
  });
}

function hasText(value: unknown, term: string): boolean {
  if (typeof value === "string") return value.toLowerCase().includes(term.toLowerCase());
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([name, one]) => !name.includes("@") && hasText(one, term));
}
