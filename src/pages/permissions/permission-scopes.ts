import type { PermissionScheme } from "../../edm/requests.js";
import type { Slice } from "../page.js";
import { placeOf, shownText, type PageContext } from "../page-context.js";

/** The scheme that a row or column names; some names are cut short: `(personal Microsoft account`. */
export function schemeOf(name: string): PermissionScheme | undefined {
  const written = name.trim().toLowerCase();
  if (/work or school/.test(written)) return "delegatedWork";
  if (/personal/.test(written)) return "delegatedPersonal";
  if (written.startsWith("application")) return "application";
  return written === "delegated" ? "delegatedWork" : undefined;
}

const NONE = /^(?:not (?:yet )?(?:supported|available|applicable)\b|(?:none|n\/a|-+)[.*\s]*$)/i;
const SCOPE = /^[A-Za-z][\w-]*(?:\.[\w-]+)*$/;
/** A scope in prose, e.g. "One from EduRoster.Read, EduRoster.ReadWrite plus Member.Read.Hidden". */
const DOTTED_SCOPE = /(?<![\w.])[A-Z][\w-]*(?:\.[A-Z][\w-]*)+/g;

/** The scopes of a cell: an empty list for "Not supported." and the like, undefined for an empty cell. */
export function scopesOf(context: PageContext, cell: Slice): readonly string[] | undefined {
  // A note behind a line break names no scopes.
  const text = shownText(context, cell.text.split(/<br\s*\/?>\s*(?=<br|\**Note)/i, 1)[0] ?? "").replace(/^\|/, "");
  if (text === "") return undefined;
  if (NONE.test(text)) return [];
  const words = text
    .split(/\s*(?:[,;]|\s(?:and|or)\s|\s+(?=[A-Z]\w*\.))\s*/)
    .map((word) => word.replace(/[*.\\]+$/, ""));
  const lost = words.find((word) => word !== "" && !SCOPE.test(word));
  if (lost !== undefined) context.report.add("page-scope-unreadable", placeOf(context, cell.at), { text: lost });
  return words.flatMap((word) => (SCOPE.test(word) ? [word] : (word.match(DOTTED_SCOPE) ?? [])));
}
