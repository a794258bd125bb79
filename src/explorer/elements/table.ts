import { type Content, element } from "./element.js";

/** A table of rows in bodies, which scrolls sideways by itself where it is wider than the page. */
export function rowsTable(name: string, columns: readonly string[], ...bodies: readonly Content[]): HTMLElement {
  const headings = columns.map((text) => element("th", { scope: "col" }, text));
  const table = element(
    "table.rows",
    element("thead", element("tr", headings)),
    bodies.map((rows) => element("tbody", rows)),
  );
  return element("div.scroll", { tabindex: 0, role: "region", "aria-label": name }, table);
}

/** A row of it. Cells repeat the heading of their column, for narrow pages, which set them one below the other. */
export function tableRow(
  columns: readonly string[],
  [heading, ...cells]: readonly Content[],
  id?: string,
): HTMLElement {
  return element(
    "tr",
    { id },
    element("th", { scope: "row" }, heading),
    cells.map((cell, at) => element("td", { "data-column": columns[at + 1] }, cell)),
  );
}
