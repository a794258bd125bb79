/** Declarations and their parts, on one line where they fit. */
import { code, joined, literal, propertyKey, type Code } from "../../code/code.js";
import type { DocView } from "../docs/doc.js";
import type { AliasView, HeritageView, MemberView } from "./declaration-views.js";
import { fitsLine } from "../../code/lines.js";
import { oneLine, type TypeText } from "./type-text.js";

interface Property {
  readonly doc: DocView | null;
  readonly name: string;
  readonly optional: boolean;
}

export function memberView(property: Property, type: TypeText): MemberView {
  const line = oneLine(type);
  const isShort = fitsLine(`  ${propertyKey(property.name)}?: ${line};`);
  const { before, alternatives, after } = type;
  if (isShort || alternatives.length === 1)
    return { partial: "member-line", ...property, type: line, broken: !isShort };
  return before === ""
    ? { partial: "member-lines", ...property, alternatives }
    : { partial: "member-items", ...property, before, alternatives, after };
}

/** An optional property on one line, without documentation. */
export function lineView(name: string, type: Code): MemberView {
  return { partial: "member-line", doc: null, name, optional: true, type, broken: false };
}

export function aliasView(doc: DocView | null, name: Code, alternatives: readonly (Code | Generic)[]): AliasView {
  const types = alternatives.map(genericType);
  const type = types.length === 0 ? code`never` : joined(types, " | ");
  return types.length === 0 || fitsLine(`export type ${name} = ${type};`)
    ? { partial: "alias-line", doc, name, type }
    : { partial: "alias-lines", doc, name, alternatives: alternatives.map(genericLines) };
}

/** A type with arguments; the last may be a union of names. */
export interface Generic {
  readonly generic: Code;
  /** None or one where there are several names. */
  readonly arguments: readonly Code[];
  readonly names: readonly string[];
}

export function heritageView(name: Code, bases: readonly (Code | Generic)[]): HeritageView {
  const types = bases.map(genericType);
  return fitsLine(`export interface ${name} extends ${types.join(", ")} {`)
    ? { partial: "heritage-line", bases: types }
    : { partial: "heritage-lines", bases: bases.map(genericLines) };
}

/** A type of a list with one on each line; a long one has each argument, or each name, on a line of its own. */
export function genericLines(type: Code | Generic): Code {
  const line = genericType(type);
  if (typeof type === "string" || fitsLine(`  extends ${line},`)) return line;
  const { generic, names, arguments: given } = type;
  const lines =
    names.length > 1
      ? joined([...given.map((one) => code`${one},`), ...names.map((name) => code`| ${literal(name)}`)], BREAK)
      : joined([...given, ...names.map(literal)], `,${BREAK}`);
  return code`${generic}<${BREAK}${lines}\n    >`;
}

const BREAK = code`\n      `;

/** `edm.Writable<types.User, "id" | "manager">` */
export function genericType(type: Code | Generic): Code {
  if (typeof type === "string") return type;
  const { generic, names, arguments: given } = type;
  return code`${generic}<${joined([...given, ...(names.length === 0 ? [] : [joined(names.map(literal), " | ")])], ", ")}>`;
}
