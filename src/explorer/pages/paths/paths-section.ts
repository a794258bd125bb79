import { copyButton } from "../../elements/copy-button.js";
import { element, type Content } from "../../elements/element.js";
import type { ModelIndex } from "../../model/model-index.js";
import { pathsTo } from "../../model/paths.js";

/** The nearest paths from the service root to a type, and how to write them; undefined where there is none. */
export function pathsSection(typeName: string, index: ModelIndex): Content {
  const paths = pathsTo(typeName, index);
  if (paths.length === 0) return undefined;
  const rows = paths.map(({ url, client, pattern }) =>
    element("li", {}, line(url, "path"), line(client, "client expression"), line(`--include '${pattern}'`, "pattern")),
  );
  return element(
    "section",
    { class: "paths", id: "list-paths" },
    element("h2", {}, "Reached by"),
    element("ol", { class: "reached" }, rows),
  );
}

function line(text: string, what: string): Content {
  return element("div", { class: "line" }, element("code", {}, text), copyButton(text, what));
}
