import type { ResolvedRequest } from "../../src/edm/model.js";
import { readStatedLines } from "./stated-lines.js";
import type { Score } from "./score.js";
import type { Version } from "./versions.js";

/** Lines under a heading of HTTP requests that lead to something in the container of the CSDL. */
export function requestLineScores({ pages, both }: Version): readonly Score[] {
  const places = new Set<number>(
    both.requests.filter(leads).flatMap((request) => both.declarations(request).map(({ at }) => at)),
  );
  const roots = new Set(both.container?.children.map(({ name }) => name.toLowerCase()));
  const causes = new Map<string, number>();
  let [right, of] = [0, 0];
  for (const { source } of pages) {
    for (const line of readStatedLines(source)) {
      of++;
      if (places.has(line.at)) right++;
      else causes.set(causeOf(line.text, roots), (causes.get(causeOf(line.text, roots)) ?? 0) + 1);
    }
  }
  return [{ what: "request lines", right, of, floor: 98.6, causes }];
}

function leads({ resource, part }: ResolvedRequest): boolean {
  return resource !== undefined || part !== undefined;
}

function causeOf(line: string, roots: ReadonlySet<string>): string {
  if (/\/(?:\.{2,3}|…)\//.test(line)) return "an ellipsis in the path";
  if (line.includes("**")) return "a fault of the pages' generator instead of a path";
  const first = /^\w+\s*\/?(?:(?:beta|v1\.0)\/)?([\w-]+)/.exec(line.replace(/https:\/\/[^/]+/, ""))?.[1] ?? "";
  return roots.has(first.toLowerCase()) ? "not in the CSDL below its first segment" : "first segment not in the CSDL";
}
