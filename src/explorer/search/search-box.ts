import { counted } from "../../explore/file/counted.js";
import { type Content, element } from "../elements/element.js";
import { frameElement } from "../elements/frame-element.js";
import { fragmentOf } from "../routes/route.js";
import type { Named } from "./entry.js";
import { type Option, optionsOf } from "./options.js";
import { queryOf } from "./query.js";
import { type Results, search } from "./search.js";

/** So many rows are made for each key that is pressed. */
const ROWS = 40;
const nothing: Results = { rows: [], total: 0, alike: false };

/** The combobox of the frame with its list of results (WAI-ARIA 1.2 §5.3.3). Escape clears it, then calls `leave`. */
export class SearchBox {
  readonly #input = frameElement<HTMLInputElement>("#search");
  readonly #list = frameElement("#found");
  readonly #popup = frameElement(".found");
  readonly #count = frameElement(".search .count");
  readonly #opened = new Set<Named>();
  #results = nothing;
  #options: readonly Option[] = [];
  #active = 0;

  constructor(leave: () => void) {
    const find = () => this.#find();
    this.#input.addEventListener("input", find);
    this.#input.addEventListener("focus", find);
    this.#input.addEventListener("blur", () => this.#close());
    this.#input.addEventListener("keydown", (event) => {
      const wasEmpty = this.#input.value === "";
      if (this.#takes(event)) event.preventDefault();
      if (event.key === "Escape" && wasEmpty) leave();
    });
    // The focus stays in the input.
    this.#popup.addEventListener("mousedown", (event) => event.preventDefault());
  }

  /** Gives it the focus, with its text selected. */
  focus(): void {
    this.#input.select();
  }

  /** Shows the words of a page of results. */
  show(words: string): void {
    this.#input.value = words;
  }

  #find(): void {
    const words = this.#input.value.trim();
    this.#results = words === "" ? nothing : search(words, ROWS);
    this.#opened.clear();
    const { total, alike } = this.#results;
    this.#count.textContent = words === "" ? "" : `${counted(total, "result")}${alike ? " written alike" : ""}`;
    this.#render(0);
  }

  #close(): void {
    this.#results = nothing;
    this.#count.textContent = "";
    this.#render(0);
  }

  /** Whether a key does something to the list of results. */
  #takes({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
    const { named, state } = this.#options[this.#active] ?? {};
    if (ctrlKey || metaKey || altKey || isComposing) return false;
    if (key === "Escape") {
      this.show("");
      this.#close();
    } else if (key === "ArrowDown") this.#move(1);
    else if (key === "ArrowUp") this.#move(-1);
    else if (key === "Enter") return this.#enter();
    // The caret has no way to the right.
    else if (key === "ArrowRight" && state === "folded" && this.#input.selectionEnd === this.#input.value.length)
      this.#toggle(named);
    else if (key === "ArrowLeft" && named !== undefined && this.#opened.has(named)) this.#toggle(named);
    else return false;
    return true;
  }

  #move(by: 1 | -1): void {
    const { length } = this.#options;
    if (length === 0) this.#find();
    else this.#activate((this.#active + by + length) % length);
  }

  /** Goes to the active result, or opens or folds its name. */
  #enter(): boolean {
    const option = this.#options[this.#active];
    if (option?.route === undefined) this.#toggle(option?.named);
    else {
      location.hash = fragmentOf(option.route);
      this.#close();
    }
    return option !== undefined;
  }

  #toggle(named: Named | undefined): void {
    if (named === undefined) return;
    if (!this.#opened.delete(named)) this.#opened.add(named);
    this.#render(this.#options.findIndex((option) => option.named === named));
  }

  #render(active: number): void {
    const words = this.#input.value.trim();
    const { name } = queryOf(words);
    this.#options = optionsOf(this.#results, this.#opened, words);
    this.#list.replaceChildren(...this.#options.map((option, at) => this.#item(option, at, name)));
    const isOpen = this.#options.length > 0;
    this.#popup.hidden = !isOpen;
    this.#input.ariaExpanded = `${isOpen}`;
    this.#activate(active);
  }

  #item({ state, kind, name, owner }: Option, at: number, word: string): HTMLElement {
    const onclick = () => {
      this.#active = at;
      this.#enter();
    };
    return element(
      "li",
      { id: `found-${at}`, role: "option", "aria-selected": "false", class: state, onclick },
      kind && element("span.kind", kind),
      element("span.name", kind === undefined ? name : withMark(name, word)),
      owner && element("span.owner", owner),
    );
  }

  #activate(at: number): void {
    this.#list.children[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = at;
    const option = this.#list.children[at];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option === undefined) this.#input.removeAttribute("aria-activedescendant");
    else this.#input.setAttribute("aria-activedescendant", option.id);
  }
}

/** The word that was looked for is marked. */
function withMark(name: string, word: string): Content {
  const at = word === "" ? -1 : name.toLowerCase().indexOf(word);
  if (at < 0) return name;
  const end = at + word.length;
  return [name.slice(0, at), element("mark", name.slice(at, end)), name.slice(end)];
}
