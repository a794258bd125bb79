import type { RequestData } from "../../../explore/data/format.js";
import { leastPrivilege, type MoreNeeded, type SchemeGrant } from "../../../permissions/least-privilege.js";
import { copyButton } from "../../elements/copy-button.js";
import { element, type Content } from "../../elements/element.js";
import { itemList } from "../../elements/list.js";
import { publicLink } from "../../elements/links.js";
import { markedRoute, marks, takeMarks } from "../../model/marks.js";
import { data } from "../../model/model.js";
import { keyOfRequest } from "../../model/requests.js";
import { fragmentOf } from "../../routes/route.js";
import type { Page } from "../page.js";
import { scopeLink, scopesText } from "./permissions-block.js";
import { markBox, renewCounter, requestLink } from "./request-links.js";

/** The least scopes for the requests that are marked, by the code of the command `permissions`. */
export function markedPage(parts: readonly string[]): Page {
  takeMarks(parts);
  renewCounter();
  const requests = data.requests.filter((request) => marks.has(keyOfRequest(request)));
  const title = "Marked requests";
  if (requests.length === 0) {
    const how = "None. Mark requests by their boxes: this page gives the least scopes for them.";
    return { title, content: element("p", how) };
  }
  // The address keeps the set, wherever it was marked.
  history.replaceState(history.state, "", fragmentOf(markedRoute()));
  const items = requests.map((request) => [markBox(request, "", renew), requestLink(request)]);
  return {
    title,
    content: [
      itemList("request-list", items),
      element("p.quiet", "The address of this page has the set."),
      leastPrivilege(requests).map((grant) => grantSection(grant, requests)),
    ],
  };
}

/** Shows the page of the new set. */
function renew(): void {
  location.hash = fragmentOf(markedRoute());
}

function grantSection(grant: SchemeGrant, requests: readonly RequestData[]): Content {
  const scopes = grant.scopes.map(({ scope }) => scope);
  const copy = scopes.length > 0 && copyButton(scopes.join(" "), "the scopes");
  return [element("h2", data.texts.schemes[grant.scheme], " ", copy), grantContent(grant, requests)];
}

function grantContent(grant: SchemeGrant, { length }: readonly RequestData[]): Content {
  const { scopes, notSupported, unknown } = grant;
  if (notSupported.length === length) return element("p.quiet", "not supported");
  if (unknown.length === length) return element("p.quiet", "not known");
  const rows = scopes.map(({ scope, for: needing }) => [
    scopeLink(scope),
    element("small", ` for ${needing.length === length ? "all" : needing.join(", ")}`),
  ]);
  return [itemList("scopes", rows), itemList("notes", notesOf(grant))];
}

function notesOf({ exact, open, depends, alsoDocumentedBy, notSupported, unknown }: SchemeGrant): readonly Content[] {
  const isCut = !exact && open.length === 0;
  return [
    ...open.map((request) => `${request} may need less: its page leaves open what it needs.`),
    ...(isCut ? ["There may be a smaller set: these are too many requests to look at every one."] : []),
    ...depends.map((more) => [`${more.request}, for ${more.when}: `, neededText(more)]),
    ...alsoDocumentedBy.map(({ request, title, link, when, ...more }) => [
      `${request}, as in `,
      publicLink(link, title),
      when === undefined ? ": " : `, for ${when}: `,
      neededText(more),
    ]),
    ...notSupported.map((request) => `Not supported: ${request}`),
    ...unknown.map((request) => `Not known: ${request}`),
  ];
}

function neededText({ supported, add, exact }: MoreNeeded): Content {
  if (!supported) return "not supported";
  return [add.length === 0 ? "nothing more" : ["also ", scopesText(add)], !exact && ", or less"];
}
