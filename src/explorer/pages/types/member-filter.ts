import { type Content, element } from "../../elements/element.js";

/** A box that hides the rows of a table without the words that are typed. */
export function memberFilter(table: Element): Content {
  const status = element("span", { role: "status" });
  const name = "Filter properties";
  const box = element("input", { type: "search", placeholder: name, "aria-label": name, oninput });
  return [box, status];

  function oninput(): void {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const body of table.querySelectorAll("tbody")) {
      const before = shown;
      for (const row of body.querySelectorAll<HTMLElement>("tr[id]")) {
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) shown++;
      }
      body.hidden = shown === before;
    }
    status.textContent = words.length === 0 ? "" : `${shown} shown`;
  }
}
