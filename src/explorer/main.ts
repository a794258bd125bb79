import { element } from "./elements/element.js";
import { indexOf, type ModelIndex } from "./model/model-index.js";
import { readData } from "./model/read-data.js";
import { pages } from "./pages/pages.js";
import { routeOf } from "./routes/route.js";

const data = document.getElementById("data");
const index = indexOf(await readData(data?.textContent ?? ""));
data?.remove();
const content = element("main");
document.body.append(content);
window.addEventListener("hashchange", () => show(index));
show(index);

/** Shows the page that the address names. */
function show(of: ModelIndex): void {
  const route = routeOf(location.hash);
  const page = pages[route.page]?.(route, of);
  const heading = element("h1", { tabindex: "-1" }, page?.title ?? "Nothing has this name");
  content.replaceChildren(heading);
  if (page === undefined) return;
  content.append(element("div", {}, page.content));
  document.title = page.title;
  heading.focus();
  document.getElementById(page.marked ?? "")?.scrollIntoView();
}
