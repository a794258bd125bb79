import { allSchemes, schemeTitle } from "../../../edm/microsoft-graph.js";
import { element, type Content } from "../../elements/element.js";
import type { ModelIndex } from "../../model/model-index.js";
import { withNumber } from "../../elements/section.js";
import { requestsByScope, type Opened } from "../../model/scopes.js";
import type { Route } from "../../routes/route.js";
import type { Page } from "../page.js";
import { scopesText } from "./permissions-block.js";
import { requestItem } from "./request-links.js";
import { requestList } from "./requests-section.js";

/** What a scope opens, by scheme: where it suffices alone, and where it needs others. */
export function scopePage({ parts: [scope = ""] }: Route, index: ModelIndex): Page | undefined {
  const opened = requestsByScope(index).get(scope);
  if (opened === undefined) return undefined;
  const sections = allSchemes.map((scheme) => {
    const ofScheme = opened.filter((one) => one.scheme === scheme);
    if (ofScheme.length === 0) return undefined;
    const alone = ofScheme.filter(({ others }) => others.length === 0);
    return [
      element("h2", {}, schemeTitle(scheme)),
      part("It suffices alone for", alone),
      part(
        "Others are needed too for",
        ofScheme.filter((one) => !alone.includes(one)),
      ),
    ];
  });
  return { title: scope, content: sections };
}

function part(heading: string, opened: readonly Opened[]): Content {
  if (opened.length === 0) return undefined;
  return [element("h3", {}, withNumber(heading, opened.length)), requestList(opened, openedItem)];
}

function openedItem({ request, others, when }: Opened): Content {
  return [
    requestItem(request),
    others.length === 0 ? undefined : [" with ", scopesText(others)],
    when === undefined ? undefined : element("small", {}, ` (${when})`),
  ];
}
