import {
  answersOf,
  binaryText,
  boundaryOf,
  headersOf,
  multipartText,
  partsIn,
} from "../../../functions/batch/multipart.js";
import { packed, relativeUrl, type BatchFormat } from "../../../functions/batch/format.js";
import type { Part, Unit } from "../../../functions/batch/plan.js";
import { binaryOf, bytesOfBinary } from "../../../functions/shared/bytes.js";
import type { Message } from "../../../functions/shared/http-message.js";
import type { FullResponse } from "../../../functions/shared/platform.js";
import type { FetchResponse } from "../../../http/platform.js";
import { modernError } from "../../json/error.js";

/**
 * A batch of OData 2.0 and 3.0: `multipart/mixed` with reads, and change sets with all else (OData 2.0 Batch Processing
 * §2). URLs are relative to the service root.
 */
export const changeSetFormat: BatchFormat = {
  expressesDependencies: false,
  accept: "multipart/mixed",
  // Services of OData 2.0 go on after an error, others below an adapter where they are told to.
  preference: () => "odata.continue-on-error",
  encode: async (units) => {
    const boundary = boundaryOf("batch");
    const texts = await Promise.all(units.map(textOfUnit));
    return { type: `multipart/mixed;boundary=${boundary}`, content: bytesOfBinary(multipartText(texts, boundary)) };
  },
  decode: async (response, units) => {
    // Responses of every platform have all ways to read them.
    const body = binaryOf(await (response as FullResponse).arrayBuffer());
    const messages = partsIn({ headers: headersOf(response), body });
    return new Map(units.flatMap((unit, index) => modernAnswers(unit, messages[index])));
  },
};

async function textOfUnit({ parts, group }: Unit): Promise<string> {
  const texts = await Promise.all(parts.map((part) => textOfPart(part, group !== undefined)));
  if (group === undefined) return texts.join("");
  const boundary = boundaryOf("changeset");
  return `Content-Type: multipart/mixed;boundary=${boundary}\r\n\r\n${multipartText(texts, boundary)}`;
}

/**
 * A request. That of a change set has its `Content-ID` among the headers of HTTP: services of SAP, and those of WCF Data
 * Services, look for it there, and some fail where it is a header of the part as well.
 */
async function textOfPart(part: Part, isOfSet: boolean): Promise<string> {
  const { call } = part;
  const body = packed(call);
  const id = isOfSet ? { "content-id": contentIdOf(part) } : {};
  const headers = { ...call.headers, ...id, ...(body && { "content-type": body.type }) };
  return [
    "Content-Type: application/http",
    "Content-Transfer-Encoding: binary",
    "",
    `${call.method} ${relativeUrl(call)} HTTP/1.1`,
    ...Object.entries(headers).map(([name, value]) => binaryText(`${name}: ${value}`)),
    "",
    body === undefined ? "" : binaryOf(await body.content.arrayBuffer()),
  ].join("\r\n");
}

/** The identifier that others refer to, or one of its own. */
function contentIdOf({ id, call }: Part): string {
  return call.headers["content-id"] ?? id;
}

function modernAnswers({ parts, ...unit }: Unit, message: Message | undefined): [Part, FetchResponse][] {
  const byId = new Map(parts.map((part) => [contentIdOf(part), part]));
  const sent = [...byId].map(([id, part]) => ({ ...part, id }));
  return answersOf({ ...unit, parts: sent }, message).flatMap(([{ id }, response]): [Part, FetchResponse][] => {
    const part = byId.get(id);
    return part === undefined ? [] : [[part, response.ok ? response : modernError(response)]];
  });
}
