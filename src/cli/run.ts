import { commonOptions, withDefaults } from "../config/options.js";
import { Sources } from "../diagnostics/position.js";
import { Report } from "../diagnostics/report.js";
import { commands } from "./commands.js";
import { parseArguments } from "./parse-arguments.js";
import { type ExitCode, Session } from "./session.js";
import type { Terminal } from "./terminal.js";

/** Does what a command line asks for. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const report = new Report();
  const parsed = parseArguments(args, commands, terminal.out.columns ?? 100, report);
  if (parsed?.state === "start") return parsed.command.start(parsed.args, parsed.values, terminal);
  if (parsed !== undefined) terminal.out.write(`${parsed.text}\n`);
  const session = new Session(terminal, withDefaults(commonOptions, {}));
  session.print(report, new Sources());
  return session.finish();
}
