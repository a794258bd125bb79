import { join } from "node:path";
import { expect, it } from "vitest";
import { audiences, type Audience, type Effect } from "../../src/changes/change.js";
import { type ChangeCode, changeCodes } from "../../src/changes/codes.js";
import { diff } from "../../src/diff.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { relationCases } from "../changes/relation-cases.js";
import { metadataOf, sourceCases } from "../changes/source-cases.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { type ChangeCase, changeCases } from "./change-cases.js";

const cases: readonly ChangeCase[] = [
  ...changeCases,
  ...[...Object.values(sourceCases), ...Object.values(relationCases)].map(({ before, after }) => ({
    before: { "m.xml": metadataOf(before) },
    after: { "m.xml": metadataOf(after) },
  })),
];

/** The effects that changes of a code have on an audience in the cases, there and back, where no lock file keeps names. */
async function observed(): Promise<ReadonlyMap<string, ReadonlySet<Effect>>> {
  const seen = new Map<string, Set<Effect>>();
  for (const { before, after } of cases) {
    const files = (folder: string, texts: Readonly<Record<string, string>>) =>
      Object.entries(texts).map(([name, text]) => [`${folder}/${name}`, text] as const);
    const folder = temporaryFolder(Object.fromEntries([...files("old", before), ...files("new", after)]));
    for (const [old, now] of [
      ["old", "new"],
      ["new", "old"],
    ] as const) {
      const request = {
        old: [join(folder, old)],
        new: [join(folder, now)],
        emit: ["types", "validators", "client"],
        keepNames: false,
      } as const;
      const { changes, report } = await diff(request, nodeIo(folder));
      expect(report.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      for (const { code, effects } of changes.changes)
        for (const audience of audiences) {
          const key = `${code} ${audience}`;
          seen.set(key, (seen.get(key) ?? new Set()).add(effects[audience]));
        }
    }
  }
  return seen;
}

/** The page that lists every code with its effects; `npx vitest run -u` renews it. */
it("every code of a change has a line in docs/change-codes.md, with the effects that it has in services", async () => {
  const effects = await observed();
  const codes = Object.keys(changeCodes) as ChangeCode[];
  expect(codes.filter((code) => !effects.has(`${code} source`))).toEqual([]);
  const cell = (code: ChangeCode, audience: Audience) =>
    (["breaking", "compatible", "none"] as const)
      .filter((effect) => effects.get(`${code} ${audience}`)?.has(effect))
      .map((effect) => (effect === "none" ? "–" : effect))
      .join(" or ");
  const rows = codes.map(
    (code) =>
      `| \`${code}\` | ${changeCodes[code]} | ${audiences.map((audience) => cell(code, audience)).join(" | ")} |`,
  );
  const intro =
    "The codes of [changes](changes.md) are stable. An effect depends on what changed: a new property is breaking for who creates entities, if it is required. `–`: none.";
  const head = "| code | meaning | readers | writers | source |\n|:--|:--|:--|:--|:--|";
  await expect(`# Codes of changes\n\n${intro}\n\n${head}\n${rows.join("\n")}\n`).toMatchFileSnapshot(
    "../../docs/change-codes.md",
  );
});
