/** What stands around the pages: the header with the search, the help, the footer. The program fills the main part. */
import { htmlText } from "../../rendering/text-formats.js";
import type { ModelData } from "../data/format.js";

const keys = [
  ["/", "search"],
  ["↑ ↓", "go through the results"],
  ["Enter", "open the result; open or fold a name of several types"],
  ["→ ←", "open or fold a name of several types"],
  ["Esc", "clear the search, then return to the page"],
  ["?", "show this help"],
] as const;

const words = [
  ["user mail", "mail, of what has user in its name or owner"],
  ["type: enum: prop: op: req: scope: set:", "types, enums, properties, operations, requests, scopes, entity sets"],
  ["returns:user takes:message", "operations by the type that they return, or are given"],
  ["changed: changed:breaking changed:added changed:removed", "what changed, where the page compares two versions"],
] as const;

/** HTML without space between elements. */
export function frame(data: ModelData): string {
  return [
    '<button type="button" class="skip">Skip to the page</button>',
    `<header><a href="#/" class="title">${htmlText(data.title)}</a>${search}`,
    `<nav aria-label="Pages"><ul>${links(data)}</ul></nav>`,
    '<button type="button" class="keys" aria-label="Keyboard and search">?</button></header>',
    '<main id="main"></main>',
    footer(data),
    help,
    markers,
    data.changes === undefined ? "" : filters,
  ].join("");
}

const search = [
  '<div role="search" class="search">',
  '<input id="search" type="search" role="combobox" placeholder="Search  ( / )" aria-label="Search"',
  ' aria-expanded="false" aria-controls="found" aria-autocomplete="list" autocomplete="off" autocapitalize="off"',
  ' spellcheck="false">',
  '<div class="found" hidden><ul id="found" role="listbox" aria-label="Results"></ul></div>',
  '<p role="status" class="count"></p></div>',
].join("");

/** The links at the top, those that the data has. */
function links({ types, requests, findings = [], changes, picture }: ModelData): string {
  const hasScopes = requests.some(({ permissions }) => permissions !== null);
  const all: readonly (readonly [page: string, text: string, isShown: boolean])[] = [
    ["namespace", "Types", types.length > 0],
    ["requests", "Requests", requests.length > 0],
    ["scopes", "Scopes", hasScopes],
    ["findings", "Findings", findings.length > 0],
    ["changes", "Changes", changes !== undefined],
    ["picture", "Picture", picture !== undefined],
    ["marked", 'Marked<span class="marked-count"></span>', hasScopes],
  ];
  const shown = all.filter(([, , isShown]) => isShown);
  return shown.map(([page, text]) => `<li><a href="#/${page}">${text}</a></li>`).join("");
}

function footer({ format, protocol, serviceRoot }: ModelData): string {
  const root = serviceRoot === undefined ? "" : `<code>${htmlText(serviceRoot)}</code>`;
  return `<footer><span>OData ${htmlText(protocol)}</span>${root}<span>${format}</span></footer>`;
}

/** The fields of the page of changes, for whom they are listed, and by which words. */
const filters = [
  '<template id="filters"><label>For <select name="audience"><option value="">everyone</option>',
  '<option value="readers">programs that read</option><option value="writers">programs that write</option>',
  '<option value="source">source that uses generated code</option></select></label>',
  '<label>Names and codes with <input type="search" name="words" placeholder="user removed"></label></template>',
].join("");

/** The ends of lines in pictures. */
const markers = `<svg class="markers" aria-hidden="true"><defs>${marker("arrow")}${marker("hollow")}</defs></svg>`;

function marker(id: string): string {
  const size = 'viewBox="0 0 9 9" refX="8" refY="4.5" markerWidth="9" markerHeight="9"';
  const units = 'markerUnits="userSpaceOnUse" orient="auto"';
  return `<marker id="${id}" ${size} ${units}><path d="M0 1L8 4.5L0 8Z"/></marker>`;
}

const help = [
  '<dialog class="help" aria-labelledby="help-title"><h2 id="help-title">Keyboard and search</h2>',
  helpTable("Keys", keys),
  helpTable("Words to search for", words),
  '<form method="dialog"><button autofocus>Close</button></form></dialog>',
].join("");

function helpTable(caption: string, rows: readonly (readonly [terms: string, what: string])[]): string {
  const body = rows.map(([terms, what]) => {
    const kbd = terms.split(" ").map((term) => `<kbd>${term}</kbd>`);
    return `<tr><th scope="row">${kbd.join("")}</th><td>${what}</td></tr>`;
  });
  return `<table><caption>${caption}</caption><tbody>${body.join("")}</tbody></table>`;
}
