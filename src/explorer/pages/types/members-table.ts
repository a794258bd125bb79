import type { StructuredData } from "../../../explore/data/format.js";
import { type Content, element } from "../../elements/element.js";
import { linkToType } from "../../elements/links.js";
import { basesOf } from "../../model/types.js";
import { section, withNumber } from "../../elements/section.js";
import { memberColumns, memberRow } from "./member-row.js";
import { memberFilter } from "./member-filter.js";
import { rowsTable } from "../../elements/table.js";
import { SelectPicker } from "./select-picker.js";

/** From how many rows on the table has a box to filter it. */
const FILTERED = 16;

/** The properties of a type, its own first, then those of each base type. */
export function membersTable(type: StructuredData): Content {
  const owners = [type, ...basesOf(type)].filter(({ members }) => members.length > 0);
  const count = owners.flatMap(({ members }) => members).length;
  if (count === 0) return section("Properties", "members", element("p", "None are declared."));
  const picker = new SelectPicker();
  const bodies = owners.map((owner) => [
    owner !== type && inheritedHeading(owner),
    owner.members.map((member) => memberRow(member, owner, type, picker.tick(member))),
  ]);
  const table = rowsTable("Properties", memberColumns, ...bodies);
  const tools = element("div.tools", count >= FILTERED && memberFilter(table), picker.buttons);
  return section(withNumber("Properties", count), "members", tools, table);
}

/** The heading of inherited rows, which folds them. */
function inheritedHeading({ name, members: { length } }: StructuredData): HTMLElement {
  const button = element(
    "button",
    { type: "button", "aria-expanded": "true", onclick },
    `${length} ${length === 1 ? "property" : "properties"}`,
  );
  const cell = { scope: "rowgroup", colspan: memberColumns.length };
  return element("tr.inherited", element("th", cell, button, " inherited from ", linkToType(name)));
  function onclick(): void {
    button.ariaExpanded = `${button.closest("tbody")?.classList.toggle("folded") === false}`;
  }
}
