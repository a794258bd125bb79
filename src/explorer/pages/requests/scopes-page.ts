import { allSchemes, schemeTitle } from "../../../edm/microsoft-graph.js";
import { element } from "../../elements/element.js";
import type { ModelIndex } from "../../model/model-index.js";
import { requestsByScope, type Opened } from "../../model/scopes.js";
import type { Route } from "../../routes/route.js";
import type { Page } from "../page.js";
import { numeral } from "../../elements/counted.js";
import { rowsTable, tableRow } from "../../elements/table.js";
import { scopeLink } from "./permissions-block.js";

const columns = ["Scope", ...allSchemes.map(schemeTitle)];

/** All scopes, with the number of requests that they open by scheme. */
export function scopesPage(_: Route, index: ModelIndex): Page {
  const scopes = requestsByScope(index);
  const rows = [...scopes].map(([scope, opened]) =>
    tableRow(
      columns,
      undefined,
      scopeLink(scope),
      allSchemes.map((scheme) => countText(opened, scheme)),
    ),
  );
  return {
    title: "Scopes",
    content: [
      element("p", { class: "quiet" }, `${scopes.size} scopes, with the number of requests that each opens.`),
      rowsTable("Scopes", columns, [element("tbody", {}, rows)]),
    ],
  };
}

function countText(opened: readonly Opened[], scheme: Opened["scheme"]): string {
  const requests = new Set(opened.flatMap((one) => (one.scheme === scheme ? [one.request] : [])));
  return requests.size === 0 ? "" : numeral(requests.size);
}
