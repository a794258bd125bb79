import type { EnumData } from "../../../explore/data/format.js";
import { type Content, element, inCode } from "../../elements/element.js";
import { linkTo } from "../../elements/links.js";
import { changeBadge } from "../changes.js";
import { saidDetails } from "../said.js";
import { section, withNumber } from "../../elements/section.js";
import { rowsTable, tableRow } from "../../elements/table.js";
import { statements } from "./element-parts.js";

const columns = ["Name", "Value", "Description", "Said by"];

/** The members of an enumeration type with their numbers. */
export function enumTable({ name: type, flags, members }: EnumData): Content {
  const rows = members.map((member) => {
    const { name, value } = member;
    const heading = [linkTo(["type", type, name], name), changeBadge(`${type}/${name}`)];
    const cells = [heading, inCode(value), statements(member), saidDetails(member)];
    return tableRow(columns, cells, `member-${name}`);
  });
  const note = flags && element("p", "A value is one member or several of them.");
  return section(withNumber("Members", members.length), "values", note, rowsTable("Members", columns, rows));
}
