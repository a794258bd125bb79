import type { StructuredType } from "../edm/elements.js";
import type { ResolvedRequest } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import { isOpen } from "../vocabularies/core.js";
import { documentationOf, type Documentation } from "./documentation.js";
import { keysOf, type Keys } from "./keys.js";
import type { AllMemberFacts, MemberFacts } from "./member-facts.js";

/** An entity type or complex type, as every output needs it. */
export interface TypeFacts extends Keys {
  readonly kind: StructuredType["kind"];
  readonly name: QualifiedName;
  /** Absent also where the declared base was not loaded or not selected. */
  readonly base: QualifiedName | undefined;
  /** Whether values may have properties that are not declared, on the type or on a base. */
  readonly open: boolean;
  readonly inheritsOpen: boolean;
  /** Whether the service has no types derived from it: `@odata.type` has one value. */
  readonly leaf: boolean;
  readonly hasStream: boolean;
  /** Declared on the type: properties, then navigation properties. */
  readonly ownMembers: readonly MemberFacts[];
  /** With inherited ones, base first. */
  readonly members: readonly MemberFacts[];
  readonly documentation: Documentation;
  /** Documented requests to an entity or a collection of the type. */
  readonly requests: readonly ResolvedRequest[];
}

export function typeFactsOf(
  type: StructuredType,
  requests: readonly ResolvedRequest[],
  membersFacts: AllMemberFacts,
): TypeFacts {
  const { model } = membersFacts;
  const bases = model.bases(type);
  const members = membersFacts.ofType(type);
  const own = type.properties.length + type.navigationProperties.length;
  return {
    kind: type.kind,
    name: type.name,
    base: bases[0]?.name,
    open: isOpen(type),
    inheritsOpen: bases.some(isOpen),
    leaf: !model.hasDescendants(type.name),
    hasStream: type.hasStream === true,
    ...keysOf(type, model),
    ownMembers: members.slice(members.length - own),
    members,
    documentation: documentationOf(type),
    requests,
  };
}
