import { STATUS_CODES } from "node:http";
import { foreignName } from "../foreign/foreign.js";
import { oneLine } from "../foreign/one-line.js";
import { foreignOf } from "../foreign/recognize-foreign.js";
import { collectBytes, sizeLimit } from "../limited-bytes.js";
import type { Fetched, RemoteFailure } from "./remote-input.js";
import { type Secrets, withoutSecrets } from "./secrets.js";

/** How much of an error is read, in bytes. */
const ERROR_LIMIT = 64 * 1024;

/** The result of a response, or the URL that it redirects to. */
export async function answerOf(response: Response, url: URL, secrets: Secrets): Promise<Fetched | URL> {
  const { status, headers, body } = response;
  if (response.ok && body !== null) {
    const [etag, contentType] = [headers.get("etag"), headers.get("content-type")];
    return {
      state: "fetched",
      bytes: await collectBytes(body, sizeLimit + 1),
      url: url.href,
      ...(etag !== null && { etag }),
      ...(contentType !== null && { contentType }),
    };
  }
  if (status === 304) return { state: "notModified" };
  const location = status >= 300 && status < 400 ? headers.get("location") : null;
  if (location === null) return refusedAnswer(response, secrets);
  await body?.cancel();
  return URL.canParse(location, url.href)
    ? new URL(location, url)
    : { state: "unreadable", reason: "it redirects to an invalid URL" };
}

/** The status, and what the service says about it. */
async function refusedAnswer({ status, body }: Response, { headers, hidden }: Secrets): Promise<RemoteFailure> {
  const words = body === null ? undefined : errorWords(await collectBytes(body, ERROR_LIMIT));
  const name = [`HTTP ${status}`, STATUS_CODES[status]].join(" ").trim();
  const answer = withoutSecrets(words === undefined ? name : `${name}: ${words}`, hidden);
  return status === 401 || status === 403
    ? { state: "unauthorized", answer, sent: Object.keys(headers) }
    : { state: "unreadable", reason: answer };
}

/** What a service says in an error: its message, the title of a page, or the first line of a text. */
function errorWords(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes).toString("utf8");
  const foreign = foreignOf(text);
  if (foreign?.kind === "error") return `"${foreign.message}"`;
  if (foreign !== undefined) return foreignName(foreign);
  const [line = ""] = text.trim().split("\n", 1);
  return /^[^<{[]/.test(line) ? `"${oneLine(line)}"` : undefined;
}
