import { convertOptions } from "../../config/options/read.js";
import { withDefaults } from "../../config/options/option.js";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { convert } from "../../convert.js";
import { nodeIo } from "../../sources/node-io.js";
import type { Call } from "../command.js";
import { optionPlacesOf } from "../../services/option-places.js";
import { remoteAccess } from "../../services/remote-access.js";
import { onlyOne, type Service, servicesFor } from "../services.js";
import type { Session } from "../session.js";
import { writtenLine } from "../written-line.js";
import { writeFileOnce } from "../../output/write-file.js";

type ConvertCall = Call<typeof convertOptions>;

/** Prints the inputs, or those of the only service of the config file, as one CSDL document. */
export async function run(call: ConvertCall, session: Session): Promise<void> {
  const { arguments: inputs, common, cwd } = call;
  const report = new Report();
  const sources = new Sources();
  const services = await servicesFor({ command: "convert", inputs, config: common.config, cwd }, sources, report);
  onlyOne(services, "convert", report);
  session.print(report, sources);
  const [service] = services;
  if (service !== undefined && !report.failed) await convertService(service, call, session);
}

async function convertService(service: Service, { given, cwd, env }: ConvertCall, session: Session): Promise<void> {
  const { inputs, options } = service;
  const { output, ...wanted } = withDefaults(convertOptions, {
    container: options.container,
    ...given,
  });
  session.stage("reading the inputs");
  const ofCopies = new Report();
  const access = await remoteAccess(service, given, cwd, ofCopies);
  session.print(ofCopies, new Sources());
  const request = { ...wanted, ...access, inputs };
  const { text, paths, report, sources } = await convert(request, nodeIo(cwd, env), { watch: session.watch });
  if (text !== undefined && output !== undefined)
    await writeFileOnce({ path: output, text, cwd, inputs: paths }, report);
  report.placeOptions(optionPlacesOf(service, given));
  session.print(report, sources);
  if (text !== undefined && output === undefined) session.out.write(text);
  if (output !== undefined && !report.failed) session.note(writtenLine(output, session.err));
}
