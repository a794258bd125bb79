import { allSchemes } from "../../../edm/requests.js";
import { element, type Content } from "../../elements/element.js";
import { withNumber } from "../../elements/section.js";
import { data } from "../../model/model.js";
import { requestsByScope, type Opened } from "../../model/scopes.js";
import type { Page } from "../page.js";
import { scopesText } from "./permissions-block.js";
import { requestItem } from "./request-links.js";
import { requestList } from "./requests-section.js";

/** What a scope opens, by scheme: where it suffices alone, and where it needs others. */
export function scopePage([scope = ""]: readonly string[]): Page | undefined {
  const opened = requestsByScope().get(scope);
  return opened && { title: scope, content: allSchemes.map((scheme) => schemeSection(scheme, opened)) };
}

function schemeSection(scheme: Opened["scheme"], all: readonly Opened[]): Content {
  const opened = all.filter((one) => one.scheme === scheme);
  const isAlone = ({ others }: Opened) => others.length === 0;
  return (
    opened.length > 0 && [
      element("h2", data.texts.schemes[scheme]),
      part("It suffices alone for", opened.filter(isAlone)),
      part(
        "Others are needed too for",
        opened.filter((one) => !isAlone(one)),
      ),
    ]
  );
}

function part(heading: string, opened: readonly Opened[]): Content {
  return opened.length > 0 && [element("h3", withNumber(heading, opened.length)), requestList(opened, openedItem)];
}

function openedItem({ request, others, when }: Opened): Content {
  return [
    requestItem(request),
    others.length > 0 && [" with ", scopesText(others)],
    when && element("small", ` (${when})`),
  ];
}
