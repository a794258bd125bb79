import type { Operation, Parameter, TypeRef } from "../edm/elements.js";
import { bindingTypeOf, parametersOf, type Model, type ResolvedRequest } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import { documentationOf, type Documentation } from "./documentation.js";
import { isNullable, isNullableResult, isOptionalParameter } from "./presence.js";
import { valueFactsOf, type ValueFacts } from "./value-facts.js";

/** One overload of an action or function, as every output needs it. */
export interface OperationFacts {
  readonly kind: Operation["kind"];
  readonly name: QualifiedName;
  /** The type that it is bound to; absent where it is not bound. */
  readonly binding: TypeRef | undefined;
  /** Those that a call gives: without the binding parameter. */
  readonly parameters: readonly ParameterFacts[];
  readonly result: ResultFacts | undefined;
  /** Whether paths lead on from what a function returns (CSDL 4.01 §12.8). */
  readonly composable: boolean;
  readonly documentation: Documentation;
  /** Documented requests that call it. */
  readonly requests: readonly ResolvedRequest[];
}

export interface ParameterFacts extends ValueFacts {
  readonly nullable: boolean;
  /** Whether a call has to give it. */
  readonly required: boolean;
  /** Whether it takes entities: one that exists is given by its URL. */
  readonly entity: boolean;
}

export interface ResultFacts {
  readonly type: TypeRef;
  /** Whether a call may return nothing. */
  readonly nullable: boolean;
}

export function operationFactsOf(
  operation: Operation,
  requests: readonly ResolvedRequest[],
  model: Model,
): OperationFacts {
  const { kind, name, returnType, by } = operation;
  return {
    kind,
    name,
    binding: bindingTypeOf(operation),
    parameters: parametersOf(operation).map((parameter) => parameterFactsOf(parameter, kind, model)),
    result: returnType && { type: returnType, nullable: isNullableResult(returnType, by) },
    composable: operation.composable === true,
    documentation: documentationOf(operation),
    requests,
  };
}

function parameterFactsOf(parameter: Parameter, kind: Operation["kind"], model: Model): ParameterFacts {
  return {
    ...valueFactsOf(parameter, model),
    nullable: isNullable(parameter.type),
    required: !isOptionalParameter(parameter, kind),
    entity: kind === "Action" && parameter.type !== undefined && model.type(parameter.type.type)?.kind === "EntityType",
  };
}
