import { resolve } from "node:path";
import { readSuppressions } from "../../audit/suppressions/read-suppressions.js";
import { exploreOptions } from "../../config/options/explore.js";
import { type ResolvedOptions, withDefaults } from "../../config/options/option.js";
import type { Suppression } from "../../config/suppressions.js";
import { pathName } from "../../diagnostics/path-name.js";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { explore, explorePage, type ExploreRequest } from "../../explore.js";
import type { ModelData } from "../../explore/data/format.js";
import { isPageFile } from "../../explore/file/page-file.js";
import { writeFileOnce } from "../../output/write-file.js";
import { load, type LoadedInputs } from "../../read/read.js";
import { optionPlacesOf } from "../../services/option-places.js";
import { remoteAccess } from "../../services/remote-access.js";
import { withGitInputs } from "../../sources/git/git-io.js";
import type { Io } from "../../sources/io.js";
import { nodeIo } from "../../sources/node-io.js";
import { lockedNamesIn } from "../compare/options.js";
import { shownInputs } from "../compare/shown-inputs.js";
import { liveAccess } from "../compare/two-inputs.js";
import type { Call } from "../command.js";
import { exploredServices } from "../explore/explored-services.js";
import { earlierData } from "../explore/earlier-data.js";
import { openFile } from "../explore/open-file.js";
import { namesFolder, pageIn } from "../explore/page-path.js";
import { commandLine } from "../option-values.js";
import { onlyOne, type Service } from "../services.js";
import type { Session } from "../session.js";
import { exploreSummary } from "../text/explore-summary.js";

type ExploreCall = Call<typeof exploreOptions>;

/** Writes the page of the inputs or of services of the config file, a file each, or prints the data of one. */
export async function run(call: ExploreCall, session: Session): Promise<void> {
  const { arguments: args, given, common, cwd } = call;
  const report = new Report();
  const sources = new Sources();
  if (given.output === undefined && common.format !== "json") report.add("usage-no-page", commandLine, {});
  const services = report.failed
    ? []
    : await exploredServices({ arguments: args, config: common.config, cwd }, sources, report);
  checkSeveral(services, given, report);
  session.print(report, sources);
  if (report.failed) return;
  const isFolder = services.length > 1 || (given.output !== undefined && namesFolder(given.output, cwd));
  for (const service of services) await exploreService(service, isFolder, call, session);
}

/** What is of one service alone. */
function checkSeveral(services: readonly Service[], given: ExploreCall["given"], report: Report): void {
  if (given.output === undefined) onlyOne(services, "explore", report);
  if (given.against !== undefined) onlyOne(services, "--against", report);
  if (given.open === true) onlyOne(services, "--open", report);
}

async function exploreService(service: Service, isFolder: boolean, call: ExploreCall, session: Session): Promise<void> {
  const options = withDefaults(exploreOptions, { ...service.options, ...call.given });
  const { data, paths } = await dataOf(service, options, call, session);
  if (data === undefined) return;
  const { output, open } = options;
  if (output === undefined) session.out.write(jsonText(data));
  else await writePage(isFolder ? pageIn(output, service, call) : output, { data, paths, open }, call, session);
}

/** Without data after an error. */
async function dataOf(
  service: Service,
  { against, ...wanted }: ResolvedOptions<typeof exploreOptions>,
  call: ExploreCall,
  session: Session,
): Promise<{ readonly data?: ModelData; readonly paths: readonly string[] }> {
  const { inputs, options, name: title } = service;
  const { given, cwd, env } = call;
  const report = new Report();
  const sources = new Sources();
  const access = await remoteAccess(service, given, cwd, report);
  session.stage("reading the inputs");
  const io = await withGitInputs(against, cwd, nodeIo(cwd, env), report);
  const loaded = await load({ inputs, ...access }, io, { report, sources });
  const suppressions = await knownFindings(service, loaded);
  const compared = await comparedWith(against, service, { call, io, loaded });
  const asked = { ...options, ...wanted, ...access, ...lockedNamesIn(service) };
  const request = { ...asked, inputs, title, suppressions, against: compared };
  const { data, paths } = await explore(request, io, { loaded, watch: session.watch });
  report.placeOptions(optionPlacesOf(service, given));
  session.print(report, sources);
  return { paths, ...(!report.failed && { data }) };
}

/** The other version: the data of a page, else inputs. Undefined where none is wanted, or after an error. */
async function comparedWith(
  against: readonly string[],
  service: Service,
  { call, io, loaded }: { readonly call: ExploreCall; readonly io: Io; readonly loaded: LoadedInputs },
): Promise<ExploreRequest["against"]> {
  const { given, cwd } = call;
  const data = await earlierData(against, cwd, io, loaded);
  if (against.length === 0 || loaded.report.failed) return undefined;
  const name = shownInputs({ inputs: against, base: cwd }, io).join(", ");
  if (data !== undefined) return { data, name };
  return { ...liveAccess(against, [service], given.allowRemote), base: cwd, inputs: against, name };
}

interface Page {
  readonly data: ModelData;
  /** Absolute paths of the inputs. */
  readonly paths: readonly string[];
  readonly open: boolean;
}

async function writePage(
  output: string,
  { data, paths, open }: Page,
  { common, cwd, env }: ExploreCall,
  session: Session,
): Promise<void> {
  const report = new Report();
  session.stage("writing the page");
  const text = common.format === "json" ? jsonText(data) : explorePage(data);
  await writeFileOnce({ path: output, text, cwd, inputs: paths, replaces: isPageFile }, report);
  const path = resolve(cwd, output);
  const name = pathName(path, output, cwd);
  if (!report.failed) session.note(exploreSummary(name, Buffer.byteLength(text), data));
  if (open && !report.failed) {
    const reason = await openFile(path, { env });
    if (reason !== undefined) report.add("page-not-opened", { path: name }, { path: name, reason });
  }
  session.print(report, new Sources());
}

function jsonText(data: ModelData): string {
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

/** The findings that the config file, or the file that it names, says are known. */
async function knownFindings(
  { base, suppressions = [] }: Service,
  { report, sources }: Pick<LoadedInputs, "report" | "sources">,
): Promise<readonly Suppression[]> {
  if (typeof suppressions !== "string") return suppressions;
  return readSuppressions({ path: suppressions, cwd: base, sources, mayBeMissing: false }, report);
}
