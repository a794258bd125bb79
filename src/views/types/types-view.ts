/** The file `types.ts` of a module. */
import { mentions } from "../../code/code.js";
import { isStructured } from "../../edm/model.js";
import { typeFactsIn } from "../../facts/facts.js";
import type { Module } from "../../naming/modules.js";
import { ModuleImports, writesEntryImports } from "../modules/imports.js";
import { fileOf, moduleImports, runtimePath, type ImportView } from "../modules/paths.js";
import type { Scope } from "../modules/scope.js";
import type { ViewContext } from "../view-context.js";
import { codesOf, type DeclarationView } from "./declaration-views.js";
import { definitionView, enumView } from "./enum-views.js";
import type { BannerView } from "../modules/banner.js";
import { resultViews } from "./operation-views.js";
import { structuredViews } from "./structured-views.js";

export interface TypesView {
  readonly banner: BannerView;
  readonly edm: string | null;
  readonly imports: readonly ImportView[];
  /** Other modules, which the flat one exports under their names. */
  readonly modules: readonly ImportView[];
  readonly declarations: readonly DeclarationView[];
  /** The runtime, where the flat module exports the type of values with undeclared properties. */
  readonly dynamic: string | null;
}

export function typesView(module: Module, context: ViewContext): TypesView {
  const { names, options } = context;
  const file = fileOf("types", module);
  const imports = new ModuleImports(module);
  const scope = { context, imports, writes: writesEntryImports };
  const declarations = declarationsOf(module, scope);
  return {
    banner: context.banner,
    edm: mentions(declarations.flatMap(codesOf), "edm") ? runtimePath(file, "edm", options) : null,
    imports: imports.views("types", file, options),
    modules: moduleImports(names.exportedBy(module), "types", file, options),
    declarations,
    dynamic: module.flat && hasOpenTypes(context) ? runtimePath(file, "edm", options) : null,
  };
}

function hasOpenTypes({ facts, options }: ViewContext): boolean {
  return options.openTypes !== "any" && [...facts.types.values()].some(({ open }) => open);
}

function declarationsOf(module: Module, scope: Scope): readonly DeclarationView[] {
  const { model, names, facts } = scope.context;
  const own = model.elementsOf(module.namespace);
  return [
    ...own.filter((element) => element.kind === "EnumType").map((type) => enumView(type, scope)),
    ...own.filter((element) => element.kind === "TypeDefinition").map((type) => definitionView(type, scope)),
    ...own.filter(isStructured).flatMap(({ name }) => structuredViews(typeFactsIn(facts, name), scope)),
    ...names.operationsIn(module).flatMap((operation) => resultViews(operation, scope)),
  ];
}
