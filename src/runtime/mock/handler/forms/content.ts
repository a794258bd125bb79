/** Reads streams, media and single values (`$value`). */
import { chainOf } from "../../query/names.js";
import { isEntity } from "../../store/members.js";
import type { Answer } from "../../web.js";
import type { MockContext } from "../context.js";
import { badRequest, notFound, unknownPath } from "../fault.js";
import type { EntityTarget, PropertyTarget } from "../target.js";

/** The bytes of a stream that was written, or a text in their place; the text of another value. */
export function readContent(of: EntityTarget | PropertyTarget, context: MockContext): Answer {
  if (of.kind === "property")
    return of.type === "Edm.Stream" ? streamAnswer(of.owner, of.name, context) : valueAnswer(of);
  if (of.entity === undefined) throw notFound("There is no entity at the path.");
  if (!hasStream(of.type, context) && !context.store.contentOf(of.entity, ""))
    throw unknownPath(`${of.type} has no media.`);
  return streamAnswer(of.entity, "", context);
}

export function hasStream(type: string, { service }: Pick<MockContext, "service">): boolean {
  return chainOf(service, type).some(([, { stream }]) => stream);
}

function valueAnswer({ value }: PropertyTarget): Answer {
  if (isEntity(value) || Array.isArray(value)) throw badRequest("$value is for single values.");
  return value === null || value === undefined ? { status: 204 } : textAnswer(String(value));
}

export function textAnswer(body: string): Answer {
  return { status: 200, headers: { "content-type": "text/plain" }, body };
}

function streamAnswer(owner: Record<string, unknown>, name: string, { store }: MockContext): Answer {
  const { bytes: body = `content of ${store.pathOf(owner)}`, type = "application/octet-stream" } =
    store.contentOf(owner, name) ?? {};
  return { status: 200, headers: { "content-type": type }, body };
}
