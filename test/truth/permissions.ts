/**
 * What the permissions tables of a page list, read a second time: line by line and word by word, with nothing of the
 * reader of pages. The model is held against it.
 */
import type { TypeName } from "../../src/edm/elements.js";
import type { Permission, Request } from "../../src/edm/requests.js";

/**
 * One text for each scheme and case: `application: A.Read + B.Read | C.Read`, in order. The names of cases are left out,
 * but not that there are several.
 */
export type Listed = readonly string[];

/** Undefined where a page has no permissions table with anything in it. */
export function listedOn(text: string): Listed | undefined {
  const groups = tablesIn(text).flatMap(groupsOf);
  return groups.length === 0 ? undefined : groups.map(textOf).sort();
}

export function listedIn(permissions: readonly Permission[]): Listed {
  return permissions
    .map(({ scheme, alternatives }) => textOf({ scheme, sets: alternatives.map((set) => [...set]) }))
    .sort();
}

/**
 * The permissions of each page by the name in its link: those of its own requests, before the merge, and those of the
 * model's requests that it introduces.
 */
export function permissionsByPage(requests: readonly Request<TypeName>[]): ReadonlyMap<string, readonly Listed[]> {
  const pages = new Map<string, Listed[]>();
  for (const { link = "", permissions = [] } of requests) {
    const [, name = ""] = /\/api\/([\w.-]+)\?/.exec(link) ?? [];
    pages.set(name, [...(pages.get(name) ?? []), listedIn(permissions)]);
  }
  return pages;
}

interface Group {
  readonly scheme: string;
  readonly sets: string[][];
}

type Table = readonly (readonly string[])[];

function textOf({ scheme, sets }: Group): string {
  const texts = new Set(sets.map((set) => set.toSorted().join(" + ")));
  return `${scheme}: ${[...texts].sort().join(" | ")}`;
}

/** The tables between the heading "Permissions" or "Prerequisites" and the next one of its level, as cells. */
function tablesIn(text: string): readonly Table[] {
  const tables: string[][][] = [];
  let inside = false;
  let table: string[][] | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (/^##?\s/.test(line)) inside = /^##?\s+(?:permissions|prerequisites)\b/i.test(line);
    if (!inside || !line.includes("|")) {
      table = undefined;
      continue;
    }
    const cells = line
      .trim()
      .replace(/^\||\|$/g, "")
      .split("|");
    if (table === undefined) tables.push((table = []));
    table.push(cells.map((cell) => cell.trim()));
  }
  return tables.filter(([header = []]) => header.some((cell) => /permission|delegated|application/i.test(cell)));
}

function groupsOf([header = [], , ...rows]: Table): readonly Group[] {
  const schemes = header.map(schemeOf);
  if (schemes.filter((scheme) => scheme !== undefined).length > 1)
    return rows.flatMap((row) => row.flatMap((cell, column) => groupsIn(schemes[column] ?? "", [cell])));
  const separate = header.some((cell) => /acting on/i.test(cell));
  let scheme = "";
  return rows.flatMap(([name = "", ...cells]) => {
    // Rows in bold are workflows of the scheme above them.
    scheme = schemeOf(name) ?? (/\*\*|&nbsp;/.test(name) ? scheme : "");
    return separate ? cells.flatMap((cell) => groupsIn(scheme, [cell])) : groupsIn(scheme, cells);
  });
}

function schemeOf(cell: string): string | undefined {
  const name = cell.replace(/[*\s]|&nbsp;/g, "").toLowerCase();
  if (name.includes("workorschool")) return "delegatedWork";
  if (name.includes("personal")) return "delegatedPersonal";
  return name === "application" ? "application" : undefined;
}

/** The cells of one row and scheme: one group, or one for each label. */
function groupsIn(scheme: string, cells: readonly string[]): readonly Group[] {
  if (scheme === "") return [];
  const byLabel = new Map<string, string[][]>();
  for (const cell of cells) {
    let label = "";
    for (const line of cell.replace(/<\/?br\s*\/?>/gi, "\n").split("\n")) {
      const text = line.replace(/\]\([^)]*\)|[[\]*`\\]/g, "").trim();
      if (/^note/i.test(text)) break;
      const colon = text.indexOf(":");
      if (colon !== -1 && !/\w\.\w/.test(text.slice(0, colon))) label = text.slice(0, colon);
      const behind = / for (a .*)$/.exec(text)?.[1];
      const sets = setsIn(text.slice(colon + 1));
      const known = byLabel.get(behind ?? label);
      const isListed = sets.length > 0 || /^(?:not |none|n\/a)/i.test(text.slice(colon + 1).trim());
      if (isListed) byLabel.set(behind ?? label, [...(known ?? []), ...sets]);
    }
  }
  return [...byLabel.values()].map((sets) => ({ scheme, sets }));
}

/** Goes from word to word: what joins the next scope to those before it is the word that stands between them. */
function setsIn(text: string): string[][] {
  const words =
    text.replace(/\b([A-Z][a-z]+) (?=AccessAsUser)/, "$1.").match(/[A-Za-z][\w-]*(?:\.[\w-]+)*|[,;+&]/g) ?? [];
  const sets: string[][] = [];
  const joints: string[] = [];
  let joint = "";
  for (const word of words) {
    if (word.includes(".")) {
      if (/and|plus|[+&]/.test(joint)) sets.at(-1)?.push(word);
      else sets.push([word]);
      joints.push(joint);
      joint = "";
    } else joint += /^(?:and|or|plus|both|either|[,;+&])$/.test(word) ? word : "";
  }
  return closed(sets, joints);
}

/** A list whose only joint stands before its end: `plus` adds to each of the others, `and` to all. */
function closed(sets: string[][], [, ...joints]: readonly string[]): string[][] {
  const at = joints.findIndex((joint) => /and|plus/.test(joint));
  const commas = joints.slice(0, Math.max(0, at));
  if (
    commas.length === 0 ||
    !commas.every((joint) => joint === ",") ||
    joints.slice(at + 1).some((one) => one !== "or")
  )
    return sets;
  const scopes = sets.flat();
  if (joints[at]?.includes("and") === true) return joints.length === at + 1 ? [scopes] : sets;
  const listed = scopes.slice(0, at + 1);
  return listed.flatMap((one) => scopes.slice(at + 1).map((more) => [one, more]));
}
