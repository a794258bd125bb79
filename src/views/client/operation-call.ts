/** How an operation is called: an action is posted, a function takes its parameters and is then read. */
import type { Operation, TypeRef } from "../../edm/elements.js";
import { bindingTypeOf } from "../../edm/model.js";
import { optionalParameterOf } from "../../vocabularies/optional-parameter.js";
import type { QualifiedName } from "../../edm/names.js";
import type { ClientScope } from "./client-scope.js";
import { code, type Code } from "../../code/code.js";
import { readType } from "../types/type-expression.js";

export function operationCall(operation: Operation, client: ClientScope): Code {
  const hasParameters = operation.parameters.length > (bindingTypeOf(operation) === undefined ? 0 : 1);
  const parameters = hasParameters ? parametersOf(operation, client) : undefined;
  const { returnType } = operation;
  if (operation.kind === "Action") {
    const result = returnType === undefined ? code`void` : resultType(returnType, operation, client);
    return parameters === undefined ? code`Action0<${result}>` : code`Action<${parameters}, ${result}>`;
  }
  const request =
    returnType === undefined ? code`FunctionRequest<unknown>` : functionRequest(returnType, operation, client);
  if (parameters === undefined) return code`() => ${request}`;
  const mark = mayBeLeftOut(operation) ? code`?` : code``;
  return code`(parameters${mark}: ${parameters}) => ${request}`;
}

function mayBeLeftOut(operation: Operation): boolean {
  const parameters = operation.parameters.slice(bindingTypeOf(operation) === undefined ? 0 : 1);
  return parameters.every((parameter) => optionalParameterOf(parameter) !== undefined);
}

function parametersOf(operation: Operation, { context, types }: ClientScope): Code {
  const home = `${context.names.homeOf(operation)}.x` as QualifiedName;
  return types.reach(home, context.names.operation(operation, "parameters"));
}

function resultType(type: TypeRef, operation: Operation, { types }: ClientScope): Code {
  const item = readType({ ...type, collection: false }, types);
  if (type.collection) return code`Page<${item}>`;
  return mayBeNothing(type, operation) ? code`${item} | undefined` : item;
}

/** CSDL says when a result is never null (CSDL 4.01 §12.8), and is silent where it may be; a page shows what comes back. */
function mayBeNothing({ nullable }: TypeRef, { by }: Operation): boolean {
  return by === "csdl" ? nullable !== false : nullable === true;
}

function functionRequest(type: TypeRef, operation: Operation, client: ClientScope): Code {
  if (type.collection && client.context.model.type(type.type)?.kind === "EntityType") {
    const { names } = client.context;
    const read = client.types.reach(type.type, names.type(type.type));
    return code`CollectionFunctionRequest<${read}, ${client.scope.reach(type.type, names.role(type.type, "navigation"))}>`;
  }
  return code`FunctionRequest<${resultType(type, operation, client)}>`;
}
