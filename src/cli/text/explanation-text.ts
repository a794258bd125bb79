import { printAnnotations } from "../../csdl/json/print/print-annotations.js";
import { printJson } from "../../csdl/json/print/print.js";
import { printable } from "../../diagnostics/format-text.js";
import { comparePositions, type At, type Sources } from "../../diagnostics/position.js";
import type { Annotation } from "../../edm/annotations.js";
import type { Authority } from "../../edm/authority.js";
import { groupBy } from "../../edm/grouping.js";
import type {
  Explanation,
  ElementSummary,
  MemberList,
  DocumentedRequest,
  DeclarationSite,
} from "../../explain/explain.js";
import type { PermissionScheme } from "../../edm/requests.js";
import { counted, paint } from "./style.js";

export interface ExplanationStyle {
  readonly sources: Sources;
  /** Short names of sources by their full names. */
  readonly short: ReadonlyMap<string, string>;
  readonly color: boolean;
}

/** An element with its parts, requests and annotations, each with its places. Ends with a line break. */
export function explanationText(explanation: Explanation, style: ExplanationStyle): string {
  const { name, kind, value, facts, parts, lists, requests, annotations } = explanation;
  const head = `${paint("bold", name, style.color)}  ${kind}${value === "" ? "" : `  ${value}`}`;
  const widths = { name: widest(parts.map((part) => part.name)), value: widest(parts.map((part) => part.value)) };
  const lines = [
    // An enum has its lists of members in the last line instead.
    ...(lists.length > 0
      ? []
      : siteLines({ ...explanation, kind: parts.length === 0 || parts.some(isTableRow) ? kind : "" }, style)),
    ...facts.map(([fact, value]) => `${fact}: ${value}`),
    ...annotationLines(annotations, style),
    ...parts.flatMap((part) => partLines(part, widths, style)),
    ...(lists.length > 0 ? [listsLine(lists, style)] : []),
    ...requests.flatMap((request) => requestLines(request, style)),
  ];
  return [head, ...lines.map((line) => `  ${printable(line)}`), ""].join("\n");
}

/** A type without one was seen in a path. */
function isTableRow({ kind }: ElementSummary): boolean {
  return kind === "Property" || kind === "Parameter";
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(({ length }) => length));
}

/** Lines after the first are indented to align with its place, or by four if the part has a type, which may be long. */
function partLines(
  part: ElementSummary,
  widths: { readonly name: number; readonly value: number },
  style: ExplanationStyle,
): readonly string[] {
  const { name, value, annotations } = part;
  const label =
    widths.value === 0 ? name.padEnd(widths.name) : `${name.padEnd(widths.name)}  ${value.padEnd(widths.value)}`;
  const indent = widths.value === 0 ? " ".repeat(widths.name + 2) : "    ";
  const [first, ...others] = siteLines(part, style);
  return [
    `${label}  ${first}`,
    ...others.map((line) => indent + line),
    ...annotationLines(annotations, style).map((line) => `    ${line}`),
  ];
}

/** The place that stands, those that agree with it two to a line, and those that don't. */
function siteLines({ kind, sites: [winner, ...others] }: ElementSummary, style: ExplanationStyle): readonly string[] {
  const lines = [`${placeText(winner.at, style)}  ${words(winner, kind)}`];
  const agreeing = others
    .filter(({ differs }) => differs === undefined)
    .map((site) => {
      const source = site.by === winner.by ? "" : `, ${sourceWords(site.by, kind)}`;
      return `${placeText(site.at, style)}  agrees${source}`;
    });
  for (let i = 0; i < agreeing.length; i += 2) lines.push(agreeing.slice(i, i + 2).join("      "));
  for (const site of others) {
    // An example shows how a value is written, not its type.
    const verb = site.by === "example" ? "shows" : "differs:";
    if (site.differs !== undefined)
      lines.push(`${placeText(site.at, style)}  ${verb} ${site.differs}, ${words(site, kind)}`);
  }
  return lines;
}

function placeText(at: At, { sources, short }: ExplanationStyle): string {
  const { source, line, column } = sources.locate(at);
  return `${short.get(source) ?? source}:${line}:${column}`;
}

function words({ by, date }: DeclarationSite, kind: string): string {
  return date === undefined ? sourceWords(by, kind) : `${sourceWords(by, kind)}, ${date}`;
}

function sourceWords(by: Authority, kind: string): string {
  switch (by) {
    case "csdl":
      return "CSDL";
    case "enumPage":
      return "enum page";
    case "resourcePage":
      return "resource page";
    case "valuesTable":
      return "values table";
    case "resourceList":
      return "resource page, inline list";
    case "apiList":
      return `api page${apiPlace[kind] ?? ""}`;
    case "example":
      return "example";
  }
}

/** The part of an api page that describes an element, by kind. Other kinds are in its request. */
const apiPlace: Readonly<Record<string, string>> = {
  EnumType: ", inline list",
  Member: ", inline list",
  EntityType: ", table",
  ComplexType: ", table",
  Property: ", table",
  Parameter: ", table",
};

/** Annotations in CSDL JSON (CSDL JSON 4.01 §14.2), one to a line, with their places. */
function annotationLines(annotations: readonly Annotation[], style: ExplanationStyle): readonly string[] {
  return annotations.flatMap((annotation) => {
    const printed = [...printAnnotations([annotation])].map(
      ([name, value]) => `${name}: ${printJson(value).replaceAll(/\n\s*/g, " ")}`,
    );
    return printed.map((line) => `${line}  ${placeText(annotation.at, style)}`);
  });
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

const schemeText: Readonly<Record<PermissionScheme, string>> = {
  delegatedWork: "delegated, work or school account",
  delegatedPersonal: "delegated, personal account",
  application: "application",
};

function requestLines(request: DocumentedRequest, style: ExplanationStyle): readonly string[] {
  const { method, template, title, permissions, sites } = request;
  const pages = sites.map((site) => `${placeText(site.at, style)}${site.date === undefined ? "" : `, ${site.date}`}`);
  return [
    `${method} ${template}  ${title}`,
    `  ${counted(pages.length, "page")}: ${pages.join("; ")}`,
    ...(permissions ?? []).map(
      ({ scheme, scopes, at }) =>
        `  ${schemeText[scheme]}: ${scopes.join(", ") || "not supported"}  ${placeText(at, style)}`,
    ),
  ];
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
