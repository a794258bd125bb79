import { commonOptions } from "../config/options/common.js";
import { withDefaults } from "../config/options/option.js";
import { Sources } from "../diagnostics/position.js";
import { Report } from "../diagnostics/report.js";
import { parseCommandLine } from "./command-line.js";
import { commands } from "./commands.js";
import { type ExitCode, Session } from "./session.js";
import type { Terminal } from "./terminal.js";

/** Runs a command line, without the paths of node and of the program. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const report = new Report();
  const request = parseCommandLine(args, commands, terminal.out.columns, report);
  if (request?.state === "start") return request.command.start(request, report, terminal);
  if (request !== undefined && request.text !== "") terminal.out.write(`${request.text}\n`);
  const session = new Session(terminal, withDefaults(commonOptions, {}));
  session.print(report, new Sources());
  return session.finish();
}
