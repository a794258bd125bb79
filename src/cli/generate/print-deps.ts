import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { printable } from "../../diagnostics/format-text.js";
import { withSlashes } from "../../diagnostics/path-name.js";
import { Report } from "../../diagnostics/report.js";
import { generate } from "../../generate.js";
import { lockFileName } from "../../kept/lock-file.js";
import { manifestName } from "../../output/manifest.js";
import { load } from "../../read/read.js";
import { nodeIo } from "../../sources/node-io.js";
import type { Service } from "../services.js";
import type { Session } from "../session.js";
import { requestOf } from "../../services/service-request.js";
import type { GenerateCall } from "./generate-service.js";

/** What a build system has to know of a service. Paths are relative to the working folder, with `/`, and sorted. */
interface Dependencies {
  /** The config file with the modules that it imports, the lock file, inputs, and what these refer to. */
  readonly inputs: readonly string[];
  /** The files that a run would write, the lock file, too. */
  readonly outputs: readonly string[];
}

/** Prints what each service reads and writes; `config` has the paths of the config file and the lock file. */
export async function printDeps(
  services: readonly Service[],
  config: ReadonlySet<string>,
  call: GenerateCall,
  session: Session,
): Promise<void> {
  const all: (Dependencies & { readonly service: string | null })[] = [];
  for (const service of services) {
    const found = await dependenciesOf(service, call, session);
    if (found === undefined) continue;
    const shared = [...config].filter((path) => existsSync(path));
    const locks = service.name === undefined ? [] : [join(service.base, lockFileName)];
    const namesOf = (paths: readonly string[]) => relativeNames(paths, call.cwd);
    const { inputs, outputs } = {
      inputs: namesOf([...shared, ...found.inputs]),
      outputs: namesOf([...found.outputs, ...locks]),
    };
    all.push({ service: service.name ?? null, inputs, outputs });
  }
  if (call.common.format === "json") session.out.write(`${JSON.stringify(all, undefined, 2)}\n`);
  else for (const { service, ...found } of all) session.out.write(lines(service ?? "-", found));
}

/** Absolute paths. Undefined, with errors printed, if a run would write nothing. */
async function dependenciesOf(
  service: Service,
  call: GenerateCall,
  session: Session,
): Promise<Dependencies | undefined> {
  const label = service.name ?? "output";
  session.stage(`reading ${label}`);
  const io = nodeIo(call.cwd, call.env);
  const report = new Report();
  const request = await requestOf(service, call, report);
  const loaded = await load(request, io, { report });
  const { output, sources } = await generate(request, io, { loaded, watch: session.watchOf(label) });
  session.print(report, sources);
  if (report.failed) return undefined;
  const files = [manifestName, ...output.files.map(({ path }) => path)];
  return { inputs: output.inputs, outputs: files.map((path) => resolve(output.cwd, output.folder, path)) };
}

function relativeNames(paths: readonly string[], cwd: string): readonly string[] {
  return [...new Set(paths.map((path) => withSlashes(relative(cwd, path))))].sort();
}

/** One line for each file, with tabs between the service, `input` or `output`, and the path. */
function lines(service: string, { inputs, outputs }: Dependencies): string {
  const line = (kind: string) => (path: string) => `${printable(service)}\t${kind}\t${printable(path)}\n`;
  return [...inputs.map(line("input")), ...outputs.map(line("output"))].join("");
}
