import { mockOptions } from "../../config/options/mock.js";
import { withDefaults } from "../../config/options/option.js";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { mock, type ServedMock } from "../../mock.js";
import { load } from "../../read/read.js";
import { optionPlacesOf } from "../../services/option-places.js";
import { remoteAccess } from "../../services/remote-access.js";
import { nodeIo } from "../../sources/node-io.js";
import type { Call } from "../command.js";
import { deferInterrupts } from "../interrupts.js";
import { type Handler, PortUnusable, serve, type Served } from "./serve.js";
import { onlyOne, type Service, servicesFor } from "../services.js";
import type { Session } from "../session.js";

type MockCall = Call<typeof mockOptions>;

/** Serves the mock of the inputs, or of the only service of the config file, until a signal to end arrives. */
export async function run(call: MockCall, session: Session): Promise<void> {
  const { arguments: inputs, common, cwd } = call;
  const report = new Report();
  const sources = new Sources();
  const services = await servicesFor({ command: "mock", inputs, config: common.config, cwd }, sources, report);
  onlyOne(services, "mock", report);
  session.print(report, sources);
  const [service] = services;
  if (service === undefined || report.failed) return;
  const served = await started(service, call, session);
  if (served === undefined) return;
  session.flush();
  session.out.write(`${served.origin}\n`);
  await deferInterrupts(async (signal) => {
    if (!signal.aborted) await new Promise((done) => signal.addEventListener("abort", done, { once: true }));
    await served.close();
  });
}

/** Undefined when an error was printed. */
async function started(service: Service, call: MockCall, session: Session): Promise<Served | undefined> {
  const report = new Report();
  const sources = new Sources();
  const port = call.given.port ?? 0;
  try {
    return await serve(port, async (origin) => {
      const made = await madeMock(service, call, session, { origin, report, sources });
      report.placeOptions(optionPlacesOf(service, call.given));
      session.print(report, sources);
      if (made === undefined) throw new Unmade();
      return call.common.quiet ? made.fetch : logged(made, session);
    });
  } catch (failure) {
    if (failure instanceof Unmade) return undefined;
    if (!(failure instanceof PortUnusable)) throw failure;
    const unusable = new Report();
    unusable.add("mock-port-unusable", { path: `--port ${port}` }, { port, reason: failure.message });
    session.print(unusable, sources);
    return undefined;
  }
}

/** There is no mock, as was reported. */
class Unmade extends Error {}

interface Made {
  readonly origin: string;
  readonly report: Report;
  readonly sources: Sources;
}

async function madeMock(
  { inputs, options, ...service }: Service,
  { given, cwd, env }: MockCall,
  session: Session,
  { origin, report, sources }: Made,
): Promise<ServedMock | undefined> {
  const chosen = withDefaults(mockOptions, { ...options, ...given });
  const { data, seed, pageSize, scopes, strict, port: _, ...wanted } = chosen;
  const access = await remoteAccess({ inputs, options, ...service }, given, cwd, report);
  session.stage("reading the inputs");
  const io = nodeIo(cwd, env);
  const loaded = await load({ inputs, ...access }, io, { report, sources });
  const settings = {
    baseUrl: origin,
    strict,
    ...(seed !== undefined && { seed }),
    ...(pageSize !== undefined && { pageSize }),
    ...(scopes.length > 0 && { scopes }),
  };
  const request = { ...options, ...wanted, ...access, inputs, data, mock: settings };
  return mock(request, io, loaded, session.watch);
}

/** Prints each request with the status of its answer. */
function logged({ fetch, baseUrl }: ServedMock, session: Session): Handler {
  return async (request) => {
    const shown = `${request.method} ${request.url.slice(baseUrl.length)}`;
    try {
      const response = await fetch(request);
      session.err.write(`${response.status} ${shown}\n`);
      return response;
    } catch (failure) {
      session.err.write(`--- ${shown}\n`);
      throw failure;
    }
  };
}
