import { element } from "./elements/element.js";
import { footer } from "./frame/footer.js";
import { header, markCurrent } from "./frame/header.js";
import { listenForKeys } from "./frame/keys.js";
import { Router } from "./frame/router.js";
import { indexOf } from "./model/model-index.js";
import { pathSearch } from "./model/paths.js";
import { readData } from "./frame/read-data.js";
import { searchIndex } from "./search/result-list.js";
import { searchBox } from "./search/search-box.js";

const loading = document.getElementById("loading");
const packed = document.getElementById("data");
try {
  const index = indexOf(await readData(packed?.textContent ?? ""));
  const box = searchBox(index, () => router.focus());
  const head = header(index, box);
  const router = new Router(index, (route) => {
    markCurrent(head, route);
    if (route.page === "search") box.show(route.parts.join(" "));
  });
  const skip = element("button", { type: "button", class: "skip", onclick: () => router.focus() }, "Skip to the page");
  document.body.append(skip, head, router.content, footer(index.data));
  router.start();
  loading?.remove();
  listenForKeys(box);
  performance.mark("ready");
  // What a first search and a first page of a type would wait for.
  setTimeout(() => searchIndex(index));
  setTimeout(() => pathSearch(index));
} catch (error) {
  loading?.replaceChildren(error instanceof Error ? error.message : String(error));
}
packed?.remove();
