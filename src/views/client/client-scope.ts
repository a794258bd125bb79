import type { Model } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import type { Code } from "../../code/code.js";
import type { EnumRole, StructuredRole } from "../../naming/names.js";
import { requestNotes, type RequestNotes } from "../docs/request-notes.js";
import type { Scope } from "../modules/scope.js";
import { TypesScope } from "../modules/types-scope.js";
import type { ViewContext } from "../view-context.js";
import type { Wire } from "./wire.js";

/** What the parts of one client file share. */
export class ClientScope {
  readonly context: ViewContext;
  /** What paths lead through; `context.model` has the data of types. */
  readonly paths: Model;
  readonly wire: Wire;
  readonly scope: Scope;
  readonly notes: RequestNotes;
  /** Types as this file calls them: `types.User`, `types.callRecords.CallRecord`. */
  readonly types: Scope;

  constructor(context: ViewContext, wire: Wire, scope: Scope) {
    this.context = context;
    this.paths = context.selection.paths;
    this.wire = wire;
    this.scope = scope;
    this.notes = requestNotes(this.paths);
    this.types = new TypesScope(context, scope.module);
  }
}

/** A name of the client's own for a type, as this file calls it. */
export function reachRole(name: QualifiedName, role: StructuredRole | EnumRole, { scope, context }: ClientScope): Code {
  return scope.reach(name, context.names.role(name, role));
}
