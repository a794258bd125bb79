/** How an operation is called: an action is posted, a function takes its parameters and is then read. */
import { code, type Code } from "../../code/code.js";
import { functionType, generic, type Layout } from "../../code/layout.js";
import type { Operation } from "../../edm/elements.js";
import { operationFactsIn } from "../../facts/facts.js";
import type { ResultFacts } from "../../facts/operation-facts.js";
import { reachOperation, reachRole } from "../modules/scope.js";
import { readType } from "../types/type-expression.js";
import type { ClientFile } from "./client-file.js";

export function operationCall(operation: Operation, client: ClientFile): Layout {
  const { kind, parameters, result } = operationFactsIn(client.facts, operation);
  const given = parameters.length === 0 ? undefined : reachOperation(operation, "parameters", client);
  if (kind === "Action") {
    const returned = result === undefined ? code`void` : resultType(result, client);
    return given === undefined ? generic(code`Action0`, returned) : generic(code`Action`, given, returned);
  }
  const request = result === undefined ? code`FunctionRequest<unknown>` : functionRequest(result, client);
  if (given === undefined) return functionType([], request);
  const mark = parameters.some(({ required }) => required) ? code`` : code`?`;
  return functionType([code`parameters${mark}: ${given}`], request);
}

function resultType({ type, nullable }: ResultFacts, client: ClientFile): Code {
  const item = readType({ ...type, collection: false }, client);
  if (type.collection) return code`Page<${item}>`;
  return nullable ? code`${item} | undefined` : item;
}

function functionRequest(result: ResultFacts, client: ClientFile): Code {
  const { type: name, collection } = result.type;
  if (!collection || client.context.model.type(name)?.kind !== "EntityType")
    return code`FunctionRequest<${resultType(result, client)}>`;
  return code`CollectionFunctionRequest<${reachRole(name, "entity", client)}>`;
}
