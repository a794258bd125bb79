#!/usr/bin/env node
import process from "node:process";
import { run } from "./run.js";
import { nodeTerminal } from "./terminal.js";

// process.exit() would cut off output that is still being written to a pipe.
process.exitCode = await run(process.argv.slice(2), nodeTerminal(process));
