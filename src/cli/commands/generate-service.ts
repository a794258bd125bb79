import { resolve } from "node:path";
import { generateOptions } from "../../config/options/generate.js";
import { withDefaults } from "../../config/options/option.js";
import type { GenerateRequest } from "../../generate.js";
import { recoverOutput } from "../../output/journal/recover.js";
import { load } from "../../read/read.js";
import type { Io } from "../../sources/io.js";
import { nodeIo } from "../../sources/node-io.js";
import { upToDate } from "../../up-to-date/up-to-date.js";
import type { Call } from "../command.js";
import { type Outcome, outcomeLine } from "../text/generate-summary.js";
import type { Service } from "../services.js";
import type { Session } from "../session.js";

export type GenerateCall = Call<typeof generateOptions>;

/** Generates one service. Imports the generator only if the output is not up to date. Undefined if it is interrupted. */
export async function generateService(
  service: Service,
  call: GenerateCall,
  session: Session,
  io: Io = nodeIo(call.cwd),
): Promise<Outcome | undefined> {
  const startedAt = session.now();
  const { name, base } = service;
  const { check, verify } = optionsOf(service, call);
  const request = requestOf(service, call);
  const { output } = request;
  session.stage(`reading ${name ?? "output"}`);
  const loaded = await load(request, io);
  // First, so that a folder where a run was killed becomes whole even if the inputs have errors.
  const inputPaths = loaded.loaded.flatMap(({ path }) => path ?? []);
  await session.uninterrupted(() => recoverOutput({ folder: output, cwd: base, inputs: inputPaths }));
  if (session.isInterrupted) return undefined;
  const same = verify ? undefined : await upToDate(request, loaded, io);
  let outcome: Outcome;
  if (same === undefined) {
    const { generateWhole } = await import("./generate-whole.js");
    outcome = await generateWhole({ name, request, loaded, io, check, verify }, session);
  } else {
    session.print(loaded.report, loaded.sources);
    outcome = { ...same, done: check ? "compared" : { written: [], removed: [] } };
  }
  const target = { name, folder: output, cwd: base };
  session.note(outcomeLine(outcome, target, session.now() - startedAt, session.err.color));
  return outcome;
}

/** What a call generates from a service. */
export function requestOf(service: Service, call: GenerateCall): GenerateRequest {
  const { inputs, base } = service;
  const { output, check: _, verify: __, watch: ___, printDeps: ____, ...options } = optionsOf(service, call);
  return { ...options, inputs, base, output: output ?? "" };
}

/** The options of the command line, then those of the config file. The output folder is absolute. */
function optionsOf(service: Service, { given, cwd }: GenerateCall) {
  const output = given.output === undefined ? service.output : resolve(cwd, given.output);
  return withDefaults(generateOptions, { ...service.options, ...given, output });
}
