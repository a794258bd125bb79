import type { Model, ResolvedRequest } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import type { Facts } from "../../facts/facts.js";
import type { Imports } from "../modules/imports.js";
import type { Scope } from "../modules/scope.js";
import type { ViewContext } from "../view-context.js";
import { Relations } from "./relations.js";
import type { Wire } from "./wire/wire.js";

/** The surroundings of the parts of one client file. */
export interface ClientFile extends Scope {
  /** The model of paths; the data of types is in `context.model`. */
  readonly paths: Model;
  /** Of the model of paths. */
  readonly facts: Facts;
  readonly wire: Wire;
  readonly relations: Relations;
}

export function clientFile(context: ViewContext, wire: Wire, imports: Imports): ClientFile {
  return {
    context,
    paths: context.selection.paths,
    facts: context.pathFacts,
    wire,
    relations: new Relations(context, wire),
    imports,
  };
}

/** The documented requests with a method to an entity or a collection of a type. */
export function requestsTo(
  kind: "Entity" | "Collection",
  type: QualifiedName,
  method: string,
  { facts }: ClientFile,
): readonly ResolvedRequest[] {
  const requests = facts.types.get(type)?.requests ?? [];
  return requests.filter((request) => request.method === method && request.resource?.kind === kind);
}
