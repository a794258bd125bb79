import type { EnumType, Member, TypeName } from "../../edm/elements.js";
import type { Authority } from "../../edm/authority.js";
import { described } from "../types/description.js";
import type { Row, Slice, Table } from "../page.js";
import { checkedName, placeOf, shownText, type Reading } from "../reading.js";
import { isGroupRow } from "./table-roles.js";

/** The enum that a table of members shows. */
export function enumOfTable(
  reading: Reading,
  table: Table,
  name: TypeName,
  from: { readonly at: number; readonly by: Authority },
): EnumType<TypeName> {
  const members: Member[] = [];
  for (const row of table.rows) {
    const member = isGroupRow(table, row) ? undefined : memberOf(reading, table, row, from.by);
    if (member === undefined) continue;
    if (members.some((other) => other.name === member.name)) {
      reading.report.add("page-row-twice", member.at, { name: member.name });
    } else members.push(member);
  }
  return { kind: "EnumType", name, at: placeOf(reading, from.at), by: from.by, members };
}

const NUMBERS = new Set(["value", "int value", "numeric value"]);

function memberOf(reading: Reading, table: Table, row: Row, by: Authority): Member | undefined {
  const [cell] = row.cells;
  if (cell === undefined || cell.text === "") {
    reading.report.add("page-row-unreadable", placeOf(reading, row.at), {
      row: row.cells.map(({ text }) => text).join(" "),
    });
    return undefined;
  }
  const written = shownText(reading, cell.text);
  const offset = cell.at + Math.max(0, cell.text.indexOf(written));
  const name = checkedName(reading, written, offset, "member");
  if (name === undefined) return undefined;
  // A `Value` column is a number beside `Member`; where it stands first, it is the name.
  const column = table.header.findIndex((word, index) => index > 0 && NUMBERS.has(word));
  const value = column === -1 ? undefined : numberOf(reading, name, row.cells[column]);
  const annotations = described(reading, row.cells[table.header.findIndex((word) => word.startsWith("description"))]);
  return {
    name,
    ...(value !== undefined && { value }),
    at: placeOf(reading, offset),
    by,
    ...(annotations.length > 0 && { annotations }),
  };
}

function numberOf(reading: Reading, member: string, cell: Slice | undefined): bigint | undefined {
  const text = shownText(reading, cell?.text ?? "");
  if (/^-?\d{1,19}$/.test(text) || /^0x[0-9a-f]{1,16}$/i.test(text)) return BigInt(text);
  if (cell !== undefined && text !== "") {
    reading.report.add("page-number-unreadable", placeOf(reading, cell.at), { member, text });
  }
  return undefined;
}
