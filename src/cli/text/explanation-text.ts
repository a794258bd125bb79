import { groupBy } from "../../edm/grouping.js";
import { annotationTexts } from "../../csdl/json/print/annotation-texts.js";
import { printable } from "../../diagnostics/format-text.js";
import { comparePositions, type At, type Sources } from "../../diagnostics/position.js";
import type { Annotation } from "../../edm/annotations.js";
import { type Authority, authorityTitles } from "../../edm/authority.js";
import type { Explained, ExplainedRequest, Explanation, MemberList, Statement } from "../../explain/explanation.js";
import { alternativesText, schemeTitle } from "../../edm/microsoft-graph.js";
import { counted, paint } from "./style.js";

export interface ExplanationStyle {
  readonly sources: Sources;
  /** What sources are called, by their names. */
  readonly short: ReadonlyMap<string, string>;
  readonly color: boolean;
}

/** Everything known of one element as people read it, with a line break at the end. */
export function explanationText(explanation: Explanation, style: ExplanationStyle): string {
  const { name, kind, text, details, parts, lists, requests, annotations, permissions } = explanation;
  const head = `${paint("bold", name, style.color)}  ${kind}${text === "" ? "" : `  ${text}`}`;
  const widths = { name: widest(parts.map((part) => part.name)), text: widest(parts.map((part) => part.text)) };
  const lines = [
    // Of an enum, the last line tells which lists there are.
    ...(lists.length > 0
      ? []
      : statementLines({ ...explanation, kind: parts.length === 0 || parts.some(isTableRow) ? kind : "" }, style)),
    ...details.map(([detail, value]) => `${detail}: ${value}`),
    ...permissionLines(permissions, style),
    ...annotationLines(annotations, style),
    ...parts.flatMap((part) => partLines(part, widths, style)),
    ...(lists.length > 0 ? [listsLine(lists, style)] : []),
    ...requests.flatMap((request) => requestLines(request, style)),
  ];
  return [head, ...lines.map((line) => `  ${printable(line)}`), ""].join("\n");
}

/** A type without one was seen in a path. */
function isTableRow({ kind }: Explained): boolean {
  return kind === "Property" || kind === "Parameter";
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(({ length }) => length));
}

/** Further places stand under the first one, unless types come before it, which are long. */
function partLines(
  part: Explained,
  widths: { readonly name: number; readonly text: number },
  style: ExplanationStyle,
): readonly string[] {
  const { name, text, annotations } = part;
  const label =
    widths.text === 0 ? name.padEnd(widths.name) : `${name.padEnd(widths.name)}  ${text.padEnd(widths.text)}`;
  const indent = widths.text === 0 ? " ".repeat(widths.name + 2) : "    ";
  const [first, ...others] = statementLines(part, style);
  return [
    `${label}  ${first}`,
    ...others.map((line) => indent + line),
    ...annotationLines(annotations, style).map((line) => `    ${line}`),
  ];
}

/** The place that stands, those that agree with it two to a line, and those that don't. */
function statementLines(
  { kind, statements: [winner, ...others] }: Explained,
  style: ExplanationStyle,
): readonly string[] {
  const lines = [`${placeText(winner.at, style)}  ${words(winner, kind)}`];
  const agreeing = others
    .filter(({ differs }) => differs === undefined)
    .map((statement) => {
      const source = statement.by === winner.by ? "" : `, ${sourceWords(statement.by, kind)}`;
      return `${placeText(statement.at, style)}  agrees${source}`;
    });
  for (let i = 0; i < agreeing.length; i += 2) lines.push(agreeing.slice(i, i + 2).join("      "));
  for (const statement of others) {
    // An example shows how a value is written, not its type.
    const verb = statement.by === "example" ? "shows" : "differs:";
    if (statement.differs !== undefined)
      lines.push(`${placeText(statement.at, style)}  ${verb} ${statement.differs}, ${words(statement, kind)}`);
  }
  return lines;
}

function placeText(at: At, { sources, short }: ExplanationStyle): string {
  const { source, line, column } = sources.locate(at);
  return `${short.get(source) ?? source}:${line}:${column}`;
}

function words({ by, date }: Statement, kind: string): string {
  return date === undefined ? sourceWords(by, kind) : `${sourceWords(by, kind)}, ${date}`;
}

function sourceWords(by: Authority, kind: string): string {
  return `${authorityTitles[by]}${by === "apiList" ? (apiPlace[kind] ?? "") : ""}`;
}

/** Where on an api page an element of a kind is described; others come from its request. */
const apiPlace: Readonly<Record<string, string>> = {
  EnumType: ", inline list",
  Member: ", inline list",
  EntityType: ", table",
  ComplexType: ", table",
  Property: ", table",
  Parameter: ", table",
};

/** As CSDL JSON has them (CSDL JSON 4.01 §14.2), on one line each, with their place. */
function annotationLines(annotations: readonly Annotation[], style: ExplanationStyle): readonly string[] {
  return annotations.flatMap((annotation) =>
    annotationTexts(annotation).map(([name, value]) => `${name}: ${value}  ${placeText(annotation.at, style)}`),
  );
}

/** `members and order from a.md; b.md and c.md list 6 of these 9` */
function listsLine([winner, ...others]: readonly MemberList[], style: ExplanationStyle): string {
  const from = winner === undefined ? "" : sourceText(winner, style);
  const all = winner?.listed ?? 0;
  const bySaying = new Map<string, readonly MemberList[]>();
  for (const list of others) {
    const saying = listSaying(list, all);
    bySaying.set(saying, [...(bySaying.get(saying) ?? []), list]);
  }
  const sayings = [...bySaying].map(([saying, lists]) => {
    const names = [
      ...new Set(lists.toSorted((a, b) => comparePositions(a.at, b.at)).map((list) => sourceText(list, style))),
    ];
    return `; ${joined(names)} ${names.length === 1 ? "lists" : "list"} ${saying}`;
  });
  return `members and order from ${from}${sayings.join("")}`;
}

function listSaying({ listed, extra }: MemberList, all: number): string {
  const share = listed === all ? "the same" : `${listed} of these`;
  return `${share} ${all}${extra.length === 0 ? "" : `, and also ${joined(extra)}`}`;
}

function sourceText({ at }: MemberList, { sources, short }: ExplanationStyle): string {
  const { name } = sources.of(at);
  return short.get(name) ?? name;
}

function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function requestLines(request: ExplainedRequest, style: ExplanationStyle): readonly string[] {
  const { method, template, title, permissions, statements } = request;
  const pages = statements.map(
    (statement) => `${placeText(statement.at, style)}${statement.date === undefined ? "" : `, ${statement.date}`}`,
  );
  return [
    `${method} ${template}  ${title}`,
    `  ${counted(pages.length, "page")}: ${pages.join("; ")}`,
    ...permissionLines(permissions, style).map((line) => `  ${line}`),
  ];
}

function permissionLines(permissions: Explanation["permissions"], style: ExplanationStyle): readonly string[] {
  return (permissions ?? []).map(({ scheme, alternatives, when, exact, at }) => {
    const listed = alternativesText(alternatives) || "not supported";
    const purpose = when === undefined ? "" : `, for ${when}`;
    const open = exact === false ? " (the page may mean less)" : "";
    return `${schemeTitle(scheme)}${purpose}: ${listed}${open}  ${placeText(at, style)}`;
  });
}

/** A short name for each source: the last segment of its path, or the whole path if another source has the same segment. */
export function shortNames(names: readonly string[]): ReadonlyMap<string, string> {
  const bySegment = groupBy(names, lastSegment);
  return new Map(
    names.map((name) => [name, bySegment.get(lastSegment(name))?.length === 1 ? lastSegment(name) : name]),
  );
}

function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1) || name;
}
