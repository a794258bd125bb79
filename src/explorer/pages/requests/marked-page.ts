import { schemeTitle } from "../../../edm/microsoft-graph.js";
import type { RequestData } from "../../../explore/data/format.js";
import { leastPrivilege, type MoreNeeded, type SchemeGrant } from "../../../permissions/least-privilege.js";
import { copyButton } from "../../elements/copy-button.js";
import { element, type Content } from "../../elements/element.js";
import { itemList } from "../../elements/list.js";
import { publicLink } from "../../elements/links.js";
import { isMarked, markedRoute, takeMarks } from "../../model/marks.js";
import type { ModelIndex } from "../../model/model-index.js";
import { keyOfRequest } from "../../model/requests.js";
import { fragmentOf, type Route } from "../../routes/route.js";
import type { Page } from "../page.js";
import { scopeLink, scopesText } from "./permissions-block.js";
import { markBox, renewCounters, requestLink } from "./request-links.js";

/** The least scopes for the requests that are marked, by the code of the command `permissions`. */
export function markedPage(route: Route, { data }: ModelIndex): Page {
  takeMarks(route);
  renewCounters();
  const requests = data.requests.filter((request) => isMarked(keyOfRequest(request)));
  const title = "Marked requests";
  if (requests.length === 0)
    return {
      title,
      content: element("p", {}, "None. Mark requests by their boxes: this page gives the least scopes for them."),
    };
  // The address keeps the set, wherever it was marked.
  history.replaceState(history.state, "", fragmentOf(markedRoute()));
  const items = requests.map((request) => [markBox(request, false, renew), requestLink(request)]);
  return {
    title,
    content: [
      itemList("request-list", items),
      element("p", { class: "quiet" }, "The address of this page has the set."),
      leastPrivilege(requests).map((grant) => grantSection(grant, requests)),
    ],
  };
}

/** Shows the page of the new set. */
function renew(): void {
  location.hash = fragmentOf(markedRoute());
}

function grantSection(grant: SchemeGrant, requests: readonly RequestData[]): Content {
  return [element("h2", {}, schemeTitle(grant.scheme), " ", copyScopes(grant)), grantContent(grant, requests)];
}

function copyScopes({ scopes }: SchemeGrant): Content {
  return scopes.length === 0 ? undefined : copyButton(scopes.map(({ scope }) => scope).join(" "), "the scopes");
}

function grantContent(grant: SchemeGrant, requests: readonly RequestData[]): Content {
  const { scopes, notSupported, unknown } = grant;
  if (notSupported.length === requests.length) return element("p", { class: "quiet" }, "not supported");
  if (unknown.length === requests.length) return element("p", { class: "quiet" }, "not known");
  const rows = scopes.map(({ scope, for: needing }) => [
    scopeLink(scope),
    element("small", {}, ` for ${needing.length === requests.length ? "all" : needing.join(", ")}`),
  ]);
  return [itemList("scopes", rows), itemList("notes", notesOf(grant))];
}

function notesOf({ exact, open, depends, alsoDocumentedBy, notSupported, unknown }: SchemeGrant): readonly Content[] {
  return [
    ...open.map((request) => `${request} may need less: its page leaves open what it needs.`),
    ...(exact || open.length > 0
      ? []
      : ["There may be a smaller set: these are too many requests to look at every one."]),
    ...depends.map(({ request, when, ...more }) => [`${request}, for ${when}: `, neededText(more)]),
    ...alsoDocumentedBy.map(({ request, title, link, when, ...more }) => [
      `${request}, as in `,
      link === undefined ? title : publicLink(link, title),
      when === undefined ? ": " : `, for ${when}: `,
      neededText(more),
    ]),
    ...notSupported.map((request) => `Not supported: ${request}`),
    ...unknown.map((request) => `Not known: ${request}`),
  ];
}

function neededText({ supported, add, exact }: MoreNeeded): Content {
  if (!supported) return "not supported";
  return [add.length === 0 ? "nothing more" : ["also ", scopesText(add)], exact ? "" : ", or less"];
}
