/** Finds the requests that a user names: by method and path, by a path pattern, or by operation. */
import { nearest } from "../diagnostics/near.js";
import type { Report } from "../diagnostics/report.js";
import type { DescribedRequest } from "./operations-document.js";
import { simpleNameOf, type QualifiedName } from "../edm/names.js";
import { fitsName } from "../select/glob.js";
import { parsePatterns, type PathPattern } from "../select/pattern.js";
import { fitsRequest, requestPattern } from "../select/request-pattern.js";

/** The properties of a request that it can be found by. */
export type NamedRequest = Pick<DescribedRequest, "method" | "path" | "operation">;

/** The name of the argument in diagnostics. */
const ARGUMENT = "operation";

/** The requests that match any of the texts, in their given order. Reports an error for each text that matches none. */
export function requestsNamed<R extends NamedRequest>(
  texts: readonly string[],
  requests: readonly R[],
  report: Report,
): readonly R[] {
  if (requests.length === 0 && texts.length > 0) {
    report.add("requests-undocumented", { path: "<inputs>" }, {});
    return [];
  }
  const found = new Set(texts.flatMap((text) => named(text, requests, report)));
  return requests.filter((request) => found.has(request));
}

function named<R extends NamedRequest>(text: string, requests: readonly R[], report: Report): readonly R[] {
  const [pattern] = parsePatterns([requestPattern(text)], ARGUMENT, report);
  if (pattern === undefined) return [];
  const found = requests.filter((request) =>
    pattern.kind === "path" ? fitsRequest(pattern, request) : fitsOperation(pattern.glob, request),
  );
  if (found.length === 0) {
    const near = pattern.kind === "path" ? nearRequest(pattern, requests) : nearOperation(pattern.glob, requests);
    report.add("operation-unmatched", { path: `${ARGUMENT} ${text}` }, { operation: text, near });
  }
  return found;
}

function fitsOperation(glob: string, { operation }: NamedRequest): boolean {
  return operation !== undefined && fitsName(glob.toLowerCase(), operation.name.toLowerCase());
}

/** The request with the same path and another method, else with the most similar path, ignoring placeholder names. */
function nearRequest({ text, method, ...pattern }: PathPattern, requests: readonly NamedRequest[]): string | undefined {
  if (text.includes("*")) return undefined;
  const other = requests.find((request) => fitsRequest({ ...pattern, text }, request));
  if (other !== undefined) return textOf(other);
  const [path = ""] = text.split("#", 1);
  const byPath = new Map(
    requests
      .filter((request) => method === undefined || request.method === method)
      .map((request) => [plain(request.path), method === undefined ? request.path : textOf(request)] as const)
      .toReversed(),
  );
  return byPath.get(nearest(plain(path), byPath.keys()) ?? "");
}

function plain(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, "{}");
}

function textOf({ method, path }: NamedRequest): string {
  return `${method} ${path}`;
}

/** The operation with this simple name, else with the most similar qualified name. */
function nearOperation(glob: string, requests: readonly NamedRequest[]): string | undefined {
  const names = requests.flatMap(({ operation }) => operation?.name ?? []);
  const simple = names.find((name) => simpleNameOf(name as QualifiedName).toLowerCase() === glob.toLowerCase()); // names of operations are qualified
  return simple ?? nearest(glob, [...names, ...requests.map(({ path }) => path)]);
}
