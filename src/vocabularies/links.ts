import { Core, type Annotated } from "../edm/vocabulary.js";
import { fieldOf, itemsOf, stringOf, valueOf } from "./values.js";

/** The addresses that an element links to (Core.Links), as far as they may be shown. */
export function linksOf(element: Annotated): readonly string[] {
  if (element.annotations === undefined) return [];
  return (itemsOf(valueOf(element, Core.Links)) ?? []).flatMap(
    (item) => safeLink(stringOf(fieldOf(item, "href"))) ?? [],
  );
}

/** An `https` address in its normal form; undefined for any other, and for one with a user name or password. */
export function safeLink(href: string | undefined): string | undefined {
  const url = href === undefined ? undefined : urlOf(href);
  if (url === undefined) return undefined;
  return url.protocol === "https:" && url.username === "" && url.password === "" ? url.href : undefined;
}

/** Addresses are many, so each is parsed once, not first of all for whether it can be. */
function urlOf(href: string): URL | undefined {
  try {
    return new URL(href);
  } catch {
    return undefined;
  }
}
