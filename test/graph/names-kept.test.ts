/** Names of Graph over the years. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { describeWithCorpus } from "../support/corpus.js";
import { namesOf, renamed } from "../support/exported-names.js";
import { full } from "../support/full.js";
import { graphDocument } from "../support/graph-output.js";
import { modelOf } from "../support/model.js";

/** Every so many types and operations of a document, which are left out. */
function without(every: number, text: string): string {
  let count = 0;
  const element = /<(EntityType|ComplexType|EnumType|Action|Function) [^>]*?(?:\/>|>[\s\S]*?<\/\1>)/g;
  return text.replace(element, (all) => (count++ % every === 0 ? "" : all));
}

const textOf = (document: string) => readFileSync(graphDocument(document), "utf8");
const modelIn = (text: string) => modelOf({ "graph.xml": text }).model;

interface Growth {
  readonly title: string;
  readonly before: () => string;
  readonly after: string;
}

const growths: readonly Growth[] = [
  {
    title: "v1.0 of 2021, a third of it added later",
    before: () => without(3, textOf("v1.0-2021-07.csdl")),
    after: "v1.0-2021-07.csdl",
  },
  ...(full
    ? [
        { title: "v1.0 of 2021, then of 2026", before: () => textOf("v1.0-2021-07.csdl"), after: "v1.0-2026-08.csdl" },
        {
          title: "v1.0 of 2021, then beta of 2021",
          before: () => textOf("v1.0-2021-07.csdl"),
          after: "beta-2021-07.csdl",
        },
        {
          title: "v1.0 of 2026, half of it added later",
          before: () => without(2, textOf("v1.0-2026-08.csdl")),
          after: "v1.0-2026-08.csdl",
        },
      ]
    : []),
];

describeWithCorpus("Graph that grows", () => {
  it.each(growths)("renames nothing that its lock has: $title", ({ title, before, after }) => {
    const old = namesOf(modelIn(before()));
    const model = modelIn(textOf(after));
    const kept = namesOf(model, old.locked);
    const free = renamed(old, namesOf(model));
    const changed = renamed(old, kept);
    const still = [...old.exports.keys()].filter((of) => kept.exports.has(of)).length;
    process.stderr.write(
      `${title}: of ${still} names that are still there, ${changed.length} changed with the lock and ${free.length} without.\n${full ? free.slice(0, 12).join("\n") : ""}`,
    );
    expect(changed).toEqual([]);
    expect(namesOf(model, kept.locked)).toEqual(kept);
  });
});
