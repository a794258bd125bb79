/** The file `types.ts` of a module. */
import { mentions, type Code } from "../../code/code.js";
import { compareText, isStructured } from "../../edm/model.js";
import { typeFactsIn } from "../../facts/facts.js";
import type { Module } from "../../naming/modules.js";
import { ModuleImports } from "../modules/imports.js";
import { fileOf, moduleImports, runtimePath, type ImportView } from "../modules/paths.js";
import { reachType, type Scope } from "../modules/scope.js";
import type { ViewContext } from "../view-context.js";
import type { DeclarationView } from "./declaration-views.js";
import { definitionView, enumView } from "./enum-views.js";
import { operationViews } from "./operation-views.js";
import { structuredViews } from "./structured-views.js";

export interface TypesView {
  readonly edm: string | null;
  readonly imports: readonly ImportView[];
  /** Other modules, which the flat one exports under their names. */
  readonly modules: readonly ImportView[];
  readonly declarations: readonly DeclarationView[];
  /** In the flat module: every type by the name that `@odata.type` gives it. */
  readonly typeMap: TypeMapView | null;
}

export interface TypeMapView {
  readonly entries: readonly { readonly name: string; readonly type: Code }[];
}

export function typesView(module: Module, context: ViewContext): TypesView {
  const { names, options } = context;
  const file = fileOf("types", module);
  const imports = new ModuleImports(module);
  const scope = { context, imports };
  const declarations = declarationsOf(module, scope);
  const typeMap = module.flat ? typeMapOf(scope) : null;
  return {
    edm: mentions(declarations.flatMap(codesOf), "edm") ? runtimePath(file, "edm", options) : null,
    imports: imports.views("types", file, options),
    modules: moduleImports(names.exportedBy(module), "types", file, options),
    declarations,
    typeMap,
  };
}

function declarationsOf(module: Module, scope: Scope): readonly DeclarationView[] {
  const { model, names, facts } = scope.context;
  const own = model.elementsOf(module.namespace);
  return [
    ...own.filter((element) => element.kind === "EnumType").map((type) => enumView(type, scope)),
    ...own.filter((element) => element.kind === "TypeDefinition").map((type) => definitionView(type, scope)),
    ...own.filter(isStructured).flatMap(({ name }) => structuredViews(typeFactsIn(facts, name), scope)),
    ...names.operationsIn(module).flatMap((operation) => operationViews(operation, scope)),
  ];
}

function codesOf(declaration: DeclarationView): readonly Code[] {
  return declaration.partial === "interface" ? declaration.members.map(({ type }) => type) : [declaration.type];
}

function typeMapOf(scope: Scope): TypeMapView {
  const names = scope.context.model.structuredTypes.map(({ name }) => name);
  return { entries: names.sort(compareText).map((name) => ({ name, type: reachType(name, scope) })) };
}
