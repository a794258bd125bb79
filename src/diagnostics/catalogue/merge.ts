import { error, notice, warning } from "./entry.js";

/** What can be said when the documents are made one model. */
export const mergeEntries = {
  "duplicate-element": error<{ name: string }>(
    "Two CSDL documents declare the same element.",
    ({ name }) => `${name} is declared twice; keep one of the declarations.`,
  ),
  "cyclic-base": error<{ cycle: readonly string[] }>(
    "A type is its own base, directly or by others.",
    ({ cycle }) => `The base types form a cycle: ${cycle.join(" → ")}; remove one of the base types.`,
  ),
  "key-conflict": error<{ type: string; base: string }>(
    "A type declares a key that it already inherits (CSDL 4.01 §6.5).",
    ({ type, base }) => `${type} declares a key and inherits one from ${base}; remove one of them.`,
  ),
  "key-repeated": warning<{ type: string; base: string }>(
    "A type declares once more the key that it inherits, which CSDL 4.01 §6.5 forbids and services do.",
    ({ type, base }) => `${type} repeats the key that it inherits from ${base}; remove it from one of them if you can.`,
  ),
  "several-containers": error<{ first: string; second: string }>(
    "More than one entity container that none of the others extends.",
    ({ first, second }) =>
      `The inputs hold the entity containers ${first} and ${second}; generate them as two services.`,
  ),
  "unresolved-type": error<{ type: string; suggestion: string | undefined }>(
    "A type is missing from a namespace that was loaded.",
    ({ type, suggestion }) =>
      `There is no type ${type}; ${suggestion === undefined ? "declare it or correct the name" : `did you mean ${suggestion}?`}`,
  ),
  "type-not-loaded": warning<{ type: string }>(
    "A type stands in a namespace that was not loaded; it is typed `unknown`.",
    ({ type }) =>
      `${type} stands in a namespace that was not loaded and is typed unknown; add its document to the inputs.`,
  ),
  "base-not-loaded": warning<{ type: string; base: string }>(
    "The base of a type was not loaded; the type goes without and accepts further properties.",
    ({ type, base }) =>
      `${base}, the base of ${type}, was not loaded, so ${type} accepts further properties; add its document to the inputs.`,
  ),
  "type-not-described": warning<{ type: string }>(
    "A page names a type that no page describes; it is typed `unknown`.",
    ({ type }) => `No page describes ${type}; it is typed unknown until its reference page is among the inputs.`,
  ),
  "type-from-examples": warning<{ type: string; page: string }>(
    "Only examples describe a type.",
    ({ type, page }) => `${type} is known from examples only; add its reference page (${page}) to settle it.`,
  ),
  "type-differs": warning<{ element: string; stands: string; other: string }>(
    "Two sources give an element different types.",
    ({ element, stands, other }) => `${element} is ${other} here and ${stands} in a weightier source, which stands.`,
  ),
  "pages-of-two-versions": warning<{ beta: string; stable: string }>(
    "Pages of the beta and of v1.0 of a service are among the inputs; they are read as one service.",
    ({ beta, stable }) =>
      `Pages of beta (${beta}) and of v1.0 (${stable}) are read as one service; make a service of each version.`,
  ),
  "declared-on-derived": warning<{ type: string; property: string }>(
    "A page shows a property on a type where CSDL declares it on types derived from that one; they keep it.",
    ({ type, property }) =>
      `${type} has no property ${property}: types derived from it have one; show it on their pages.`,
  ),
  "letter-case-differs": warning<{ what: string; written: string; stands: string }>(
    "A page writes a name in other letters than the source that declares it; the declared name stands.",
    ({ what, written, stands }) => `The ${what} ${stands} is written ${written} here; correct its letter case.`,
  ),
  "base-differs": warning<{ type: string; stands: string; other: string }>(
    "Two sources give a type different base types.",
    ({ type, stands, other }) =>
      `The base of ${type} is ${other} here and ${stands} in a weightier source, which stands.`,
  ),
  "kind-differs": warning<{ name: string; stands: string; other: string }>(
    "Two sources call one name different kinds of type.",
    ({ name, stands, other }) => `${name} is ${other} here and ${stands} in a weightier source, which stands.`,
  ),
  "enum-lists-nested": notice<{ enum: string; count: number; others: string }>(
    "Lists of one enum agree but for members that some leave out.",
    ({ enum: name, count, others }) => `${name} has the ${count} members listed here; ${others}.`,
  ),
  "enum-lists-differ": warning<{ enum: string; missing: readonly string[]; extra: readonly string[] }>(
    "Two lists of one enum each have members that the other lacks; the weightier or newer one stands.",
    ({ enum: name, missing, extra }) =>
      `This list of ${name} differs from the one that stands: ${difference(missing, extra)}.`,
  ),
  "key-added": notice<{ type: string }>(
    "A type of a collection had no key in any page; `id` was added.",
    ({ type }) => `${type} stands in a collection and no page shows its key; the key id (Edm.String) is assumed.`,
  ),
  "path-type-guessed": warning<{ path: string; type: string }>(
    "No page says what a path addresses; the type was named after its segment.",
    ({ path, type }) => `No page says what ${path} addresses; the type ${type} is assumed.`,
  ),
  "path-unresolved": warning<{ path: string; segment: string; suggestion?: string | undefined }>(
    "The path of a request leads nowhere in the model.",
    ({ path, segment, suggestion }) =>
      `${path} does not resolve: nothing is called "${segment}" there${suggestion === undefined ? "." : `; did you mean "${suggestion}"?`}`,
  ),
  "target-unresolved": warning<{ target: string }>(
    "External annotations name an element that does not exist.",
    ({ target }) => `There is no element ${target} to annotate; its annotations are carried along unused.`,
  ),
};

function difference(missing: readonly string[], extra: readonly string[]): string {
  const parts = [];
  if (missing.length > 0) parts.push(`it lacks ${missing.join(", ")}`);
  if (extra.length > 0) parts.push(`it adds ${extra.join(", ")}`);
  return parts.join(" and ");
}
