import { element, inCode } from "../../elements/element.js";
import { folded } from "../../elements/folded.js";
import { requestsBySegment } from "../../model/requests.js";
import type { Page } from "../page.js";
import { requestItem } from "./request-links.js";
import { requestList } from "./requests-section.js";

/** All documented requests, by the first segment of their paths. */
export function requestsPage(): Page {
  const groups = [...requestsBySegment()].map(([segment, requests]) =>
    folded("segment", [inCode(`/${segment}`), element("small", ` ${requests.length}`)], () =>
      requestList(requests, requestItem),
    ),
  );
  return { title: "Requests", content: groups };
}
