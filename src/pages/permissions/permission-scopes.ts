import type { PermissionScheme } from "../../edm/requests.js";
import type { Slice } from "../page.js";
import { placeOf, shownText, type Reading } from "../reading.js";

/** The scheme that a row or a column names; some names are cut short, `(personal Microsoft account`. */
export function schemeOf(name: string): PermissionScheme | undefined {
  const written = name.trim().toLowerCase();
  if (/work or school/.test(written)) return "delegatedWork";
  if (/personal/.test(written)) return "delegatedPersonal";
  if (written.startsWith("application")) return "application";
  return written === "delegated" ? "delegatedWork" : undefined;
}

const NONE = /^(?:not (?:yet )?(?:supported|available|applicable)\b|(?:none|n\/a|-+)[.*\s]*$)/i;
const SCOPE = /^[A-Za-z][\w-]*(?:\.[\w-]+)*$/;
/** A scope inside prose, e.g. of "One from EduRoster.Read, EduRoster.ReadWrite plus Member.Read.Hidden". */
const DOTTED_SCOPE = /(?<![\w.])[A-Z][\w-]*(?:\.[A-Z][\w-]*)+/g;

/** The scopes of a cell: none where it says that there are none; undefined where it says nothing. */
export function scopesOf(reading: Reading, cell: Slice): readonly string[] | undefined {
  // A note behind a line break names no scope.
  const text = shownText(reading, cell.text.split(/<br\s*\/?>\s*(?=<br|\**Note)/i, 1)[0] ?? "").replace(/^\|/, "");
  if (text === "") return undefined;
  if (NONE.test(text)) return [];
  const words = text
    .split(/\s*(?:[,;]|\s(?:and|or)\s|\s+(?=[A-Z]\w*\.))\s*/)
    .map((word) => word.replace(/[*.\\]+$/, ""));
  const lost = words.find((word) => word !== "" && !SCOPE.test(word));
  if (lost !== undefined) reading.report.add("page-scope-unreadable", placeOf(reading, cell.at), { text: lost });
  return words.flatMap((word) => (SCOPE.test(word) ? [word] : (word.match(DOTTED_SCOPE) ?? [])));
}
