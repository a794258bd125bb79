import { types } from "../model/types.js";
import { nameInType, shortName } from "../model/type-names.js";
import { fragmentOf, type Route } from "../routes/route.js";
import { type Content, element, inCode } from "./element.js";

/** A link to another place of the page. */
export function linkTo(route: Route, ...content: readonly Content[]): HTMLAnchorElement {
  return element("a", { href: fragmentOf(route) }, content);
}

/** A link to the page of a type, by its short name. */
export function linkToType(name: string): HTMLAnchorElement {
  return linkTo(["type", name], shortName(name));
}

/** A link to a public page; only text for an address that is no `https` one. */
export function publicLink(address: string | undefined, text: string): Content {
  if (!address?.startsWith("https://")) return address === undefined ? text : element("span", text);
  return element("a", { href: address, rel: "noreferrer", title: address, target: "_blank" }, text);
}

/** The text of a type, such as `Collection(ns.Type)`, with a link where the service declares it, by its short name. */
export function typeLink(text: string): Content {
  const name = nameInType(text);
  if (!types().has(name)) return inCode(text);
  const [before, after] = text.split(name);
  const link = linkToType(name);
  link.title = name;
  return inCode(before, before !== "" && element("wbr"), link, after);
}
