import { element } from "../../elements/element.js";
import type { WantedChanges } from "./listed-changes.js";

const audiences = [
  ["", "everyone"],
  ["readers", "programs that read"],
  ["writers", "programs that write"],
  ["source", "source that uses generated code"],
] as const;

/** Chooses for whom changes are listed, and by the words of their names. Calls `changed` with each choice. */
export function changesForm(changed: (wanted: WantedChanges) => void): HTMLElement {
  const audience = element(
    "select",
    { onchange: tell },
    audiences.map(([value, text]) => element("option", { value }, text)),
  );
  const words = element("input", { type: "search", placeholder: "user removed", oninput: tell });
  return element(
    "form",
    { class: "filters", onsubmit: (event) => event.preventDefault() },
    element("label", {}, "For ", audience),
    element("label", {}, "Names and codes with ", words),
  );

  function tell(): void {
    changed({ audience: audience.value, words: words.value });
  }
}
