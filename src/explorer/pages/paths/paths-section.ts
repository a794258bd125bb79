import { copyButton } from "../../elements/copy-button.js";
import { element, type Content } from "../../elements/element.js";
import { itemList } from "../../elements/list.js";
import { section } from "../../elements/section.js";
import type { ModelIndex } from "../../model/model-index.js";
import { pathsTo } from "../../model/paths.js";

/** The nearest paths from the service root to a type, and how to write them; undefined where there is none. */
export function pathsSection(typeName: string, index: ModelIndex): Content {
  const paths = pathsTo(typeName, index);
  if (paths.length === 0) return undefined;
  const rows = paths.map(({ url, client, pattern }) =>
    element(
      "div",
      { id: `member-${withoutKey(url)}` },
      line(url, "path"),
      line(client, "client expression"),
      line(`--include '${pattern}'`, "pattern"),
    ),
  );
  return section("Reached by", "paths", itemList("reached", rows));
}

/** `/users` of `/users/{id}` and of `/users({id})`. */
function withoutKey(url: string): string {
  return url.replace(/(?:\/\{[^/]*\}|\([^/]*\))$/, "");
}

function line(text: string, what: string): Content {
  return element("div", { class: "line" }, element("code", {}, text), copyButton(text, what));
}
