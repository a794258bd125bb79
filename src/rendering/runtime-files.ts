import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../installation/package.js";
import type { ViewOptions } from "../views/options.js";
import type { OutputFile } from "./render.js";

/** The modules of the runtime that the files of each artifact import. */
const roots: Readonly<Record<ViewOptions["emit"][number], readonly string[]>> = {
  types: ["edm"],
  validators: ["validation"],
  client: ["client"],
  operations: [],
  examples: ["edm"],
};

/** The modules of the runtime that the chosen artifacts need; none when the output imports them from the package. */
export function runtimeFiles({ emit, runtime, importExtension }: ViewOptions): readonly OutputFile[] {
  if (runtime === "package") return [];
  const sources = runtimeSources();
  const needed = new Set(["edm", ...emit.flatMap((artifact) => roots[artifact])]);
  for (const name of needed) for (const imported of importsOf(sources.get(name) ?? "")) needed.add(imported);
  const ending = importExtension === "none" ? "" : `.${importExtension}`;
  return [...needed].toSorted().map((name) => ({
    path: `runtime/${name}.ts`,
    text: (sources.get(name) ?? "").replace(
      IMPORT,
      (_, before: string, file: string) => `${before}"./${file}${ending}"`,
    ),
  }));
}

/** An import within the runtime. Its folders are left out in the output, where all modules lie in one. */
const IMPORT = /(\bfrom )"\.{1,2}\/(?:[\w-]+\/)?([\w-]+)\.js"(?=;)/g;

function importsOf(source: string): readonly string[] {
  return [...source.matchAll(IMPORT)].flatMap(([, , file]) => file ?? []);
}

/** The sources of the runtime, which are part of the package, by file name without extension. */
function runtimeSources(): ReadonlyMap<string, string> {
  const folder = fileURLToPath(new URL("src/runtime/", packageRoot));
  return new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => [basename(path, ".ts"), readFileSync(join(folder, path), "utf8")]),
  );
}
