import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { usageOf } from "../measure/usage.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Builds the tool into a folder of its own, where an app has it: it stays the same while it is measured. */
export function buildTool(folder) {
  for (const name of [
    "package.json",
    "bundle.js",
    "join-runtime.js",
    "join-declarations.js",
    "templates",
    "src",
  ])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  step(folder, join(root, "node_modules/typescript/bin/tsc"), [
    "-p",
    join(root, "src"),
    "--outDir",
    join(folder, "dist"),
  ]);
  step(folder, join(folder, "bundle.js"), []);
  return join(folder, "lib/odata-codegen.js");
}

function step(folder, program, options) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...options], {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The tool cannot be built:\n${stdout}${stderr}`);
}

/** Generates types, validators and client of one input; anything but success ends the bench. */
export function generate(tool, input, output, options = []) {
  const usage = usageOf([tool, "generate", input, "-o", output, ...options]);
  if (usage.status !== 0) throw new Error(`generate ended with ${usage.status}:\n${usage.said}`);
  return usage;
}

/** Makes one CSDL document of an input. */
export function convert(tool, input, output) {
  const usage = usageOf([tool, "convert", input, "--to", "csdl-xml", "-o", output, "--quiet"]);
  if (usage.status !== 0) throw new Error(`convert ended with ${usage.status}:\n${usage.said}`);
  return usage;
}

/** The schema of the context as CSDL JSON. */
export function schemaAsJson({ tool, schema, folder }) {
  const file = join(folder, "graph.json");
  const { status, said } = usageOf([tool, "convert", schema, "--to", "csdl-json", "-o", file]);
  if (status !== 0) throw new Error(`convert ended with ${status}:\n${said}`);
  return JSON.parse(readFileSync(file, "utf8"));
}

/** The output for the whole of Graph, made when it is first asked for: as `ts`, or as `js` with declarations. */
export function graphOutput({ tool, schema, folder }, format = "ts") {
  const output = join(folder, format === "ts" ? "graph" : `graph-${format}`);
  if (!existsSync(output)) generate(tool, schema, output, ["--emit-format", format]);
  return output;
}
