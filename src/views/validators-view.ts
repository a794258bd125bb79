/**
 * What the template of `validators.ts` prints: three exports for every shape of every type. They are functions and
 * plain objects: a constant that is made by a call at the top of the module would cost the compiler a walk through
 * all constants before it, which in thousands is minutes.
 */
import type { EnumType, Operation, StructuredType } from "../edm/elements.js";
import { isStructured } from "../edm/model.js";
import { edmTypeOf } from "../edm/primitive-types.js";
import { simpleNameOf, type QualifiedName } from "../edm/names.js";
import { CHECKS_FILE, fromTypes, helperOf, type CheckNames } from "./checks-view.js";
import { code, mentions, type Code } from "./code.js";
import { docOf, type DocView } from "./doc.js";
import type { Module, Names } from "./names.js";
import { fileOf, importPath, moduleImports, runtimePath } from "./paths.js";
import type { ImportView } from "./scope.js";
import type { ViewContext } from "./view-context.js";

export interface ValidatorsView {
  readonly validation: string;
  readonly types: { readonly partial: "import-types" | "import-values"; readonly path: string };
  readonly checks: string | null;
  readonly modules: readonly ImportView[];
  readonly validators: readonly ValidatorView[];
  /** Whether the types that validators give are exported along: once, from the flat module. */
  readonly root: boolean;
}

export interface ValidatorView {
  readonly doc: DocView;
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
  const own = model.elementsOf(module.namespace);
  const enums = own.filter((element) => element.kind === "EnumType");
  const operations = names.operationsIn(module.namespace);
  const validators = [
    ...enums.map((type) => enumValidator(type, names)),
    ...own.filter(isStructured).flatMap((type) => structuredValidators(type, context, checks)),
    ...operations.flatMap((operation) => operationValidators(operation, context, checks)),
  ];
  const made = validators.map((validator) => validator.arguments);
  return {
    validation: runtimePath(file, "validation", options),
    types: {
      partial: mentions(made, "types") ? "import-values" : "import-types",
      path: importPath(file, "types.ts", options),
    },
    checks: mentions(made, "checks") ? importPath(file, CHECKS_FILE, options) : null,
    modules: moduleImports(names.exportedBy(module), "validators", file, options),
    validators,
    root: module.flat,
  };
}

function enumValidator(type: EnumType, names: Names): ValidatorView {
  const isFlags = type.flags === true;
  const known = fromTypes(type.name, names.type(type.name), names);
  return {
    doc: docOf(`${simpleNameOf(type.name)}: the members that are known.`),
    type: isFlags ? code`v.Flags<${known}>` : known,
    is: names.role(type.name, "is"),
    validate: names.role(type.name, "validate"),
    schema: names.role(type.name, "schema"),
    guard: isFlags ? code`isFlags` : code`isMember`,
    validator: isFlags ? code`validateFlags` : code`validateMember`,
    arguments: fromTypes(type.name, names.role(type.name, "values"), names),
  };
}

function structuredValidators(
  type: StructuredType,
  { names, usage }: ViewContext,
  checks: CheckNames,
): readonly ValidatorView[] {
  const { name } = type;
  const simple = simpleNameOf(name);
  const check = code`checks.${checks.type(name)}`;
  const from = (exported: Code) => fromTypes(name, exported, names);
  const objects = { guard: code`is`, validator: code`validate` };
  const shapes: ValidatorView[] = [
    {
      doc: docOf(`${simple}, as it is read.`),
      type: from(names.type(name)),
      is: names.role(name, "is"),
      validate: names.role(name, "validate"),
      schema: names.role(name, "schema"),
      arguments: check,
      ...objects,
    },
    {
      doc: docOf(`${simple}, as it is created.`),
      type: from(names.role(name, "create")),
      is: names.role(name, "isCreate"),
      validate: names.role(name, "validateCreate"),
      schema: names.role(name, "createSchema"),
      arguments: code`${check}, v.create`,
      ...objects,
    },
    {
      doc: docOf(`${simple}, as it is updated.`),
      type: from(names.role(name, "update")),
      is: names.role(name, "isUpdate"),
      validate: names.role(name, "validateUpdate"),
      schema: names.role(name, "updateSchema"),
      arguments: code`${check}, v.update`,
      ...objects,
    },
  ];
  if (usage.collected.has(name)) {
    shapes.push({
      doc: docOf(`A page of ${simple} objects.`),
      type: from(names.role(name, "collection")),
      is: names.role(name, "isCollection"),
      validate: names.role(name, "validateCollection"),
      schema: names.role(name, "collectionSchema"),
      arguments: code`v.collectionResponse(${check})`,
      ...objects,
    });
  }
  return shapes;
}

function operationValidators(operation: Operation, context: ViewContext, checks: CheckNames): readonly ValidatorView[] {
  const { names } = context;
  const views: ValidatorView[] = [];
  const from = (exported: Code) => fromTypes(`${names.homeOf(operation)}.x` as QualifiedName, exported, names);
  const simple = simpleNameOf(operation.name);
  const objects = { guard: code`is`, validator: code`validate` };
  if (operation.kind === "Action" && operation.parameters.length > (operation.bound === true ? 1 : 0)) {
    views.push({
      doc: docOf(`Parameters of ${simple}.`),
      type: from(names.operation(operation, "parameters")),
      is: names.operation(operation, "isParameters"),
      validate: names.operation(operation, "validateParameters"),
      schema: names.operation(operation, "parametersSchema"),
      arguments: code`checks.${checks.parameters(operation)}, v.create`,
      ...objects,
    });
  }
  const item =
    operation.returnType?.collection === true ? itemCheck(operation.returnType.type, context, checks) : undefined;
  if (item !== undefined) {
    views.push({
      doc: docOf(`Result of ${simple}.`),
      type: from(names.operation(operation, "result")),
      is: names.operation(operation, "isResult"),
      validate: names.operation(operation, "validateResult"),
      schema: names.operation(operation, "resultSchema"),
      arguments: item,
      ...objects,
    });
  }
  return views;
}

/** What checks the response that holds a collection of this type; undefined where its items are not known. */
function itemCheck(name: QualifiedName, { model, names }: ViewContext, checks: CheckNames): Code | undefined {
  const type = model.type(name);
  if (type === undefined || type.kind === "TypeDefinition") {
    const primitive = edmTypeOf(type?.underlyingType ?? name);
    const helper = primitive && helperOf(primitive);
    return helper && code`v.valueResponse((x, c, i, f) => v.collection(x, c, i, v.${helper}, f))`;
  }
  if (isStructured(type)) return code`v.collectionResponse(checks.${checks.type(name)})`;
  const values = fromTypes(name, names.role(name, "values"), names);
  return code`v.valueResponse((x, c, i, f) => v.enumerations(x, c, i, ${values}, f))`;
}
