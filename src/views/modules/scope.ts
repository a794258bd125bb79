import type { Code } from "../../code/code.js";
import type { Operation } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import type { EnumRole, OperationRole, StructuredRole } from "../../naming/roles.js";
import type { ViewContext } from "../view-context.js";
import type { Imports } from "./imports.js";
import type { CodeArtifact } from "./paths.js";

/** The surroundings of type text: the context of the views, and the imports of the file. */
export interface Scope {
  readonly context: ViewContext;
  readonly imports: Imports;
}

/** The file that declares the name of each role; `validators.ts` alone uses its own. */
const homes: Record<StructuredRole | EnumRole | OperationRole, CodeArtifact> = {
  values: "values",
  collection: "responses",
  result: "responses",
  create: "writes",
  update: "writes",
  createOrDerived: "writes",
  updateOrDerived: "writes",
  parameters: "writes",
  entity: "client",
  navigation: "client",
  expansion: "client",
  segments: "client",
  itemRequests: "client",
  collectionSegments: "client",
  collectionRequests: "client",
  schema: "validators",
  createSchema: "validators",
  updateSchema: "validators",
  orDerivedSchema: "validators",
  createOrDerivedSchema: "validators",
  updateOrDerivedSchema: "validators",
  collectionSchema: "validators",
  parametersSchema: "validators",
  resultSchema: "validators",
  wireSchema: "validators",
  orDerivedWireSchema: "validators",
  collectionWireSchema: "validators",
  resultWireSchema: "validators",
};

/** The name of a type, as the file calls it. */
export function reachType(name: QualifiedName, { context: { names }, imports }: Scope): Code {
  return imports.reach("types", names.moduleOf(name), names.type(name));
}

/** A name derived from that of a type. */
export function reachRole(name: QualifiedName, role: StructuredRole | EnumRole, { context, imports }: Scope): Code {
  const { names } = context;
  return imports.reach(homes[role], names.moduleOf(name), names.role(name, role));
}

/** The name of the parameters or the result of an operation. */
export function reachOperation(operation: Operation, role: OperationRole, { context, imports }: Scope): Code {
  const { names } = context;
  return imports.reach(homes[role], names.moduleOf(operation), names.operation(operation, role));
}
