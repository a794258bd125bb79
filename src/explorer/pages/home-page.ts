import { element } from "../elements/element.js";
import { linkTo } from "../elements/links.js";
import type { ModelIndex } from "../model/model-index.js";
import { typeRoute, type Route } from "../routes/route.js";
import type { Page } from "./page.js";

/** The start: what the service has. */
export function homePage(_: Route, { data }: ModelIndex): Page {
  const types = data.types.map(({ name }) => element("li", {}, linkTo(typeRoute(name), name)));
  return { title: data.title, content: element("ul", {}, types) };
}
