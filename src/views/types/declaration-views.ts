/** The forms of declarations. Each `partial` is the name of the template that prints it. */
import type { Code } from "../../code/code.js";
import type { DocView } from "../docs/doc.js";
import type { TypeText } from "./type-text.js";

export type DeclarationView = ValuesView | InterfaceView | AliasView | CombinationView;

/** The array of the members of an enumeration. */
export interface ValuesView {
  readonly partial: "values-line" | "values-lines";
  readonly name: Code;
  /** The type of a member. */
  readonly type: Code;
  readonly members: readonly string[];
  /** Whether the type of the array begins a line. */
  readonly broken: boolean;
}

export interface InterfaceView {
  readonly partial: "interface";
  readonly doc: DocView | null;
  readonly name: Code;
  readonly heritage: HeritageView | null;
  readonly members: readonly MemberView[];
  /** The names of properties that are not declared, where the interface takes any. */
  readonly index: Code | null;
}

/** What an interface extends: on its line, or each on a line of its own. */
export interface HeritageView {
  readonly partial: "heritage-line" | "heritage-lines";
  readonly bases: readonly Code[];
}

export type MemberView = MemberLine | MemberLines | MemberItems;

interface MemberLine {
  readonly partial: "member-line";
  readonly doc: DocView | null;
  readonly name: string;
  readonly optional: boolean;
  readonly type: Code;
  /** Whether the type begins a line. */
  readonly broken: boolean;
}

/** A property whose type has each alternative on a line of its own. */
interface MemberLines extends Omit<MemberLine, "partial" | "type" | "broken"> {
  readonly partial: "member-lines";
  readonly alternatives: readonly Code[];
}

/** The same of a collection. */
interface MemberItems extends Omit<MemberLine, "partial" | "type" | "broken">, TypeText {
  readonly partial: "member-items";
}

export type AliasView = AliasLine | AliasLines;

interface AliasLine {
  readonly partial: "alias-line";
  readonly doc: DocView | null;
  readonly name: Code;
  readonly type: Code;
}

interface AliasLines extends Omit<AliasLine, "partial" | "type"> {
  readonly partial: "alias-lines";
  readonly alternatives: readonly Code[];
}

/** A write shape that is what several types of the runtime make it, on several lines. */
export interface CombinationView {
  readonly partial: "combination-lines";
  readonly doc: DocView | null;
  readonly name: Code;
  readonly bases: readonly Code[];
}

/** All code that a declaration prints, to find the imports that it needs. */
export function codesOf(declaration: DeclarationView): readonly Code[] {
  switch (declaration.partial) {
    case "interface":
      return [...(declaration.heritage?.bases ?? []), ...declaration.members.flatMap(codesOfText)];
    case "combination-lines":
      return declaration.bases;
    default:
      return codesOfText(declaration);
  }
}

function codesOfText(text: ValuesView | AliasView | MemberView): readonly Code[] {
  if ("type" in text) return [text.type];
  return text.alternatives;
}
