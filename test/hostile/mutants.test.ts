/** Damages documents in small ways, and holds that each mutant is refused at a place or gives code that compiles. */
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/report.js";
import { scan } from "../support/code-scan.js";
import { compile } from "../support/compile.js";
import { full } from "../support/full.js";
import { Random, seedOf } from "../support/random.js";
import { fill, temporaryFolder } from "../support/temporary-folder.js";
import { cutInside } from "./cut-inside.js";
import { documents } from "./inputs.js";
import { type Mutant, mutantsOf } from "./mutants.js";
import { type Files, hashOf, type Trial, tryInput } from "./trial.js";

/** A run is over within so many milliseconds, whatever the input. */
const LIMIT = 5_000;
const plan = full ? { flips: 300 } : { flips: 8, most: 5 };
/** How many of the outputs are compiled. */
const compiled = full ? Infinity : 40;

interface Tried extends Mutant, Omit<Trial, "files"> {
  readonly document: string;
}

describe("damaged documents", () => {
  const tried: Tried[] = [];
  /** Distinct outputs. */
  const outputs = new Map<string, Files>();
  const random = new Random(seedOf("Damaged documents"));
  const sources = documents();

  beforeAll(async () => {
    for (const [document, bytes] of sources) {
      for (const mutant of mutantsOf(bytes, random, plan)) {
        const { files, ...trial } = await tryInput(document, new Map([...sources, [document, mutant.bytes]]));
        tried.push({ document, ...mutant, ...trial });
        if (files.size > 0) outputs.set(hashOf(files), files);
      }
    }
  }, 3_600_000);

  it("end in a refusal or an output, none in an exception or after a long time", () => {
    const of = (outcome: Trial["outcome"]) => tried.filter((one) => one.outcome === outcome);
    const slowest = Math.max(...tried.map(({ time }) => time));
    process.stdout.write(
      `mutants: ${tried.length}, refused ${of("refused").length}, accepted ${of("accepted").length} (${outputs.size} distinct outputs), thrown ${of("thrown").length}, slowest ${Math.ceil(slowest)} ms\n`,
    );
    expect(of("thrown").map((one) => `${named(one)}: ${String(one.thrown)}`)).toEqual([]);
    expect(tried.filter(({ time }) => time > LIMIT).map(named)).toEqual([]);
    expect(of("refused").length).toBeGreaterThan(tried.length / 4);
    expect(of("accepted").length).toBeGreaterThan(tried.length / 10);
  });

  it("are refused at a line and column", () => {
    const refused = tried.filter(({ outcome }) => outcome === "refused");
    const placeless = refused.filter(({ diagnostics }) => !diagnostics.some(isPlacedError));
    const codes = placeless.flatMap(({ diagnostics }) => diagnostics.filter(isError).map(({ code }) => code));
    process.stdout.write(`refused without line and column: ${placeless.length} (${[...new Set(codes)].join(", ")})\n`);
    // Bytes that are no text, and texts of no kind that is read.
    const known = new Set(["unsupported-encoding", "unknown-kind", "empty-input"]);
    expect(placeless.filter((one) => !one.diagnostics.some(({ code }) => known.has(code))).map(named)).toEqual([]);
  });

  it("are never CSDL that was cut", () => {
    const cut = tried.filter(({ document, fault }) => extname(document) !== ".md" && fault.startsWith("cut"));
    const accepted = cut.filter(({ document, bytes, outcome }) => outcome === "accepted" && isShorter(document, bytes));
    expect(accepted.filter(({ document }) => extname(document) !== ".txt").map(named)).toEqual([]);
  });

  it("are never a page that was cut inside a row, a fence or a comment, without a warning", () => {
    const pages = tried.filter(({ document, fault }) => extname(document) === ".md" && fault.startsWith("cut"));
    const silent = pages.filter(({ bytes, outcome, diagnostics }) => {
      const warned = diagnostics.some(({ severity }) => severity === "warning");
      return outcome === "accepted" && !warned && cutInside(Buffer.from(bytes).toString()) !== undefined;
    });
    expect(silent.map(named)).toEqual([]);
  });

  it("give code without what they try to smuggle in", () => {
    const texts = new Map([...outputs.values()].flatMap((files) => [...files].map(([path, text]) => [text, path])));
    const code = [...texts].filter(([, path]) => path.endsWith(".ts"));
    expect(code.flatMap(([text, path]) => scan(path, text))).toEqual([]);
  });

  it("give code that compiles, in one program", { timeout: 3_600_000 }, () => {
    const folder = temporaryFolder();
    for (const [number, files] of random
      .shuffled([...outputs.values()])
      .slice(0, compiled)
      .entries())
      fill(join(folder, `output-${number}`), Object.fromEntries(files));
    const runtime = fileURLToPath(new URL("../../src/runtime/*.ts", import.meta.url));
    expect(compile(folder, "typescript-7.0", { paths: { "@odata-codegen/runtime/*": [runtime] } })).toBe("");
  });

  function isShorter(document: string, bytes: Uint8Array): boolean {
    const whole = sources.get(document);
    return (
      Buffer.from(bytes).toString().trim() !==
      Buffer.from(whole ?? [])
        .toString()
        .trim()
    );
  }
});

function named({ document, fault }: Tried): string {
  return `${document} ${fault}`;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

function isPlacedError(diagnostic: Diagnostic): boolean {
  return isError(diagnostic) && typeof diagnostic.place === "number";
}
