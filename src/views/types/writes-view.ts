/** The file `writes.ts` of a module: the bodies of requests, apart from what is read, so that who reads pays for that alone. */
import { TYPE_MAP_FILE } from "./type-map-view.js";
import { mentions } from "../../code/code.js";
import { isStructured, parametersOf } from "../../edm/model.js";
import { typeFactsIn } from "../../facts/facts.js";
import type { Module } from "../../naming/modules.js";
import type { BannerView } from "../modules/banner.js";
import { entryImports, ModuleImports } from "../modules/imports.js";
import { fileOf, importPath, moduleImports, runtimePath, type ImportView } from "../modules/paths.js";
import type { Scope } from "../modules/scope.js";
import type { ViewContext } from "../view-context.js";
import { codesOf, type DeclarationView } from "./declaration-views.js";
import { parametersViews } from "./operation-views.js";
import { writeViews } from "./write-views.js";

export interface WritesView {
  readonly banner: BannerView;
  readonly edm: string | null;
  readonly types: string | null;
  readonly typeMap: string | null;
  readonly imports: readonly ImportView[];
  /** Other modules, which the flat one exports under their names. */
  readonly modules: readonly ImportView[];
  readonly declarations: readonly DeclarationView[];
}

/** Whether a module has anything that is written. */
function hasWrites(module: Module, { model, names }: ViewContext): boolean {
  return (
    model.elementsOf(module.namespace).some(isStructured) ||
    names.operationsIn(module).some((operation) => parametersOf(operation).length > 0)
  );
}

/** Whether a module has the file: it has something that is written, or is the flat one and exports those that have. */
export function hasWritesFile(module: Module, context: ViewContext): boolean {
  if (module.flat) return context.names.modules.some((one) => hasWrites(one, context));
  return hasWrites(module, context);
}

export function writesView(module: Module, context: ViewContext): WritesView {
  const { options } = context;
  const file = fileOf("writes", module);
  const imports = new ModuleImports(module);
  const declarations = declarationsOf(module, { context, imports: entryImports, writes: imports });
  const codes = declarations.flatMap(codesOf);
  const others = context.names.exportedBy(module).filter((other) => hasWritesFile(other, context));
  return {
    banner: context.banner,
    edm: mentions(codes, "edm") ? runtimePath(file, "edm", options) : null,
    types: mentions(codes, "types") ? importPath(file, "types.ts", options) : null,
    typeMap: mentions(codes, "typeMap") ? importPath(file, TYPE_MAP_FILE, options) : null,
    imports: imports.views("writes", file, options),
    modules: moduleImports(others, "writes", file, options),
    declarations,
  };
}

function declarationsOf(module: Module, scope: Scope): readonly DeclarationView[] {
  const { model, names, facts } = scope.context;
  const own = model.elementsOf(module.namespace);
  return [
    ...own.filter(isStructured).flatMap(({ name }) => writeViews(typeFactsIn(facts, name), scope)),
    ...names.operationsIn(module).flatMap((operation) => parametersViews(operation, scope)),
  ];
}
