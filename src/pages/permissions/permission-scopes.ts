import type { Report } from "../../diagnostics/report.js";
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

/** What a cell says, wherever it stands. */
interface CellText {
  readonly cases: readonly CellCase[];
  readonly lines: readonly ReadLine[];
}

/** The cells of a run by their text: pages repeat them word for word, so that one in sixteen is new. */
const cellsOfRun = new WeakMap<Report, Map<string, CellText>>();

/** What a cell lists, by case; undefined where it is empty or has nothing but prose. */
export function casesOf(context: PageContext, cell: Slice): readonly CellCase[] | undefined {
  const { report } = context;
  const { cases, lines } = cellText(context, cell.text);
  const at = placeOf(context, cell.at);
  for (const { prose, mended } of lines) {
    if (prose !== undefined) report.add("page-scope-unreadable", at, { text: prose });
    for (const scope of mended) report.add("page-scope-spaced", at, { scope });
  }
  return cases.length === 0 ? undefined : cases;
}

function cellText(context: PageContext, text: string): CellText {
  const cells = cellsOfRun.get(context.report) ?? new Map<string, CellText>();
  cellsOfRun.set(context.report, cells);
  const key = `${context.page.format} ${text}`;
  const known = cells.get(key) ?? readCell(context, text);
  cells.set(key, known);
  return known;
}

function readCell(context: PageContext, text: string): CellText {
  const byLabel = new Map<string | undefined, readonly CellCase[]>();
  const lines: ReadLine[] = [];
  for (const [index, { when, text: listed }] of linesOf(context, text).entries()) {
    const line = readLine(listed, index > 0 && when === undefined);
    lines.push(line);
    if (line.read !== undefined) byLabel.set(when, [...(byLabel.get(when) ?? []), line.read]);
  }
  const cases = [...byLabel].map(([when, read]) => ({ ...joined(read), ...(when !== undefined && { when }) }));
  return { cases, lines };
}

interface Line {
  readonly when?: string;
  readonly text: string;
}

/** The lines of a cell with their labels; a label on a line of its own is that of the lines below it. */
function linesOf(context: PageContext, cell: string): readonly Line[] {
  const lines: Line[] = [];
  let when: string | undefined;
  const shown = cell
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

/** What a line lists, and what is reported of it. */
interface ReadLine {
  /** Absent for prose alone; prose below a list may name scopes that are not needed. */
  readonly read?: CellCase;
  readonly prose?: string;
  readonly mended: readonly string[];
}

function readLine(text: string, isBelow: boolean): ReadLine {
  if (NONE.test(text)) return { read: { alternatives: [], ambiguous: false, partial: false }, mended: [] };
  const { alternatives, ambiguous, lost, mended } = scopesListed(text);
  const [prose] = lost;
  const isRead = alternatives.length > 0 && (prose === undefined || !isBelow);
  return {
    ...(isRead && { read: { alternatives, ambiguous, partial: prose !== undefined } }),
    ...(prose !== undefined && { prose }),
    mended,
  };
}

function joined(lines: readonly CellCase[]): CellCase {
  return {
    alternatives: distinct(lines.flatMap(({ alternatives }) => alternatives)),
    ambiguous: lines.some(({ ambiguous }) => ambiguous),
    partial: lines.some(({ partial }) => partial),
  };
}
