import { readStatedBodies } from "./stated-lines.js";
import type { Score } from "./score.js";
import type { Version } from "./versions.js";

/** Bodies of JSON in requests and responses of examples that were read. Binary bodies, forms and the like are none. */
export function exampleScores({ pages }: Version): readonly Score[] {
  const causes = new Map<string, number>();
  let [right, of] = [0, 0];
  for (const { source, requests } of pages.filter(({ source: { name } }) => name.includes("/api/"))) {
    const examples = requests.flatMap((request) => request.examples);
    const read = new Set<number>(
      examples.flatMap(({ request, response }) => [request, response].flatMap((message) => message?.body?.at ?? [])),
    );
    for (const body of readStatedBodies(source)) {
      of++;
      if (read.has(body.at)) right++;
      else causes.set(causeOf(body.text, requests.length), (causes.get(causeOf(body.text, requests.length)) ?? 0) + 1);
    }
  }
  return [{ what: "example bodies", right, of, floor: 99.55, causes }];
}

function causeOf(text: string, requests: number): string {
  if (requests === 0) return "on a page without a request";
  if (/(?:\.{3}|…)/.test(text)) return "an ellipsis";
  if (/[“”]/.test(text)) return "curly quotes";
  if (/:\s*\{\w[\w-]*\}|:\s*<\w/.test(text)) return "a placeholder that is no value";
  return "other faults of JSON";
}
