import { offsetOf, type At } from "../../src/diagnostics/position.js";
import type { NavigationProperty, Property, StructuredType } from "../../src/edm/elements.js";
import { isStructured } from "../../src/edm/model.js";
import type { ResolvedPage } from "../../src/merge/names/resolve-names.js";
import { CsdlTypes } from "./csdl-types.js";
import type { Version } from "./versions.js";

export type Member = Property | NavigationProperty;

/** One row of a table of properties or relationships, on a resource page whose type the CSDL has. */
export interface DocumentedRow {
  readonly at: At;
  /** The type in the CSDL. */
  readonly owner: StructuredType;
  /** What the reader makes of the row; absent where it loses it. */
  readonly member?: Member;
  /** The second cell, without the marks of markdown. */
  readonly typeCell: string;
  /** The property that the CSDL has under exactly this name, on the type or a base of it. */
  readonly found?: Member;
}

const rowsOf = new WeakMap<Version, readonly DocumentedRow[]>();

export function documentedRows(version: Version): readonly DocumentedRow[] {
  const rows = rowsOf.get(version) ?? rowsIn(version);
  rowsOf.set(version, rows);
  return rows;
}

function rowsIn(version: Version): readonly DocumentedRow[] {
  const types = new CsdlTypes(version.csdl);
  return version.resolved.flatMap((page) => [...readRows(page, types, version), ...lostRows(page, types, version)]);
}

function readRows(page: ResolvedPage, csdl: CsdlTypes, { sources }: Version): readonly DocumentedRow[] {
  return describedTypes(page, csdl).flatMap(({ said, owner }) => {
    const members = new Map(csdl.line(owner).flatMap((type) => membersOf(type).map((member) => [member.name, member])));
    return membersOf(said).map((member) => {
      const found = members.get(member.name);
      const typeCell = secondCell(sources.of(member.at).text, offsetOf(member.at));
      return { at: member.at, owner, member, typeCell, ...(found !== undefined && { found }) };
    });
  });
}

/** Rows that the reader finds and cannot read: they are not right either. */
function lostRows(page: ResolvedPage, csdl: CsdlTypes, { report, sources }: Version): readonly DocumentedRow[] {
  const [described] = describedTypes(page, csdl);
  if (described === undefined) return [];
  return report.diagnostics.flatMap(({ code, place }) =>
    /^page-(?:type|row)-unreadable$/.test(code) &&
    typeof place === "number" &&
    sources.of(place) === page.document.source
      ? [{ at: place, owner: described.owner, typeCell: "" }]
      : [],
  );
}

function describedTypes({ types }: ResolvedPage, csdl: CsdlTypes) {
  return types.flatMap((said) => {
    const owner = isStructured(said) && said.by === "resourcePage" ? csdl.structured(said.name) : undefined;
    return isStructured(said) && owner !== undefined ? [{ said, owner }] : [];
  });
}

export function membersOf({ properties, navigationProperties }: StructuredType): readonly Member[] {
  return [...properties, ...navigationProperties];
}

/** The cell behind the one that an offset lies in. */
function secondCell(text: string, offset: number): string {
  const line = text.slice(offset).split("\n", 1)[0] ?? "";
  const cell = line.split("|")[1] ?? "";
  return cell.replace(/\]\([^()]*\)|\]\[[^[\]]*\]/g, "]").replace(/[[\]`*]/g, " ");
}
