/** Creates an entity, and deletes it whatever happens. */
import type { JsonValue } from "../../edm/requests.js";
import { isObject, type JsonObject } from "../../values/value-issue.js";
import { contentOf } from "../answers/unwrapped.js";
import { keyOf, predicateOf, valueAt } from "../keys.js";
import type { Place } from "../places.js";
import { entityIn, isAnswered, refTo } from "../reads/read-place.js";
import { type Answered, type Outgoing, Stopped } from "../sender.js";
import type { Verification } from "../verification.js";
import { sameStored } from "./same-stored.js";
import { wireForm } from "./wire-form.js";
import type { WriteLog } from "./write-data.js";

export interface CreatedEntity {
  /** `Customers(1)` */
  readonly path: string;
  readonly sent: JsonObject;
  /** The last one that the service gave. */
  etag: string | undefined;
}

export const JSON_HEADERS = { accept: "application/json", "content-type": "application/json" };

const KEY_TAKEN = "there is an entity with the key that was to be created";

/** Undefined where the service creates none, or gives no key of it. */
export async function createIn(
  place: Place,
  sent: JsonObject,
  log: WriteLog,
  verification: Verification,
): Promise<CreatedEntity | undefined> {
  const { name, type } = place;
  const { sender } = verification;
  const body = JSON.stringify(wireForm(sent, refTo(type.name), verification));
  const key = keyOf(sent, type, verification);
  const wanted = key === undefined ? undefined : name + predicateOf(key);
  const before = wanted === undefined ? undefined : await sender.get(wanted);
  if (before?.ok) {
    log.skipped.set(name, KEY_TAKEN);
    return undefined;
  }
  // What was there before is never deleted: the key stands for what is created where it was free.
  const ownPath = before && [404, 410].includes(before.status) ? wanted : undefined;
  const answer = await sender.send({ method: "POST", to: name, headers: JSON_HEADERS, body }).catch(async (error) => {
    // The request may have been carried out all the same.
    if (error instanceof Stopped && error.failure !== undefined)
      await removeUnanswered(ownPath, name, log, verification);
    throw error;
  });
  if (answer.status === 409) {
    log.skipped.set(name, KEY_TAKEN);
    return undefined;
  }
  const asked = {
    subject: name,
    what: "a create with what is required",
    allowed: true,
    refusal: "write-refused",
  } as const;
  if (!isAnswered(answer, asked, verification)) return undefined;
  return createdBy(answer, { place, sent, ownPath }, log, verification);
}

/** What was sent, and the path that its own key gives. */
interface Create {
  readonly place: Place;
  readonly sent: JsonObject;
  readonly ownPath: string | undefined;
}

function createdBy(
  answer: Answered,
  { place: { name, type }, sent, ownPath }: Create,
  log: WriteLog,
  verification: Verification,
): CreatedEntity | undefined {
  const entity = answer.text === "" ? undefined : entityIn(answer, { subject: name, type: type.name }, verification);
  // An answer with 200 may show an entity that was there before.
  if (answer.status === 200 && !hasAll(entity, sent)) {
    const message = "a create is answered with 200 and another entity";
    verification.findings.add("create-wrong", name, message, answer.exchange);
    return undefined;
  }
  log.created += 1;
  const key = entity === undefined ? undefined : keyOf(entity, type, verification);
  const path = key === undefined ? (locationIn(answer, name, verification) ?? ownPath) : name + predicateOf(key);
  if (path === undefined) {
    log.left.push({ entity: name, reason: "the answer to the create has neither a key nor a Location" });
    return undefined;
  }
  return { path, sent, etag: etagIn(answer, verification) };
}

/** The path of an entity of the set in the header Location, or OData-EntityId of an answer without a body. */
export function locationIn({ headers }: Answered, set: string, { sender }: Verification): string | undefined {
  const link = headers.get("location") ?? headers.get("odata-entityid");
  const path = link === undefined ? undefined : sender.pathOf(link);
  return path?.startsWith(`${set}(`) === true || path?.startsWith(`${set}/`) === true ? path : undefined;
}

/** Whether an entity has the values that were sent. Control information is none. */
export function hasAll(entity: JsonValue | undefined, sent: JsonObject): boolean {
  return differenceIn(entity, sent) === undefined;
}

/** The first property whose value is another one than was sent. Related entities are not compared. */
export function differenceIn(entity: JsonValue | undefined, sent: JsonObject): string | undefined {
  return Object.keys(sent).find((name) => {
    const value = sent[name];
    if (name.includes("@") || value === undefined || value === null) return false;
    const read = valueAt(entity, name);
    if (isObject(value)) return differenceIn(read, value) !== undefined;
    return !Array.isArray(value) && !sameStored(value, read);
  });
}

export function etagIn({ body, headers }: Answered, { model }: Verification): string | undefined {
  const content = contentOf(body, model.protocol) ?? null;
  const metadata = isObject(content) ? content["__metadata"] : undefined;
  const own = isObject(content) ? (content["@odata.etag"] ?? content["@etag"] ?? content["odata.etag"]) : undefined;
  const old = metadata !== undefined && isObject(metadata) ? metadata["etag"] : undefined;
  return [own, old, headers.get("etag")].find((etag) => typeof etag === "string");
}

/** The condition of a change: the ETag where there is one. */
export function conditionOf({ etag }: Pick<CreatedEntity, "etag">): Readonly<Record<string, string>> {
  return etag === undefined ? {} : { "if-match": etag };
}

/** Deletes an entity, beyond the limit and the end of the run. Undefined where there is no answer. */
export async function remove(
  created: CreatedEntity,
  log: WriteLog,
  verification: Verification,
): Promise<Answered | undefined> {
  const entity = created.path;
  const attempt = (condition: Readonly<Record<string, string>>): Promise<Answered> => {
    const request = { method: "DELETE", to: entity, headers: { accept: JSON_HEADERS.accept, ...condition } };
    return verification.sender.send({ ...request, isCleanup: true } satisfies Outgoing);
  };
  try {
    const first = await attempt(conditionOf(created));
    // The entity may have changed since its ETag was read.
    const answer = first.status === 412 || first.status === 428 ? await attempt({ "if-match": "*" }) : first;
    const isGone = answer.ok || ([404, 410].includes(answer.status) && !(await isThere(created, verification)));
    if (!isGone) log.left.push({ entity, reason: `its deletion is answered with ${answer.status}` });
    return answer;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    log.left.push({ entity, reason: "its deletion has no answer" });
    return undefined;
  }
}

async function isThere({ path }: CreatedEntity, { sender }: Verification): Promise<boolean> {
  const headers = { accept: JSON_HEADERS.accept };
  return (await sender.send({ method: "GET", to: path, headers, isCleanup: true })).ok;
}

async function removeUnanswered(
  path: string | undefined,
  name: string,
  log: WriteLog,
  verification: Verification,
): Promise<void> {
  if (path !== undefined) await remove({ path, sent: {}, etag: undefined }, log, verification);
  else log.left.push({ entity: name, reason: "a create has no answer, and may have been carried out" });
}
