/** What changes are for source: programs for one version are compiled with what is generated of the other. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Effect } from "../../src/changes/change.js";
import { diff } from "../../src/diff.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { compile } from "../support/compile.js";
import { generateTo } from "../support/generate.js";
import { fill, temporaryFolder } from "../support/temporary-folder.js";
import { metadataOf, sourceCases, start, type SourceCase } from "./source-cases.js";

const runtime = fileURLToPath(new URL("../../src/runtime", import.meta.url));
const cases = Object.entries(sourceCases);

/** The worst effect on source of all changes from one version to the other. */
async function sourceEffect(before: string, after: string): Promise<Effect> {
  const io = nodeIo(process.cwd());
  const { changes, report } = await diff({ old: [before], new: [after], keepNames: false }, io);
  expect(report.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const all = new Set(changes.changes.map(({ effects }) => effects.source));
  return all.has("breaking") ? "breaking" : all.has("compatible") ? "compatible" : "none";
}

/** A message of the compiler: the version, the case and its program. */
const MESSAGE = /\b(old|new)\/case-(\d+)\/(app|back)\.ts\(/;

type Version = "old" | "new";

/** The cases that have errors in one of their programs with what is generated of a version. */
function casesFailing(report: string, version: Version, program: "app" | "back"): readonly string[] {
  const numbers = report.split("\n").flatMap((line) => {
    const [, of, number, file] = MESSAGE.exec(line) ?? [];
    return of === version && file === program ? [Number(number)] : [];
  });
  return [...new Set(numbers)].map((number) => cases[number]?.[0] ?? "").sort();
}

/** Generates a version of each case, and writes both programs beside it. */
async function writePrograms(folder: string, version: Version): Promise<void> {
  for (const [index, [, one]] of cases.entries()) {
    const own = join(folder, version, `case-${index}`);
    const metadata = metadataOf(version === "old" ? one.before : one.after);
    fill(own, { "metadata.xml": metadata, "app.ts": `${start}${one.app}\n` });
    if (one.back !== undefined) fill(own, { "back.ts": `${start}${one.back.app}\n` });
    const emit = ["types", "client", ...(one.validators === true ? (["validators"] as const) : [])] as const;
    await generateTo(join(own, "service"), [join(own, "metadata.xml")], { runtime: "package", emit });
  }
}

const breaking = (of: (one: SourceCase) => Effect | undefined): readonly string[] =>
  cases.flatMap(([name, one]) => (of(one) === "breaking" ? [name] : [])).sort();

describe("source", () => {
  it("fails to compile exactly when a change is breaking for it", async () => {
    const folder = temporaryFolder();
    await writePrograms(folder, "old");
    await writePrograms(folder, "new");
    const paths = { "@odata-codegen/runtime/*": [`${runtime}/*.ts`] };
    const report = compile(folder, "typescript-7.0", { unusedLocals: true, paths });
    const lines = report.split("\n").filter((line) => line !== "" && !line.startsWith(" "));
    expect(lines.filter((line) => !MESSAGE.test(line))).toEqual([]);
    expect(casesFailing(report, "old", "app")).toEqual([]);
    expect(casesFailing(report, "new", "back")).toEqual([]);
    expect(casesFailing(report, "new", "app")).toEqual(breaking(({ source }) => source));
    expect(casesFailing(report, "old", "back")).toEqual(breaking(({ back }) => back?.source));
  }, 60_000);

  it.each(cases)("is judged so: %s", async (_, { before, after, source, back }) => {
    const folder = temporaryFolder({ "old.xml": metadataOf(before), "new.xml": metadataOf(after) });
    const [old, now] = [join(folder, "old.xml"), join(folder, "new.xml")];
    expect(await sourceEffect(old, now)).toBe(source);
    if (back !== undefined) expect(await sourceEffect(now, old)).toBe(back.source);
  });
});
