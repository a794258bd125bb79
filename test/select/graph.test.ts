import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { GenerateRequest } from "../../src/generate.js";
import { compile, compilers } from "../support/compile.js";
import { describeWithCorpus } from "../support/corpus.js";
import { full } from "../support/full.js";
import { generateTo, installRuntime } from "../support/generate.js";
import { graphDocument, graphOutput } from "../support/graph-output.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const document = "v1.0-2026-08.csdl";
const graph = graphDocument(document);

function exportsOf(folder: string, file: string): readonly string[] {
  const text = readFileSync(join(folder, file), "utf8");
  return [...text.matchAll(/^export (?:interface|type|const|function) (\w+)/gm)].flatMap(([, name]) => name ?? []);
}

describeWithCorpus("a part of Microsoft Graph", () => {
  it("is a handful of types for one path, called as in the whole", async () => {
    const folder = temporaryFolder();
    const include = ["/deviceManagement/importedWindowsAutopilotDeviceIdentities/**"];
    installRuntime(folder);
    const said = await generateTo(join(folder, "output"), [graph], { include, runtime: "package" });
    const whole = await graphOutput(document);
    expect(said.filter((line) => line.includes("pattern-"))).toEqual([]);
    const identity = "ImportedWindowsAutopilotDeviceIdentity";
    const types = exportsOf(join(folder, "output"), "types.ts");
    expect(types).toEqual([`${identity}ImportStatus`, `${identity}State`, "Entity", identity]);
    expect(exportsOf(join(folder, "output"), "values.ts")).toEqual([
      "importedWindowsAutopilotDeviceIdentityImportStatusValues",
    ]);
    expect(exportsOf(join(folder, "output"), "responses.ts")).toEqual([
      `${identity}CollectionResponse`,
      `${identity}ImportResult`,
    ]);
    expect(exportsOf(join(folder, "output"), "writes.ts")).toEqual([
      `${identity}StateCreate`,
      `${identity}StateUpdate`,
      "EntityCreate",
      "EntityUpdate",
      `${identity}Create`,
      `${identity}Update`,
      `${identity}ImportParameters`,
    ]);
    for (const file of ["types.ts", "values.ts", "responses.ts", "writes.ts", "validators.ts", "client.ts"]) {
      const names = new Set(exportsOf(whole.folder, file));
      expect(exportsOf(join(folder, "output"), file).filter((name) => !names.has(name))).toEqual([]);
    }
    for (const compiler of compilers) expect(compile(folder, compiler), compiler).toBe("");
  }, 180_000);

  const parts: readonly (readonly [string, Pick<GenerateRequest, "include" | "exclude">, readonly [number, number]])[] =
    [
      ["a type without what it is related to", { include: ["microsoft.graph.user"] }, [20, 40]],
      ["documented by nothing, all that can be posted", { include: ["#POST"] }, [1500, 2500]],
      ["all but a part", { exclude: ["/deviceManagement/**", "microsoft.graph.security.**"] }, [2000, 3500]],
    ];
  // The others are most of Graph.
  it.each(full ? parts : parts.slice(0, 1))(
    "compiles: %s",
    async (_, patterns, [least, most]) => {
      const folder = temporaryFolder();
      installRuntime(folder);
      await generateTo(join(folder, "output"), [graph], { ...patterns, runtime: "package" });
      const types = readFileSync(join(folder, "output/types.ts"), "utf8");
      const writes = readFileSync(join(folder, "output/writes.ts"), "utf8");
      const { length } = [
        ...types.matchAll(/^export (?:interface \w+|type \w+ =\s+(?:\| )?")/gm),
        ...writes.matchAll(/^export interface \w+Parameters\b/gm),
      ];
      expect(length).toBeGreaterThan(least);
      expect(length).toBeLessThan(most);
      expect(compile(folder, "typescript-7.0")).toBe("");
    },
    180_000,
  );
});
