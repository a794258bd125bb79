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
  const session = new Session(terminal, { ...withDefaults(commonOptions, {}), format: formatIn(args) });
  try {
    const request = parseCommandLine(args, commands, terminal.out.columns, report);
    if (request?.state === "start") return await request.command.start(request, report, terminal);
    if (request !== undefined) {
      if (request.text !== "") terminal.out.write(`${request.text}\n`);
      return 0;
    }
    session.print(report, new Sources());
  } catch (failure) {
    session.fail(failure);
  }
  return session.finish();
}

/** The format of diagnostics about a command line that names no command, whose options are not parsed. */
function formatIn(args: readonly string[]): "text" | "json" | "github" {
  const value = args.join("\n").match(/^--format[=\n](json|github)$/m)?.[1];
  return value === "json" || value === "github" ? value : "text";
}
