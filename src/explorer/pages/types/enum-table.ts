import type { EnumData } from "../../../explore/data/format.js";
import { type Content, element } from "../../elements/element.js";
import { linkTo } from "../../elements/links.js";
import type { ModelIndex } from "../../model/model-index.js";
import { typeRoute } from "../../routes/route.js";
import { changeBadge } from "../changes.js";
import { saidDetails } from "../said.js";
import { section, withNumber } from "../../elements/section.js";
import { rowsTable, tableRow } from "../../elements/table.js";
import { statements } from "./element-parts.js";

const columns = ["Name", "Value", "Description", "Said by"];

/** The members of an enumeration type with their numbers. */
export function enumTable({ name, flags, members }: EnumData, index: ModelIndex): Content {
  const rows = members.map((member) =>
    tableRow(
      columns,
      `member-${member.name}`,
      [linkTo(typeRoute(name, member.name), member.name), changeBadge(`${name}/${member.name}`, index)],
      [element("code", {}, member.value ?? ""), statements(member), saidDetails(member.said, index)],
    ),
  );
  const note = flags ? element("p", {}, "A value is one member or several of them.") : undefined;
  const table = rowsTable("Members", columns, [element("tbody", {}, rows)]);
  return section(withNumber("Members", members.length), "values", note, table);
}
