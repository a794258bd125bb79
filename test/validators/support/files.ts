/** Generated files of real documents. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "../../../src/generate.js";
import { nodeIo } from "../../../src/sources/node-io.js";

export async function outputOfFiles(inputs: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const emit = ["types", "validators"] as const;
  const request = { inputs, output: "out", emit, runtime: "package", importExtension: "js" } as const;
  const { output, report } = await generate(request, nodeIo("/"));
  if (report.failed) throw new Error(report.diagnostics.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  return Object.fromEntries(output.files.map(({ path, text }) => [path, text]));
}

/** The files of the validators in a folder, by path; the runtime is that of the sources. */
export function filesBelow(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const wanted = paths.filter((path) => /^(?:validators|values|types)(?:\.ts$|\/.*\.ts$)/.test(path));
  return Object.fromEntries(wanted.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
