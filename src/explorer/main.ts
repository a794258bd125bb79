import { frameElement } from "./elements/frame-element.js";
import { listenForKeys } from "./frame/keys.js";
import { readData } from "./frame/read-data.js";
import { focusPage, startRouter } from "./frame/router.js";
import { openModel } from "./model/model.js";
import { leastHops } from "./model/paths.js";
import { nameIndex } from "./search/entries.js";
import { SearchBox } from "./search/search-box.js";

const loading = document.getElementById("loading");
const packed = document.getElementById("data");
try {
  openModel(await readData(packed?.textContent ?? ""));
  document.body.append(frameElement<HTMLTemplateElement>("#frame").content);
  const box = new SearchBox(focusPage);
  const showHelp = () => frameElement<HTMLDialogElement>("dialog").showModal();
  frameElement(".skip").addEventListener("click", focusPage);
  frameElement(".keys").addEventListener("click", showHelp);
  listenForKeys({ "/": () => box.focus(), "?": showHelp });
  startRouter(([page, ...words]) => {
    if (page === "search") box.show(words.join(" "));
  });
  loading?.remove();
  performance.mark("ready");
  // What a first search and a first page of a type would wait for.
  setTimeout(nameIndex);
  setTimeout(leastHops);
} catch (error) {
  loading?.replaceChildren(error instanceof Error ? error.message : String(error));
}
packed?.remove();
