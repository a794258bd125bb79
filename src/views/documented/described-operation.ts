import { simpleNameOf } from "../../edm/names.js";
import type { OperationFacts, ParameterFacts } from "../../facts/operation-facts.js";
import { elementOf, requestOf, typeTextOf } from "./described-element.js";
import type { DescribedOperation, DescribedParameter } from "./entities-view.js";

export function describedOperation(facts: OperationFacts): DescribedOperation {
  return {
    ...elementOf(facts.name, facts.documentation),
    simpleName: simpleNameOf(facts.name),
    isAction: facts.kind === "Action",
    boundTo: typeTextOf(facts.binding),
    parameters: facts.parameters.map(parameterOf),
    returns: typeTextOf(facts.result?.type),
    requests: facts.requests.map(requestOf),
  };
}

function parameterOf({ name, type, required, nullable, documentation }: ParameterFacts): DescribedParameter {
  return {
    ...elementOf(name, documentation),
    type: typeTextOf(type),
    isRequired: required,
    isNullable: nullable,
  };
}
