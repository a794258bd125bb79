import { namespaceOf, type QualifiedName } from "../../edm/names.js";
import { code, type Code } from "../../code/code.js";
import { Scope } from "./scope.js";

/** Reaches every type through the one import of `types.ts`: `types.User`, `types.callRecords.CallRecord`. */
export class TypesScope extends Scope {
  override reach(owner: QualifiedName, exported: Code): Code {
    const module = this.names.moduleOf(namespaceOf(owner));
    return module.flat ? code`types.${exported}` : code`types.${module.identifier}.${exported}`;
  }
}
