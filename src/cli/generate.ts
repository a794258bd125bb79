import { resolve } from "node:path";
import { generateOptions, withDefaults } from "../config/options.js";
import { pathName } from "../diagnostics/path-name.js";
import { Sources } from "../diagnostics/position.js";
import { Report } from "../diagnostics/report.js";
import { generate, type GenerateResult } from "../generate.js";
import { checkOutput } from "../output/check-output.js";
import { manifestName } from "../output/manifest.js";
import type { OutputRequest } from "../output/output-request.js";
import { type OutputResult, writeOutput } from "../output/write-output.js";
import { verify } from "../rendering/verify.js";
import { nodeIo } from "../sources/node-io.js";
import { paint } from "./color.js";
import type { Call } from "./command.js";
import { commandLine } from "./option-values.js";
import { onlyOne, type Service, servicesFor } from "./services.js";
import type { Session } from "./session.js";
import { counted } from "./words.js";

type GenerateCall = Call<typeof generateOptions>;

/** Generates the inputs of the command line, or each service of the config file in turn. */
export async function run(call: GenerateCall, session: Session): Promise<void> {
  const { arguments: inputs, given, common, cwd } = call;
  const report = new Report();
  const sources = new Sources();
  const services = await servicesFor({ command: "generate", inputs, config: common.config, cwd }, sources, report);
  if (given.output !== undefined) onlyOne(services, "--output", report);
  else if (inputs.length > 0) report.add("usage-no-output", commandLine, {});
  session.print(report, sources);
  if (report.failed) return;
  for (const service of services) await generateService(service, call, session);
}

async function generateService(service: Service, { given, cwd }: GenerateCall, session: Session): Promise<void> {
  const { name = "output", inputs, base } = service;
  const options = withDefaults(generateOptions, { ...service.options, ...given });
  const folder = given.output === undefined ? (service.output ?? "") : resolve(cwd, given.output);
  session.stage(`generating ${name}`);
  const result = await generate({ ...options, inputs, base, output: folder }, nodeIo(cwd));
  const { output, report, sources } = result;
  if (options.verify && !report.failed) {
    session.stage(`type-checking ${name}`);
    verify(output, sources, report);
  }
  session.stage(options.check ? `comparing ${name}` : `writing ${name}`);
  const done = report.failed
    ? undefined
    : await (options.check ? reportDifferences(output, report) : writeOutput(output, report));
  session.print(report, sources);
  session.note(summary(service, result, done, session.err.color));
}

/** Each file that is not what a run would write is an error of its own. */
async function reportDifferences(output: OutputRequest, report: Report): Promise<undefined> {
  const { folder, cwd } = output;
  for (const { path, state } of await checkOutput(output, report)) {
    const name = pathName(resolve(cwd, folder, path), folder, cwd);
    report.add("output-outdated", { path: name }, { path: name, state });
  }
}

/** `✔ people  5 types, 3 enums → generated/people (12 files, 2 changed)` */
function summary(
  { name }: Service,
  { output, report, counts }: GenerateResult,
  done: OutputResult | undefined,
  color: boolean,
): string {
  const label = name === undefined ? "" : `${name}  `;
  const folder = pathName(resolve(output.cwd, output.folder), output.folder, output.cwd);
  if (report.failed) return `${paint("red", "✖", color)} ${label}nothing written to ${folder}`;
  const { types, enums, requests } = counts;
  const described = [
    counted(types, "type"),
    ...(enums > 0 ? [counted(enums, "enum")] : []),
    ...(requests > 0 ? [counted(requests, "request")] : []),
  ];
  const files = `${counted(output.files.length, "file")}, ${done === undefined ? "up to date" : changes(done)}`;
  return `${paint("green", "✔", color)} ${label}${described.join(", ")} → ${folder} (${files})`;
}

/** The manifest is no file of the output's own. */
function changes({ written, removed }: OutputResult): string {
  const changed = written.filter((path) => path !== manifestName).length;
  const parts = [
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(removed.length > 0 ? [`${removed.length} removed`] : []),
  ];
  return parts.length === 0 ? "none changed" : parts.join(", ");
}
