/**
 * The file `validators.ts` of a module: one schema for every shape of every type. A constant whose initializer uses an
 * import directly costs the compiler a walk through all constants before it, which takes seconds for thousands of them.
 * So schemas are made by local functions, of arrow functions that return the check.
 */
import { code, joined, mentions, type Code } from "../../code/code.js";
import { fitsLine } from "../../code/lines.js";
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
import type { Module } from "../../naming/modules.js";
import { FileImports, type FileImportView } from "../modules/imports.js";
import { fileOf, importPath, moduleImports, runtimePath, type ImportView } from "../modules/paths.js";
import { reachOperation, reachRole, reachType } from "../modules/scope.js";
import { listsDerived } from "../types/type-expression.js";
import type { ViewContext } from "../view-context.js";
import type { CheckNames } from "./check-names.js";
import { CHECKS_FILE } from "./checks-view.js";
import type { BannerView } from "../modules/banner.js";
import { itemCheckOf } from "./primitive-checks.js";
import type { CheckScope } from "./value-checks.js";

export interface ValidatorsView {
  readonly banner: BannerView;
  readonly validation: string;
  readonly imports: readonly FileImportView[];
  readonly checks: string | null;
  readonly modules: readonly ImportView[];
  /** The kinds of schemas that the file has. */
  readonly kinds: readonly SchemaKindView[];
  readonly schemas: readonly SchemaView[];
  /** Whether the types of results are exported too: once, from the flat module. */
  readonly root: boolean;
}

export interface SchemaView {
  /** The name of the template that prints it. */
  readonly partial: "schema-line" | "schema-call-below" | "schema-type-below" | "schema-lines";
  readonly name: Code;
  /** `Shape`, or `Schema` where the values are no objects. */
  readonly generic: Code;
  readonly type: Code;
  readonly kind: Code;
  /** The check, or the members of the enumeration. */
  readonly checked: Code;
}

/** A local function that makes schemas of one kind. */
export interface SchemaKindView {
  readonly kind: Code;
  readonly generic: Code;
  /** The type of what a schema of this kind checks by. */
  readonly checked: Code;
}

const OF_OBJECTS = { generic: code`Shape`, checked: code`v.Check` };
const OF_MEMBERS = { generic: code`Schema`, checked: code`readonly string[]` };

/** The runtime makes a schema of each kind by the function `readSchema`, `createSchema` and so on. */
const kinds: readonly SchemaKindView[] = [
  { kind: code`read`, ...OF_OBJECTS },
  { kind: code`create`, ...OF_OBJECTS },
  { kind: code`update`, ...OF_OBJECTS },
  { kind: code`member`, ...OF_MEMBERS },
  { kind: code`flags`, ...OF_MEMBERS },
];

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
    root: module.flat,
  };
}

function schemasOf(module: Module, scope: CheckScope): readonly SchemaView[] {
  const { model, names, facts } = scope.context;
  const own = model.elementsOf(module.namespace);
  return [
    ...own.filter((element) => element.kind === "EnumType").map((type) => enumSchema(type, scope)),
    ...own.filter(isStructured).flatMap(({ name }) => structuredSchemas(typeFactsIn(facts, name), scope)),
    ...names.operationsIn(module).flatMap((operation) => operationSchemas(operation, scope)),
  ];
}

function schemaView(parts: Omit<SchemaView, "partial" | "generic">): SchemaView {
  const { name, type, kind, checked } = parts;
  const schema = { ...parts, generic: genericOf(kind) };
  const start = code`export const ${name}: v.${schema.generic}<${type}> =`;
  const call = code`/* @__PURE__ */ ${kind}(() => ${checked});`;
  if (fitsLine(`${start} ${call}`)) return { partial: "schema-line", ...schema };
  if (fitsLine(start) && fitsLine(`  ${call}`)) return { partial: "schema-call-below", ...schema };
  return { partial: fitsLine(`> = ${call}`) ? "schema-type-below" : "schema-lines", ...schema };
}

function genericOf(kind: Code): Code {
  return kinds.find((one) => one.kind === kind)?.generic ?? OF_OBJECTS.generic;
}

function enumSchema({ name, flags }: EnumType, scope: CheckScope): SchemaView {
  const known = reachType(name, scope);
  return schemaView({
    name: scope.context.names.role(name, "schema"),
    type: flags === true ? code`v.Flags<${known}>` : known,
    kind: flags === true ? code`flags` : code`member`,
    checked: reachRole(name, "values", scope),
  });
}

function structuredSchemas(type: TypeFacts, scope: CheckScope): readonly SchemaView[] {
  const { kind, name } = type;
  const { usage } = scope.context;
  const read = readSchemas(name, scope);
  // A complex value is no body of its own: it is checked within the entity or the parameters that hold it.
  if (kind === "ComplexType") return read;
  return [
    ...read,
    ...writeSchemas(name, scope),
    ...(usage.inCollections.has(name) ? [collectionSchema(name, scope)] : []),
  ];
}

function readSchemas(name: QualifiedName, scope: CheckScope): readonly SchemaView[] {
  const { context, checks } = scope;
  const { usage, names } = context;
  const schema = { type: reachType(name, scope), kind: code`read` };
  return [
    schemaView({ ...schema, name: names.role(name, "schema"), checked: code`checks.${checks.type(name)}` }),
    ...(usage.withDerived.has(name)
      ? [
          schemaView({
            ...schema,
            name: names.role(name, "orDerivedSchema"),
            checked: code`checks.${checks.variants(name)}`,
          }),
        ]
      : []),
  ];
}

function writeSchemas(name: QualifiedName, scope: CheckScope): readonly SchemaView[] {
  const { context, checks } = scope;
  const { usage, names, model } = context;
  const created = code`checks.${checks.created(name)}`;
  const create = { kind: code`create`, type: reachRole(name, "create", scope) };
  const update = { kind: code`update`, type: reachRole(name, "update", scope) };
  const own = [
    schemaView({
      ...create,
      name: names.role(name, "createSchema"),
      checked: isAbstract(name, model) ? code`v.abstract(${created})` : created,
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

/** Where very many types are derived, a body is one of the base, which has fewer properties. */
function orDerivedType(name: QualifiedName, shape: WriteShape, scope: CheckScope): Code {
  return reachRole(name, listsDerived(name, scope) ? `${shape}OrDerived` : shape, scope);
}

function collectionSchema(name: QualifiedName, scope: CheckScope): SchemaView {
  return schemaView({
    name: scope.context.names.role(name, "collectionSchema"),
    type: reachRole(name, "collection", scope),
    kind: code`read`,
    checked: code`v.collectionResponse(checks.${scope.checks.type(name)})`,
  });
}

function operationSchemas(operation: Operation, scope: CheckScope): readonly SchemaView[] {
  const { kind, parameters, result } = operationFactsIn(scope.context.facts, operation);
  const check = result?.type.collection === true ? responseCheck(result.type, operation.by, scope) : undefined;
  return [
    ...(kind === "Action" && parameters.length > 0 ? [parametersSchema(operation, scope)] : []),
    ...(check === undefined ? [] : [resultSchema(operation, check, scope)]),
  ];
}

function parametersSchema(operation: Operation, scope: CheckScope): SchemaView {
  return schemaView({
    name: scope.context.names.operation(operation, "parametersSchema"),
    type: reachOperation(operation, "parameters", scope),
    kind: code`create`,
    checked: code`checks.${scope.checks.parameters(operation)}`,
  });
}

function resultSchema(operation: Operation, checked: Code, scope: CheckScope): SchemaView {
  return schemaView({
    name: scope.context.names.operation(operation, "resultSchema"),
    type: reachOperation(operation, "result", scope),
    kind: code`read`,
    checked,
  });
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
