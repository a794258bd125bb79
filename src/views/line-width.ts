/** Whether a declaration stands on one line of the output or on several: decided here for all templates. */
import { joined, code, type Code } from "../code/code.js";

const WIDTH = 100;

export function fits(line: string): boolean {
  return line.length <= WIDTH;
}

/** A type as the alternatives of a union, with the text around them where it is a collection of several. */
export interface TypeText {
  readonly before: Code;
  readonly alternatives: readonly Code[];
  readonly after: Code;
}

export function oneLine({ before, alternatives, after }: TypeText): Code {
  return code`${before}${joined(alternatives, " | ")}${after}`;
}
