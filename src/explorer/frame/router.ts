import { element } from "../elements/element.js";
import { frameElement } from "../elements/frame-element.js";
import { data } from "../model/model.js";
import { notFound } from "../pages/not-found.js";
import { pages } from "../pages/pages.js";
import { fragmentOf, type Route, routeOf } from "../routes/route.js";
import { arrive, watchScrolling } from "./scroll.js";

/** Shows the page that the address names, now and at each change of it. Calls `shown` with its route. */
export function startRouter(shown: (route: Route) => void): void {
  watchScrolling();
  window.addEventListener("hashchange", () => {
    const before = arrive();
    const marked = showPage(shown);
    focusPage();
    if (before === undefined) scrollTo(marked);
    else window.scrollTo(0, before);
  });
  // The focus stays where the browser has it.
  scrollTo(showPage(shown));
}

/** Gives the focus to the heading. */
export function focusPage(): void {
  frameElement("h1").focus({ preventScroll: true });
}

/** Gives the id of what to scroll to. */
function showPage(shown: (route: Route) => void): string | undefined {
  const route = routeOf(location.hash);
  const [page, ...parts] = route;
  const make = Object.hasOwn(pages, page) ? pages[page] : undefined;
  const { title, content, marked } = make?.(parts) ?? notFound(route);
  frameElement("main").replaceChildren(element("h1", { tabindex: -1 }, title), element("div", content));
  document.title = title === data.title ? title : `${title} · ${data.title}`;
  for (const link of document.querySelectorAll("header a"))
    link.ariaCurrent = link.getAttribute("href") === fragmentOf([page]) ? "page" : null;
  shown(route);
  return marked;
}

/** Shows and marks an element of the page, in whatever it is folded. */
function scrollTo(id: string | undefined): void {
  const target = document.getElementById(id ?? "");
  if (target === null) return window.scrollTo(0, 0);
  for (let fold = target.closest("details"); fold !== null; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  target.classList.add("marked");
  target.scrollIntoView({ block: "center" });
}
