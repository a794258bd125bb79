import type { PermissionScheme, ScopeSet } from "../../edm/requests.js";
import type { Slice } from "../page.js";
import { placeOf, shownText, type PageContext } from "../page-context.js";
import { distinct, scopesListed } from "./scope-sets.js";

/** The scheme that a row or column names; some names are cut short: `(personal Microsoft account`. */
export function schemeOf(name: string): PermissionScheme | undefined {
  const written = name.trim().toLowerCase();
  if (/work or school/.test(written)) return "delegatedWork";
  if (/personal/.test(written)) return "delegatedPersonal";
  if (written.startsWith("application")) return "application";
  return written === "delegated" ? "delegatedWork" : undefined;
}

/** What a cell lists for one case. */
export interface CellCase {
  /** The case that the cell names: `For user: A.Read`; absent for what has no label. */
  readonly when?: string;
  /** Empty: not supported. */
  readonly alternatives: readonly ScopeSet[];
  /** Whether a closing `and` leaves open whether all of the scopes are needed or any of them. */
  readonly ambiguous: boolean;
  /** Whether prose is left out, which may name further alternatives. */
  readonly partial: boolean;
}

const NONE = /^(?:not (?:yet )?(?:supported|available|applicable)\b|(?:none|n\/a|-+)[.*\s]*$)/i;
const BREAK = /<\/?br\s*\/?>/i;
/** Rendered text has no line breaks in cells, so labels separate as well: `For user: A.Read For device: B.Read`. */
const LABELLED = /\s+(?=(?:For|In) (?:\S+ ){0,5}\S+:\s)/;
const LABEL = /^((?![^:]*\w\.\w)[^:,;]{1,80}):(?:\s+|$)(.*)$/;
const QUANTIFIER = /^(?:one|any|all|either|both)\b/i;
/** A case behind its scopes: `Chat.Read for a chat message.` */
const TRAILING = /^([A-Z][\w-]*(?:\.[\w-]+)+(?:[,\s]+[A-Z][\w-]*(?:\.[\w-]+)+)*) for (.+?)\.?$/;

/** What a cell lists, by case; undefined where it is empty or has nothing but prose. */
export function casesOf(context: PageContext, cell: Slice): readonly CellCase[] | undefined {
  const byLabel = new Map<string | undefined, readonly CellCase[]>();
  for (const [index, { when, text }] of linesOf(context, cell).entries()) {
    const read = readLine(context, cell, text, index > 0 && when === undefined);
    if (read !== undefined) byLabel.set(when, [...(byLabel.get(when) ?? []), read]);
  }
  const cases = [...byLabel].map(([when, lines]) => ({ ...joined(lines), ...(when !== undefined && { when }) }));
  return cases.length === 0 ? undefined : cases;
}

interface Line {
  readonly when?: string;
  readonly text: string;
}

/** The lines of a cell with their labels; a label on a line of its own is that of the lines below it. */
function linesOf(context: PageContext, cell: Slice): readonly Line[] {
  const lines: Line[] = [];
  let when: string | undefined;
  const shown = cell.text
    .split(BREAK)
    .flatMap((line) => shownText(context, line).replace(/^\|/, "").split(LABELLED))
    .map((line) => line.trim());
  for (const line of shown) {
    // A note names scopes that are not needed.
    if (/^\**note\b/i.test(line)) break;
    const [, label, listed = ""] = (QUANTIFIER.test(line) ? null : LABEL.exec(line)) ?? [];
    const [, scopes = "", purpose] = TRAILING.exec(line) ?? [];
    if (label !== undefined) when = label.replace(/^(?:for|in)\s+/i, "");
    const text = label === undefined ? line : listed;
    lines.push(purpose === undefined ? { text, ...(when !== undefined && { when }) } : { text: scopes, when: purpose });
  }
  return lines.filter(({ text }) => text !== "");
}

/** Undefined for a line of prose alone, which is reported; prose below a list may name scopes that are not needed. */
function readLine(context: PageContext, cell: Slice, text: string, isBelow: boolean): CellCase | undefined {
  if (NONE.test(text)) return { alternatives: [], ambiguous: false, partial: false };
  const { alternatives, ambiguous, lost, mended } = scopesListed(text);
  const [prose] = lost;
  const at = placeOf(context, cell.at);
  if (prose !== undefined) context.report.add("page-scope-unreadable", at, { text: prose });
  for (const scope of mended) context.report.add("page-scope-spaced", at, { scope });
  if (alternatives.length === 0 || (isBelow && prose !== undefined)) return undefined;
  return { alternatives, ambiguous, partial: prose !== undefined };
}

function joined(lines: readonly CellCase[]): CellCase {
  return {
    alternatives: distinct(lines.flatMap(({ alternatives }) => alternatives)),
    ambiguous: lines.some(({ ambiguous }) => ambiguous),
    partial: lines.some(({ partial }) => partial),
  };
}
