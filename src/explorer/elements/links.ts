import type { ModelIndex } from "../model/model-index.js";
import { fragmentOf, type Route, typeRoute } from "../routes/route.js";
import { element, type Content } from "./element.js";

/** A link to another place of the page. */
export function linkTo(route: Route, ...content: readonly Content[]): HTMLAnchorElement {
  return element("a", { href: fragmentOf(route) }, ...content);
}

/** A link to a public page; only text for an address that is no `https` one. */
export function publicLink(address: string, text: string): HTMLElement {
  if (!address.startsWith("https://")) return element("span", {}, text);
  return element("a", { href: address, rel: "noreferrer", target: "_blank" }, text);
}

/** The text of a type, such as `Collection(ns.Type)`, with a link where the service declares it. */
export function typeLink(text: string, index: ModelIndex): Content {
  const name = /^Collection\((.*)\)$/.exec(text)?.[1] ?? text;
  if (!index.types.has(name)) return element("code", {}, text);
  const [before = "", after = ""] = text.split(name);
  return element("code", {}, before, linkTo(typeRoute(name), name), after);
}
