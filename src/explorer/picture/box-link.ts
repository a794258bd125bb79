import type { ModelIndex } from "../model/model-index.js";
import { fragmentOf, typeRoute } from "../routes/route.js";
import type { BoxLink } from "./draw.js";

/** The link of the box of a type. */
export function typeBoxLink(name: string, { types }: ModelIndex): BoxLink {
  const kind = types.get(name)?.kind === "ComplexType" ? "complex" : "entity";
  return { href: fragmentOf(typeRoute(name)), title: name, class: kind };
}
