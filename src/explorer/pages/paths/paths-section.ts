import { copyButton } from "../../elements/copy-button.js";
import { type Content, element, inCode } from "../../elements/element.js";
import { linkTo } from "../../elements/links.js";
import { itemList } from "../../elements/list.js";
import { section } from "../../elements/section.js";
import { pathsTo } from "../../model/paths.js";
import { requestsAt } from "../../model/requests.js";

/** The nearest paths from the service root to a type, and how to write them; undefined where there is none. */
export function pathsSection(typeName: string): Content {
  const rows = pathsTo(typeName).map(({ url, client, pattern }) => {
    const collection = withoutKey(url);
    return element(
      "div",
      { id: `member-${collection}` },
      line(url, "path"),
      element("div.verbs", verbs(url), collection !== url && verbs(collection, "without the key")),
      line(client, "client expression"),
      line(`--include '${pattern}'`, "pattern"),
    );
  });
  return rows.length > 0 && section("Reached by", "paths", itemList("reached", rows));
}

/** `/users` of `/users/{id}` and of `/users({id})`. */
function withoutKey(url: string): string {
  return url.replace(/(?:\/\{[^/]*\}|\([^/]*\))$/, "");
}

/** The methods that a path answers by the documentation, each a link to its request. */
function verbs(path: string, word = ""): Content {
  const links = requestsAt(path).map(({ method, path: documented }) => linkTo(["req", method, documented], method));
  return (
    links.length > 0 &&
    element(
      "span",
      word,
      links.map((link) => [" ", link]),
    )
  );
}

function line(text: string, what: string): Content {
  return element("div.line", inCode(text), copyButton(text, what));
}
