import { type Content, element } from "../../elements/element.js";

/** A box that hides the rows without the words that are typed. */
export function memberFilter(bodies: readonly HTMLTableSectionElement[]): Content {
  const status = element("span", { role: "status" });
  const box = element("input", {
    type: "search",
    placeholder: "Filter properties",
    "aria-label": "Filter properties",
    oninput,
  });
  return [box, status];

  function oninput(): void {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const body of bodies) {
      const before = shown;
      for (const row of body.rows) {
        if (row.id === "") continue;
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) shown++;
      }
      body.hidden = shown === before;
    }
    status.textContent = words.length === 0 ? "" : `${shown} shown`;
  }
}
