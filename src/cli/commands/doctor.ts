import { resolve } from "node:path";
import process from "node:process";
import type { doctorOptions } from "../../config/options/fetch.js";
import { formatDiagnostic } from "../../diagnostics/format-text.js";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import type { Call } from "../command.js";
import { chosenServices } from "../../services/chosen-services.js";
import type { Check } from "../doctor/check.js";
import { checkCopies, checkUpToDate } from "../doctor/check-inputs.js";
import { checkNode, checkTransformer, checkTypeScript, checkZod } from "../doctor/check-installation.js";
import { checkOutputFolder } from "../doctor/check-output-folder.js";
import { checkRuntime } from "../doctor/check-runtime.js";
import { commandLine } from "../option-values.js";
import { hasOwn } from "../../templates/own-request.js";
import { type Service, servicesFor } from "../services.js";
import type { Session } from "../session.js";
import { paint } from "../text/style.js";

type DoctorCall = Call<typeof doctorOptions>;

/** Checks what could keep the tool from working, and prints one line for each check. Changes nothing. */
export async function run(call: DoctorCall, session: Session): Promise<void> {
  const { cwd, common } = call;
  const report = new Report();
  const { services, checks } = await configured(call, report);
  const all = [checkNode(process.version), checkTypeScript(cwd), ...checks];
  for (const service of report.failed ? [] : services) {
    session.stage(`checking ${service.name}`);
    all.push(...(await checksOf(service, cwd)));
  }
  const failed = all.filter(({ state }) => state === "error").length;
  if (failed > 0) report.add("checks-failed", commandLine, { failed, count: all.length });
  session.print(new Report(), new Sources()); // ends the progress line
  const text = common.format === "json" ? JSON.stringify(all, undefined, 2) : all.map(lineOf(session)).join("\n");
  session.out.write(`${text}\n`);
  session.print(report, new Sources());
}

/** The services that are named, or all, and the check of the config file. Reports names of none. */
async function configured(
  { arguments: names, common: { config }, cwd }: DoctorCall,
  report: Report,
): Promise<{ readonly services: readonly Service[]; readonly checks: readonly Check[] }> {
  const [own, sources] = [new Report(), new Sources()];
  const about = "config";
  const services = await servicesFor({ command: "doctor", inputs: [], config, cwd }, sources, own);
  if (own.diagnostics.some(({ code }) => code === "usage-no-inputs")) {
    const message = "there is no config file here; inputs and options are those of the command line";
    return { services: [], checks: [{ about, state: "warning", message }] };
  }
  const wrong = own.diagnostics.map((one): Check => {
    return { about, state: "error", message: formatDiagnostic(one, sources, { color: false }) };
  });
  if (wrong.length > 0) return { services: [], checks: wrong };
  const chosen = chosenServices(services, names, { report, place: commandLine });
  return { services: chosen, checks: [{ about, state: "ok", message: "the config file and the lock file are valid" }] };
}

async function checksOf(service: Service, cwd: string): Promise<readonly Check[]> {
  const { name = "", output = "", options } = service;
  const transformer = options.emitFormat === "js" ? [checkTransformer(name)] : [];
  const runtime = options.runtime === "package" ? checkRuntime(name, output, cwd) : [];
  const zod = options.emit?.includes("zod") === true ? [checkZod(name, resolve(cwd, output))] : [];
  const folder = await checkOutputFolder(name, output, cwd);
  const copies = await checkCopies(service, cwd);
  const own = hasOwn(options) ? await checkOwn(service, cwd) : [];
  const isWhole = [...folder, ...copies, ...own].every(({ state }) => state === "ok");
  return [
    ...transformer,
    ...runtime,
    ...zod,
    ...copies,
    ...own,
    ...folder,
    ...(isWhole ? [await checkUpToDate(service, cwd)] : []),
  ];
}

/** Imported only here, since it loads compilers. */
async function checkOwn(service: Service, cwd: string): Promise<readonly Check[]> {
  const { checkTemplates } = await import("../doctor/check-templates.js");
  return checkTemplates(service, cwd);
}

const marks = { ok: ["green", "✔"], warning: ["bold", "⚠"], error: ["red", "✖"] } as const;

/** `✖ people  "src/people" has files of two runs; …` */
function lineOf({ out }: Session): (check: Check) => string {
  return ({ state, service, message }) => {
    const [style, mark] = marks[state];
    return `${paint(style, mark, out.color)} ${service === undefined ? "" : `${service}  `}${message}`;
  };
}
