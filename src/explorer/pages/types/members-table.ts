import { shortName } from "../../../explore/data/picture/short-name.js";
import type { MemberData, StructuredData } from "../../../explore/data/format.js";
import { type Content, element } from "../../elements/element.js";
import { linkTo } from "../../elements/links.js";
import { basesOf, type ModelIndex } from "../../model/model-index.js";
import { typeRoute } from "../../routes/route.js";
import { section, withNumber } from "../../elements/section.js";
import { memberColumns, memberRow } from "./member-row.js";
import { memberFilter } from "./member-filter.js";
import { rowsTable } from "../../elements/table.js";
import { selectPicker } from "./select-picker.js";

/** From how many rows on the table has a box to filter it. */
const FILTERED = 16;

/** The properties of a type, its own first, then those of each base type. */
export function membersTable(type: StructuredData, index: ModelIndex): Content {
  const owners = [type, ...basesOf(type, index)].filter(({ members }) => members.length > 0);
  const count = owners.reduce((sum, { members }) => sum + members.length, 0);
  if (count === 0) return section("Properties", "members", element("p", {}, "None are declared."));
  const picker = selectPicker();
  const row = (member: MemberData, owner: StructuredData) =>
    memberRow({ member, owner, type }, picker.tick(member), index);
  const bodies = owners.map((owner) =>
    element(
      "tbody",
      {},
      owner === type ? undefined : inheritedHeading(owner, index),
      owner.members.map((member) => row(member, owner)),
    ),
  );
  const tools = [count < FILTERED ? undefined : memberFilter(bodies), picker.buttons];
  const table = rowsTable("Properties", memberColumns, bodies);
  return section(withNumber("Properties", count), "members", element("div", { class: "tools" }, tools), table);
}

/** The heading of inherited rows, which folds them. */
function inheritedHeading({ name, members }: StructuredData, { data }: ModelIndex): HTMLElement {
  const button = element(
    "button",
    { type: "button", "aria-expanded": "true", onclick },
    `${members.length} ${members.length === 1 ? "property" : "properties"}`,
  );
  const from = [" inherited from ", linkTo(typeRoute(name), shortName(name, data))];
  const cell = element("th", { scope: "rowgroup", colspan: String(memberColumns.length) }, button, from);
  return element("tr", { class: "inherited" }, cell);
  function onclick(): void {
    const folded = button.closest("tbody")?.classList.toggle("folded");
    button.setAttribute("aria-expanded", String(folded !== true));
  }
}
