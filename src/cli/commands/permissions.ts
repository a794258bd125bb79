import { dirname, resolve } from "node:path";
import type { permissionsOptions } from "../../config/options/read.js";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { recoverOutput } from "../../output/journal/recover.js";
import type { OperationRequest } from "../../permissions/operations-file.js";
import { documentedRequests, grantsOf } from "../../permissions.js";
import type { LoadedInputs, Watch } from "../../read/read.js";
import { nodeIo } from "../../sources/node-io.js";
import type { Call } from "../command.js";
import { commandLine } from "../option-values.js";
import { grantsText } from "../text/permissions-text.js";
import { remoteAccess } from "../../services/remote-access.js";
import { type Service, servicesFor } from "../services.js";
import type { Session } from "../session.js";

type PermissionsCall = Call<typeof permissionsOptions>;

/** Prints for each scheme the smallest set of scopes that the operations need together. */
export async function run(call: PermissionsCall, session: Session): Promise<void> {
  const { given, common } = call;
  const report = new Report();
  const sources = new Sources();
  const texts = withMethods(call.arguments);
  if (texts.length === 0) report.add("usage-no-operation", commandLine, {});
  if (given.from !== undefined && given.in !== undefined) report.add("usage-from-and-in", commandLine, {});
  const requests = report.failed ? [] : await requestsFor(call, session, sources, report);
  const { requests: names, schemes: grants } = grantsOf(texts, requests, report);
  session.print(report, sources);
  if (report.failed) return;
  if (common.format === "json")
    session.out.write(`${JSON.stringify({ requests: names, schemes: grants }, undefined, 2)}\n`);
  else session.out.write(grantsText(names, grants, session.out.color));
}

/** Joins a method with the path after it: without quotes, `GET /users` is two arguments. */
function withMethods(args: readonly string[]): readonly string[] {
  return args.flatMap((text, index) => {
    const isMethod = /^[A-Za-z]+$/.test(text) && args[index + 1]?.startsWith("/") === true;
    if (isMethod) return [];
    const before = args[index - 1];
    return text.startsWith("/") && before !== undefined && /^[A-Za-z]+$/.test(before) ? [`${before} ${text}`] : [text];
  });
}

async function requestsFor(
  call: PermissionsCall,
  session: Session,
  sources: Sources,
  report: Report,
): Promise<readonly OperationRequest[]> {
  const { given, common, cwd, env } = call;
  if (given.from !== undefined) {
    // These may be output folders, or files in them, where a run may have been killed.
    for (const folder of new Set(given.from.flatMap((path) => [resolve(cwd, path), dirname(resolve(cwd, path))])))
      await session.uninterrupted(() => recoverOutput({ folder, cwd, inputs: [] }));
    const request = { from: given.from, allowRemote: given.allowRemote ?? [] };
    return documentedRequests(request, nodeIo(cwd, env), { report, sources });
  }
  const wanted = { command: "permissions", inputs: given.in ?? [], config: common.config, cwd };
  const services = await servicesFor(wanted, sources, report);
  const found: OperationRequest[] = [];
  for (const service of services) {
    session.stage(`reading ${service.name ?? "the inputs"}`);
    found.push(...(await requestsIn(service, call, { sources, report, watch: session.watch })));
  }
  return found;
}

async function requestsIn(
  service: Service,
  { given, cwd, env }: PermissionsCall,
  { report, sources, watch }: Pick<LoadedInputs, "report" | "sources"> & { readonly watch: Watch },
): Promise<readonly OperationRequest[]> {
  const { inputs, options } = service;
  const access = await remoteAccess(service, given, cwd, report);
  const { container = options.container } = given;
  return documentedRequests({ inputs, container, ...access }, nodeIo(cwd, env), { report, sources, watch });
}
