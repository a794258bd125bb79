/** Where output files lie and how they import each other. */
import type { ViewOptions } from "../options.js";
import { fitsLine } from "../../code/lines.js";
import type { Module } from "../../naming/modules.js";
import type { Code } from "../../code/code.js";
import type { Model } from "../../edm/model.js";
import type { ViewContext } from "../view-context.js";

/** The files of a module, in the order in which the index exports them. */
export const codeArtifacts = ["types", "values", "responses", "writes", "validators", "client"] as const;

export type CodeArtifact = (typeof codeArtifacts)[number];

/** An import or export of another file under one name, e.g. `import type * as callRecords from "./types/callRecords.js"`. */
export interface ImportView {
  readonly name: Code;
  readonly path: string;
  /** Whether the path begins a line. */
  readonly broken: boolean;
}

export function importView(name: Code, path: string): ImportView {
  return { name, path, broken: !fitsLine(`import type * as ${name} from "${path}";`) };
}

/** `types.ts` for the flat module, `types/callRecords.ts` for another. */
export function fileOf(artifact: CodeArtifact | "namespaces" | "zod", module: Module): string {
  return module.flat ? `${artifact}.ts` : `${artifact}/${module.identifier}.ts`;
}

/** A relative import specifier from one output file to another. */
export function importPath(from: string, to: string, { importExtension }: ViewOptions): string {
  const up = from.split("/").length - 1;
  const bare = to.replace(/\.ts$/, "");
  const extension = importExtension === "none" ? "" : `.${importExtension}`;
  return `${up === 0 ? "./" : "../".repeat(up)}${bare}${extension}`;
}

/** How a file reaches the files of other modules. */
export function moduleImports(
  modules: readonly Module[],
  artifact: CodeArtifact | "namespaces" | "zod",
  from: string,
  options: ViewOptions,
): readonly ImportView[] {
  return modules.map((module) => importView(module.identifier, importPath(from, fileOf(artifact, module), options)));
}

export type RuntimePart = "edm" | "validation" | "client" | "odata" | "tanstack-query" | "mock";

/** The name of a file of the runtime. Services of OData 2.0 and 3.0 have files of their own but for the primitive types. */
export function runtimeName(part: RuntimePart, { protocol }: Pick<Model, "protocol">): string {
  return protocol === "4.0" || part === "edm" ? part : `${part}-v2`;
}

/** The runtime module that a file imports: beside the output, or the package. */
export function runtimePath(from: string, part: RuntimePart, { options, model }: ViewContext): string {
  const name = runtimeName(part, model);
  return options.runtime === "package"
    ? `@odata-codegen/runtime/${name}`
    : importPath(from, `runtime/${name}.ts`, options);
}
