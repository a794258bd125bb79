import { isObject } from "../../values/value-issue.js";
import { keyOf, predicateOf, valueAt } from "../keys.js";
import type { Place } from "../places.js";
import { type FoundEntity, sameValue } from "./found-entity.js";
import type { Page } from "../answers/unwrapped.js";
import type { Answered } from "../sender.js";
import type { Reads, Verification } from "../verification.js";
import { countReads } from "./count-reads.js";
import { filterReads, orderReads } from "./filter-reads.js";
import { navigationReads } from "./navigation-reads.js";
import { entitiesIn, entityIn, isAnswered, TOP } from "./read-place.js";
import { selectReads } from "./select-reads.js";

/** The reads of an entity set: the first entities, and what their keys lead to. */
export async function* setReads(place: Place, verification: Verification): Reads {
  const { name, type, capabilities } = place;
  const { sender } = verification;
  const path = capabilities.top ? `${name}?$top=${TOP}` : name;
  const answer = await sender.get(path);
  yield;
  const page = firstPage(answer, place, verification);
  if (page === undefined) return;
  yield* linkReads(place, page, answer, verification);
  yield* countReads(place, page, verification);
  const [entity] = page.items;
  const key = entity === undefined ? undefined : keyOf(entity, type, verification);
  if (entity === undefined || key === undefined) return;
  const found: FoundEntity = { place, entity, key, path: name + predicateOf(key) };
  verification.known.add(found);
  const isAddressed = yield* keyReads(found, verification);
  yield* selectReads(found, verification);
  yield* filterReads(found, verification);
  yield* orderReads(found, verification);
  yield* navigationReads(isAddressed ? found : { ...found, path: undefined }, verification);
}

function firstPage(answer: Answered, place: Place, verification: Verification): Page | undefined {
  const { name, type, capabilities } = place;
  const { findings } = verification;
  const { status, exchange } = answer;
  if (status === 404 || status === 410) {
    findings.add("place-missing", name, "the entity set is not there", exchange);
    return undefined;
  }
  // A service that wants a filter may answer without one.
  if (!answer.ok && capabilities.requiresFilter) return undefined;
  if (!isAnswered(answer, { subject: name, what: "the set", allowed: capabilities.readable }, verification))
    return undefined;
  const page = entitiesIn(answer, { subject: name, type: type.name }, verification);
  if (page !== undefined && capabilities.top && page.items.length > TOP)
    findings.add("top-wrong", name, `$top=${TOP} is answered with ${page.items.length} entities`, exchange);
  return page;
}

/** Follows the link to the next page, which leads to more of the set. */
async function* linkReads({ name, type }: Place, page: Page, first: Answered, verification: Verification): Reads {
  const { sender, findings } = verification;
  const { nextLink } = page;
  if (nextLink === undefined || nextLink === null) return;
  const url = typeof nextLink === "string" ? sender.urlOf(nextLink) : undefined;
  if (url === undefined) {
    findings.add("link-wrong", name, "the link to the next page leads to another origin, or is no URL", first.exchange);
    return;
  }
  const answer = await sender.get(url);
  yield;
  if (answer.ok) entitiesIn(answer, { subject: name, type: type.name }, verification);
  else findings.add("link-wrong", name, `the next page is answered with ${answer.status}`, answer.exchange);
}

/** Reads an entity by its key. Gives whether it is found there. */
async function* keyReads(found: FoundEntity, verification: Verification): AsyncGenerator<void, boolean, undefined> {
  const { place, key, path } = found;
  const { name, type, capabilities } = place;
  const allowed = capabilities.indexableByKey && capabilities.readableByKey;
  const answer = await verification.sender.get(path);
  yield;
  const asked = { subject: name, what: "an entity by its key", allowed, refusal: "key-not-addressable" } as const;
  if (!isAnswered(answer, asked, verification)) return false;
  const entity = entityIn(answer, { subject: name, type: type.name }, verification);
  const isSame = entity !== undefined && key.every((part) => sameValue(valueAt(entity, part.path), part.value));
  if (entity !== undefined && isObject(entity) && !isSame)
    verification.findings.add("key-not-addressable", name, "another entity is found by a key", answer.exchange);
  return isSame;
}
