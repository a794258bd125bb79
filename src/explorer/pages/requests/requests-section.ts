import { element, type Content } from "../../elements/element.js";
import { linkTo } from "../../elements/links.js";
import type { ModelIndex } from "../../model/model-index.js";
import { requestsOf } from "../../model/requests.js";
import { requestRoute } from "../../routes/route.js";

/** The requests to a type, or that call an operation, by their qualified names; undefined where none is documented. */
export function requestsSection(name: string, index: ModelIndex): Content {
  const requests = requestsOf(name, index);
  if (requests.length === 0) return undefined;
  const rows = requests.map(({ method, path, title }) =>
    element("li", {}, linkTo(requestRoute(method, path), `${method} ${path}`), title === undefined ? "" : ` ${title}`),
  );
  return element("section", { class: "requests" }, element("h2", {}, "Requests"), element("ul", {}, rows));
}
