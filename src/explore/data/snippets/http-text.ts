/** A request as it is sent (RFC 9112 §3), with placeholders as the page has them. */
import type { Header } from "../../../edm/requests.js";
import type { ResolvedRequest } from "../../../edm/model.js";
import type { JsonObject } from "./sample-values.js";

export interface Sent {
  readonly select?: readonly string[];
  readonly body?: JsonObject;
}

export function httpText(
  { method, template, headers }: ResolvedRequest,
  { select = [], body }: Sent,
  root: URL | undefined,
): string {
  const query = select.length === 0 || template.includes("?") ? "" : `?$select=${select.join(",")}`;
  const lines = [
    `${method} ${root?.pathname.replace(/\/$/, "") ?? ""}${oneLine(template)}${query} HTTP/1.1`,
    ...(root === undefined ? [] : [`Host: ${root.host}`]),
    ...headers.flatMap(headerLine),
    ...(body === undefined ? [] : ["Content-Type: application/json"]),
  ];
  const text = [...new Set(lines)].join("\n");
  return body === undefined ? text : `${text}\n\n${JSON.stringify(body, null, 2)}`;
}

/** Pages describe headers in prose: those are shown whose values are known from it. */
function headerLine({ name, value }: Header): readonly string[] {
  switch (name.toLowerCase()) {
    case "authorization":
      return ["Authorization: Bearer {token}"];
    case "consistencylevel":
      return /^eventual\b/i.test(value) ? ["ConsistencyLevel: eventual"] : [];
    case "if-match":
      return /\brequired\b/i.test(value) ? ["If-Match: {etag}"] : [];
    default:
      return [];
  }
}

/** A line break would end the request line. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
