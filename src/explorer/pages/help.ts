import { element } from "../elements/element.js";

const keys: readonly (readonly [keys: string, what: string])[] = [
  ["/", "search"],
  ["↑ ↓", "go through the results"],
  ["Enter", "open the result; open or fold a name of several types"],
  ["→ ←", "open or fold a name of several types"],
  ["Esc", "clear the search, then return to the page"],
  ["?", "show this help"],
];

const words: readonly (readonly [words: string, what: string])[] = [
  ["user mail", "mail, of what has user in its name or owner"],
  ["type: enum: prop: op: req: scope: set:", "types, enums, properties, operations, requests, scopes, entity sets"],
  ["returns:user takes:message", "operations by the type that they return, or are given"],
  ["changed: changed:breaking changed:added changed:removed", "what changed, where the page compares two versions"],
];

/** Shows what keys do, and what the search understands, above the page. */
export function showHelp(): void {
  const dialog = element(
    "dialog",
    { class: "help", "aria-labelledby": "help-title", onclose: () => dialog.remove() },
    element("h2", { id: "help-title" }, "Keyboard and search"),
    table("Keys", keys),
    table("Words to search for", words),
    element("button", { type: "button", autofocus: true, onclick: () => dialog.close() }, "Close"),
  );
  document.body.append(dialog);
  dialog.showModal();
}

function table(caption: string, rows: readonly (readonly [string, string])[]): HTMLElement {
  const body = rows.map(([term, what]) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, ...term.split(" ").map((one) => element("kbd", {}, one))),
      element("td", {}, what),
    ),
  );
  return element("table", {}, element("caption", {}, caption), element("tbody", {}, body));
}
