import { type CommonOptions, commonOptions } from "../config/options/common.js";
import { type GivenOptions, type OptionTable, withDefaults } from "../config/options/option.js";
import { Sources } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import { type ExitCode, Session } from "./session.js";
import type { Environment, Terminal } from "./terminal.js";

/** The input of a command. */
export interface Call<T extends OptionTable> {
  readonly arguments: readonly string[];
  /** Without defaults, since the config file may set what the command line does not. */
  readonly given: GivenOptions<T>;
  readonly common: CommonOptions;
  readonly cwd: string;
  readonly env: Environment;
}

/** A command as `commands.ts` declares it. */
export interface Declaration<T extends OptionTable> {
  /** The usage line after the command's name. */
  readonly usage: string;
  readonly summary: string;
  readonly options: T;
  /** Command lines without the tool's name, each with a description. */
  readonly examples: readonly (readonly [line: string, description: string])[];
  /** Imports the code of the command, so that the others load faster. */
  readonly load: () => Promise<{ run(call: Call<T>, session: Session): Promise<void> }>;
}

/** A command line that begins with a command. */
export interface Invocation {
  readonly args: readonly string[];
  /** The given options by name, each checked against the option table. */
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Command extends Omit<Declaration<OptionTable>, "load"> {
  /** Prints the report, and runs the command unless the report has errors. */
  start(invocation: Invocation, report: Report, terminal: Terminal): Promise<ExitCode>;
}

/** Adds the common options to a command. */
export function command<T extends OptionTable>({ load, ...declaration }: Declaration<T>): Command {
  return {
    ...declaration,
    options: { ...declaration.options, ...commonOptions },
    async start({ args, values }, report, terminal) {
      const common = withDefaults(commonOptions, values as GivenOptions<typeof commonOptions>);
      const session = new Session(terminal, common);
      session.print(report, new Sources());
      const call = { arguments: args, given: values as GivenOptions<T>, common, cwd: terminal.cwd, env: terminal.env };
      try {
        if (!report.failed) await (await load()).run(call, session);
      } catch (failure) {
        session.fail(failure);
      }
      return session.finish();
    },
  };
}
