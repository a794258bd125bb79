/** Reference pages together with the CSDL of their day: the model of both, and the validators generated from both. */
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Sources } from "../../../src/diagnostics/position.js";
import { Report } from "../../../src/diagnostics/report.js";
import type { Model } from "../../../src/edm/model.js";
import { assumptionsOf } from "../../../src/facts/assumptions.js";
import { factsOf, type Facts } from "../../../src/facts/facts.js";
import { generate } from "../../../src/generate.js";
import { merge } from "../../../src/merge/merge.js";
import { withUntypedTypes } from "../../../src/merge/untyped-types.js";
import { nameAll, type Names } from "../../../src/naming/names.js";
import { load, read } from "../../../src/read/read.js";
import { nodeIo } from "../../../src/sources/node-io.js";
import { corpus } from "../../support/corpus.js";
import { fill } from "../../support/temporary-folder.js";

/** The exports of a generated module: schemas, and functions that make schemas. */
export type Exports = Readonly<Record<string, unknown>>;

export interface Service {
  readonly model: Model;
  readonly facts: Facts;
  readonly names: Names;
  readonly sources: Sources;
  /** The generated validators by the identifier of their module. */
  readonly validators: ReadonlyMap<string, Exports>;
}

/** `inputs` are relative to the corpus; the validators are written to a new folder below `parent`. */
export async function serviceOf(inputs: readonly string[], parent: string): Promise<Service> {
  const io = nodeIo(corpus);
  const loaded = await load({ inputs }, io);
  const { documents } = await read(loaded, io, {});
  const model = withUntypedTypes(merge(documents, new Report()), [], new Report());
  const folder = mkdtempSync(join(parent, "bodies-"));
  const request = {
    inputs,
    output: folder,
    emit: ["types", "validators"],
    emitFormat: "js",
    runtime: "inline",
    importExtension: "js",
  } as const;
  const { output } = await generate(request, io, { loaded: { ...loaded, report: new Report() } });
  const code = output.files.filter(({ path }) => path.endsWith(".js"));
  fill(folder, Object.fromEntries(code.map(({ path, text }) => [path, text])));
  fill(folder, { "package.json": '{ "type": "module" }' });
  const names = nameAll(model, {}, new Report());
  return {
    model,
    facts: factsOf(model, assumptionsOf(model)),
    names,
    sources: loaded.sources,
    validators: await imported(names, folder),
  };
}

async function imported({ modules }: Names, folder: string): Promise<ReadonlyMap<string, Exports>> {
  const entries = modules.map(async ({ identifier, flat }) => {
    const file = join(folder, flat ? "validators.js" : `validators/${identifier}.js`);
    return [identifier as string, (await import(pathToFileURL(file).href)) as Exports] as const;
  });
  return new Map(await Promise.all(entries));
}
