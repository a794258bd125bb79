import { allSchemes } from "../../../edm/requests.js";
import { element } from "../../elements/element.js";
import { data } from "../../model/model.js";
import { requestsByScope, type Opened } from "../../model/scopes.js";
import type { Page } from "../page.js";
import { numeral } from "../../../explore/file/counted.js";
import { rowsTable, tableRow } from "../../elements/table.js";
import { scopeLink } from "./permissions-block.js";

/** All scopes, with the number of requests that they open by scheme. */
export function scopesPage(): Page {
  const scopes = requestsByScope();
  const columns = ["Scope", ...Object.values(data.texts.schemes)];
  const rows = [...scopes].map(([scope, opened]) =>
    tableRow(columns, [scopeLink(scope), ...allSchemes.map((scheme) => countText(opened, scheme))]),
  );
  return {
    title: "Scopes",
    content: [
      element("p.quiet", `${scopes.size} scopes, with the number of requests that each opens.`),
      rowsTable("Scopes", columns, rows),
    ],
  };
}

function countText(opened: readonly Opened[], scheme: Opened["scheme"]): string {
  const { size } = new Set(opened.flatMap((one) => (one.scheme === scheme ? [one.request] : [])));
  return size === 0 ? "" : numeral(size);
}
