import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../../src/diagnostics/report.js";
import { formatDiagnostic } from "../../src/diagnostics/format-text.js";
import { generate, type GenerateRequest } from "../../src/generate.js";
import { nodeIo } from "../../src/sources/node-io.js";

/** Generates from real files, and writes the output to a folder. Gives what was said, as a user reads it. */
export async function generateTo(
  folder: string,
  inputs: readonly string[],
  options: Partial<GenerateRequest> = {},
): Promise<readonly string[]> {
  const request = {
    inputs,
    output: folder,
    emit: ["types", "validators", "client"],
    runtime: "inline",
    importExtension: "js",
    // Compilers would report nothing of a large output.
    tsNocheck: "never",
    ...options,
  } as const;
  const { output, report, sources } = await generate(request, nodeIo(process.cwd()));
  for (const { path, text } of output.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return report.diagnostics.map((diagnostic: Diagnostic) => formatDiagnostic(diagnostic, sources, { color: false }));
}

const runtimePackage = fileURLToPath(new URL("../../packages/runtime", import.meta.url));

/**
 * Installs the built runtime for output below a folder that is generated with `runtime: "package"`. To compile that
 * takes a fraction of what a copy of the runtime takes, all of which is checked.
 */
export function installRuntime(folder: string): void {
  const scope = join(folder, "node_modules/@odata-codegen");
  mkdirSync(scope, { recursive: true });
  symlinkSync(runtimePackage, join(scope, "runtime"), "junction");
}
