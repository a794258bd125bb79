import { error, notice, warning } from "./entry.js";

/** Reported when the documents are merged to one model. */
export const mergeEntries = {
  "duplicate-element": error<{ name: string }>(
    "Two CSDL documents declare the same element in different ways.",
    ({ name }) => `${name} is declared twice; keep one of the declarations.`,
  ),
  "element-repeated": warning<{ name: string }>(
    "Two CSDL documents declare the same element in the same way; one declaration is ignored.",
    ({ name }) => `${name} is declared a second time, in the same way, which is ignored; remove one.`,
  ),
  "cyclic-base": error<{ cycle: readonly string[] }>(
    "A type derives from itself, directly or by other types.",
    ({ cycle }) => `The base types form a cycle: ${cycle.join(" → ")}; remove one of the base types.`,
  ),
  "base-chain-too-long": error<{ type: string; limit: number }>(
    "A type has more than 100 base types, one above the other. Reported once.",
    ({ type, limit }) => `${type} has more than ${limit} base types, one above the other; flatten the hierarchy.`,
  ),
  "key-conflict": error<{ type: string; base: string }>(
    "A type declares a key that it already inherits (CSDL 4.01 §6.5).",
    ({ type, base }) => `${type} declares a key and inherits one from ${base}; remove one of them.`,
  ),
  "key-repeated": warning<{ type: string; base: string }>(
    "A type repeats the key that it inherits, against CSDL 4.01 §6.5; the model keeps both.",
    ({ type, base }) => `${type} repeats the key that it inherits from ${base}; remove it from one of them if you can.`,
  ),
  "mixed-protocols": error<{ container: string; protocol: string; other: string }>(
    "Documents with entity containers are of different versions of the protocol: OData 2.0, 3.0 or 4.",
    ({ container, protocol, other }) =>
      `${container} is of OData ${protocol}, but another container is of OData ${other}; generate each service from its own inputs.`,
  ),
  "container-not-default": notice<{ stands: string; other: string }>(
    "A document of OData 2.0 or 3.0 has several entity containers; the default one stands.",
    ({ stands, other }) =>
      `${other} is left out, since ${stands} is the default container of the service; choose with --container ${other}.`,
  ),
  "several-containers": warning<{ stands: string; other: string }>(
    "There are several entity containers, and none extends the others; that with the most children stands.",
    ({ stands, other }) =>
      `${other} is left out, since a service has one entity container, and ${stands} has more children or comes first; choose with --container ${other}.`,
  ),
  "container-not-found": error<{ container: string; near: string | undefined; containers: readonly string[] }>(
    "No entity container has the name given with --container.",
    ({ container, near, containers }) =>
      `No entity container is called "${container}"; ${near === undefined ? `there ${containers.length === 0 ? "is none" : `is ${containers.join(", ")}`}.` : `did you mean ${near}?`}`,
  ),
  "untyped-not-found": error<{ name: string; near: string | undefined }>(
    "No complex type has a name given with --untyped.",
    ({ name, near }) =>
      `No complex type is called "${name}"; ${near === undefined ? "give its qualified name, such as microsoft.graph.Json" : `did you mean ${near}?`}`,
  ),
  "untyped-not-empty": error<{ name: string }>(
    "A type given with --untyped has members or derived types, so its values are objects.",
    ({ name }) =>
      `${name} has members or derived types, so its values are objects and not any JSON value; remove it from --untyped.`,
  ),
  "unresolved-type": error<{ type: string; suggestion: string | undefined }>(
    "A type does not exist in a namespace that was loaded.",
    ({ type, suggestion }) =>
      `There is no type ${type}; ${suggestion === undefined ? "declare it or correct the name" : `did you mean ${suggestion}?`}`,
  ),
  "type-not-loaded": warning<{ type: string }>(
    "A type stands in a namespace that was not loaded; it is typed `unknown`.",
    ({ type }) =>
      `${type} stands in a namespace that was not loaded and is typed unknown; add its document to the inputs.`,
  ),
  "base-not-loaded": warning<{ type: string; base: string }>(
    "The base of a type was not loaded; the type has no base and is open.",
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
    "Two sources state different types for an element; that of the higher authority stands.",
    ({ element, stands, other }) =>
      `${element} is ${other} here and ${stands} in a source of higher authority, which stands.`,
  ),
  "pages-of-two-versions": warning<{ beta: string; stable: string }>(
    "Pages of the beta and of v1.0 of a service are among the inputs; they are read as one service.",
    ({ beta, stable }) =>
      `Pages of beta (${beta}) and of v1.0 (${stable}) are read as one service; make a service of each version.`,
  ),
  "declared-on-derived": warning<{ type: string; property: string }>(
    "A page shows a property on a base type that CSDL, or the pages of derived types, declare on those; it stays there.",
    ({ type, property }) =>
      `${type} has no property ${property}: types derived from it have one; show it on their pages.`,
  ),
  "property-without-row": warning<{ type: string; property: string }>(
    "Only examples and tables of api pages show a property, and the page of the type, which has rows or calls it open, leaves it out; so does the output.",
    ({ type, property }) =>
      `${property} is left out, because the page of ${type} has no row for it; add one, or correct its name here.`,
  ),
  "row-of-one": warning<{ element: string }>(
    "The row of a property names one value, but a path addresses its items by key; it is a collection.",
    ({ element }) => `${element} is a collection by its path; add the word collection to the type in this row.`,
  ),
  "letter-case-differs": warning<{ what: string; written: string; stands: string }>(
    "A page writes a name in another letter case than its declaration, which stands.",
    ({ what, written, stands }) => `The ${what} ${stands} is written ${written} here; correct its letter case.`,
  ),
  "base-differs": warning<{ type: string; stands: string; other: string }>(
    "Two sources state different base types for a type; that of the higher authority stands.",
    ({ type, stands, other }) =>
      `The base of ${type} is ${other} here and ${stands} in a source of higher authority, which stands.`,
  ),
  "kind-differs": warning<{ name: string; stands: string; other: string }>(
    "One name is an enum in one source and a structured type in another; the higher authority stands.",
    ({ name, stands, other }) =>
      `${name} is ${other} here and ${stands} in a source of higher authority, which stands.`,
  ),
  "enum-lists-nested": notice<{ enum: string; count: number; others: string }>(
    "Some lists of an enum leave out members of the longest one, which stands.",
    ({ enum: name, count, others }) => `${name} has the ${count} members listed here; ${others}.`,
  ),
  "enum-lists-differ": warning<{ enum: string; missing: readonly string[]; extra: readonly string[] }>(
    "Two lists of an enum have members that the other lacks; that of the higher authority, or the newer one, stands.",
    ({ enum: name, missing, extra }) =>
      `This list of ${name} differs from the one that stands: ${difference(missing, extra)}.`,
  ),
  "key-added": notice<{ type: string }>(
    "No page shows the key of a type that is an item of a collection; `id` is assumed.",
    ({ type }) => `${type} stands in a collection and no page shows its key; the key id (Edm.String) is assumed.`,
  ),
  "path-type-guessed": warning<{ path: string; type: string }>(
    "No page names the type that a path addresses; it is named after the segment.",
    ({ path, type }) => `No page names the type that ${path} addresses; ${type} is assumed.`,
  ),
  "path-unresolved": warning<{ path: string; segment: string; suggestion?: string | undefined }>(
    "The path of a request addresses nothing in the model.",
    ({ path, segment, suggestion }) =>
      `${path} does not resolve: nothing is called "${segment}" there${suggestion === undefined ? "." : `; did you mean "${suggestion}"?`}`,
  ),
  "target-unresolved": warning<{ target: string }>(
    "External annotations name an element that does not exist.",
    ({ target }) => `There is no element ${target} to annotate; its annotations are kept without effect.`,
  ),
};

function difference(missing: readonly string[], extra: readonly string[]): string {
  const parts = [];
  if (missing.length > 0) parts.push(`it lacks ${missing.join(", ")}`);
  if (extra.length > 0) parts.push(`it adds ${extra.join(", ")}`);
  return parts.join(" and ");
}
