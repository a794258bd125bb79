/** What becomes of an input, by the pipeline that the command runs. */
import { createHash } from "node:crypto";
import type { Diagnostic } from "../../src/diagnostics/report.js";
import { generate } from "../../src/generate.js";
import { bytesIo } from "../support/memory.js";

export type Files = ReadonlyMap<string, string>;

export interface Trial {
  readonly outcome: "refused" | "accepted" | "thrown";
  /** In milliseconds. */
  readonly time: number;
  readonly diagnostics: readonly Diagnostic[];
  /** The emitted files by path; none unless accepted. */
  readonly files: Files;
  /** What was thrown. */
  readonly thrown?: unknown;
}

const NOTHING = { diagnostics: [], files: new Map<string, string>() };

/** Generates types, validators and a client from a file among others that it can refer to. */
export async function tryInput(name: string, files: ReadonlyMap<string, Uint8Array>): Promise<Trial> {
  const start = performance.now();
  const request = {
    inputs: [name],
    output: "out",
    emit: ["types", "validators", "client", "operations"],
    runtime: "package",
    importExtension: "js",
    tsNocheck: "never",
  } as const;
  try {
    const { output, report } = await generate(request, bytesIo(files));
    const time = performance.now() - start;
    const { diagnostics } = report;
    if (report.failed) return { ...NOTHING, outcome: "refused", time, diagnostics };
    const emitted = new Map(output.files.map(({ path, text }) => [path, text]));
    return { outcome: "accepted", time, diagnostics, files: emitted };
  } catch (thrown) {
    return { ...NOTHING, outcome: "thrown", time: performance.now() - start, thrown };
  }
}

/** Equal for equal outputs. */
export function hashOf(files: Files): string {
  const hash = createHash("sha256");
  for (const [path, text] of files) hash.update(`${path}\0${text}\0`);
  return hash.digest("hex");
}
