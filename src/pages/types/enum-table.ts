import type { EnumType, Member, TypeName } from "../../edm/elements.js";
import type { Authority } from "../../edm/authority.js";
import { described } from "./description.js";
import { areBits } from "./flags.js";
import type { Row, Slice, Table } from "../page.js";
import { checkedName, placeOf, shownText, type PageContext } from "../page-context.js";
import { isGroupRow } from "../tables/table-roles.js";

interface From {
  readonly at: number;
  readonly by: Authority;
  /** Whether the page states that members can be combined. */
  readonly flags: boolean;
}

/** Reads the enum whose members a table lists. */
export function enumOfTable(context: PageContext, table: Table, name: TypeName, from: From): EnumType<TypeName> {
  const members: Member[] = [];
  for (const row of table.rows) {
    const member = isGroupRow(table, row) ? undefined : memberOf(context, table, row, from.by);
    if (member === undefined) continue;
    if (members.some((other) => other.name === member.name)) {
      context.report.add("page-row-twice", member.at, { name: member.name });
    } else members.push(member);
  }
  const flags = from.flags || areBits(members);
  return {
    kind: "EnumType",
    name,
    at: placeOf(context, from.at),
    by: from.by,
    ...(flags && { flags }),
    members,
  };
}

const NUMBERS = new Set(["value", "int value", "numeric value"]);

function memberOf(context: PageContext, table: Table, row: Row, by: Authority): Member | undefined {
  const [cell] = row.cells;
  if (cell === undefined || cell.text === "") {
    context.report.add("page-row-unreadable", placeOf(context, row.at), {
      row: row.cells.map(({ text }) => text).join(" "),
    });
    return undefined;
  }
  const written = shownText(context, cell.text);
  const offset = cell.at + Math.max(0, cell.text.indexOf(written));
  const name = checkedName(context, written, offset, "member");
  if (name === undefined) return undefined;
  // A `Value` column holds numbers, but names where it is the first.
  const column = table.header.findIndex((word, index) => index > 0 && NUMBERS.has(word));
  const value = column === -1 ? undefined : numberOf(context, name, row.cells[column]);
  const annotations = described(context, row.cells[table.header.findIndex((word) => word.startsWith("description"))]);
  return {
    name,
    ...(value !== undefined && { value }),
    at: placeOf(context, offset),
    by,
    ...(annotations.length > 0 && { annotations }),
  };
}

function numberOf(context: PageContext, member: string, cell: Slice | undefined): bigint | undefined {
  const text = shownText(context, cell?.text ?? "");
  if (/^-?\d{1,19}$/.test(text) || /^0x[0-9a-f]{1,16}$/i.test(text)) return BigInt(text);
  if (cell !== undefined && text !== "") {
    context.report.add("page-number-unreadable", placeOf(context, cell.at), { member, text });
  }
  return undefined;
}
