import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import { pageAt, pagePaths } from "../support/corpus-pages.js";
import { scanTags, type Tag } from "../support/tag-scan.js";

/** The simple names of what documents declare, by kinds of elements, in the namespace of Graph or in others. */
function namesOf(tags: readonly Tag[], kinds: RegExp, isMain: boolean): ReadonlySet<string> {
  const schemas = tags.filter(({ attributes }) => (attributes["Namespace"] === "microsoft.graph") === isMain);
  const declared = schemas.flatMap(({ children }) => children.filter(({ name }) => kinds.test(name)));
  return new Set(declared.map(({ attributes }) => attributes["Name"] ?? ""));
}

function schemasOf(file: string): readonly Tag[] {
  const inner = (tag: Tag): readonly Tag[] => (tag.name === "Schema" ? [tag] : tag.children.flatMap(inner));
  return inner(scanTags(readFileSync(join(corpus, "graph", file), "utf8")));
}

/** The segments of the requests on all pages, without keys and parameters. */
function segments(): readonly string[] {
  return pagePaths().flatMap((path) => {
    const requests = pageAt(path).text.matchAll(/^ *(?:GET|POST|PUT|PATCH|DELETE) +([^\s?]+)/gm);
    return [...requests].flatMap(([, url = ""]) => url.split("/").map((segment) => segment.replace(/\(.*/, "")));
  });
}

describeWithCorpus("operations of Graph outside of its main namespace", () => {
  const schemas = ["v1.0-2026-08.csdl", "v1.0-2021-07.csdl", "beta-2021-07.csdl"].flatMap(schemasOf);
  const operations = /^(Action|Function)$/;
  const main = namesOf(schemas, operations, true);
  const others = new Set([...namesOf(schemas, operations, false)].filter((name) => !main.has(name)));
  const documented = segments();

  it("are called by their simple names on all pages", () => {
    const bare = documented.filter((segment) => others.has(segment));
    expect(new Set(bare).size).toBeGreaterThan(20);
    const qualified = documented.filter((segment) => /^microsoft\.graph\..*\./.test(segment));
    expect(qualified.filter((segment) => others.has(segment.replace(/.*\./, "")))).toEqual([]);
  });
});
