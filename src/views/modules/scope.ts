import type { Code } from "../../code/code.js";
import type { Operation } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import type { EnumRole, OperationRole, StructuredRole } from "../../naming/roles.js";
import type { ViewContext } from "../view-context.js";
import type { Imports } from "./imports.js";

/** The surroundings of type text: the context of the views, and the imports of the file. */
export interface Scope {
  readonly context: ViewContext;
  readonly imports: Imports;
  /** Of write shapes. */
  readonly writes: Imports;
}

/** The names that `writes.ts` exports. */
const WRITE_ROLES: ReadonlySet<string> = new Set<StructuredRole | OperationRole>([
  "create",
  "update",
  "createOrDerived",
  "updateOrDerived",
  "parameters",
]);

function importsOf(role: string, { imports, writes }: Scope): Imports {
  return WRITE_ROLES.has(role) ? writes : imports;
}

/** The name of a type, as the file calls it. */
export function reachType(name: QualifiedName, { context: { names }, imports }: Scope): Code {
  return imports.reach(names.moduleOf(name), names.type(name));
}

/** A name derived from that of a type. */
export function reachRole(name: QualifiedName, role: StructuredRole | EnumRole, scope: Scope): Code {
  const { names } = scope.context;
  return importsOf(role, scope).reach(names.moduleOf(name), names.role(name, role));
}

/** The name of the parameters or the result of an operation. */
export function reachOperation(operation: Operation, role: OperationRole, scope: Scope): Code {
  const { names } = scope.context;
  return importsOf(role, scope).reach(names.moduleOf(operation), names.operation(operation, role));
}
