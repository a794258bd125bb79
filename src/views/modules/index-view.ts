/** The file `index.ts`, and the files that join the artifacts of a namespace. */
import type { Module } from "../../naming/modules.js";
import {
  codeArtifacts,
  fileOf,
  importPath,
  importView,
  moduleImports,
  type CodeArtifact,
  type ImportView,
} from "./paths.js";
import { MAPPED_FILE } from "../mapping/mapped-types.js";
import { hasMapped } from "../mapping/mapped-view.js";
import { hasTypeMap } from "../types/type-map-view.js";
import { hasFile } from "../types/declaration-files.js";
import type { BannerView } from "./banner.js";
import type { ViewContext } from "../view-context.js";

export interface IndexView {
  readonly banner: BannerView;
  readonly paths: readonly string[];
  readonly modules: readonly ImportView[];
}

export function indexView(context: ViewContext): IndexView {
  const { names, options } = context;
  return {
    banner: context.banner,
    paths: names.modules
      .slice(0, 1)
      .flatMap((flat) => emitted(flat, context))
      .flatMap((artifact) => (artifact === "types" && hasTypeMap(context) ? [artifact, "type-map"] : [artifact]))
      .map((file) => importPath("index.ts", `${file}.ts`, options)),
    modules: [
      ...moduleImports(names.modules.slice(1), "namespaces", "index.ts", options),
      ...(hasMapped(context) && options.emit.includes("types")
        ? [importView(context.mapped.identifier, importPath("index.ts", MAPPED_FILE, options))]
        : []),
    ],
  };
}

export interface NamespaceView {
  readonly banner: BannerView;
  readonly paths: readonly string[];
}

export function namespaceView(module: Module, context: ViewContext): NamespaceView {
  const file = fileOf("namespaces", module);
  const artifacts = emitted(module, context);
  return {
    banner: context.banner,
    paths: artifacts.map((artifact) => importPath(file, fileOf(artifact, module), context.options)),
  };
}

function emitted(module: Module, context: ViewContext): readonly CodeArtifact[] {
  return codeArtifacts.filter((artifact) => isEmitted(artifact, module, context));
}

function isEmitted(artifact: CodeArtifact, module: Module, context: ViewContext): boolean {
  switch (artifact) {
    case "validators":
    case "client":
      return context.options.emit.includes(artifact);
    default:
      return context.options.emit.includes("types") && hasFile(artifact, module, context);
  }
}
