#!/usr/bin/env node
import process from "node:process";
import { printable } from "../diagnostics/format-text.js";
import { run } from "./run.js";
import { type Environment, nodeTerminal } from "./terminal.js";

const terminal = nodeTerminal(process);
try {
  // process.exit() would cut off output that is still being written to a pipe.
  process.exitCode = await run(process.argv.slice(2), terminal);
} catch (failure) {
  terminal.err.write(internalError(failure, terminal.env));
  process.exitCode = 1;
}

/** The message for a bug in the tool, with the stack if ODATA_CODEGEN_DEBUG is set. */
function internalError(failure: unknown, env: Environment): string {
  const { message, stack } = failure instanceof Error ? failure : new Error(String(failure));
  const line = `internal error: ${printable(message)}; this is a bug of odata-codegen, please report it in the issues of its repository\n`;
  const debug = (env["ODATA_CODEGEN_DEBUG"] ?? "") !== "";
  return debug ? `${line}${stack ?? ""}\n` : line;
}
