import { shortName } from "../../explore/data/picture/short-name.js";
import type { ModelIndex } from "../model/model-index.js";
import { nameInType } from "../model/type-names.js";
import { fragmentOf, type Route, typeRoute } from "../routes/route.js";
import { element, type Content } from "./element.js";

/** A link to another place of the page. */
export function linkTo(route: Route, ...content: readonly Content[]): HTMLAnchorElement {
  return element("a", { href: fragmentOf(route) }, ...content);
}

/** A link to a public page; only text for an address that is no `https` one. */
export function publicLink(address: string, text: string): HTMLElement {
  if (!address.startsWith("https://")) return element("span", {}, text);
  return element("a", { href: address, rel: "noreferrer", title: address, target: "_blank" }, text);
}

/** The text of a type, such as `Collection(ns.Type)`, with a link where the service declares it, by its short name. */
export function typeLink(text: string, index: ModelIndex): Content {
  const name = nameInType(text);
  if (!index.types.has(name)) return element("code", {}, text);
  const [before = "", after = ""] = text.split(name);
  const link = linkTo(typeRoute(name), shortName(name, index.data));
  link.title = name;
  return element("code", {}, before, before === "" ? undefined : element("wbr"), link, after);
}
