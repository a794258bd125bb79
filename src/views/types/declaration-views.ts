/** The forms of declarations in `types.ts`. */
import type { Code } from "../../code/code.js";
import type { DocView } from "../docs/doc.js";

/** The partial is the name of the template that prints it. */
export type DeclarationView = EnumView | InterfaceView | AliasView;

export interface EnumView {
  readonly partial: "enum-line" | "enum-lines";
  readonly doc: DocView | null;
  readonly name: Code;
  /** Name of the array of members. */
  readonly values: Code;
  readonly type: Code;
  readonly members: readonly string[];
}

export interface InterfaceView {
  readonly partial: "interface";
  readonly doc: DocView | null;
  readonly name: Code;
  readonly base: Code | null;
  readonly members: readonly MemberView[];
  readonly open: boolean;
}

export interface MemberView {
  readonly doc: DocView | null;
  readonly name: string;
  readonly optional: boolean;
  readonly type: Code;
}

export interface AliasView {
  readonly partial: "alias";
  readonly doc: DocView | null;
  readonly name: Code;
  readonly type: Code;
}
