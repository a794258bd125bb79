/** The file `index.ts`, and the files that join the artifacts of a namespace. */
import { codeArtifacts } from "../options.js";
import type { Module } from "../../naming/modules.js";
import { fileOf, importPath, moduleImports, type ImportView } from "./paths.js";
import { bannerOf, type BannerView } from "./banner.js";
import type { ViewContext } from "../view-context.js";

export interface IndexView {
  readonly banner: BannerView;
  readonly paths: readonly string[];
  readonly modules: readonly ImportView[];
}

export function indexView(context: ViewContext): IndexView {
  const { names, options } = context;
  const emitted = codeArtifacts.filter((artifact) => options.emit.includes(artifact));
  return {
    banner: bannerOf(context),
    paths: emitted.map((artifact) => importPath("index.ts", `${artifact}.ts`, options)),
    modules: moduleImports(names.modules.slice(1), "namespaces", "index.ts", options),
  };
}

export interface NamespaceView {
  readonly banner: BannerView;
  readonly paths: readonly string[];
}

export function namespaceView(module: Module, context: ViewContext): NamespaceView {
  const { options } = context;
  const file = fileOf("namespaces", module);
  const emitted = codeArtifacts.filter((artifact) => options.emit.includes(artifact));
  return {
    banner: bannerOf(context),
    paths: emitted.map((artifact) => importPath(file, fileOf(artifact, module), options)),
  };
}
