import { counted } from "../elements/counted.js";
import { element } from "../elements/element.js";
import type { ModelIndex } from "../model/model-index.js";
import { once } from "../model/once.js";
import { fragmentOf, type Route, searchRoute } from "../routes/route.js";
import type { Named, Row } from "./entry.js";
import { type Item, itemsOf } from "./items.js";
import { queryOf } from "./query.js";
import { itemParts } from "./result-parts.js";
import { type Results, search } from "./search.js";
import { searchIndexOf } from "./search-index.js";

/** So many rows are made for each key that is pressed. */
const ROWS = 40;
const nothing: Results = { rows: [], total: 0, alike: false };

export const searchIndex = once(searchIndexOf);

/** The results below the box, with the one that is active. Methods for keys say whether the key had a use. */
export class ResultList {
  readonly list = element("ul", { id: "found", role: "listbox", "aria-label": "Results" });
  readonly count = element("p", { role: "status", class: "count" });
  readonly popup = element("div", { class: "found", hidden: true }, this.list);
  readonly #index: ModelIndex;
  readonly #input: HTMLInputElement;
  readonly #opened = new Set<Named>();
  #results = nothing;
  #items: readonly Item[] = [];
  #active = 0;

  constructor(index: ModelIndex, input: HTMLInputElement) {
    this.#index = index;
    this.#input = input;
  }

  find(): void {
    const words = this.#input.value;
    this.#opened.clear();
    this.#active = 0;
    this.#results = words.trim() === "" ? nothing : search(searchIndex(this.#index), words, ROWS);
    const { total, alike } = this.#results;
    this.count.textContent = words.trim() === "" ? "" : `${counted(total, "result")}${alike ? " written alike" : ""}`;
    this.#render();
  }

  close(): void {
    this.#results = nothing;
    this.count.textContent = "";
    this.#render();
  }

  clear(): boolean {
    this.#input.value = "";
    this.close();
    return true;
  }

  move(by: 1 | -1): boolean {
    if (this.#items.length === 0) this.find();
    else this.#activate((this.#active + by + this.#items.length) % this.#items.length);
    return true;
  }

  /** Opens a group, when the caret has no way to the right. */
  unfold(): boolean {
    const item = this.#items[this.#active];
    if (item?.kind !== "group" || item.open || this.#input.selectionEnd !== this.#input.value.length) return false;
    return this.#toggle(item.row);
  }

  /** Closes the group that is open here. */
  fold(): boolean {
    const item = this.#items[this.#active];
    if (item === undefined || item.kind === "all" || !this.#opened.has(item.row.named)) return false;
    return this.#toggle(item.row);
  }

  enter(): boolean {
    const item = this.#items[this.#active];
    if (item === undefined) return false;
    if (item.kind === "group") return this.#toggle(item.row);
    location.hash = fragmentOf(this.#routeOf(item));
    this.close();
    return true;
  }

  /** Takes the result that was clicked. */
  choose(target: EventTarget | null): void {
    const option = target instanceof Element ? target.closest("[role=option]") : null;
    const at = [...this.list.children].findIndex((one) => one === option);
    if (at < 0) return;
    this.#active = at;
    this.enter();
  }

  #routeOf(item: Exclude<Item, { kind: "group" }>): Route {
    if (item.kind === "entry") return item.entry.route;
    return searchRoute(item.kind === "all" ? this.#input.value.trim() : `prop:${item.row.named.name}`);
  }

  #toggle(row: Row): boolean {
    if (!this.#opened.delete(row.named)) this.#opened.add(row.named);
    this.#active = this.#items.findIndex((item) => item.kind === "group" && item.row === row);
    this.#render();
    return true;
  }

  #render(): void {
    this.#items = itemsOf(this.#results, this.#opened);
    const word = queryOf(this.#input.value).name;
    this.list.replaceChildren(...this.#items.map((item, at) => optionOf(item, at, word)));
    this.popup.hidden = this.#items.length === 0;
    this.#input.setAttribute("aria-expanded", `${this.#items.length > 0}`);
    this.#activate(this.#active);
  }

  #activate(at: number): void {
    this.list.children[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = at;
    const option = this.list.children[at];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option === undefined) this.#input.removeAttribute("aria-activedescendant");
    else this.#input.setAttribute("aria-activedescendant", option.id);
  }
}

function optionOf(item: Item, at: number, word: string): HTMLElement {
  const inside = item.kind === "more" || (item.kind === "entry" && item.inside);
  const fold = item.kind === "group" ? (item.open ? "open" : "folded") : undefined;
  const state = [inside && "inside", fold, item.kind === "all" && "all"].filter((one) => typeof one === "string");
  return element(
    "li",
    { id: `found-${at}`, role: "option", "aria-selected": "false", class: state.join(" ") || undefined },
    itemParts(item, word),
  );
}
