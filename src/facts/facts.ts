/** The stage that decides everything about types and operations that outputs print, as plain data. */
import type { Operation, StructuredType } from "../edm/elements.js";
import { groupBy } from "../edm/grouping.js";
import { isStructured, type Model } from "../edm/model.js";
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

/** Finds the facts of types and operations. */
export interface FactsLookup {
  readonly types: Lookup<QualifiedName, TypeFacts>;
  readonly operations: Lookup<Operation, OperationFacts>;
}

type Lookup<Key, Value> = Pick<ReadonlyMap<Key, Value>, "get">;

/** `sent` is that of the whole model, where this is a part of it. */
export function factsOf(model: Model, assumptions: Assumptions, sent: SentMembers = sentMembersOf(model)): Facts {
  const { structuredTypes, operations, requests } = model;
  const { factsOfType, factsOfOperation } = decidersOf(model, assumptions, sent);
  return {
    assumptions,
    sent,
    requestsThrough: requestsThrough(requests),
    types: new Map(structuredTypes.map((type) => [type.name, factsOfType(type)])),
    operations: new Map(operations.map((operation) => [operation, factsOfOperation(operation)])),
  };
}

/** The same facts, decided where they are asked for: most values are of few of the types of a model. */
export function factsOnDemand(model: Model, assumptions: Assumptions): FactsLookup {
  const { factsOfType, factsOfOperation } = decidersOf(model, assumptions, sentMembersOf(model));
  const types = new Map<QualifiedName, TypeFacts>();
  const decided = (name: QualifiedName): TypeFacts | undefined => {
    const type = model.type(name);
    if (type === undefined || !isStructured(type)) return undefined;
    const facts = factsOfType(type);
    types.set(name, facts);
    return facts;
  };
  return { types: { get: (name) => types.get(name) ?? decided(name) }, operations: { get: factsOfOperation } };
}

function decidersOf(model: Model, assumptions: Assumptions, sent: SentMembers) {
  const members = new AllMemberFacts(model, { assumptions, places: placeRestrictionsOf(model), sent });
  const byTarget = groupBy(model.requests, ({ resource }) =>
    resource?.kind === "Operation" ? resource.operation : resource?.type,
  );
  return {
    factsOfType: (type: StructuredType): TypeFacts => typeFactsOf(type, byTarget.get(type.name) ?? [], members),
    factsOfOperation: (operation: Operation): OperationFacts =>
      operationFactsOf(operation, byTarget.get(operation) ?? [], model),
  };
}

export function typeFactsIn({ types }: Pick<FactsLookup, "types">, name: QualifiedName): TypeFacts {
  return types.get(name) ?? missing(name);
}

export function operationFactsIn(
  { operations }: Pick<FactsLookup, "operations">,
  operation: Operation,
): OperationFacts {
  return operations.get(operation) ?? missing(operation.name);
}

function missing(name: QualifiedName): never {
  throw new RangeError(`${name} is not in the model that the facts are of`);
}
