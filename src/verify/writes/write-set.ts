/** The writes of a set: an entity is created, read, changed and deleted. */
import { keyOf, valueAt } from "../keys.js";
import type { Place } from "../places.js";
import { entityIn, isAnswered, refTo } from "../reads/read-place.js";
import type { Answered } from "../sender.js";
import type { Verification } from "../verification.js";
import { createBodyFor } from "./create-body.js";
import {
  conditionOf,
  createIn,
  type CreatedEntity,
  differenceIn,
  etagIn,
  JSON_HEADERS,
  remove,
} from "./created-entity.js";
import { checkMedia, createMediaIn } from "./media-entity.js";
import { sameStored } from "./same-stored.js";
import { changeOf } from "./update-value.js";
import { wireForm } from "./wire-form.js";
import type { WriteData, WriteLog } from "./write-data.js";

export async function writeSet(
  place: Place,
  data: WriteData,
  log: WriteLog,
  verification: Verification,
): Promise<void> {
  const { name, capabilities } = place;
  if (!capabilities.insertable) return void log.skipped.set(name, "the metadata does not allow creates");
  if (!capabilities.deletable)
    return void log.skipped.set(name, "what is created could not be deleted, by the metadata");
  const made = createBodyFor(place, data, verification);
  if ("reason" in made) return void log.skipped.set(name, made.reason);
  const isMedia = "media" in made;
  const created = isMedia
    ? await createMediaIn(place, log, verification)
    : await createIn(place, made.body, log, verification);
  if (created === undefined) return;
  let removed: Answered | undefined;
  try {
    if (isMedia) await checkMedia(place, created, verification);
    await readAndChange(place, created, data, verification);
  } finally {
    removed = await remove(created, log, verification);
  }
  if (removed !== undefined) await checkRemoved(place, created, removed, verification);
}

async function readAndChange(
  place: Place,
  created: CreatedEntity,
  data: WriteData,
  verification: Verification,
): Promise<void> {
  const { name, etag } = place;
  const { findings } = verification;
  const answer = await verification.sender.get(created.path);
  if (!answer.ok) {
    const message = `an entity that was created is answered with ${answer.status}`;
    findings.add("create-wrong", name, message, answer.exchange);
    return;
  }
  const entity = entityIn(answer, { subject: name, type: place.type.name }, verification);
  const property = differenceIn(entity, created.sent);
  if (entity !== undefined && property !== undefined)
    findings.add("create-wrong", `${name}/${property}`, "another value is read than was sent", answer.exchange);
  created.etag = etagIn(answer, verification) ?? created.etag;
  if (etag && created.etag === undefined)
    findings.add("etag-wrong", name, "an entity is sent without an ETag", answer.exchange);
  if (entity !== undefined && keyOf(entity, place.type, verification) !== undefined)
    await change(place, created, changeOf(entity, place.type, data, verification), verification);
}

/** Changes one property, and reads it. */
async function change(
  place: Place,
  created: CreatedEntity,
  wanted: ReturnType<typeof changeOf>,
  verification: Verification,
): Promise<void> {
  const { name, type, capabilities } = place;
  const { sender, findings } = verification;
  if (wanted === undefined || !capabilities.updateMethods.patch) return;
  const subject = `${name}/${wanted.name}`;
  const old = created.etag;
  const answer = await update(created, wanted, place, verification);
  created.etag = etagIn(answer, verification) ?? created.etag;
  const asked = { subject, what: "an update of a property", allowed: true, refusal: "write-refused" } as const;
  if (!isAnswered(answer, asked, verification)) return;
  if (answer.text !== "") entityIn(answer, { subject: name, type: type.name }, verification);
  const read = await sender.get(created.path);
  const entity = read.ok ? entityIn(read, { subject: name, type: type.name }, verification) : undefined;
  if (!sameStored(wanted.value, valueAt(entity, wanted.name)))
    findings.add("update-wrong", subject, "another value is read than was sent", read.exchange);
  created.etag = etagIn(read, verification) ?? created.etag;
  if (old !== undefined && old !== created.etag)
    await tryOldETag(place, { ...created, etag: old }, wanted, verification);
}

/** An update under the condition of an ETag that the entity has no more is refused. */
async function tryOldETag(
  place: Place,
  outdated: CreatedEntity,
  wanted: NonNullable<ReturnType<typeof changeOf>>,
  verification: Verification,
): Promise<void> {
  const answer = await update(outdated, wanted, place, verification);
  if (place.etag && answer.ok)
    verification.findings.add("etag-wrong", place.name, "an update with an old ETag is answered", answer.exchange);
}

function update(
  created: CreatedEntity,
  { name, value }: NonNullable<ReturnType<typeof changeOf>>,
  { type }: Place,
  verification: Verification,
): Promise<Answered> {
  const { model, sender } = verification;
  return sender.send({
    // OData 2.0 has no PATCH (MS-ODATA §2.2.4.1).
    method: model.protocol === "4.0" ? "PATCH" : "MERGE",
    to: created.path,
    headers: { ...JSON_HEADERS, ...conditionOf(created) },
    body: JSON.stringify(wireForm({ [name]: value }, refTo(type.name), verification)),
  });
}

async function checkRemoved(
  { name }: Place,
  { path }: CreatedEntity,
  removed: Answered,
  verification: Verification,
): Promise<void> {
  const asked = { subject: name, what: "a deletion", allowed: true, refusal: "write-refused" } as const;
  if (!isAnswered(removed, asked, verification)) return;
  const answer = await verification.sender.get(path);
  if (answer.ok)
    verification.findings.add("delete-wrong", name, "an entity is there after it was deleted", answer.exchange);
}
