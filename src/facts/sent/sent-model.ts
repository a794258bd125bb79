import type { AnyProperty, StructuredType } from "../../edm/elements.js";
import { indexElements, isStructured, type Model } from "../../edm/model.js";
import { Core, tag } from "../../edm/vocabulary.js";
import { accessSent, sentMembersOf, type SentMembers } from "./sent-members.js";

/** The model without the word of pages that a member is read-only where requests send it, for what has no requests. */
export function withSentMembers(model: Model): Model {
  const sent = sentMembersOf(model);
  if (sent.create.size === 0) return model;
  const schemas = model.schemas.map((schema) => ({
    ...schema,
    elements: schema.elements.map((element) => (isStructured(element) ? typeSent(element, sent) : element)),
  }));
  return { ...model, ...indexElements(schemas), schemas };
}

function typeSent(type: StructuredType, sent: SentMembers): StructuredType {
  return {
    ...type,
    properties: type.properties.map((member) => memberSent(member, sent)),
    navigationProperties: type.navigationProperties.map((member) => memberSent(member, sent)),
  };
}

function memberSent<T extends AnyProperty>(member: T, sent: SentMembers): T {
  if (!sent.create.has(member)) return member;
  const { immutable } = accessSent(member, sent);
  const others = (member.annotations ?? []).filter(({ term }) => term !== Core.Computed && term !== Core.Immutable);
  return { ...member, annotations: immutable ? [...others, tag(Core.Immutable, member.at)] : others };
}
