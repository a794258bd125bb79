/** Reference pages together with the CSDL of their day: the model of both, and the validators generated from both. */
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Sources } from "../../../src/diagnostics/position.js";
import { Report } from "../../../src/diagnostics/report.js";
import type { Model } from "../../../src/edm/model.js";
import { assumptionsOf } from "../../../src/facts/assumptions.js";
import { factsOf, type Facts } from "../../../src/facts/facts.js";
import { sentMembersOf } from "../../../src/facts/sent/sent-members.js";
import { readModel } from "../../../src/load-model.js";
import { nameAll, type Names } from "../../../src/naming/names.js";
import { load } from "../../../src/read/read.js";
import { toJavaScript } from "../../../src/rendering/to-javascript.js";
import { everything } from "../../../src/select/selection.js";
import { nodeIo } from "../../../src/sources/node-io.js";
import { printFiles } from "../../../src/templates/print-files.js";
import { type Stages, viewContext } from "../../../src/views/view-context.js";
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
  const { model } = await readModel({ inputs }, io, loaded, {});
  const names = nameAll(model, {}, new Report());
  const facts = factsOf(model, assumptionsOf(model), sentMembersOf(model));
  const folder = mkdtempSync(join(parent, "bodies-"));
  const code = await javaScriptOf({ model, names, selection: everything(model), facts }, loaded.sources);
  fill(folder, { "package.json": '{ "type": "module" }', ...code });
  return { model, facts, names, sources: loaded.sources, validators: await imported(names, folder) };
}

/** The files that `generate` writes for the model, by path. It would read the pages a second time. */
async function javaScriptOf(stages: Stages, sources: Sources): Promise<Readonly<Record<string, string>>> {
  const report = new Report();
  const options = { emit: ["types", "validators"], runtime: "inline", importExtension: "js" } as const;
  const printed = await printFiles(viewContext(stages, options, { report, sources }), undefined, undefined);
  const files = await toJavaScript(printed, report);
  return Object.fromEntries(files.flatMap(({ path, text }) => (path.endsWith(".js") ? [[path, text]] : [])));
}

async function imported({ modules }: Names, folder: string): Promise<ReadonlyMap<string, Exports>> {
  const entries = modules.map(async ({ identifier, flat }) => {
    const file = join(folder, flat ? "validators.js" : `validators/${identifier}.js`);
    return [identifier as string, (await import(pathToFileURL(file).href)) as Exports] as const;
  });
  return new Map(await Promise.all(entries));
}
