import { resolve } from "node:path";
import { generateOptions, withDefaults } from "../../config/options.js";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import type { GenerateRequest } from "../../generate.js";
import { recoverOutput } from "../../output/journal/recover.js";
import { load } from "../../read/read.js";
import { nodeIo } from "../../sources/node-io.js";
import { upToDate } from "../../up-to-date/up-to-date.js";
import type { Call } from "../command.js";
import { doneLine } from "../text/generate-summary.js";
import { commandLine } from "../option-values.js";
import { onlyOne, type Service, servicesFor } from "../services.js";
import type { Session } from "../session.js";

type GenerateCall = Call<typeof generateOptions>;

/** Generates from the inputs, or generates each service of the config file. */
export async function run(call: GenerateCall, session: Session): Promise<void> {
  const { arguments: inputs, given, common, cwd } = call;
  const report = new Report();
  const sources = new Sources();
  const services = await servicesFor({ command: "generate", inputs, config: common.config, cwd }, sources, report);
  if (given.output !== undefined) onlyOne(services, "--output", report);
  else if (inputs.length > 0) report.add("usage-no-output", commandLine, {});
  session.print(report, sources);
  if (report.failed) return;
  for (const service of services) if (!session.isInterrupted) await generateService(service, call, session);
}

/** Imports the generator only if the output is not up to date. */
async function generateService(service: Service, { given, cwd }: GenerateCall, session: Session): Promise<void> {
  const { name, inputs, base } = service;
  const { check, verify, output: _, ...options } = withDefaults(generateOptions, { ...service.options, ...given });
  const output = given.output === undefined ? (service.output ?? "") : resolve(cwd, given.output);
  const request: GenerateRequest = { ...options, inputs, base, output };
  const io = nodeIo(cwd);
  session.stage(`generating ${name ?? "output"}`);
  const loaded = await load(request, io);
  // First, so that a folder where a run was killed becomes whole even if the inputs have errors.
  const inputPaths = loaded.loaded.flatMap(({ path }) => path ?? []);
  await session.uninterrupted(() => recoverOutput({ folder: output, cwd: base, inputs: inputPaths }));
  if (session.isInterrupted) return;
  const same = verify ? undefined : await upToDate(request, loaded, io);
  if (same === undefined) {
    const { generateWhole } = await import("./generate-whole.js");
    return generateWhole({ name, request, loaded, io, check, verify }, session);
  }
  session.print(loaded.report, loaded.sources);
  const done = check ? "compared" : { written: [], removed: [] };
  session.note(doneLine({ name, folder: output, cwd: base, ...same }, done, session.err.color));
}
