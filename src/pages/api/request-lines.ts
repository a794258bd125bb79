import type { Method } from "../../edm/requests.js";
import type { Code, Section } from "../page.js";
import { placeOf, type Reading } from "../reading.js";

export interface RequestLine {
  readonly method: Method;
  readonly template: string;
  readonly at: number;
}

const REQUEST_LINE = /^(GET|POST|PATCH|PUT|DELETE)\s*(\/\S.*|https?:\/\/\S+|\s[\w{~$].*)$/;

/** Method and target of a line such as `POST /users`, whatever target it has. */
export function requestLineOf(line: string): { readonly method: Method; readonly target: string } | undefined {
  const match = REQUEST_LINE.exec((line.split("\n", 1)[0] ?? "").trim());
  if (match === null) return undefined;
  const target = (match[2] ?? "").trim().replace(/\s+HTTP\/[\d.]+$/, "");
  return { method: match[1] as Method, target }; // one of the alternatives above
}

/**
 * The path template of a target: without host, version and query. A placeholder is written
 * `{name}`, `<name>`, or, in a call, as a value in backticks or quotes.
 */
export function templateOf(target: string): string | undefined {
  const written = target
    .replace(/^https?:\/\/[^/]+/, "")
    .replace(/^~(?=\/)/, "")
    .replace(/^\/?(?:beta|v1\.0)(?=\/)/, "")
    .replace(/\?.*$/, "");
  const path = withBraces(written).replace(/\/+$/, "").trim();
  const template = path.startsWith("/") ? path : `/${path}`;
  const isPath = template.length > 1 && !/\/(?:\.{2,3}|…)(?:\/|$)|\*\*|`|\p{Cc}/u.test(template);
  return isPath ? template : undefined;
}

/** Few templates have placeholders without braces, and the patterns for those look at every word. */
function withBraces(path: string): string {
  const called = path.includes("`") ? path.replace(/(\w+)=`[^`]*`/g, "$1={$1}") : path;
  return called.includes("<") ? called.replace(/<([^<>/]{1,100})>/g, "{$1}") : called;
}

/** The requests that a page documents, each once, in order. */
export function requestLinesOf(reading: Reading): readonly RequestLine[] {
  const { sections } = reading.page;
  const stated = sections.filter(({ inHttpRequest, inExample }) => inHttpRequest && !inExample);
  const lines = stated.flatMap((section) => linesOf(reading, section));
  if (lines.length > 0) return once(lines);
  return once(sections.filter(({ inPermissions }) => inPermissions).flatMap((section) => linesOf(reading, section)));
}

function linesOf(reading: Reading, { blocks }: Section): readonly RequestLine[] {
  return blocks.flatMap((block) => (block.kind === "Code" && isHttp(block) ? linesOfCode(reading, block) : []));
}

function isHttp({ language }: Code): boolean {
  return language === "" || /^(?:http|msgraph)/.test(language);
}

function linesOfCode(reading: Reading, { text, at }: Code): readonly RequestLine[] {
  const found: RequestLine[] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    const start = at + offset + line.length - line.trimStart().length;
    offset += line.length + 1;
    const written = line.trim();
    if (written === "" || /^[\w-]+:\s|^(?:#|\/\/)|^[?&]|^or$/i.test(written)) continue;
    if (/^[{[]/.test(written)) break;
    const request = requestLineOf(written);
    const template = request === undefined ? undefined : templateOf(request.target);
    if (request === undefined || template === undefined) {
      reading.report.add("page-request-unreadable", placeOf(reading, start), { line: written });
    } else found.push({ method: request.method, template, at: start });
  }
  return found;
}

function once(lines: readonly RequestLine[]): readonly RequestLine[] {
  const byText = new Map<string, RequestLine>();
  for (const line of lines) {
    const text = `${line.method} ${line.template}`;
    if (!byText.has(text)) byText.set(text, line);
  }
  return [...byText.values()];
}
