import { code } from "../../code/code.js";
import type { Imports } from "../../views/modules/imports.js";
import type { Scope } from "../../views/modules/scope.js";
import type { ViewContext } from "../../views/view-context.js";

/** Names as a program has them that imports the whole output: `User`, `callRecords.Session`. */
const plainNames: Imports = {
  reach: (_, { flat, identifier }, exported) => (flat ? exported : code`${identifier}.${exported}`),
};

/** The surroundings of type expressions that are shown to people. */
export function plainScope(context: ViewContext): Scope {
  return { context, imports: plainNames };
}
