#!/usr/bin/env node
import process from "node:process";
import { printable } from "../diagnostics/format-text.js";
import { reasonOf } from "../diagnostics/reason-of.js";
import { run } from "./run.js";
import { nodeTerminal } from "./terminal.js";

const { stdin, stderr, env } = process;
const canAsk = stdin.isTTY && stderr.isTTY && (env["CI"] ?? "") === "";

const terminal = nodeTerminal(process, (stream, failure) => {
  // The run goes on, since it may be changing files.
  process.once("exit", () => (process.exitCode = Number(process.exitCode ?? 0) || 1));
  if (stream === "standard output") terminal.err.write(unwritable(failure));
});
// process.exit() would cut off output that is still being written to a pipe.
process.exitCode = await run(process.argv.slice(2), {
  ...terminal,
  ...(canAsk && { asking: { output: stderr } }),
});

/** The message for a standard output that cannot be written. That of the standard error has nowhere to go. */
function unwritable(failure: Error): string {
  return `error: The standard output cannot be written (${printable(reasonOf(failure))}); free disk space or write to another file, then run again.\n`;
}
