import {
  answersOf,
  binaryText,
  boundaryOf,
  headersOf,
  multipartText,
  partsIn,
} from "../../../functions/batch/multipart.js";
import { packed, relativeUrl, type Answers, type BatchFormat } from "../../../functions/batch/format.js";
import type { Part, Unit } from "../../../functions/batch/plan.js";
import { binaryOf, bytesOfBinary } from "../../../functions/shared/bytes.js";
import type { FullResponse } from "../../../functions/shared/platform.js";
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
    return withModernErrors(new Map(units.flatMap((unit, index) => answersOf(unit, messages[index]))));
  },
};

async function textOfUnit({ parts, group }: Unit): Promise<string> {
  const texts = await Promise.all(parts.map(textOfPart));
  if (group === undefined) return texts.join("");
  const boundary = boundaryOf("changeset");
  return `Content-Type: multipart/mixed;boundary=${boundary}\r\n\r\n${multipartText(texts, boundary)}`;
}

/**
 * A request. What others refer to has its `Content-ID` among the headers of HTTP: services of SAP, and those of WCF Data
 * Services, look for it there, and some fail where it is a header of the part as well.
 */
async function textOfPart({ call }: Part): Promise<string> {
  const body = packed(call);
  const headers = { ...call.headers, ...(body && { "content-type": body.type }) };
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

function withModernErrors(answers: Answers): Answers {
  for (const [part, response] of answers) if (!response.ok) answers.set(part, modernError(response));
  return answers;
}
