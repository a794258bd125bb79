import { element } from "../elements/element.js";
import type { ModelIndex } from "../model/model-index.js";
import { notFound } from "../pages/not-found.js";
import type { Page } from "../pages/page.js";
import { pages } from "../pages/pages.js";
import { type Route, routeOf } from "../routes/route.js";
import { ScrollPositions } from "./scroll.js";

/** Shows the page that the address names, once for each change of it. Calls `shown` with its route. */
export class Router {
  readonly content = element("main", { id: "main" });
  readonly #index: ModelIndex;
  readonly #shown: (route: Route) => void;
  readonly #positions = new ScrollPositions();
  #heading = element("h1");

  constructor(index: ModelIndex, shown: (route: Route) => void) {
    this.#index = index;
    this.#shown = shown;
    window.addEventListener("hashchange", () => this.#arrive());
  }

  /** Shows the first page. The focus stays where the browser has it. */
  start(): void {
    this.#scrollTo(this.#show());
  }

  /** Gives the focus to the heading. */
  focus(): void {
    this.#heading.focus({ preventScroll: true });
  }

  #arrive(): void {
    const before = this.#positions.arrive();
    const marked = this.#show();
    this.focus();
    if (before === undefined) this.#scrollTo(marked);
    else window.scrollTo(0, before);
  }

  #show(): string | undefined {
    const route = routeOf(location.hash);
    const { title, content, marked } = this.#pageOf(route);
    this.#heading = element("h1", { tabindex: "-1" }, title);
    this.content.replaceChildren(this.#heading, element("div", { class: `page-${route.page || "home"}` }, content));
    const ofService = this.#index.data.title;
    document.title = title === ofService ? title : `${title} · ${ofService}`;
    this.#shown(route);
    return marked;
  }

  #pageOf(route: Route): Page {
    const make = Object.hasOwn(pages, route.page) ? pages[route.page] : undefined;
    return make?.(route, this.#index) ?? notFound(route, this.#index);
  }

  /** Shows and marks an element of the page, in whatever it is folded. */
  #scrollTo(id: string | undefined): void {
    const target = id === undefined ? null : document.getElementById(id);
    if (target === null) return window.scrollTo(0, 0);
    for (let fold = target.closest("details"); fold !== null; fold = fold.parentElement?.closest("details") ?? null)
      fold.open = true;
    target.classList.add("marked");
    target.scrollIntoView({ block: "center" });
  }
}
