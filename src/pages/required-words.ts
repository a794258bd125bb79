import type { Row, Table } from "./page.js";
import { shownText, type Reading } from "./reading.js";
import { cellUnder } from "./table-roles.js";

/** `Required.` as a sentence of its own or in parentheses; not `Required format: …`, nor that a password is required. */
const REQUIRED = /(?:^|[.!?:)]\s+|\()Required(?=\.|\)|$)/;

/**
 * Whether a row says that a value has to be given: by that word in its description, or in a column `Required`. What a
 * page says above its table does not count: on Intune's pages it stands above every table.
 */
export function saysRequired(reading: Reading, table: Table, row: Row): boolean {
  const column = cellUnder(table, row, "required");
  if (column !== undefined && /^(?:yes|true|required|✅|✔)\.?$/i.test(shownText(reading, column.text))) return true;
  const description = cellUnder(table, row, "description");
  return description !== undefined && REQUIRED.test(shownText(reading, description.text));
}
