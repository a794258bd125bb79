import type { TypeRef } from "../../src/edm/elements.js";
import { isStructured } from "../../src/edm/model.js";
import { simpleNameOf } from "../../src/edm/names.js";
import { edm, edmTypeOf } from "../../src/edm/primitive-types.js";
import { CsdlTypes } from "./csdl-types.js";
import { type DocumentedRow, documentedRows } from "./documented-rows.js";
import { type Judgment, scoreOf } from "./judgment.js";
import type { Score } from "./score.js";
import type { Version } from "./versions.js";

/** Rows whose property the CSDL has, and with that type, collections told from single values. */
export function typeScores(version: Version): readonly Score[] {
  const csdl = new CsdlTypes(version.csdl);
  const rows = documentedRows(version);
  return [
    scoreOf(
      "types of properties",
      97.73,
      rows.map((row) => judged(row, causeOf(row, csdl))),
    ),
    scoreOf(
      "types of properties, as written",
      96.69,
      rows.map((row) => judged(row, causeOf(row, csdl) ?? spelling(row))),
    ),
  ];
}

export function typeJudgments(version: Version): readonly Judgment[] {
  const csdl = new CsdlTypes(version.csdl);
  return documentedRows(version).map((row) => judged(row, causeOf(row, csdl) ?? spelling(row)));
}

function judged({ at, owner, member, found, typeCell }: DocumentedRow, cause: string | undefined): Judgment {
  const name = `${owner.name}/${member?.name ?? "?"}`;
  const note = `${name} is ${typeCell.trim()}, read as ${text(member?.type)}; CSDL: ${text(found?.type)}`;
  return cause === undefined ? { at, note } : { at, note, cause };
}

function text(ref: TypeRef | undefined): string {
  return ref === undefined ? "?" : ref.collection ? `Collection(${ref.type})` : ref.type;
}

/** Why the type is not right; letter case does not count, nor how a primitive type is called. */
function causeOf({ member, found, typeCell }: DocumentedRow, csdl: CsdlTypes): string | undefined {
  if (member === undefined) return "row cannot be read";
  if (found?.type === undefined) return "name not in the CSDL";
  if (member.type === undefined) return "no type";
  const said = member.type;
  const { type, collection } = found.type;
  if (said.type.toLowerCase() === type.toLowerCase())
    return said.collection === collection ? undefined : "single value against collection";
  if (/^\s*(?:json|object|number|numeric)\s*(?:collection\s*)?$/i.test(typeCell))
    return "indefinite type (Json, number, object)";
  const other = csdl.of(type);
  if (edmTypeOf(said.type) !== undefined) {
    if (edmTypeOf(type) !== undefined) return "another primitive type";
    if (other?.kind !== "EnumType") return "primitive for a structured type";
    return said.type === edm("String") ? "enum documented as String" : "number for an enum";
  }
  if (edmTypeOf(type) !== undefined) return "model type for a primitive";
  const named = csdl.of(said.type);
  if (named === undefined) return "type that the CSDL does not have";
  if (isStructured(named) && other !== undefined && isStructured(other)) {
    if (csdl.line(other).includes(named) || csdl.line(named).includes(other)) return "base type against derived type";
  }
  return "another model type";
}

/**
 * A right type that is written otherwise: another name of a primitive type (`int`, `DateTime`), a
 * model type in other letters (`DriveRecipient`). `string` for `String` is no other spelling.
 */
function spelling({ found, typeCell }: DocumentedRow): string | undefined {
  const type = found?.type?.type;
  if (type === undefined) return undefined;
  const words = typeCell.split(/[^\w]+/);
  if (edmTypeOf(type) === undefined) return words.includes(simpleNameOf(type)) ? undefined : "letter case of the type";
  const wanted = simpleNameOf(type).toLowerCase();
  return words.some((word) => word.toLowerCase() === wanted) ? undefined : "another name of the primitive type";
}
