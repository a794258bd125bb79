import { element } from "../elements/element.js";
import type { ModelIndex } from "../model/model-index.js";
import { ResultList } from "./result-list.js";

/** The box, and what the frame does with it. */
export interface SearchBox {
  readonly content: HTMLElement;
  /** Gives it the focus, with its text selected. */
  focus(): void;
  /** Shows the words of a page of results. */
  show(words: string): void;
}

/** A combobox with a list of results (WAI-ARIA 1.2 §5.3.3). Escape clears it, then calls `leave`. */
export function searchBox(index: ModelIndex, leave: () => void): SearchBox {
  const input = element("input", {
    id: "search",
    type: "search",
    role: "combobox",
    placeholder: "Search  ( / )",
    "aria-label": "Search",
    "aria-expanded": "false",
    "aria-controls": "found",
    "aria-autocomplete": "list",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
  });
  const results = new ResultList(index, input);
  const { list, count, popup } = results;
  input.addEventListener("input", () => results.find());
  input.addEventListener("focus", () => results.find());
  input.addEventListener("blur", () => results.close());
  input.addEventListener("keydown", (event) => {
    const wasEmpty = input.value === "";
    if (takesKey(event, results)) event.preventDefault();
    if (event.key === "Escape" && wasEmpty) leave();
  });
  // The focus stays in the input.
  popup.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => results.choose(target));
  return {
    content: element("div", { role: "search", class: "search" }, input, popup, count),
    focus: () => input.select(),
    show: (words) => void (input.value = words),
  };
}

/** Whether a key does something to the list of results. */
function takesKey({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent, results: ResultList): boolean {
  if (ctrlKey || metaKey || altKey || isComposing) return false;
  if (key === "Escape") return results.clear();
  if (key === "ArrowDown") return results.move(1);
  if (key === "ArrowUp") return results.move(-1);
  if (key === "ArrowRight") return results.unfold();
  if (key === "ArrowLeft") return results.fold();
  return key === "Enter" && results.enter();
}
