import type { explainOptions } from "../../config/options/read.js";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { explain } from "../../explain.js";
import type { Answer } from "../../explain/explanation.js";
import { load } from "../../read/read.js";
import { nodeIo } from "../../sources/node-io.js";
import type { Call } from "../command.js";
import { commandLine } from "../option-values.js";
import { explanationText, shortNames } from "../text/explanation-text.js";
import { optionPlacesOf } from "../../services/option-places.js";
import { remoteAccess } from "../../services/remote-access.js";
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
  const answers: Answer[] = [];
  for (const service of services) {
    const answer = await explainIn(service, name, call, session);
    if (answer !== undefined) answers.push(answer);
  }
  // After errors in an input the name may stand in what was not read.
  const isUnread = answers.length < services.length;
  if (!isUnread && !answers.some(({ state }) => state === "found")) session.print(notFound(name, answers), sources);
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
): Promise<Answer | undefined> {
  const { inputs, options } = service;
  const report = new Report();
  const sources = new Sources();
  const access = await remoteAccess(service, given, cwd, report);
  session.stage(`reading ${service.name ?? "the inputs"}`);
  const io = nodeIo(cwd, env);
  const loaded = await load({ inputs, ...access }, io, { report, sources });
  const wanted = { ...options, ...given, ...access, inputs, name };
  const { answer, inputs: read } = await explain(wanted, io, { loaded, watch: session.watch });
  report.placeOptions(optionPlacesOf(service, given));
  session.print(report, sources);
  if (report.failed && answer.state !== "found") return undefined;
  if (answer.state !== "found") return answer;
  const short = shortNames(read);
  const texts = answer.explanations.map((explanation) =>
    explanationText(explanation, { sources, short, color: session.out.color }),
  );
  session.out.write(`${service.name === undefined ? "" : `# ${service.name}\n`}${texts.join("\n")}`);
  return answer;
}

/** The error for a name that no service has, or that is ambiguous in one. */
function notFound(name: string, answers: readonly Answer[]): Report {
  const report = new Report();
  const [candidates] = answers.flatMap((answer) => (answer.state === "ambiguous" ? [answer.candidates] : []));
  const [near] = answers.flatMap((answer) => (answer.state === "missing" ? (answer.near ?? []) : []));
  if (candidates !== undefined) report.add("name-ambiguous", commandLine, { name, candidates });
  else report.add("name-not-found", commandLine, { name, near });
  return report;
}
