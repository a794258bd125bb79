import { writeCsdlJson } from "../../src/csdl/write-json.js";
import { Report } from "../../src/diagnostics/report.js";
import { Sources } from "../../src/diagnostics/position.js";
import { generate, type GenerateRequest } from "../../src/generate.js";
import { merge } from "../../src/merge/merge.js";
import type { Io } from "../../src/sources/io.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { parse } from "../support/model.js";

/** A disk that holds nothing: the text comes from the standard input. */
function ioOf(text: string): Io {
  return { ...nodeIo("/"), stdin: () => Promise.resolve(Buffer.from(text)) };
}

/** The files that a text gives, by path. */
export async function outputOf(
  text: string,
  options: Partial<GenerateRequest> = {},
): Promise<Readonly<Record<string, string>>> {
  const request = {
    inputs: ["-"],
    output: "out",
    emit: ["types", "validators", "client"],
    runtime: "package",
    importExtension: "js",
    ...options,
  } as const;
  const { output, report } = await generate(request, ioOf(text));
  if (report.failed) throw new Error(report.diagnostics.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  return Object.fromEntries(output.files.map(({ path, text: content }) => [path, content]));
}

/** The model that a text gives, as CSDL JSON: without positions, and what one notation leaves unsaid is said. */
export function modelText(text: string): string {
  const report = new Report();
  const source = new Sources().add("model", text);
  const document = parse(source, report);
  if (document?.kind !== "csdl") throw new Error("nothing was read");
  const { schemas, references } = merge([document], report);
  return writeCsdlJson({ ...document, references, schemas });
}
