import { mkdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { runBin } from "../cli/run-cli.js";
import { contentOf, temporaryFolder } from "../support/temporary-folder.js";
import { documents } from "./document.js";
import { printTree } from "./xml-tree.js";

/** The largest of some generated models. */
function largeModel(): string {
  const texts = fc.sample(documents, { seed: 20_260_801, numRuns: 40 }).map((tree) => printTree(tree));
  return texts.reduce((largest, text) => (text.length > largest.length ? text : largest), "");
}

it("the same bytes whatever the folder, the time zone and the locale", { timeout: 60_000 }, () => {
  const input = { "metadata.xml": largeModel() };
  const [folder, elsewhere] = [
    temporaryFolder(input),
    temporaryFolder({ "deep/er/metadata.xml": input["metadata.xml"] }),
  ];
  mkdirSync(join(elsewhere, "work"));
  const outputs = [
    { cwd: folder, input: "metadata.xml", output: "out", env: {} },
    {
      cwd: folder,
      input: join(folder, "metadata.xml"),
      output: join(folder, "absolute"),
      env: { TZ: "Pacific/Kiritimati" },
    },
    // Turkish has a dotless i in lower case and a dotted one in upper case.
    {
      cwd: elsewhere,
      input: "deep/er/metadata.xml",
      output: "out",
      env: { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
    },
    {
      cwd: join(elsewhere, "work"),
      input: relative(join(elsewhere, "work"), join(folder, "metadata.xml")),
      output: "../other",
      env: { TZ: "America/St_Johns", LC_ALL: "C" },
    },
  ].map(({ cwd, input: from, output, env }) => {
    const { code, stderr } = runBin(cwd, ["generate", from, "--output", output, "--quiet"], { env });
    expect({ code, errors: stderr.split("\n").filter((line) => line.includes(" error ")) }).toEqual({
      code: 0,
      errors: [],
    });
    return contentOf(resolve(cwd, output));
  });
  const [first, ...others] = outputs;
  expect(Object.keys(first ?? {}).length).toBeGreaterThan(5);
  for (const other of others) expect(other).toEqual(first);
});
