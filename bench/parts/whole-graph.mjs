import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inTurns } from "../measure/rounds.mjs";
import { usageOf } from "../measure/usage.mjs";
import { atMost } from "../report/budget.mjs";
import { megabytes, milliseconds, seconds, times } from "../report/figures.mjs";
import { generate, graphOutput } from "../subjects/tool.mjs";

const bareParse = fileURLToPath(new URL("../subjects/bare-parse.mjs", import.meta.url));

/** The whole of Graph into an empty folder, beside the floor: parsing it and nothing else. */
export function coldGraph({ tool, schema, folder }) {
  const output = join(folder, "cold");
  const cold = () => {
    rmSync(output, { recursive: true, force: true });
    return generate(tool, schema, output);
  };
  const { tool: ours, parse } = inTurns({ tool: cold, parse: () => usageOf([bareParse, schema]) }, 5);
  const ratio = ours.cpu / parse.cpu;
  return {
    title: "a. The whole of Microsoft Graph, cold",
    text: "Graph v1.0 (3.4 MB of CSDL) to types, validators and client in an empty folder, against the bare parse: a process that reads the same text with the validator and the parser of fast-xml-parser, and does nothing else. 5 rounds.",
    head: ["", "CPU", "× bare parse", "peak memory"],
    rows: [
      ["bare parse", seconds(parse.cpu), times(1), megabytes(parse.peak)],
      ["odata-codegen", seconds(ours.cpu), times(ratio), megabytes(ours.peak)],
    ],
    budgets: [
      atMost("Graph v1.0, cold, over the bare parse", 6, ratio, times),
      atMost("Graph v1.0, cold, peak memory", 350, ours.peak, megabytes),
      atMost("Graph v1.0, all that is written", 8, sizeOf(output), (size) => `${size.toFixed(2)} MB`),
    ],
  };
}

/** Megabytes of all files in a folder. */
function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => statSync(join(folder, path)));
  return files.filter((file) => file.isFile()).reduce((total, { size }) => total + size, 0) / 1e6;
}

/** A config file with Graph as its service. */
function configuredGraph({ schema, folder }) {
  const project = join(folder, "configured");
  mkdirSync(project, { recursive: true });
  const config = join(project, "odata-codegen.config.json");
  writeFileSync(config, JSON.stringify({ services: { graph: { input: schema, output: "out" } } }));
  return config;
}

/** A run that finds everything as it would write it. */
export function unchangedGraph(context) {
  const output = graphOutput(context);
  const config = configuredGraph(context);
  const subjects = {
    node: () => usageOf(["-e", "0"]),
    ours: () => generate(context.tool, context.schema, output),
    service: () => usageOf([context.tool, "generate", "--config", config]),
  };
  subjects.service();
  const { node, ours, service } = inTurns(subjects, 5);
  const ratio = ours.cpu / node.cpu;
  return {
    title: "b. The same, when nothing changed",
    text: "A run over an output that is up to date, beside `node -e 0`: of an input of the command line, and of a service of a config file with its names in the lock file. 5 rounds.",
    head: ["", "CPU", "× bare node", "peak memory"],
    rows: [
      ["node", milliseconds(node.cpu), times(1), megabytes(node.peak)],
      ["odata-codegen", milliseconds(ours.cpu), times(ratio), megabytes(ours.peak)],
      ["with a config and a lock file", milliseconds(service.cpu), times(service.cpu / node.cpu), megabytes(service.peak)],
    ],
    budgets: [atMost("Graph v1.0, nothing changed, over bare node", 5, ratio, times)],
  };
}
