#!/usr/bin/env node
import process from "node:process";
import { internalError } from "./internal-error.js";
import { run } from "./run.js";
import { nodeTerminal } from "./terminal.js";

const terminal = nodeTerminal(process);
try {
  // Not process.exit: what is still on its way to a pipe would be lost.
  process.exitCode = await run(process.argv.slice(2), terminal);
} catch (failure) {
  terminal.err.write(internalError(failure, terminal.env));
  process.exitCode = 1;
}
