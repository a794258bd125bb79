/** The example bodies of reference pages with the types that they should be of. */
import { offsetOf } from "../../../src/diagnostics/position.js";
import type { Operation } from "../../../src/edm/elements.js";
import type { Resource, ResolvedRequest } from "../../../src/edm/model.js";
import type { Body, Example, JsonValue } from "../../../src/edm/requests.js";
import { unwrapped } from "../../../src/values/check-body.js";
import { requestShown } from "../../../src/edm/examples/example-request.js";
import { exampleTypes, type BodyType } from "../../../src/edm/examples/example-types.js";
import type { Service } from "./service.js";

export interface ShownBody {
  /** The page, relative to the corpus, and the line where the body begins. */
  readonly page: string;
  readonly line: number;
  readonly side: "request" | "response";
  readonly value: JsonValue;
  readonly type: BodyType;
  /** What the path of the request addresses. */
  readonly resource: Resource | undefined;
  /** Whether the page states that properties are left out. */
  readonly truncated: boolean;
  /** The properties that the URL of the request selects. */
  readonly selected: readonly string[];
}

/** Each body once, in the order of the pages; those of unknown type are left out. */
export function shownBodies(service: Service): readonly ShownBody[] {
  const shown = new Map<number, ShownBody>();
  for (const request of service.model.requests) {
    for (const example of request.examples) {
      const types = exampleTypes(request, example, service.model);
      for (const side of ["request", "response"] as const) {
        const [body, type] = [example[side]?.body, types[side]];
        if (body === undefined || type === undefined || shown.has(body.at)) continue;
        shown.set(body.at, shownBody({ request, example, side }, body, type, service));
      }
    }
  }
  return [...shown].toSorted(([a], [b]) => a - b).map(([, body]) => body);
}

interface Use extends Pick<ShownBody, "side"> {
  readonly request: ResolvedRequest;
  readonly example: Example;
}

function shownBody(
  { request, example, side }: Use,
  body: Body,
  type: BodyType,
  { sources, model }: Service,
): ShownBody {
  const { source: page, line } = sources.locate(body.at);
  return {
    page,
    line,
    side,
    value: unwrapped(body.value, type),
    type,
    resource: requestShown(request, example, model)?.resource,
    truncated: isTruncated(sources.of(body.at).text.slice(0, offsetOf(body.at))),
    selected: side === "response" ? selectedBy(example.request?.url ?? "") : [],
  };
}

/** Whether the comment or the sentence before the code that a body stands in says so; `text` precedes the body. */
function isTruncated(text: string): boolean {
  const [between = ""] = text
    .slice(0, text.lastIndexOf("```"))
    .split(/^\s*```/m)
    .slice(-1);
  return /"truncated"\s*:\s*"?true\b|\b(?:truncated|shortened) for (?:brevity|readability)\b/i.test(between);
}

function selectedBy(url: string): readonly string[] {
  const [, list = ""] = /[?&]\$?select=([^&\s]*)/i.exec(url) ?? [];
  return list.split(/,|%2C/i).map((name) => name.trim());
}

/** The operation that a request calls. */
export function operationOf({ resource }: ShownBody): Operation | undefined {
  return resource?.kind === "Operation" ? resource.operation : undefined;
}
