/** Actions and functions: an overload each. */
import type { Operation, Parameter } from "../../edm/elements.js";
import { parametersOf } from "../../edm/model.js";
import { typeName } from "../../explain/type-text.js";
import { operationFactsIn } from "../../facts/facts.js";
import type { OperationFacts, ParameterFacts } from "../../facts/operation-facts.js";
import { reachOperation } from "../../views/modules/scope.js";
import { readType, writtenMemberType } from "../../views/types/type-expression.js";
import { oneLine } from "../../views/types/type-text.js";
import type { DataScope } from "./data-scope.js";
import { elementData } from "./element-data.js";
import { typeDifference } from "./type-difference.js";
import type { ElementData, OperationData, ParameterData } from "./format.js";

export function operationData(operation: Operation, scope: DataScope): OperationData {
  const { kind, name } = operation;
  const facts = operationFactsIn(scope.context.facts, operation);
  const { binding, result, documentation } = facts;
  const parameters = parametersOf(operation);
  // The client calls what is bound to entities, not to other values.
  const isCalled = binding === undefined || scope.whole.type(binding.type)?.kind === "EntityType";
  const own = {
    kind,
    ...(binding !== undefined && { boundTo: typeName(binding) }),
    parameters: parameters.flatMap((parameter, index) => {
      const given = facts.parameters[index];
      return given === undefined ? [] : [parameterData(parameter, given, scope)];
    }),
    ...(result !== undefined && { returns: typeName(result.type), read: resultType(operation, result, scope) }),
    segment: scope.segments.of(operation),
    ...(isCalled && { call: scope.snippets.call(operation) }),
  };
  return elementData({ element: operation, name, documentation }, own, scope);
}

function parameterData(parameter: Parameter, facts: ParameterFacts, scope: DataScope): ParameterData {
  const { name } = parameter;
  const { type, required, documentation } = facts;
  const own: Omit<ParameterData, keyof ElementData> = {
    ...(type !== undefined && { type: typeName(type) }),
    write: oneLine(writtenMemberType(facts, true, "create", scope)),
    ...(required && { required: true }),
  };
  return elementData({ element: parameter, name, documentation }, own, scope, (one) => typeDifference(one, type));
}

function resultType(operation: Operation, { type, nullable }: NonNullable<OperationFacts["result"]>, scope: DataScope) {
  if (type.collection) return reachOperation(operation, "result", scope);
  return `${readType(type, scope)}${nullable ? " | undefined" : ""}`;
}
