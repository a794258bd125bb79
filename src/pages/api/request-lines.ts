import type { Method } from "../../edm/requests.js";
import type { Code, Section } from "../page.js";
import { placeOf, type PageContext } from "../page-context.js";

/** A line under "HTTP request": `GET /users/{id}`. */
export interface RequestLine {
  readonly method: Method;
  readonly template: string;
  /** Whether the line expands what the page is about: `GET /users/{id}?$expand=manager`. */
  readonly expands: boolean;
  readonly at: number;
}

const REQUEST_LINE = /^(GET|POST|PATCH|PUT|DELETE)\s*(\/\S.*|https?:\/\/\S+|\s[\w{~$].*)$/;

/** Splits a line such as `POST /users` into method and target. */
export function requestLineOf(line: string): { readonly method: Method; readonly target: string } | undefined {
  const match = REQUEST_LINE.exec((line.split("\n", 1)[0] ?? "").trim());
  if (match === null) return undefined;
  const target = (match[2] ?? "").trim().replace(/\s+HTTP\/[\d.]+$/, "");
  return { method: match[1] as Method, target }; // one of the alternatives above
}

/**
 * The path template of a target, without host, version and query; undefined when the target is not a path.
 * Placeholders `<name>` and, in calls, values in backticks are written as `{name}`.
 */
export function templateOf(target: string): string | undefined {
  const written = target
    .replace(/^https?:\/\/[^/]+/, "")
    .replace(/^~(?=\/)/, "")
    .replace(/^\/?(?:beta|v1\.0)(?=\/)/, "")
    .replace(/\?.*$/, "");
  const path = written
    .replace(/(\w+)=`[^`]*`/g, "$1={$1}")
    .replace(/<([^<>/]{1,100})>/g, "{$1}")
    .replace(/\/+$/, "")
    .trim();
  const template = path.startsWith("/") ? path : `/${path}`;
  const isPath = template.length > 1 && !/\/(?:\.{2,3}|…)(?:\/|$)|\*\*|`|\p{Cc}/u.test(template);
  return isPath ? template : undefined;
}

/** The request lines of a page in order, without repetitions; of two that differ in `$expand` alone, the one without it. */
export function requestLinesOf(context: PageContext): readonly RequestLine[] {
  const { sections } = context.page;
  const stated = sections.filter(({ inHttpRequest, inExample }) => inHttpRequest && !inExample);
  const lines = stated.flatMap((section) => linesOf(context, section));
  if (lines.length > 0) return withoutRepeats(lines);
  return withoutRepeats(
    sections.filter(({ inPermissions }) => inPermissions).flatMap((section) => linesOf(context, section)),
  );
}

function linesOf(context: PageContext, { blocks }: Section): readonly RequestLine[] {
  return blocks.flatMap((block) => (block.kind === "Code" && isHttp(block) ? linesOfCode(context, block) : []));
}

function isHttp({ language }: Code): boolean {
  return language === "" || /^(?:http|msgraph)/.test(language);
}

function linesOfCode(context: PageContext, { text, at }: Code): readonly RequestLine[] {
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
      context.report.add("page-request-unreadable", placeOf(context, start), { line: written });
    } else found.push({ method: request.method, template, expands: /[?&]\$expand=/i.test(request.target), at: start });
  }
  return found;
}

function withoutRepeats(lines: readonly RequestLine[]): readonly RequestLine[] {
  const byText = new Map<string, RequestLine>();
  for (const line of lines) {
    const text = `${line.method} ${line.template}`;
    if (byText.get(text)?.expands !== false) byText.set(text, line);
  }
  return [...byText.values()];
}
