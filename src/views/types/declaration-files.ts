/**
 * The files of declarations of a module: `types.ts` has what is read, and others beside it what few programs need all of:
 * the members of enumerations, the answers with collections, and what is sent.
 */
import { mentions, type Code } from "../../code/code.js";
import type { SchemaElement } from "../../edm/elements.js";
import { isStructured, parametersOf } from "../../edm/model.js";
import { typeFactsIn } from "../../facts/facts.js";
import type { Module } from "../../naming/modules.js";
import type { BannerView } from "../modules/banner.js";
import { ModuleImports } from "../modules/imports.js";
import { fileOf, importPath, importView, moduleImports, runtimePath, type ImportView } from "../modules/paths.js";
import type { Scope } from "../modules/scope.js";
import type { ViewContext } from "../view-context.js";
import { codesOf, type DeclarationView } from "./declaration-views.js";
import { definitionView, enumView, valuesView } from "./enum-views.js";
import { MAPPED_FILE } from "../mapping/mapped-types.js";
import { parametersViews, resultViews } from "./operation-views.js";
import { collectionViews, interfaceView } from "./structured-views.js";
import { TYPE_MAP_FILE } from "./type-map-view.js";
import { writeViews } from "./write-views.js";

export type DeclarationFile = "types" | "values" | "responses" | "writes";

export interface DeclarationsView {
  readonly banner: BannerView;
  readonly imports: readonly ImportView[];
  /** Other modules, which the flat one exports under their names. */
  readonly modules: readonly ImportView[];
  /** The runtime, where the flat module exports the type of values with undeclared properties. */
  readonly dynamic: string | null;
  readonly declarations: readonly DeclarationView[];
}

/** Whether a module has the file: it declares something there, or is the flat one and exports those that do. */
export function hasFile(artifact: DeclarationFile, module: Module, context: ViewContext): boolean {
  if (module.flat) return context.names.modules.some((one) => declares(artifact, one, context));
  return declares(artifact, module, context);
}

function declares(artifact: DeclarationFile, module: Module, { model, names, usage }: ViewContext): boolean {
  const elements = model.elementsOf(module.namespace);
  const operations = names.operationsIn(module);
  switch (artifact) {
    case "types":
      return true;
    case "values":
      return elements.some(isEnum);
    case "responses":
      return (
        elements.some(({ name }) => usage.inCollections.has(name)) ||
        operations.some(({ returnType }) => returnType?.collection === true)
      );
    case "writes":
      return elements.some(isStructured) || operations.some((operation) => parametersOf(operation).length > 0);
  }
}

export function declarationsView(artifact: DeclarationFile, module: Module, context: ViewContext): DeclarationsView {
  const { names, options } = context;
  const file = fileOf(artifact, module);
  const imports = new ModuleImports(module, artifact);
  const declarations = declarationsOf(artifact, module, { context, imports });
  const others = names.exportedBy(module).filter((other) => hasFile(artifact, other, context));
  const isRoot = artifact === "types" && module.flat;
  return {
    banner: context.banner,
    imports: [...rootImports(file, declarations.flatMap(codesOf), context), ...imports.views(file, options)],
    modules: moduleImports(others, artifact, file, options),
    dynamic: isRoot && hasOpenTypes(context) ? runtimePath(file, "edm", context) : null,
    declarations,
  };
}

/** The imports of files that are not the same artifact of another module. */
function rootImports(file: string, codes: readonly Code[], context: ViewContext): readonly ImportView[] {
  const { options } = context;
  const roots = {
    edm: runtimePath(file, "edm", context),
    types: importPath(file, "types.ts", options),
    typeMap: importPath(file, TYPE_MAP_FILE, options),
    [context.mapped.identifier]: importPath(file, MAPPED_FILE, options),
  };
  return Object.entries(roots)
    .filter(([name]) => mentions(codes, name))
    .map(([name, path]) => importView(name as Code, path)); // the keys above
}

function hasOpenTypes({ facts, options }: ViewContext): boolean {
  return options.openTypes !== "any" && [...facts.types.values()].some(({ open }) => open);
}

function isEnum(element: SchemaElement) {
  return element.kind === "EnumType";
}

function declarationsOf(artifact: DeclarationFile, module: Module, scope: Scope): readonly DeclarationView[] {
  const { model, names, facts } = scope.context;
  const elements = model.elementsOf(module.namespace);
  const types = elements.filter(isStructured).map(({ name }) => typeFactsIn(facts, name));
  const operations = names.operationsIn(module);
  switch (artifact) {
    case "types":
      return [
        ...elements.filter((element) => element.kind === "EnumType").map((type) => enumView(type, scope)),
        ...elements.filter((element) => element.kind === "TypeDefinition").map((type) => definitionView(type, scope)),
        ...types.map((type) => interfaceView(type, scope)),
      ];
    case "values":
      return elements.filter((element) => element.kind === "EnumType").map((type) => valuesView(type, scope));
    case "responses":
      return [
        ...types.flatMap((type) => collectionViews(type, scope)),
        ...operations.flatMap((operation) => resultViews(operation, scope)),
      ];
    case "writes":
      return [
        ...types.flatMap((type) => writeViews(type, scope)),
        ...operations.flatMap((operation) => parametersViews(operation, scope)),
      ];
  }
}
