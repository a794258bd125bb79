import { convert } from "../../src/convert.js";
import { writeCsdlJson } from "../../src/csdl/write-json.js";
import { formatDiagnostic } from "../../src/diagnostics/format-text.js";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { sortDiagnostics } from "../../src/diagnostics/sort-diagnostics.js";
import { generate } from "../../src/generate.js";
import type { LoadedInputs } from "../../src/read/read.js";
import { merge } from "../../src/merge/merge.js";
import { readPage } from "../../src/pages/read-page.js";
import { recognize } from "../../src/read/recognize.js";
import type { Io } from "../../src/sources/io.js";
import { nodeIo } from "../../src/sources/node-io.js";

/** A text that lies on no disk. */
export interface Text {
  readonly name: string;
  readonly text: string;
}

export interface Generated {
  readonly failed: boolean;
  /** `path`, a line break and the content, for every file. */
  readonly files: readonly string[];
  /** The diagnostics as a user reads them, in order. */
  readonly said: readonly string[];
}

/** Generates types, validators and a client from texts, taken in the order in which they are given. */
export async function generateTexts(texts: readonly Text[]): Promise<Generated> {
  const inputs = loaded(texts);
  const request = {
    inputs: [],
    output: "out",
    emit: ["types", "validators", "client"],
    runtime: "package",
    importExtension: "js",
  } as const;
  const { output, report, sources } = await generate(request, nodeIo("/"), { loaded: inputs });
  return {
    failed: report.failed,
    files: output.files.map(({ path, text }) => `${path}\n${text}`),
    said: lines(report, sources),
  };
}

/** The model of pages, taken in the order in which they are given, as CSDL without positions. */
export function modelOf(pages: readonly Text[]): string {
  const report = new Report();
  const sources = new Sources();
  const documents = pages.flatMap(({ name, text }) => readPage(sources.add(name, text), report) ?? []);
  const [first] = documents;
  if (first === undefined) throw new Error("no page was read");
  const { schemas, references } = merge(documents, report);
  return writeCsdlJson({ kind: "csdl", source: first.source, version: "4.01", references, schemas });
}

/** Converts texts to CSDL. */
export async function convertTexts(
  texts: readonly Text[],
): Promise<{ readonly failed: boolean; readonly text: string; readonly said: readonly string[] }> {
  const inputs = texts.map(({ name }) => name);
  const { text = "", report, sources } = await convert({ inputs, to: "csdl-xml" }, memoryIo(texts));
  return { failed: report.failed, text, said: lines(report, sources) };
}

function lines(report: Report, sources: Sources): readonly string[] {
  return sortDiagnostics(report.diagnostics, sources).map((diagnostic) =>
    formatDiagnostic(diagnostic, sources, { color: false }),
  );
}

function loaded(texts: readonly Text[]): LoadedInputs {
  const sources = new Sources();
  const report = new Report();
  const found = texts.flatMap(({ name, text }) => {
    const kind = recognize(text, name);
    return kind === undefined ? [] : [{ source: sources.add(name, text), kind }];
  });
  return { loaded: found, sources, report };
}

function memoryIo(texts: readonly Text[]): Io {
  return bytesIo(new Map(texts.map(({ name, text }) => [name, Buffer.from(text)])));
}

/** A disk that holds files by name, each in the root. */
export function bytesIo(files: ReadonlyMap<string, Uint8Array>): Io {
  const at = (path: string) => files.get(path.slice(1));
  return {
    ...nodeIo("/"),
    stat: async (path) => {
      const found = at(path);
      return found && { kind: "file", size: found.length };
    },
    realPath: async (path) => path,
    readFile: async (path, limit) => (at(path) ?? Buffer.alloc(0)).subarray(0, limit),
  };
}
