import type { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { chosenServices } from "../../services/chosen-services.js";
import { commandLine } from "../option-values.js";
import { onlyOne, type Service, servicesFor } from "../services.js";
import type { GenerateCall } from "./generate-service.js";

/**
 * What a call generates. With --output its arguments are inputs, else the names of services. The paths of the config
 * file, of what it imports and of the lock file are added to `files`, and modules loaded anew.
 */
export async function servicesOf(
  call: GenerateCall,
  sources: Sources,
  report: Report,
  files?: Set<string>,
): Promise<readonly Service[]> {
  const { arguments: args, given, common, cwd } = call;
  const wanted = { command: "generate", config: common.config, cwd, ...(files !== undefined && { files }) };
  if (given.output !== undefined) {
    const services = await servicesFor({ ...wanted, inputs: args }, sources, report);
    onlyOne(services, "--output", report);
    return services;
  }
  if (args.length > 0 && !(await hasConfig(call))) {
    report.add("usage-no-output", commandLine, {});
    return [];
  }
  const services = await servicesFor({ ...wanted, inputs: [] }, sources, report);
  return report.failed
    ? []
    : chosenServices(services, args, { report, place: commandLine }, { toDo: "add --output <folder>", cwd });
}

async function hasConfig({ common, cwd }: GenerateCall): Promise<boolean> {
  const { configPath } = await import("../../config/load-config.js");
  return (await configPath(cwd, common.config, new Report())) !== undefined;
}
