/** The permissions of a request or a page: by case, by scheme. */
import { groupBy } from "../../../edm/grouping.js";
import type { RequestData } from "../../../explore/data/format.js";
import { type Content, element, inCode } from "../../elements/element.js";
import { linkTo } from "../../elements/links.js";
import { data } from "../../model/model.js";

type Permission = NonNullable<RequestData["permissions"]>[number];

export function permissionsBlock(permissions: RequestData["permissions"]): Content {
  if (permissions === null) return element("p", "Not known: no page or annotation states them.");
  return [...groupBy(permissions, ({ when }) => when)].map(([when, ofCase]) => [
    when && element("h3", when),
    element("dl.permissions", ofCase.map(schemeRow)),
  ]);
}

function schemeRow(permission: Permission): Content {
  const alternatives = element("dd", alternativesOf(permission));
  return element("div", element("dt", data.texts.schemes[permission.scheme]), alternatives);
}

function alternativesOf({ alternatives, ordered, exact }: Permission): Content {
  const { length } = alternatives;
  if (length === 0) return element("span.quiet", "not supported");
  const items = alternatives.map((set) => element("li", scopesText(set)));
  return [
    length > 1 && element("small", ordered ? "any one, least first" : "any one, in no order"),
    element(ordered && length > 1 ? "ol" : "ul", items),
    exact === false && element("small", "The page leaves open what is needed: less may be enough."),
  ];
}

/** `A.Read and B.Read` */
export function scopesText(scopes: readonly string[]): Content {
  return scopes.map((scope, at) => [at > 0 && " and ", scopeLink(scope)]);
}

export function scopeLink(scope: string): HTMLElement {
  return linkTo(["scope", scope], inCode(scope));
}
