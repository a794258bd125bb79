import { expect, it } from "vitest";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import type { PageDocument } from "../../src/edm/document.js";
import { readPage } from "../../src/pages/read-page.js";
import { describeWithCorpus } from "../support/corpus.js";
import { pageAt, pagePaths, sampleOf } from "../support/corpus-pages.js";
import { full } from "../support/full.js";
import { Random } from "../support/random.js";
import { type FactKind, factKinds, type Facts, factsOf } from "./facts.js";
import { rendered } from "./rendered.js";

const SAMPLE = 600;
const SEED = 20_210_717;

/**
 * Percentage of pages whose rendered text gives the same facts. The rest: types that only metadata or a link
 * names as the service does (`workbookChart`, titled "Chart"), responses below a heading that only a mark tells
 * (CSV and JSON), two code blocks in a row, which are one without fences, and rows with a cell left out, where no
 * mark tells which.
 */
const FLOORS: Readonly<Record<FactKind, number>> = {
  "names of types": 97.6,
  properties: 99.8,
  "types of properties": 99.8,
  "enum members": 100,
  "request lines": 100,
  permissions: 100,
  "bodies and returns": 98.2,
  examples: 99.3,
  headers: 99.6,
};
const FLOOR_OF_ALL = 95.5;

function documentOf(name: string, text: string): PageDocument | undefined {
  return readPage(new Sources().add(name, text), new Report());
}

/** The kinds of facts that the rendered text and the markdown share; undefined for a page without facts. */
function agreement(path: string): readonly FactKind[] | undefined {
  const { text } = pageAt(path);
  const marked = documentOf(path, text);
  if (marked === undefined || marked.types.length + marked.requests.length === 0) return undefined;
  const plain = documentOf(path, rendered(text));
  return plain === undefined ? [] : sameKinds(factsOf(marked), factsOf(plain));
}

function sameKinds(one: Facts, other: Facts): readonly FactKind[] {
  return factKinds.filter((kind) => JSON.stringify(one[kind]) === JSON.stringify(other[kind]));
}

describeWithCorpus("the plain text of the pages of the documentation", () => {
  it("gives the same facts as their markdown", () => {
    // The floors are those of all pages; another sample may lie below one of them by chance.
    const paths = full ? pagePaths() : sampleOf(pagePaths(), SAMPLE, new Random(SEED));
    const agreements = paths.flatMap((path) => {
      const kinds = agreement(path);
      return kinds === undefined ? [] : [kinds];
    });
    const share = (holds: (kinds: readonly FactKind[]) => boolean) =>
      (100 * agreements.filter(holds).length) / agreements.length;
    const shares = factKinds.map((kind) => ({ kind, share: share((kinds) => kinds.includes(kind)) }));
    const whole = share((kinds) => kinds.length === factKinds.length);
    const rows = shares.map(({ kind, share: found }) => `| ${kind} | ${found.toFixed(1)} % | ${FLOORS[kind]} % |`);
    process.stdout.write(`\n| ${agreements.length} pages | agree | floor |\n|:--|--:|--:|\n${rows.join("\n")}\n`);
    process.stdout.write(`| all of these | ${whole.toFixed(1)} % | ${FLOOR_OF_ALL} % |\n`);
    expect(agreements.length).toBeGreaterThan(SAMPLE * 0.9);
    expect(shares.filter(({ kind, share: found }) => found < FLOORS[kind])).toEqual([]);
    expect(whole).toBeGreaterThanOrEqual(FLOOR_OF_ALL);
  });
});
