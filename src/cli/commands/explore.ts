import { readSuppressions } from "../../audit/suppressions/read-suppressions.js";
import { exploreOptions } from "../../config/options/explore.js";
import { withDefaults } from "../../config/options/option.js";
import type { Suppression } from "../../config/suppressions.js";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { explore } from "../../explore.js";
import { pageFile } from "../../explore/file/page-file.js";
import { explorerParts } from "../../installation/explorer.js";
import { writeFileOnce } from "../../output/write-file.js";
import { load, type LoadedInputs } from "../../read/read.js";
import { remoteAccess } from "../../services/remote-access.js";
import { withGitInputs } from "../../sources/git/git-io.js";
import { nodeIo } from "../../sources/node-io.js";
import { liveAccess } from "../compare/two-inputs.js";
import type { Call } from "../command.js";
import { onlyOne, type Service, servicesFor } from "../services.js";
import type { Session } from "../session.js";

type ExploreCall = Call<typeof exploreOptions>;

/** Writes the page of the inputs, or of the only service of the config file. */
export async function run(call: ExploreCall, session: Session): Promise<void> {
  const { arguments: inputs, common, cwd } = call;
  const report = new Report();
  const sources = new Sources();
  const services = await servicesFor({ command: "explore", inputs, config: common.config, cwd }, sources, report);
  onlyOne(services, "explore", report);
  session.print(report, sources);
  const [service] = services;
  if (service !== undefined && !report.failed) await exploreService(service, call, session);
}

async function exploreService(service: Service, { given, common, cwd, env }: ExploreCall, session: Session) {
  const { inputs, options } = service;
  const { output, against, ...wanted } = withDefaults(exploreOptions, given);
  const report = new Report();
  const sources = new Sources();
  const access = await remoteAccess(service, given, cwd, report);
  session.stage("reading the inputs");
  const io = await withGitInputs(against, cwd, nodeIo(cwd, env), report);
  const loaded = await load({ inputs, ...access }, io, { report, sources });
  const suppressions = await knownFindings(service, { report, sources });
  const before =
    against.length === 0
      ? undefined
      : { ...liveAccess(against, [service], given.allowRemote), base: cwd, inputs: against };
  const request = { ...options, ...wanted, ...access, inputs, title: service.name, suppressions, against: before };
  const { data, paths } = await explore(request, io, { loaded, watch: session.watch });
  if (!report.failed && output !== undefined) {
    const text = common.format === "json" ? `${JSON.stringify(data)}\n` : pageFile(data, explorerParts());
    await writeFileOnce({ path: output, text, cwd, inputs: paths }, report);
  }
  session.print(report, sources);
  if (!report.failed && output === undefined) session.out.write(`${JSON.stringify(data)}\n`);
}

/** The findings that the config file, or the file that it names, says are known. */
async function knownFindings(
  { base, suppressions = [] }: Service,
  { report, sources }: Pick<LoadedInputs, "report" | "sources">,
): Promise<readonly Suppression[]> {
  if (typeof suppressions !== "string") return suppressions;
  return readSuppressions({ path: suppressions, cwd: base, sources, mayBeMissing: false }, report);
}
