/** A call of a check of the runtime, as a statement: on one line if it fits there. */
import { code, joined, type Code } from "../../code/code.js";
import { fitsLine } from "../../code/lines.js";

/** The call of the helper with these arguments; null stands for one that is left out. */
export function checkCall(helper: Code, ...given: readonly (Code | null)[]): Code {
  const list = given.filter((argument) => argument !== null);
  const line = code`v.${helper}(${joined(list, ", ")});`;
  return fitsLine(code`  ${line}`) ? line : code`v.${helper}(\n    ${joined(list, ",\n    ")},\n  );`;
}
