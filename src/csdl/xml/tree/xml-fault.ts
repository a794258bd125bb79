import { type Problem, SECOND_ROOT, skipMiscellaneous, TEXT_AFTER_ROOT } from "./well-formed.js";

/** A fault as `XMLValidator` reports it. Line and column count from 1; lines end with a line feed. */
export interface ValidatorFault {
  readonly msg: string;
  readonly line: number;
  /** Missing for a text without elements. */
  readonly col?: number | undefined;
}

/** Converts a fault of the validator. Some messages are replaced by clearer ones, some positions by that of the tag. */
export function faultOf(fault: ValidatorFault, text: string): Problem {
  const offset = offsetOf(fault, text);
  const { msg } = fault;
  if (msg.startsWith("Start tag expected")) return { offset: 0, problem: "it has no root element" };
  if (msg.startsWith("char ")) return { offset, problem: "text stands before the root element" };
  if (msg.startsWith("Extra text")) return { offset, problem: TEXT_AFTER_ROOT };
  // The position of these two faults is further on in the tag.
  if (msg.startsWith("Multiple possible root")) return { offset: tagBefore(offset, text), problem: SECOND_ROOT };
  if (msg.includes("have open quote")) {
    return { offset: tagBefore(offset, text), problem: "a quote in the tag that starts here is never closed" };
  }
  const open = /^Invalid '(\[.*\])' found/s.exec(msg)?.[1];
  if (open !== undefined) {
    return { offset: skipMiscellaneous(text, 0), problem: unclosed(JSON.parse(open) as readonly string[]) };
  }
  return { offset, problem: partOfSentence(msg) };
}

function offsetOf({ line, col = 1 }: ValidatorFault, text: string): number {
  // The validator does not count a byte order mark.
  let start = text.startsWith("\ufeff") ? 1 : 0;
  for (let i = 1; i < line; i++) start = text.indexOf("\n", start) + 1;
  return Math.min(start + col - 1, text.length);
}

function tagBefore(offset: number, text: string): number {
  return Math.max(text.lastIndexOf("<", offset), 0);
}

function unclosed(tags: readonly string[]): string {
  const shown = tags.slice(0, 10).join(", ");
  return `the tags ${shown}${tags.length > 10 ? ", …" : ""} are never closed`;
}

function partOfSentence(message: string): string {
  return message.slice(0, 1).toLowerCase() + message.slice(1).replace(/\.$/, "");
}
