import { type CommonOptions, commonOptions, type Option, type ValueOf, withDefaults } from "../config/options.js";
import { Sources } from "../diagnostics/position.js";
import { Report } from "../diagnostics/report.js";
import { optionValues } from "./option-values.js";
import { type ExitCode, Session } from "./session.js";
import type { Terminal } from "./terminal.js";

/** The options of a command by name. */
export type OptionTable = Readonly<Record<string, Option>>;

/** Options as they are given, each of the type that its table says. */
export type Given<T extends OptionTable> = { readonly [K in keyof T]?: ValueOf<T[K]> };

/** What a command is started with. */
export interface Call<T extends OptionTable> {
  readonly arguments: readonly string[];
  /** Without defaults: a config file may say what the command line does not. */
  readonly given: Given<T>;
  readonly common: CommonOptions;
  readonly cwd: string;
}

/** A command as it is declared; what it does is loaded when it is started. */
export interface Declaration<T extends OptionTable> {
  /** What follows its name in the usage line. */
  readonly usage: string;
  readonly summary: string;
  readonly options: T;
  /** Command lines, without the name of the tool, and what each does. */
  readonly examples: readonly (readonly [string, string])[];
  readonly load: () => Promise<{ run(call: Call<T>, session: Session): Promise<void> }>;
}

export interface Command extends Omit<Declaration<OptionTable>, "load"> {
  /** Values are as they are given, by flag without its dashes. */
  start(args: readonly string[], values: Readonly<Record<string, unknown>>, terminal: Terminal): Promise<ExitCode>;
}

/** A command that checks its options against its own table and the common one, then runs. */
export function command<T extends OptionTable>({ load, ...declaration }: Declaration<T>): Command {
  return {
    ...declaration,
    options: { ...declaration.options, ...commonOptions },
    async start(args, values, terminal) {
      const report = new Report();
      const common = withDefaults(commonOptions, optionValues(commonOptions, values, report));
      const given = optionValues(declaration.options, values, report);
      const session = new Session(terminal, common);
      session.print(report, new Sources());
      if (!report.failed) await (await load()).run({ arguments: args, given, common, cwd: terminal.cwd }, session);
      return session.finish();
    },
  };
}
