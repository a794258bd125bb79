import { code, propertyKey, type Code } from "../../code/code.js";
import { laidOut, type Layout } from "../../code/layout.js";
import type { DocView } from "../docs/doc.js";

/** A declaration of the client. The partial is the name of the template that prints it. */
export type BuilderView = BuilderInterfaceView | BuilderAliasView;

export interface BuilderInterfaceView {
  readonly partial: "builder";
  readonly name: Code;
  readonly base: Code | null;
  /** Whether name and base are too long for one line. */
  readonly wrapped: boolean;
  readonly members: readonly BuilderMemberView[];
}

export interface BuilderAliasView {
  readonly partial: "builder-alias";
  readonly name: Code;
  readonly type: Code;
  /** Whether name and type are too long for one line. */
  readonly wrapped: boolean;
}

export interface BuilderMemberView {
  readonly doc: DocView | null;
  readonly name: string;
  readonly type: Code;
  /** Whether the type begins on the next line. */
  readonly wrapped: boolean;
}

/** A member before its type is broken into lines. */
export interface BuilderMember {
  readonly doc: DocView | null;
  readonly name: string;
  readonly type: Layout;
}

const WIDTH = 100;

export function interfaceView(name: Code, base: Code | null, members: readonly BuilderMember[]): BuilderInterfaceView {
  return {
    partial: "builder",
    name,
    base,
    wrapped: base !== null && code`export interface ${name} extends ${base} {`.length > WIDTH,
    members: members.map(memberView),
  };
}

export function aliasView(name: Code, type: Code): BuilderAliasView {
  return { partial: "builder-alias", name, type, wrapped: code`export type ${name} = ${type};`.length > WIDTH };
}

export function memberView({ doc, name, type }: BuilderMember): BuilderMemberView {
  const column = code`  ${propertyKey(name)}: `.length;
  const text = laidOut(type, column);
  if (text.startsWith("\n")) return { doc, name, type: text.slice(1) as Code, wrapped: true };
  // One line that has no place to break at begins on the next line.
  const wrapped = !text.includes("\n") && column + text.length >= WIDTH;
  return { doc, name, type: wrapped ? code`  ${text}` : text, wrapped };
}
