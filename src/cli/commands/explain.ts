import type { explainOptions } from "../../config/options/read.js";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { explain } from "../../explain/explain.js";
import type { ExplainResult } from "../../explain/explanation.js";
import { merge } from "../../merge/merge.js";
import { withUntypedTypes } from "../../merge/untyped-types.js";
import { PathResolver } from "../../merge/paths/path-resolver.js";
import { load, read } from "../../read/read.js";
import { outsideOf } from "../../select/outside.js";
import { select } from "../../select/select.js";
import { nodeIo } from "../../sources/node-io.js";
import type { Call } from "../command.js";
import { commandLine } from "../option-values.js";
import { explanationText, shortNames } from "../text/explanation-text.js";
import { remoteAccess } from "../remote-access.js";
import { type Service, servicesFor } from "../services.js";
import type { Session } from "../session.js";

type ExplainCall = Call<typeof explainOptions>;

/** Explains a name from the inputs, or from each service of the config file. */
export async function run(call: ExplainCall, session: Session): Promise<void> {
  const { arguments: args, common, cwd } = call;
  const { name, inputs } = nameAndInputs(args);
  const report = new Report();
  const sources = new Sources();
  if (name === undefined) report.add("usage-no-name", commandLine, {});
  const services =
    name === undefined
      ? []
      : await servicesFor({ command: "explain", inputs, config: common.config, cwd }, sources, report);
  session.print(report, sources);
  if (name === undefined || report.failed) return;
  const results: ExplainResult[] = [];
  for (const service of services) {
    const result = await explainIn(service, name, call, session);
    if (result !== undefined) results.push(result);
  }
  // After errors in an input the name may stand in what was not read.
  const isUnread = results.length < services.length;
  if (!isUnread && !results.some(({ state }) => state === "found")) session.print(notFound(name, results), sources);
}

/** Joins a method with the path after it: without quotes, `POST /users` is two arguments. */
function nameAndInputs([first, second, ...others]: readonly string[]) {
  if (first === undefined || second === undefined) return { name: first, inputs: [] };
  const isMethod = /^(?:GET|POST|PATCH|PUT|DELETE)$/i.test(first) && second.startsWith("/");
  return isMethod ? { name: `${first} ${second}`, inputs: others } : { name: first, inputs: [second, ...others] };
}

/** Undefined, with errors, if the inputs cannot be read. */
async function explainIn(
  service: Service,
  name: string,
  { given, cwd, env }: ExplainCall,
  session: Session,
): Promise<ExplainResult | undefined> {
  const { inputs, options } = service;
  const report = new Report();
  const sources = new Sources();
  const access = await remoteAccess(service, given, cwd, report);
  session.stage(`reading ${service.name ?? "the inputs"}`);
  const io = nodeIo(cwd, env);
  const loaded = await load({ inputs, ...access }, io, { report, sources });
  const { documents } = await read(loaded, io, { ...access, watch: session.watch });
  session.stage("merging");
  const merged = merge(documents, report, given.container ?? options.container);
  const model = withUntypedTypes(merged, given.untyped ?? options.untyped ?? [], report);
  const dates = new Map(
    documents.map((document) => [document.source.name, document.kind === "page" ? document.age.date : undefined]),
  );
  const selection = select(model, given, report);
  if (selection.isPart) report.markOutside(outsideOf(model, selection, documents));
  const within = selection.closed();
  const resolver = new PathResolver(within);
  const result = explain(name, model, (at) => dates.get(sources.of(at).name), {
    wanted: options,
    within,
    follow: (path, method) => resolver.follow(path, { method }),
  });
  session.print(report, sources);
  if (report.failed && result.state !== "found") return undefined;
  if (result.state !== "found") return result;
  const short = shortNames(documents.map(({ source }) => source.name));
  const texts = result.explanations.map((explanation) =>
    explanationText(explanation, { sources, short, color: session.out.color }),
  );
  session.out.write(`${service.name === undefined ? "" : `# ${service.name}\n`}${texts.join("\n")}`);
  return result;
}

/** The error for a name that no service has, or that is ambiguous in one. */
function notFound(name: string, results: readonly ExplainResult[]): Report {
  const report = new Report();
  const [candidates] = results.flatMap((result) => (result.state === "ambiguous" ? [result.candidates] : []));
  const [near] = results.flatMap((result) => (result.state === "missing" ? (result.near ?? []) : []));
  if (candidates !== undefined) report.add("name-ambiguous", commandLine, { name, candidates });
  else report.add("name-not-found", commandLine, { name, near });
  return report;
}
