/**
 * The file `validators.ts` of a module: three exports for every shape of every type. They are functions and plain
 * objects: a constant made by a call at the top of the module would cost the compiler a walk through all constants
 * before it, which takes minutes for thousands of them.
 */
import { code, mentions, type Code } from "../../code/code.js";
import type { EnumType, Operation } from "../../edm/elements.js";
import { isStructured } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { edmTypeOf } from "../../edm/primitive-types.js";
import { operationFactsIn, typeFactsIn } from "../../facts/facts.js";
import type { TypeFacts } from "../../facts/type-facts.js";
import type { Module } from "../../naming/modules.js";
import { TypesImports, type TypesImportView } from "../modules/imports.js";
import { fileOf, importPath, moduleImports, runtimePath, type ImportView } from "../modules/paths.js";
import { reachOperation, reachRole, reachType } from "../modules/scope.js";
import type { ViewContext } from "../view-context.js";
import type { CheckNames } from "./check-names.js";
import { CHECKS_FILE } from "./checks-view.js";
import { helperOf, type CheckScope } from "./value-checks.js";

export interface ValidatorsView {
  readonly validation: string;
  readonly types: readonly TypesImportView[];
  readonly writes: readonly TypesImportView[];
  readonly checks: string | null;
  readonly modules: readonly ImportView[];
  readonly validators: readonly ValidatorView[];
  /** Whether the types of results are exported too: once, from the flat module. */
  readonly root: boolean;
}

export interface ValidatorView {
  readonly type: Code;
  readonly is: Code;
  readonly validate: Code;
  readonly schema: Code;
  /** The functions of the runtime behind the exports, and their arguments after the value. */
  readonly guard: Code;
  readonly validator: Code;
  readonly arguments: Code;
}

export function validatorsView(module: Module, context: ViewContext, checks: CheckNames): ValidatorsView {
  const { names, options } = context;
  const file = fileOf("validators", module);
  const imports = new TypesImports(names, module);
  const writes = new TypesImports(names, module, "writes");
  const validators = validatorsOf(module, { context, checks, imports, writes });
  const usesChecks = mentions(
    validators.map((validator) => validator.arguments),
    "checks",
  );
  return {
    validation: runtimePath(file, "validation", options),
    types: imports.views(file, options),
    writes: writes.views(file, options),
    checks: usesChecks ? importPath(file, CHECKS_FILE, options) : null,
    modules: moduleImports(names.exportedBy(module), "validators", file, options),
    validators,
    root: module.flat,
  };
}

function validatorsOf(module: Module, scope: CheckScope): readonly ValidatorView[] {
  const { model, names, facts } = scope.context;
  const own = model.elementsOf(module.namespace);
  return [
    ...own.filter((element) => element.kind === "EnumType").map((type) => enumValidator(type, scope)),
    ...own.filter(isStructured).flatMap(({ name }) => structuredValidators(typeFactsIn(facts, name), scope)),
    ...names.operationsIn(module).flatMap((operation) => operationValidators(operation, scope)),
  ];
}

function enumValidator({ name, flags }: EnumType, scope: CheckScope): ValidatorView {
  const known = reachType(name, scope);
  return {
    type: flags === true ? code`v.Flags<${known}>` : known,
    ...readNames(name, scope),
    guard: flags === true ? code`isFlags` : code`isMember`,
    validator: flags === true ? code`validateFlags` : code`validateMember`,
    arguments: scope.imports.values(name),
  };
}

function readNames(
  name: QualifiedName,
  { context: { names } }: CheckScope,
): Pick<ValidatorView, "is" | "validate" | "schema"> {
  return {
    is: names.role(name, "is"),
    validate: names.role(name, "validate"),
    schema: names.role(name, "schema"),
  };
}

/** How a value of a structured type is checked. */
const OBJECTS = { guard: code`is`, validator: code`validate` };

function structuredValidators({ kind, name }: TypeFacts, scope: CheckScope): readonly ValidatorView[] {
  const { usage } = scope.context;
  const check = code`checks.${scope.checks.type(name)}`;
  const asRead = { type: reachType(name, scope), ...readNames(name, scope), arguments: check, ...OBJECTS };
  // A complex value is no body of its own: it is checked within the entity or the parameters that hold it.
  if (kind === "ComplexType") return [asRead];
  return [
    asRead,
    createValidator(name, check, scope),
    updateValidator(name, check, scope),
    ...(usage.inCollections.has(name) ? [collectionValidator(name, check, scope)] : []),
  ];
}

function createValidator(name: QualifiedName, check: Code, scope: CheckScope): ValidatorView {
  const { names } = scope.context;
  return {
    type: reachRole(name, "create", scope),
    is: names.role(name, "isCreate"),
    validate: names.role(name, "validateCreate"),
    schema: names.role(name, "createSchema"),
    arguments: code`${check}, v.create`,
    ...OBJECTS,
  };
}

function updateValidator(name: QualifiedName, check: Code, scope: CheckScope): ValidatorView {
  const { names } = scope.context;
  return {
    type: reachRole(name, "update", scope),
    is: names.role(name, "isUpdate"),
    validate: names.role(name, "validateUpdate"),
    schema: names.role(name, "updateSchema"),
    arguments: code`${check}, v.update`,
    ...OBJECTS,
  };
}

function collectionValidator(name: QualifiedName, check: Code, scope: CheckScope): ValidatorView {
  const { names } = scope.context;
  return {
    type: reachRole(name, "collection", scope),
    is: names.role(name, "isCollection"),
    validate: names.role(name, "validateCollection"),
    schema: names.role(name, "collectionSchema"),
    arguments: code`v.collectionResponse(${check})`,
    ...OBJECTS,
  };
}

function operationValidators(operation: Operation, scope: CheckScope): readonly ValidatorView[] {
  const { kind, parameters, result } = operationFactsIn(scope.context.facts, operation);
  const item = result?.type.collection === true ? itemCheck(result.type.type, scope) : undefined;
  return [
    ...(kind === "Action" && parameters.length > 0 ? [parametersValidator(operation, scope)] : []),
    ...(item === undefined ? [] : [resultValidator(operation, item, scope)]),
  ];
}

function parametersValidator(operation: Operation, scope: CheckScope): ValidatorView {
  const { names } = scope.context;
  return {
    type: reachOperation(operation, "parameters", scope),
    is: names.operation(operation, "isParameters"),
    validate: names.operation(operation, "validateParameters"),
    schema: names.operation(operation, "parametersSchema"),
    arguments: code`checks.${scope.checks.parameters(operation)}, v.create`,
    ...OBJECTS,
  };
}

function resultValidator(operation: Operation, item: Code, scope: CheckScope): ValidatorView {
  const { names } = scope.context;
  return {
    type: reachOperation(operation, "result", scope),
    is: names.operation(operation, "isResult"),
    validate: names.operation(operation, "validateResult"),
    schema: names.operation(operation, "resultSchema"),
    arguments: item,
    ...OBJECTS,
  };
}

/** The check of a response with a collection of this type; undefined where nothing can be checked of its items. */
function itemCheck(name: QualifiedName, { context: { model }, checks, imports }: CheckScope): Code | undefined {
  const type = model.type(name);
  if (type === undefined || type.kind === "TypeDefinition") {
    const primitive = edmTypeOf(type?.underlyingType ?? name);
    const helper = primitive && helperOf(primitive);
    return helper && code`v.valueResponse((x, c, i, f) => v.collection(x, c, i, v.${helper}, f))`;
  }
  if (isStructured(type)) return code`v.collectionResponse(checks.${checks.type(name)})`;
  return code`v.valueResponse((x, c, i, f) => v.enumerations(x, c, i, ${imports.values(name)}, f))`;
}
