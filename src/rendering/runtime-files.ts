import { readFileSync } from "node:fs";
import type { Code } from "../code/code.js";
import { packageRoot } from "../installation/package.js";
import { runtimeName, type RuntimePart } from "../views/modules/paths.js";
import type { ViewOptions } from "../views/options.js";
import type { TemplateFile } from "../views/plan-files.js";
import type { ViewContext } from "../views/view-context.js";

/** The files of the runtime that each artifact imports. */
const parts: Readonly<Record<ViewOptions["emit"][number], readonly RuntimePart[]>> = {
  types: ["edm"],
  validators: ["validation"],
  client: ["client", "odata"],
  operations: [],
  examples: ["edm"],
  zod: ["validation"],
  "json-schema": [],
  query: ["client", "tanstack-query"],
  mock: ["client", "validation", "mock"],
};

/** The files of the runtime that the chosen artifacts need; none when the output imports them from the package. */
export function runtimeFiles(context: ViewContext): readonly TemplateFile[] {
  const { banner, options, model } = context;
  const { emit, runtime, importExtension } = options;
  if (runtime === "package") return [];
  const needed = new Set<RuntimePart>(["edm", ...emit.flatMap((artifact) => parts[artifact])]);
  const ending = importExtension === "none" ? "" : `.${importExtension}`;
  // The mock of the other protocols adds their form to that of OData 4.0.
  const shared = needed.has("mock") ? ["mock"] : [];
  const names = new Set([...[...needed].map((part) => runtimeName(part, model)), ...shared]);
  return [...names].toSorted().map((name) => ({
    path: `runtime/${name}.ts`,
    template: "runtime",
    view: { banner, text: runtimeText(name, ending) },
  }));
}

/** The end of an import or export of another file of the runtime. */
const IMPORT = /^((?:(?:import|export) .*)?[}*] from )"\.\/([\w-]+)\.js"(?=;$)/gm;

/** The build joins the modules in `src/runtime` to one file for each entry. */
function runtimeText(name: string, ending: string): Code {
  const text = readFileSync(new URL(`lib/runtime/${name}.ts`, packageRoot), "utf8").trimEnd();
  return text.replace(IMPORT, (_, before: string, file: string) => `${before}"./${file}${ending}"`) as Code;
}
