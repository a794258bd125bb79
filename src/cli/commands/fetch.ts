import type { fetchOptions } from "../../config/options/fetch.js";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import type { FetchedInput } from "../../kept/fetch/fetched-input.js";
import { fetchService } from "../../kept/fetch/fetch-service.js";
import { nodeIo } from "../../sources/node-io.js";
import type { Call } from "../command.js";
import { configuredServices } from "../configured-services.js";
import type { Service } from "../services.js";
import type { Session } from "../session.js";
import { fetchedLine, fetchedTotal } from "../text/fetch-summary.js";

type FetchCall = Call<typeof fetchOptions>;

/** Fetches the remote inputs of services of the config file: those that are named, or all. */
export async function run(call: FetchCall, session: Session): Promise<void> {
  const report = new Report();
  const sources = new Sources();
  const services = await configuredServices("fetch", call, sources, report);
  session.print(report, sources);
  if (report.failed) return;
  const all: FetchedInput[] = [];
  for (const service of services) all.push(...(await fetchOne(service, call, session)));
  if (all.length > 1) session.note(fetchedTotal(all, session.err.color));
}

/** Fetches what one service has no copies of, and prints a line for each URL. */
export async function fetchOne(service: Service, call: FetchCall, session: Session): Promise<readonly FetchedInput[]> {
  const { name = "", inputs, remotes, locked, base: folder, options } = service;
  const { given, cwd, env } = call;
  const report = new Report();
  const sources = new Sources();
  if (remotes.length === 0) report.add("nothing-to-fetch", { path: name }, { service: name });
  const allowRemote = given.allowRemote ?? options.allowRemote ?? [];
  const request = { name, inputs, remotes, locked, folder, cwd, allowRemote, refresh: given.refresh === true };
  session.stage(`fetching ${name}`);
  const progress = (input: number, count: number) => session.stage(`fetching ${name} ${input} of ${count}`);
  const fetched = await fetchService(request, { io: nodeIo(cwd, env), sources, report, progress });
  session.print(report, sources);
  for (const input of fetched) session.note(fetchedLine(input, { name, folder, cwd }, session.err.color));
  return fetched;
}
