/**
 * The file `validators.ts` of a module: one schema for every shape of every type. A constant whose initializer uses an
 * import directly costs the compiler a walk through all constants before it, which takes seconds for thousands of them.
 * So schemas are made by local functions, of arrow functions that return the check.
 */
import { code, joined, mentions, type Code } from "../../code/code.js";
import type { EnumType, Operation, TypeRef } from "../../edm/elements.js";
import { isAbstract, isStructured } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { edmTypeOf } from "../../edm/primitive-types.js";
import { operationFactsIn, typeFactsIn } from "../../facts/facts.js";
import type { TypeFacts } from "../../facts/type-facts.js";
import { facetsOf } from "../../facts/value-facts.js";
import type { WriteShape } from "../../edm/examples/example-types.js";
import { nullItemsOf } from "../../facts/presence.js";
import type { Authority } from "../../edm/authority.js";
import { itemFlags } from "./check-flags.js";
import { functionsOf, type Module } from "../../naming/modules.js";
import { FileImports, type FileImportView } from "../modules/imports.js";
import { fileOf, importPath, moduleImports, runtimePath, type ImportView } from "../modules/paths.js";
import { reachOperation, reachRole, reachType } from "../modules/scope.js";
import { listsDerived } from "../types/type-expression.js";
import type { ViewContext } from "../view-context.js";
import type { CheckNames } from "./check-names.js";
import { CHECKS_FILE } from "./checks-view.js";
import type { BannerView } from "../modules/banner.js";
import { itemCheckOf } from "./primitive-checks.js";
import {
  bothForms,
  kinds,
  schemaView,
  wirePage,
  type SchemaKindView,
  type SchemaConstantView,
} from "./schema-views.js";
import type { CheckScope } from "./value-checks.js";

export interface ValidatorsView {
  readonly banner: BannerView;
  readonly validation: string;
  readonly imports: readonly FileImportView[];
  readonly checks: string | null;
  readonly modules: readonly ImportView[];
  /** The kinds of schemas that the file has. */
  readonly kinds: readonly SchemaKindView[];
  readonly schemas: readonly SchemaConstantView[];
  /** What is exported once, from the flat module. */
  readonly root: { readonly functions: readonly Code[]; readonly wire: boolean } | null;
}

export function validatorsView(module: Module, context: ViewContext, checks: CheckNames): ValidatorsView {
  const { names, options } = context;
  const file = fileOf("validators", module);
  const imports = new FileImports(module);
  const schemas = schemasOf(module, { context, checks, imports });
  const usesChecks = mentions(
    schemas.map(({ checked }) => checked),
    "checks",
  );
  return {
    banner: context.banner,
    validation: runtimePath(file, "validation", context),
    imports: imports.views(file, options),
    checks: usesChecks ? importPath(file, CHECKS_FILE, options) : null,
    modules: moduleImports(names.exportedBy(module), "validators", file, options),
    kinds: kinds.filter(({ kind }) => schemas.some((schema) => schema.kind === kind)),
    schemas,
    root: module.flat ? rootExports(context) : null,
  };
}

function rootExports({ model }: ViewContext): ValidatorsView["root"] {
  const functions = functionsOf(model).map((name) => name as Code); // names in the runtime
  return { functions, wire: model.protocol !== "4.0" };
}

function schemasOf(module: Module, scope: CheckScope): readonly SchemaConstantView[] {
  const { model, names, facts } = scope.context;
  const own = model.elementsOf(module.namespace);
  return [
    ...own.filter((element) => element.kind === "EnumType").map((type) => enumSchema(type, scope)),
    ...own.filter(isStructured).flatMap(({ name }) => structuredSchemas(typeFactsIn(facts, name), scope)),
    ...names.operationsIn(module).flatMap((operation) => operationSchemas(operation, scope)),
  ];
}

function enumSchema({ name, flags }: EnumType, scope: CheckScope): SchemaConstantView {
  const known = reachType(name, scope);
  return schemaView({
    name: scope.context.names.role(name, "schema"),
    type: flags === true ? code`v.Flags<${known}>` : known,
    kind: flags === true ? code`flags` : code`member`,
    checked: reachRole(name, "values", scope),
  });
}

function structuredSchemas(type: TypeFacts, scope: CheckScope): readonly SchemaConstantView[] {
  const { kind, name } = type;
  const { usage } = scope.context;
  const read = readSchemas(name, scope);
  // A complex value is no body of its own: it is checked within the entity or the parameters that hold it.
  if (kind === "ComplexType") return read;
  return [
    ...read,
    ...writeSchemas(name, scope),
    ...(usage.inCollections.has(name) ? collectionSchemas(name, scope) : []),
  ];
}

function readSchemas(name: QualifiedName, scope: CheckScope): readonly SchemaConstantView[] {
  const { context, checks } = scope;
  const { usage, names } = context;
  const type = reachType(name, scope);
  const own = { type, name: names.role(name, "schema"), checked: ofAbstract(name, checks.type(name), scope) };
  const views = bothForms(own, code`Wire`, () => names.role(name, "wireSchema"), scope);
  if (!usage.withDerived.has(name)) return views;
  const orDerived = {
    type,
    name: names.role(name, "orDerivedSchema"),
    checked: code`checks.${checks.variants(name)}`,
  };
  return [...views, ...bothForms(orDerived, code`Wire`, () => names.role(name, "orDerivedWireSchema"), scope)];
}

function writeSchemas(name: QualifiedName, scope: CheckScope): readonly SchemaConstantView[] {
  const { context, checks } = scope;
  const { usage, names } = context;
  const create = { kind: code`create`, type: reachRole(name, "create", scope) };
  const update = { kind: code`update`, type: reachRole(name, "update", scope) };
  const own = [
    schemaView({
      ...create,
      name: names.role(name, "createSchema"),
      checked: ofAbstract(name, checks.created(name), scope),
    }),
    schemaView({ ...update, name: names.role(name, "updateSchema"), checked: code`checks.${checks.type(name)}` }),
  ];
  if (!usage.writtenWithDerived.has(name)) return own;
  return [
    ...own,
    schemaView({
      ...create,
      type: orDerivedType(name, "create", scope),
      name: names.role(name, "createOrDerivedSchema"),
      checked: code`checks.${checks.createdVariants(name)}`,
    }),
    schemaView({
      ...update,
      type: orDerivedType(name, "update", scope),
      name: names.role(name, "updateOrDerivedSchema"),
      checked: code`checks.${checks.variants(name)}`,
    }),
  ];
}

/** A body of an abstract entity type has to name another; where none is derived, the check of the type demands that. */
function ofAbstract(name: QualifiedName, check: Code, { context: { model, facts } }: CheckScope): Code {
  const { kind, leaf } = typeFactsIn(facts, name);
  const named = kind === "EntityType" && !leaf && isAbstract(name, model);
  return named ? code`v.abstract(checks.${check})` : code`checks.${check}`;
}

/** Where very many types are derived, a body is one of the base, which has fewer properties. */
function orDerivedType(name: QualifiedName, shape: WriteShape, scope: CheckScope): Code {
  return reachRole(name, listsDerived(name, scope) ? `${shape}OrDerived` : shape, scope);
}

function collectionSchemas(name: QualifiedName, scope: CheckScope): readonly SchemaConstantView[] {
  const { names } = scope.context;
  const parts = {
    name: names.role(name, "collectionSchema"),
    type: reachRole(name, "collection", scope),
    checked: code`v.collectionResponse(checks.${scope.checks.type(name)})`,
  };
  return bothForms(parts, wirePage(scope), () => names.role(name, "collectionWireSchema"), scope);
}

function operationSchemas(operation: Operation, scope: CheckScope): readonly SchemaConstantView[] {
  const { kind, parameters, result } = operationFactsIn(scope.context.facts, operation);
  const check = result?.type.collection === true ? responseCheck(result.type, operation.by, scope) : undefined;
  return [
    ...(kind === "Action" && parameters.length > 0 ? [parametersSchema(operation, scope)] : []),
    ...(check === undefined ? [] : resultSchemas(operation, check, scope)),
  ];
}

function parametersSchema(operation: Operation, scope: CheckScope): SchemaConstantView {
  return schemaView({
    name: scope.context.names.operation(operation, "parametersSchema"),
    type: reachOperation(operation, "parameters", scope),
    kind: code`create`,
    checked: code`checks.${scope.checks.parameters(operation)}`,
  });
}

function resultSchemas(operation: Operation, checked: Code, scope: CheckScope): readonly SchemaConstantView[] {
  const { names } = scope.context;
  const parts = {
    name: names.operation(operation, "resultSchema"),
    type: reachOperation(operation, "result", scope),
    checked,
  };
  return bothForms(parts, wirePage(scope), () => names.operation(operation, "resultWireSchema"), scope);
}

/** The check of a response with a collection of this type; undefined where nothing can be checked of its items. */
function responseCheck(ref: TypeRef, by: Authority, scope: CheckScope): Code | undefined {
  const { model } = scope.context;
  const name = ref.type;
  const type = model.type(name);
  const flags = itemFlags(nullItemsOf(ref, by, model));
  if (type === undefined || type.kind === "TypeDefinition") {
    const primitive = edmTypeOf(type?.underlyingType ?? name);
    const check = primitive && itemCheckOf(primitive, facetsOf(ref, model));
    return check === undefined || check === "v.known"
      ? undefined
      : code`v.valuesResponse(${joined([check, ...flags], ", ")})`;
  }
  if (isStructured(type)) return code`v.collectionResponse(checks.${scope.checks.type(name)})`;
  return code`v.membersResponse(${joined([reachRole(name, "values", scope), ...flags], ", ")})`;
}
