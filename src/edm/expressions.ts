import type { Expression } from "./annotations.js";

/** Whether two expressions are the same but for their positions. */
export function isSame(one: Expression, other: Expression): boolean {
  return textOf(one) === textOf(other);
}

function textOf(value: Expression): string {
  return JSON.stringify(value, (key, part: unknown) => (key === "at" ? undefined : part));
}
