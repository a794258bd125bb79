import { notice, warning } from "./entry.js";

const SHOWN = 60;

/** A text of a page inside a message: on one line, without control characters, not too long. */
function quoted(text: string): string {
  const line = text.replace(/[\p{C}\p{Z}\s]+/gu, " ").trim();
  return `"${line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line}"`;
}

/** What a reference page loses or leaves open; none of it stops a run. */
export const pagesEntries = {
  "page-front-matter-faulty": warning(
    "The front matter of a page is not valid YAML; it is read line by line.",
    () => "The front matter is not valid YAML and is read line by line; quote values that hold a colon.",
  ),
  "page-date-unreadable": warning<{ date: string }>(
    "`ms.date` of a page is no date; the page counts as undated.",
    ({ date }) => `${quoted(date)} is no date; write ms.date as MM/DD/YYYY.`,
  ),
  "page-namespace-illegal": warning<{ namespace: string }>(
    "The namespace that a page states is not a legal name; the page counts as having none.",
    ({ namespace }) =>
      `The namespace ${quoted(namespace)} is not a legal name and is left out; write names joined by dots.`,
  ),
  "page-name-illegal": warning<{ what: string; name: string }>(
    "A name on a page is not a legal identifier (CSDL 4.01 §15); what it names is left out.",
    ({ what, name }) =>
      `${quoted(name)} is not a legal name of a ${what} and is left out; use letters, digits and underscores.`,
  ),
  "page-names-differ": warning<{ title: string; type: string }>(
    "The title of a resource page and the metadata of its JSON representation name different types; the metadata stands.",
    ({ title, type }) =>
      `The page's title says ${quoted(title)}, its metadata ${quoted(type)}; the metadata stands, correct the other.`,
  ),
  "page-type-unreadable": warning<{ name: string; type: string }>(
    "A cell names no type; the row is lost.",
    ({ name, type }) =>
      `The row of ${quoted(name)} is lost, since ${quoted(type)} names no type; write one type, or "X collection".`,
  ),
  "page-type-vague": warning<{ type: string; taken: string }>(
    "A cell names a type vaguely.",
    ({ type, taken }) =>
      `${quoted(type)} is no type of the entity data model and is read as ${taken}; name the type that is meant.`,
  ),
  "page-type-alternatives": warning<{ types: string; first: string }>(
    "A cell names alternative types; the first one is taken.",
    ({ types, first }) =>
      `Of the alternatives ${quoted(types)} only ${quoted(first)} is taken; name their common base type.`,
  ),
  "page-row-unreadable": warning<{ row: string }>(
    "A row of a table lacks a cell that is needed, or has a form that is not known; it is lost.",
    ({ row }) => `The row ${quoted(row)} cannot be read and is lost; give it the cells that the table's header names.`,
  ),
  "page-row-too-long": warning<{ columns: number }>(
    "A row of a table has more cells than the table has columns; what is too much counts as part of the last one.",
    ({ columns }) =>
      `A row has more cells than the ${columns} that the table's header names, so that this pipe and what follows count as text of the last; write a pipe inside of a cell as \\|.`,
  ),
  "page-row-twice": warning<{ name: string }>(
    "A table has two rows of one name; the first one stands.",
    ({ name }) => `${quoted(name)} has a row already; the first one stands, remove this one.`,
  ),
  "page-number-unreadable": warning<{ member: string; text: string }>(
    "The value of an enum member is no number; the member has none.",
    ({ member, text }) =>
      `${quoted(text)} is no number, so that the member ${quoted(member)} has no value; write an integer.`,
  ),
  "page-values-broken": warning<{ type: string }>(
    "A list of values breaks off at something that is no value; what stands before it is taken.",
    ({ type }) =>
      `The values of ${quoted(type)} are read up to here only; separate them by commas and end the list by a full stop.`,
  ),
  "page-values-differ": warning<{ type: string }>(
    "Two lists on one page give an enum different values; the first one stands.",
    ({ type }) => `This list gives ${quoted(type)} other values than one before it, which stands; make them agree.`,
  ),
  "page-values-twice": warning<{ type: string }>(
    "Two tables on one page show the values of one enum; the first one stands.",
    ({ type }) => `A second table of the values of ${quoted(type)} is left out; correct the heading of one of them.`,
  ),
  "page-values-of-primitive": notice<{ name: string }>(
    "A table shows values of a property that is a primitive; it makes no enum.",
    ({ name }) => `The property ${quoted(name)} is a primitive, so that this table of its values makes no enum.`,
  ),
  "page-table-unknown": warning<{ header: string; section: string }>(
    "A table of a form that is not known, or in a section where it is not expected; nothing is read from it.",
    ({ header, section }) =>
      `Nothing is read from the table ${quoted(header)} under ${quoted(section)}; it has no known header for that section.`,
  ),
  "page-table-unused": notice<{ header: string; section: string }>(
    "A table of a known form that the model has no place for.",
    ({ header, section }) =>
      `The model has no place for the table ${quoted(header)} under ${quoted(section)}; nothing is read from it.`,
  ),
  "page-table-nameless": warning<{ first: string }>(
    "A page does not say which type the table of its request body describes; the table is lost.",
    ({ first }) =>
      `The table that starts with ${quoted(first)} is lost, since the page does not name its type; name it above the table.`,
  ),
  "page-block-unclosed": warning<{ what: string }>(
    "A code fence or a comment is not closed; it ends at the next fence, heading or comment.",
    ({ what }) => `The ${what} that starts here is not closed; close it.`,
  ),
  "page-metadata-faulty": warning<{ what: string }>(
    "A comment of metadata is not valid JSON; what can be read of it is taken.",
    ({ what }) =>
      `The metadata in this comment is faulty (${what}), and only what can be read of it is taken; correct the JSON.`,
  ),
  "page-json-faulty": warning<{ what: string }>(
    "A body of an example is not valid JSON but can be read all the same.",
    ({ what }) => `The JSON of this example is faulty (${what}) and is read all the same; correct it.`,
  ),
  "page-json-unreadable": warning<{ what: string }>(
    "A body of an example is not JSON; it is left out.",
    ({ what }) => `The body of this example is not JSON (${what}) and is left out; correct it.`,
  ),
  "page-example-unreadable": warning(
    "A block of an example is neither a request nor a response; it is left out.",
    () =>
      "This block is neither a request nor a response and is left out; start it with a request line or a status line.",
  ),
  "page-request-missing": warning<{ title: string }>(
    "An api page shows no request line.",
    ({ title }) => `The page ${quoted(title)} shows no request; put its method and path under "HTTP request".`,
  ),
  "page-request-unreadable": warning<{ line: string }>(
    "A line in the HTTP request section is no request; it is left out.",
    ({ line }) => `${quoted(line)} is no request and is left out; write a method and a path.`,
  ),
  "page-include-missing": notice<{ include: string; what: string }>(
    "What a page says stands in a file that it includes.",
    ({ include, what }) => `The ${what} stand in ${quoted(include)}, which is not read; they stay unknown.`,
  ),
  "page-scope-unreadable": warning<{ text: string }>(
    "A cell of a permissions table holds prose; it is left out.",
    ({ text }) => `${quoted(text)} is no permission and is left out; separate the permissions by commas.`,
  ),
  "page-permissions-several": warning<{ section: string }>(
    "A page has several tables of permissions; only the first one is read.",
    ({ section }) => `Only the first table of permissions is read, the one under ${quoted(section)} is left out.`,
  ),
  "page-says-nothing": notice<{ title: string }>(
    "A page describes neither a type nor a request.",
    ({ title }) => `The page ${quoted(title)} describes neither a type nor a request; nothing is read from it.`,
  ),
  "page-plain-text": notice(
    "A page is the plain text of a rendered page.",
    () =>
      "This is the plain text of a rendered page: what its links and comments said, such as namespaces and keys, is not available.",
  ),
};
