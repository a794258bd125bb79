import { json } from "../../http/http.js";
import type { FetchResponse } from "../../http/platform.js";
import { bytesOfText, textOfBytes } from "../shared/bytes.js";
import { responseOf } from "../shared/platform.js";
import { packed, relativeUrl, type Answers, type BatchFormat } from "./format.js";
import type { Part, Unit } from "./plan.js";

/** A batch as JSON (OData JSON Format 4.01 §19). */
export const jsonBatch: BatchFormat = {
  expressesDependencies: true,
  accept: "application/json",
  preference: (continueOnError) => (continueOnError ? undefined : "continue-on-error=false"),
  encode: async (units) => ({
    type: "application/json",
    content: `{"requests":[${(await Promise.all(units.flatMap((unit) => requestsOf(unit, units)))).join()}]}`,
  }),
  decode: async (response, units, follow) => {
    const parts = new Map(units.flatMap((unit) => unit.parts).map((part) => [part.id, part]));
    const answers: Answers = new Map();
    for (let next: FetchResponse | undefined = response; next !== undefined;) {
      const body = ((await json(next)) ?? {}) as ResponseBody;
      for (const answer of body.responses ?? []) {
        const part = parts.get(answer.id);
        if (part !== undefined) answers.set(part, responseIn(answer));
      }
      const link: string | undefined = body["@odata.nextLink"] ?? body["@nextLink"];
      next = link === undefined ? undefined : await follow(link);
    }
    return answers;
  },
};

interface ResponseBody {
  readonly responses?: readonly ResponseObject[];
  readonly "@odata.nextLink"?: string;
  readonly "@nextLink"?: string;
}

interface ResponseObject {
  readonly id: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

function requestsOf(unit: Unit, units: readonly Unit[]): Promise<string>[] {
  const before = units.filter((earlier) => unit.after.has(earlier)).map(({ group, parts }) => group ?? parts[0]?.id);
  return unit.parts.map((part) => requestText(part, unit.group, [...before, ...part.inside]));
}

async function requestText({ id, call }: Part, group: string | undefined, before: readonly unknown[]): Promise<string> {
  const body = packed(call);
  const text = JSON.stringify({
    id,
    method: call.method,
    url: relativeUrl(call),
    ...(group === undefined ? {} : { atomicityGroup: group }),
    ...(before.length === 0 ? {} : { dependsOn: before }),
    headers: { ...call.headers, ...(body && { "content-type": body.type }) },
  });
  if (body === undefined) return text;
  // JSON is inserted as it is: parsing it would take digits from long numbers.
  return `${text.slice(0, -1)},"body":${await bodyText(body.type, body.content)}}`;
}

async function bodyText(type: string, content: { text(): Promise<string>; arrayBuffer(): Promise<ArrayBuffer> }) {
  if (isJsonType(type)) return content.text();
  return JSON.stringify(/^text\//i.test(type) ? await content.text() : textOfBytes(await content.arrayBuffer()));
}

function responseIn({ status, headers = {}, body }: ResponseObject): FetchResponse {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  if (body === undefined || body === null) return responseOf(status, headers, "");
  if (typeof body !== "string" || isJsonType(type || "application/json")) {
    return responseOf(status, headers, JSON.stringify(body));
  }
  return responseOf(status, headers, /^text\//i.test(type) ? body : bytesOfText(body));
}

function isJsonType(type: string): boolean {
  return /^application\/([\w.-]+\+)?json\b/i.test(type);
}
