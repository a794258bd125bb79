/** How an operation is called: an action is posted, a function takes its parameters and is then read. */
import { code, type Code } from "../../code/code.js";
import { flat, functionType, generic, type Layout } from "../../code/layout.js";
import type { Operation } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import { edm } from "../../edm/primitive-types.js";
import { operationFactsIn } from "../../facts/facts.js";
import type { ResultFacts } from "../../facts/operation-facts.js";
import { reachOperation, reachRole, reachType } from "../modules/scope.js";
import { readType, writtenItemType } from "../types/type-expression.js";
import type { ClientFile } from "./client-file.js";

export function operationCall(operation: Operation, client: ClientFile): Layout {
  const { kind, parameters, result, composable } = operationFactsIn(client.facts, operation);
  const given = parameters.length === 0 ? undefined : reachOperation(operation, "parameters", client);
  if (kind === "Action") {
    const returned = result === undefined ? code`void` : resultType(result, client);
    return given === undefined ? generic(code`Action0`, returned) : generic(code`Action`, given, returned);
  }
  const request = result === undefined ? code`FunctionRequest<unknown>` : functionRequest(result, composable, client);
  if (given === undefined) return functionType([], request);
  const mark = parameters.some(({ required }) => required) ? code`` : code`?`;
  return functionType([code`parameters${mark}: ${given}`], request);
}

function resultType({ type, nullable }: ResultFacts, client: ClientFile): Code {
  const item = readType({ ...type, collection: false }, client);
  if (type.collection) return code`Page<${item}>`;
  return nullable ? code`${item} | undefined` : item;
}

function functionRequest(result: ResultFacts, composable: boolean, client: ClientFile): Code {
  const { type: name, collection } = result.type;
  if (name === edm("Stream")) return code`StreamNode`;
  const type = client.context.model.type(name);
  if (type?.kind === "ComplexType" && composable && !collection) return propertyPath(name, client);
  if (type?.kind !== "EntityType") return code`FunctionRequest<${resultType(result, client)}>`;
  const entity = reachRole(name, "entity", client);
  if (composable && isPassed(name, client)) return collection ? code`CollectionOf<${entity}>` : code`ItemOf<${entity}>`;
  return collection ? code`CollectionFunctionRequest<${entity}>` : code`FunctionRequest<${resultType(result, client)}>`;
}

/** Whether requests to an entity of the type are selected, so that a path may lead over one. */
function isPassed(name: QualifiedName, { context }: ClientFile): boolean {
  return context.selection.verbs("Entity", name) !== undefined;
}

function propertyPath(name: QualifiedName, client: ClientFile): Code {
  return code`PropertyPath<${reachType(name, client)}, ${flat(writtenItemType(name, "update", client))}>`;
}
