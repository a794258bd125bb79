import { resolve } from "node:path";
import { Report } from "../../diagnostics/report.js";
import { generateOptions } from "../../config/options/generate.js";
import { withDefaults } from "../../config/options/option.js";
import type { GenerateRequest } from "../../generate.js";
import { recoverOutput } from "../../output/journal/recover.js";
import { load } from "../../read/read.js";
import { nodeIo } from "../../sources/node-io.js";
import { upToDate } from "../../up-to-date/up-to-date.js";
import type { Call } from "../command.js";
import { doneLine } from "../text/generate-summary.js";
import { remoteAccess } from "../remote-access.js";
import type { Service } from "../services.js";
import type { Session } from "../session.js";

type GenerateCall = Call<typeof generateOptions>;

/** Generates one service. Imports the generator only if the output is not up to date. */
export async function generateService(
  service: Service,
  { given, cwd, env }: GenerateCall,
  session: Session,
): Promise<void> {
  const { name, inputs, base } = service;
  const report = new Report();
  const { check, verify, output: _, ...options } = withDefaults(generateOptions, { ...service.options, ...given });
  const output = given.output === undefined ? (service.output ?? "") : resolve(cwd, given.output);
  const access = await remoteAccess(service, given, cwd, report);
  const request: GenerateRequest = { ...options, ...access, inputs, output };
  const io = nodeIo(cwd, env);
  session.stage(`generating ${name ?? "output"}`);
  const loaded = await load(request, io, { report });
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
