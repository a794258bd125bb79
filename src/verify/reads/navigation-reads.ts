import type { QualifiedName } from "../../edm/names.js";
import type { JsonValue } from "../../edm/requests.js";
import { typeFactsIn } from "../../facts/facts.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import { isObject } from "../../values/value-issue.js";
import { pageIn } from "../answers/unwrapped.js";
import { contentOf } from "../answers/unwrapped.js";
import type { Place } from "../places.js";
import type { Reads, Verification } from "../verification.js";
import { entitiesIn, entityIn, isAnswered, TOP } from "./read-place.js";

interface Start {
  readonly place: Place;
  /** `Customers(1)`; undefined where the entity is not found there. */
  readonly path: string | undefined;
}

/** Expands each navigation property of a place, and reads what it leads to from one entity. */
export async function* navigationReads({ place, path }: Start, verification: Verification): Reads {
  const { members } = typeFactsIn(verification.facts, place.type.name);
  for (const member of members) {
    if (member.kind !== "NavigationProperty" || member.type === undefined) continue;
    yield* expandReads(place, member, verification);
    if (path !== undefined) yield* relatedReads({ place, path }, member, member.type.type, verification);
  }
}

async function* expandReads(place: Place, member: MemberFacts, verification: Verification): Reads {
  const { name, collection, type, capabilities } = place;
  const { sender, findings, model } = verification;
  const subject = `${name}/${member.name}`;
  const allowed = capabilities.expandable && !capabilities.nonExpandable.includes(member.name);
  const rest = collection && capabilities.top ? "&$top=2" : "";
  const answer = await sender.get(`${name}?$expand=${encodeURIComponent(member.name)}${rest}`);
  yield;
  if (!isAnswered(answer, { subject, what: "$expand", allowed }, verification)) return;
  if (collection) entitiesIn(answer, { subject: name, type: type.name }, verification);
  else entityIn(answer, { subject: name, type: type.name }, verification);
  const content = contentOf(answer.body, model.protocol);
  const entities = collection
    ? (pageIn(answer.body, model.protocol)?.items ?? [])
    : content === undefined
      ? []
      : [content];
  if (entities.some((entity) => !isExpanded(entity, member)))
    findings.add("expand-wrong", subject, "$expand is answered without it", answer.exchange);
}

/** A service may leave out a single related entity that does not exist. */
function isExpanded(entity: JsonValue, { name, type, nullable }: MemberFacts): boolean {
  if (!isObject(entity)) return true;
  return Object.hasOwn(entity, name) || (type?.collection !== true && nullable);
}

async function* relatedReads(
  { place, path }: { readonly place: Place; readonly path: string },
  member: MemberFacts,
  target: QualifiedName,
  verification: Verification,
): Reads {
  const { sender } = verification;
  const subject = `${place.name}/${member.name}`;
  const collection = member.type?.collection === true;
  const answer = await sender.get(`${path}/${encodeURIComponent(member.name)}${collection ? `?$top=${TOP}` : ""}`);
  yield;
  // Nothing is related, or the service answers so where the property is not there: $expand tells.
  const isNothing = answer.status === 204 || (answer.status === 404 && !collection);
  if (isNothing || !isAnswered(answer, { subject, what: "the navigation property", allowed: true }, verification))
    return;
  if (collection) entitiesIn(answer, { subject, type: target }, verification);
  else if (contentOf(answer.body, verification.model.protocol) !== null)
    entityIn(answer, { subject, type: target }, verification);
}
