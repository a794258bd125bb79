/**
 * What the template of `validators.ts` prints: three exports for every shape of every type. They are functions and
 * plain objects: a constant that is made by a call at the top of the module would cost the compiler a walk through
 * all constants before it, which in thousands is minutes.
 */
import type { EnumType, Operation, StructuredType } from "../../edm/elements.js";
import { isStructured } from "../../edm/model.js";
import { edmTypeOf } from "../../edm/primitive-types.js";
import { namespaceOf, type QualifiedName } from "../../edm/names.js";
import { CHECKS_FILE, helperOf, type CheckNames, type CheckScope } from "./checks-view.js";
import { code, mentions, type Code } from "../../code/code.js";
import type { Module } from "../../naming/names.js";
import { fileOf, importPath, moduleImports, runtimePath } from "../modules/paths.js";
import type { ImportView } from "../modules/scope.js";
import { TypesImports, type TypesImportView } from "../modules/types-imports.js";
import type { ViewContext } from "../view-context.js";

export interface ValidatorsView {
  readonly validation: string;
  readonly types: readonly TypesImportView[];
  readonly checks: string | null;
  readonly modules: readonly ImportView[];
  readonly validators: readonly ValidatorView[];
  /** Whether the types that validators give are exported along: once, from the flat module. */
  readonly root: boolean;
}

export interface ValidatorView {
  readonly type: Code;
  readonly is: Code;
  readonly validate: Code;
  readonly schema: Code;
  /** The functions of the runtime that do the work, and what they are told. */
  readonly guard: Code;
  readonly validator: Code;
  readonly arguments: Code;
}

export function validatorsView(module: Module, context: ViewContext, checks: CheckNames): ValidatorsView {
  const { model, names, options } = context;
  const file = fileOf("validators", module);
  const types = new TypesImports(names, module);
  const scope = { context, checks, types };
  const own = model.elementsOf(module.namespace);
  const enums = own.filter((element) => element.kind === "EnumType");
  const validators = [
    ...enums.map((type) => enumValidator(type, scope)),
    ...own.filter(isStructured).flatMap((type) => structuredValidators(type, scope)),
    ...names.operationsIn(module.namespace).flatMap((operation) => operationValidators(operation, scope)),
  ];
  const usesChecks = mentions(
    validators.map((validator) => validator.arguments),
    "checks",
  );
  return {
    validation: runtimePath(file, "validation", options),
    types: types.views(file, options),
    checks: usesChecks ? importPath(file, CHECKS_FILE, options) : null,
    modules: moduleImports(names.exportedBy(module), "validators", file, options),
    validators,
    root: module.flat,
  };
}

function enumValidator({ name, flags }: EnumType, { context: { names }, types }: CheckScope): ValidatorView {
  const known = types.type(namespaceOf(name), names.type(name));
  return {
    type: flags === true ? code`v.Flags<${known}>` : known,
    is: names.role(name, "is"),
    validate: names.role(name, "validate"),
    schema: names.role(name, "schema"),
    guard: flags === true ? code`isFlags` : code`isMember`,
    validator: flags === true ? code`validateFlags` : code`validateMember`,
    arguments: types.values(name),
  };
}

/** How a value of a structured type is checked. */
const OBJECTS = { guard: code`is`, validator: code`validate` };

function structuredValidators({ kind, name }: StructuredType, scope: CheckScope): readonly ValidatorView[] {
  const { names, usage } = scope.context;
  const typed = (exported: Code) => scope.types.type(namespaceOf(name), exported);
  const check = code`checks.${scope.checks.type(name)}`;
  const asRead = {
    type: typed(names.type(name)),
    is: names.role(name, "is"),
    validate: names.role(name, "validate"),
    schema: names.role(name, "schema"),
    arguments: check,
    ...OBJECTS,
  };
  // A complex value is no body of its own: it is checked within the entity or the parameters that hold it.
  if (kind === "ComplexType") return [asRead];
  const shapes: ValidatorView[] = [
    asRead,
    {
      type: typed(names.role(name, "create")),
      is: names.role(name, "isCreate"),
      validate: names.role(name, "validateCreate"),
      schema: names.role(name, "createSchema"),
      arguments: code`${check}, v.create`,
      ...OBJECTS,
    },
    {
      type: typed(names.role(name, "update")),
      is: names.role(name, "isUpdate"),
      validate: names.role(name, "validateUpdate"),
      schema: names.role(name, "updateSchema"),
      arguments: code`${check}, v.update`,
      ...OBJECTS,
    },
  ];
  if (usage.collected.has(name)) {
    shapes.push({
      type: typed(names.role(name, "collection")),
      is: names.role(name, "isCollection"),
      validate: names.role(name, "validateCollection"),
      schema: names.role(name, "collectionSchema"),
      arguments: code`v.collectionResponse(${check})`,
      ...OBJECTS,
    });
  }
  return shapes;
}

function operationValidators(operation: Operation, scope: CheckScope): readonly ValidatorView[] {
  const { names } = scope.context;
  const typed = (exported: Code) => scope.types.type(names.homeOf(operation), exported);
  const { kind, bound, parameters, returnType } = operation;
  const views: ValidatorView[] = [];
  if (kind === "Action" && parameters.length > (bound === true ? 1 : 0)) {
    views.push({
      type: typed(names.operation(operation, "parameters")),
      is: names.operation(operation, "isParameters"),
      validate: names.operation(operation, "validateParameters"),
      schema: names.operation(operation, "parametersSchema"),
      arguments: code`checks.${scope.checks.parameters(operation)}, v.create`,
      ...OBJECTS,
    });
  }
  const item = returnType?.collection === true ? itemCheck(returnType.type, scope) : undefined;
  if (item !== undefined) {
    views.push({
      type: typed(names.operation(operation, "result")),
      is: names.operation(operation, "isResult"),
      validate: names.operation(operation, "validateResult"),
      schema: names.operation(operation, "resultSchema"),
      arguments: item,
      ...OBJECTS,
    });
  }
  return views;
}

/** What checks the response that holds a collection of this type; undefined where its items are not known. */
function itemCheck(name: QualifiedName, { context: { model }, checks, types }: CheckScope): Code | undefined {
  const type = model.type(name);
  if (type === undefined || type.kind === "TypeDefinition") {
    const primitive = edmTypeOf(type?.underlyingType ?? name);
    const helper = primitive && helperOf(primitive);
    return helper && code`v.valueResponse((x, c, i, f) => v.collection(x, c, i, v.${helper}, f))`;
  }
  if (isStructured(type)) return code`v.collectionResponse(checks.${checks.type(name)})`;
  return code`v.valueResponse((x, c, i, f) => v.enumerations(x, c, i, ${types.values(name)}, f))`;
}
