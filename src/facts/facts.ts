/** The stage that decides everything about types and operations that outputs print, as plain data. */
import type { Operation } from "../edm/elements.js";
import { groupBy } from "../edm/grouping.js";
import type { Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import type { Assumptions } from "./assumptions.js";
import { requestsThrough, type RequestsThrough } from "../edm/documented-options.js";
import { AllMemberFacts } from "./member-facts.js";
import { operationFactsOf, type OperationFacts } from "./operation-facts.js";
import { placeRestrictionsOf } from "./place-restrictions.js";
import { sentMembersOf, type SentMembers } from "./sent/sent-members.js";
import { typeFactsOf, type TypeFacts } from "./type-facts.js";

export interface Facts {
  /** Those that they were decided with. */
  readonly assumptions: Assumptions;
  readonly sent: SentMembers;
  /** Entity types and complex types by name. */
  readonly types: ReadonlyMap<QualifiedName, TypeFacts>;
  /** Documented requests by the last element of their paths. */
  readonly requestsThrough: RequestsThrough;
  /** Actions and functions; overloads share a name, so they are found by their element. */
  readonly operations: ReadonlyMap<Operation, OperationFacts>;
}

/** `sent` is that of the whole model, where this is a part of it. */
export function factsOf(model: Model, assumptions: Assumptions, sent: SentMembers = sentMembersOf(model)): Facts {
  const { structuredTypes, operations, requests } = model;
  const members = new AllMemberFacts(model, { assumptions, places: placeRestrictionsOf(model), sent });
  const byTarget = groupBy(requests, ({ resource }) =>
    resource?.kind === "Operation" ? resource.operation : resource?.type,
  );
  return {
    assumptions,
    sent,
    requestsThrough: requestsThrough(requests),
    types: new Map(
      structuredTypes.map((type) => [type.name, typeFactsOf(type, byTarget.get(type.name) ?? [], members)]),
    ),
    operations: new Map(
      operations.map((operation) => [operation, operationFactsOf(operation, byTarget.get(operation) ?? [], model)]),
    ),
  };
}

export function typeFactsIn(facts: Facts, name: QualifiedName): TypeFacts {
  return facts.types.get(name) ?? missing(name);
}

export function operationFactsIn(facts: Facts, operation: Operation): OperationFacts {
  return facts.operations.get(operation) ?? missing(operation.name);
}

function missing(name: QualifiedName): never {
  throw new RangeError(`${name} is not in the model that the facts are of`);
}
