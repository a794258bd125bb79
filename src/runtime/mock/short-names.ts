/** Control information without `odata.`, as OData 4.01 has it (OData JSON Format 4.01 §4.6). */
import { isEntity } from "./store/members.js";
import type { Answer, Incoming } from "./web.js";

/** Whether a request takes answers of OData 4.01 (OData Protocol 4.01 §8.2.7). */
export function takesShortNames({ headers }: Pick<Incoming, "headers">): boolean {
  return /^\s*4\.(?:0[1-9]|[1-9])/.test(headers["odata-maxversion"] ?? "");
}

/** The answer in the form of OData 4.01. */
export function withShortNames(answer: Answer): Answer {
  const { body } = answer;
  return { ...answer, ...(isEntity(body) && { body: renamed(body, (name) => name.replace("@odata.", "@")) }) };
}

const SHORT = /@(?=(?:bind|context|count|delta|etag|id|removed|type)$)/;

/** The JSON of a request in the form of OData 4.0, which the schemas and the store have. */
export function withLongNames(value: unknown): unknown {
  return renamed(value, (name) => name.replace(SHORT, "@odata."));
}

function renamed(value: unknown, nameOf: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, nameOf));
  if (!isEntity(value)) return value;
  const entries = Object.entries(value).map(([name, inside]) => [
    name.includes("@") ? nameOf(name) : name,
    renamed(inside, nameOf),
  ]);
  return Object.fromEntries(entries);
}
