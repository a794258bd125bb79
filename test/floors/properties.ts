import { CsdlTypes } from "./csdl-types.js";
import { type DocumentedRow, documentedRows, membersOf } from "./documented-rows.js";
import { type Judgment, scoreOf } from "./judgment.js";
import type { Score } from "./score.js";
import type { Version } from "./versions.js";

/** Rows of resource pages whose property the CSDL has under exactly that name, on the type or a base of it. */
export function propertyScores(version: Version): readonly Score[] {
  return [scoreOf("property names", 99.32, nameJudgments(version))];
}

export function nameJudgments(version: Version): readonly Judgment[] {
  const csdl = new CsdlTypes(version.csdl);
  return documentedRows(version).map((row) => {
    const note = `${row.owner.name}/${row.member?.name ?? "?"}`;
    return row.found !== undefined ? { at: row.at, note } : { at: row.at, note, cause: causeOf(row, csdl) };
  });
}

function causeOf({ member, owner }: DocumentedRow, csdl: CsdlTypes): string {
  if (member === undefined) return "row cannot be read";
  const line = csdl.line(owner);
  const wanted = member.name.toLowerCase();
  if (line.flatMap(membersOf).some(({ name }) => name.toLowerCase() === wanted)) return "letter case of the name";
  if (
    csdl
      .derived(owner)
      .flatMap(membersOf)
      .some(({ name }) => name === member.name)
  )
    return "on a derived type";
  return line.some(({ open }) => open === true) ? "not in the CSDL, on an open type" : "not in the CSDL";
}
