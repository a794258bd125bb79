import { copyButton } from "../../elements/copy-button.js";
import { type Content, element, inCode } from "../../elements/element.js";
import { itemList } from "../../elements/list.js";
import { section } from "../../elements/section.js";
import { pathsTo } from "../../model/paths.js";

/** The nearest paths from the service root to a type, and how to write them; undefined where there is none. */
export function pathsSection(typeName: string): Content {
  const rows = pathsTo(typeName).map(({ url, client, pattern }) =>
    element(
      "div",
      { id: `member-${withoutKey(url)}` },
      line(url, "path"),
      line(client, "client expression"),
      line(`--include '${pattern}'`, "pattern"),
    ),
  );
  return rows.length > 0 && section("Reached by", "paths", itemList("reached", rows));
}

/** `/users` of `/users/{id}` and of `/users({id})`. */
function withoutKey(url: string): string {
  return url.replace(/(?:\/\{[^/]*\}|\([^/]*\))$/, "");
}

function line(text: string, what: string): Content {
  return element("div.line", inCode(text), copyButton(text, what));
}
