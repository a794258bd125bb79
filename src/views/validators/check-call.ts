/** A call of a check of the runtime, on one line if it fits there. */
import { code, joined, type Code } from "../../code/code.js";
import { fitsLine } from "../../code/lines.js";

/** The partial is the name of the template that prints it. */
export type CheckCallView =
  | { readonly partial: "check-line"; readonly helper: Code; readonly arguments: Code }
  | { readonly partial: "check-lines"; readonly helper: Code; readonly arguments: readonly Code[] };

/** The call of the helper with these arguments; null stands for one that is left out. */
export function checkCall(helper: Code, ...given: readonly (Code | null)[]): CheckCallView {
  const list = given.filter((argument) => argument !== null);
  const line = joined(list, ", ");
  return fitsLine(code`  v.${helper}(${line});`)
    ? { partial: "check-line", helper, arguments: line }
    : { partial: "check-lines", helper, arguments: list };
}
