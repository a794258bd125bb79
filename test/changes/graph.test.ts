import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Changes } from "../../src/changes/change.js";
import { groupBy } from "../../src/edm/grouping.js";
import { diff } from "../../src/diff.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import { full } from "../support/full.js";
import { judged } from "./graph-2021-2026.js";

async function between(before: string, after: string): Promise<Changes> {
  const graph = join(corpus, "graph");
  const { changes, report } = await diff(
    { old: [join(graph, before)], new: [join(graph, after)] },
    nodeIo(process.cwd()),
  );
  expect(report.failed).toBe(false);
  return changes;
}

describe.skipIf(!full)("of the whole of Microsoft Graph", () => {
  describeWithCorpus("from 2021 to 2026", () => {
    let found: Changes;

    beforeAll(async () => {
      found = await between("v1.0-2021-07.csdl", "v1.0-2026-08.csdl");
    }, 120_000);

    it("changes that were judged by hand have those effects", () => {
      const wrong = judged.flatMap(({ code, element, effects: [readers, writers, source] }) => {
        const here = found.changes.filter((change) => change.code === code && change.element === element);
        const same = here.filter(
          ({ effects }) => JSON.stringify(effects) === JSON.stringify({ readers, writers, source }),
        );
        return here.length > 0 && same.length === here.length ? [] : [{ code, element, here }];
      });
      expect(wrong).toEqual([]);
      expect(judged).toHaveLength(61);
      const counts = [...groupBy(found.changes, ({ code }) => code)].sort();
      const text = counts.map(([code, changes]) => `${code} ${changes.length}`).join(", ");
      process.stdout.write(
        `${found.changes.length} changes of Graph v1.0 from 2021 to 2026, 61 of them judged by hand: ${text}.\n`,
      );
    });

    it("has a judged change of each code", () => {
      const codes = new Set(found.changes.map(({ code }) => code as string));
      expect(codes).toEqual(new Set(judged.map(({ code }) => code)));
    });

    it("is nothing between a version and itself", async () => {
      expect(await between("v1.0-2021-07.csdl", "v1.0-2021-07.csdl")).toEqual({ changes: [], verdict: "none" });
    }, 120_000);
  });
});
