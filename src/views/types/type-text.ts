import { code, joined, type Code } from "../../code/code.js";

/** A type as the alternatives of a union, with the text around them where it is a collection of several. */
export interface TypeText {
  readonly before: Code;
  readonly alternatives: readonly Code[];
  readonly after: Code;
}

export function oneLine({ before, alternatives, after }: TypeText): Code {
  return code`${before}${joined(alternatives, " | ")}${after}`;
}
