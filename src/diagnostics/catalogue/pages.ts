import { notice, warning } from "./entry.js";

const SHOWN = 60;

/** Quotes text of a page in a message: on one line, without control characters, cut after 60 characters. */
function quoted(text: string): string {
  const line = text.replace(/[\p{C}\p{Z}\s]+/gu, " ").trim();
  return `"${line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line}"`;
}

/** Problems of reference pages. None of them stops a run. */
export const pagesEntries = {
  "page-front-matter-faulty": warning(
    "The front matter of a page is not valid YAML; it is read line by line.",
    () => "The front matter is not valid YAML and is read line by line; quote values that contain a colon.",
  ),
  "page-date-unreadable": warning<{ date: string }>(
    "`ms.date` of a page is not a date; the page counts as undated.",
    ({ date }) => `${quoted(date)} is not a date; write ms.date as MM/DD/YYYY.`,
  ),
  "page-namespace-illegal": warning<{ namespace: string }>(
    "The namespace of a page is not a legal name; it is ignored.",
    ({ namespace }) =>
      `The namespace ${quoted(namespace)} is not a legal name and is ignored; write identifiers separated by dots.`,
  ),
  "page-name-illegal": warning<{ what: string; name: string }>(
    "A name on a page is not a legal identifier (CSDL 4.01 §15); the element is left out.",
    ({ what, name }) =>
      `${quoted(name)} is not a legal name of a ${what} and is left out; use letters, digits and underscores.`,
  ),
  "page-names-differ": warning<{ title: string; type: string }>(
    "The title of a resource page and the metadata of its JSON representation name different types; the metadata is used.",
    ({ title, type }) =>
      `The title names the type ${quoted(title)}, the metadata ${quoted(type)}; the metadata is used, correct one of them.`,
  ),
  "page-type-unreadable": warning<{ name: string; type: string }>(
    "A cell for a type does not name one; the row is left out.",
    ({ name, type }) =>
      `The row of ${quoted(name)} is left out because ${quoted(type)} is not a type; write one type, or "X collection".`,
  ),
  "page-type-vague": warning<{ type: string; taken: string }>(
    "A cell names a type that the entity data model does not have; a similar type is used.",
    ({ type, taken }) =>
      `${quoted(type)} is not a type of the entity data model and is read as ${taken}; write the exact type.`,
  ),
  "page-type-alternatives": warning<{ types: string; first: string }>(
    "A cell names several types; the first one is used.",
    ({ types, first }) =>
      `Of the types ${quoted(types)} only ${quoted(first)} is used; write their common base type instead.`,
  ),
  "page-row-unreadable": warning<{ row: string }>(
    "A row of a table lacks a required cell or has an unknown form; it is left out.",
    ({ row }) => `The row ${quoted(row)} cannot be read and is left out; give it a cell for each column of the header.`,
  ),
  "page-row-too-long": warning<{ columns: number }>(
    "A row of a table has more cells than the table has columns; the surplus is read as part of the last cell.",
    ({ columns }) =>
      `The row has more cells than the ${columns} columns of the header, so the text from this pipe on is read as part of the last cell; write a pipe inside a cell as \\|.`,
  ),
  "page-row-cut": warning(
    "A page ends inside a row of a table, without the pipe that closes it, as a page that was cut does.",
    () => "The page ends inside this row of a table; get the whole page, or close the row.",
  ),
  "page-row-twice": warning<{ name: string }>(
    "A table has two rows with the same name; the first one is used.",
    ({ name }) => `The table already has a row for ${quoted(name)}, which is used; remove this one.`,
  ),
  "page-number-unreadable": warning<{ member: string; text: string }>(
    "The value of an enum member is not a number; the member gets no value.",
    ({ member, text }) =>
      `The member ${quoted(member)} gets no value because ${quoted(text)} is not a number; write an integer.`,
  ),
  "page-values-broken": warning<{ type: string }>(
    "A list of values contains something that is not a value; the values before it are used.",
    ({ type }) =>
      `The values of ${quoted(type)} are read up to here; separate them by commas and end the list with a full stop.`,
  ),
  "page-values-differ": warning<{ type: string }>(
    "Two lists on one page give an enum different values; the first one is used.",
    ({ type }) => `This list gives ${quoted(type)} other values than an earlier one, which is used; make them equal.`,
  ),
  "page-values-twice": warning<{ type: string }>(
    "Two tables on one page list the values of the same enum; the first one is used.",
    ({ type }) =>
      `An earlier table lists the values of ${quoted(type)}, so this one is left out; correct the heading of one of them.`,
  ),
  "page-values-of-primitive": notice<{ name: string }>(
    "A table lists the values of a property with a primitive type; it becomes no enum.",
    ({ name }) => `The property ${quoted(name)} has a primitive type, so this table of its values becomes no enum.`,
  ),
  "page-table-unknown": warning<{ header: string; section: string }>(
    "A table has an unknown header, or one that is unknown in its section; it is not read.",
    ({ header, section }) =>
      `The table ${quoted(header)} under ${quoted(section)} is not read because its header is unknown there; use one of the known headers of that section.`,
  ),
  "page-table-unused": notice<{ header: string; section: string }>(
    "A table has content that the model has no place for; it is not read.",
    ({ header, section }) =>
      `The table ${quoted(header)} under ${quoted(section)} is not read because the model has no place for its content.`,
  ),
  "page-table-nameless": warning<{ first: string }>(
    "A page does not name the type that the table of its request body describes; the table is left out.",
    ({ first }) =>
      `The table that starts with ${quoted(first)} is left out because the page does not name its type; name it above the table.`,
  ),
  "page-block-unclosed": warning<{ what: string }>(
    "A code fence or a comment is not closed; it ends at the next fence, heading or comment.",
    ({ what }) => `The ${what} that starts here is not closed; close it.`,
  ),
  "page-metadata-faulty": warning<{ what: string }>(
    "A metadata comment is not valid JSON; what can be read of it is used.",
    ({ what }) =>
      `The metadata in this comment has a fault (${what}), and only what can be read of it is used; correct the JSON.`,
  ),
  "page-json-faulty": warning<{ what: string }>(
    "The body of an example is not valid JSON but can be read.",
    ({ what }) => `The JSON of this example has a fault (${what}) but can be read; correct it.`,
  ),
  "page-json-unreadable": warning<{ what: string }>(
    "The body of an example is not JSON; it is left out.",
    ({ what }) => `The body of this example is not JSON (${what}) and is left out; correct it.`,
  ),
  "page-example-unreadable": warning(
    "A block of an example is neither a request nor a response; it is left out.",
    () =>
      "This block is neither a request nor a response and is left out; start it with a request line or a status line.",
  ),
  "page-request-missing": warning<{ title: string }>(
    "An api page has no request line.",
    ({ title }) => `The page ${quoted(title)} has no request; write its method and path under "HTTP request".`,
  ),
  "page-request-unreadable": warning<{ line: string }>(
    "A line in the HTTP request section is not a request; it is left out.",
    ({ line }) => `${quoted(line)} is not a request and is left out; write a method and a path.`,
  ),
  "page-include-missing": notice<{ include: string; what: string }>(
    "A page includes a file that is not among the inputs; its content is unknown.",
    ({ include, what }) =>
      `The ${what} are in ${quoted(include)}, which is not among the inputs, and stay unknown; add that file.`,
  ),
  "page-scope-unreadable": warning<{ text: string }>(
    "A cell of a permissions table contains prose; the prose is left out.",
    ({ text }) => `${quoted(text)} is not a permission and is left out; separate the permissions by commas.`,
  ),
  "page-scope-spaced": warning<{ scope: string }>(
    "A permission is written with a space in place of a dot; it is read with the dot.",
    ({ scope }) => `The permission is read as ${quoted(scope)}; write its dot in place of the space.`,
  ),
  "page-scopes-ambiguous": warning<{ scopes: string }>(
    'A list of permissions ends in "and", which may mean all or any of them; all are taken, and marked as not exact.',
    ({ scopes }) =>
      `The list ${quoted(scopes)} ends in "and", so that all of them are taken to be needed; write "A, or both B and C", "all of" or "one of", or commas alone.`,
  ),
  "page-permissions-several": warning<{ section: string }>(
    "A page has several permissions tables for the same case; the first one is used.",
    ({ section }) =>
      `An earlier table lists the permissions, so the one under ${quoted(section)} is left out; give each table a heading that names its case.`,
  ),
  "page-says-nothing": notice<{ title: string }>(
    "A page documents neither a type nor a request; nothing is read from it.",
    ({ title }) => `The page ${quoted(title)} documents neither a type nor a request; nothing is read from it.`,
  ),
  "page-plain-text": notice(
    "A page is the plain text of a rendered page, which has lost its links and comments.",
    () =>
      "This is the plain text of a rendered page: facts in links and comments, such as namespaces and keys, are missing; use the markdown if you have it.",
  ),
};
