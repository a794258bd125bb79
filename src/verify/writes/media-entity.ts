/** Media entities: they are created from their content, which is read and changed by requests of its own. */
import { keyOf, predicateOf } from "../keys.js";
import type { Place } from "../places.js";
import { entityIn } from "../reads/read-place.js";
import type { Answered } from "../sender.js";
import type { Verification } from "../verification.js";
import { conditionOf, type CreatedEntity, etagIn, locationIn } from "./created-entity.js";
import type { WriteLog } from "./write-data.js";

const TEXT = "text/plain";
const [FIRST, SECOND] = ["odata-codegen", "odata-codegen, changed"];

/** Creates one of a text. Undefined where the service takes no text, or tells nothing of what it created. */
export async function createMediaIn(
  { name, type }: Place,
  log: WriteLog,
  verification: Verification,
): Promise<CreatedEntity | undefined> {
  const headers = { accept: "application/json", "content-type": TEXT };
  const answer = await verification.sender.send({ method: "POST", to: name, headers, body: FIRST });
  if (!answer.ok) {
    // The metadata does not tell which content is allowed.
    log.skipped.set(name, `a text as media is answered with ${answer.status}`);
    return undefined;
  }
  log.created += 1;
  const entity = answer.text === "" ? undefined : entityIn(answer, { subject: name, type: type.name }, verification);
  const key = entity === undefined ? undefined : keyOf(entity, type, verification);
  const path = key === undefined ? locationIn(answer, name, verification) : name + predicateOf(key);
  if (path !== undefined) return { path, sent: {}, etag: etagIn(answer, verification) };
  log.left.push({ entity: name, reason: "the answer to the create has neither a key nor a Location" });
  return undefined;
}

/** Reads the content that was sent, changes it, and reads it again. */
export async function checkMedia(place: Place, created: CreatedEntity, verification: Verification): Promise<void> {
  const { sender } = verification;
  const to = `${created.path}/$value`;
  const read = await sender.get(to, "*/*");
  compare(read, FIRST, "create-wrong", place, verification);
  if (!read.ok || !place.capabilities.updateMethods.patch) return;
  created.etag = etagIn(await sender.get(created.path), verification) ?? created.etag;
  const headers = { accept: "application/json", "content-type": TEXT, ...conditionOf(created) };
  const changed = await sender.send({ method: "PUT", to, headers, body: SECOND });
  if (changed.ok) compare(await sender.get(to, "*/*"), SECOND, "update-wrong", place, verification);
}

function compare(
  answer: Answered,
  sent: string,
  cause: "create-wrong" | "update-wrong",
  { name }: Place,
  { findings }: Verification,
): void {
  if (answer.ok && answer.text === sent) return;
  const what = answer.ok ? "another content is read than was sent" : `the content is answered with ${answer.status}`;
  findings.add(cause, `${name}/$value`, what, answer.exchange);
}
