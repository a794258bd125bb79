/**
 * The file `validators.ts` of a module: one schema for every shape of every type. A constant whose initializer uses an
 * import directly costs the compiler a walk through all constants before it, which takes seconds for thousands of them.
 * So schemas are made by local functions, of arrow functions that return the check.
 */
import { code, mentions, type Code } from "../../code/code.js";
import { fitsLine } from "../../code/lines.js";
import type { EnumType, Operation, TypeRef } from "../../edm/elements.js";
import { isStructured } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { edmTypeOf } from "../../edm/primitive-types.js";
import { operationFactsIn, typeFactsIn } from "../../facts/facts.js";
import type { TypeFacts } from "../../facts/type-facts.js";
import { facetsOf } from "../../facts/value-facts.js";
import type { Module } from "../../naming/modules.js";
import { FileImports, type FileImportView } from "../modules/imports.js";
import { fileOf, importPath, moduleImports, runtimePath, type ImportView } from "../modules/paths.js";
import { reachOperation, reachRole, reachType } from "../modules/scope.js";
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
  readonly type: Code;
  readonly kind: Code;
  /** The check, or the members of the enumeration. */
  readonly checked: Code;
}

/** A local function that makes schemas of one kind. */
export interface SchemaKindView {
  readonly kind: Code;
  /** The type of what a schema of this kind checks by. */
  readonly checked: Code;
}

const CHECK = code`v.Check`;
const MEMBERS = code`readonly string[]`;

/** The runtime makes a schema of each kind by the function `readSchema`, `createSchema` and so on. */
const kinds: readonly SchemaKindView[] = [
  { kind: code`read`, checked: CHECK },
  { kind: code`create`, checked: CHECK },
  { kind: code`update`, checked: CHECK },
  { kind: code`member`, checked: MEMBERS },
  { kind: code`flags`, checked: MEMBERS },
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
    validation: runtimePath(file, "validation", options),
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

function schemaView(schema: Omit<SchemaView, "partial">): SchemaView {
  const { name, type, kind, checked } = schema;
  const start = code`export const ${name}: v.Schema<${type}> =`;
  const call = code`/* @__PURE__ */ ${kind}(() => ${checked});`;
  if (fitsLine(`${start} ${call}`)) return { partial: "schema-line", ...schema };
  if (fitsLine(start) && fitsLine(`  ${call}`)) return { partial: "schema-call-below", ...schema };
  return { partial: fitsLine(`> = ${call}`) ? "schema-type-below" : "schema-lines", ...schema };
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

function structuredSchemas({ kind, name }: TypeFacts, scope: CheckScope): readonly SchemaView[] {
  const { usage, names } = scope.context;
  const checked = code`checks.${scope.checks.type(name)}`;
  const schema = names.role(name, "schema");
  const asRead = schemaView({ name: schema, type: reachType(name, scope), kind: code`read`, checked });
  // A complex value is no body of its own: it is checked within the entity or the parameters that hold it.
  if (kind === "ComplexType") return [asRead];
  return [
    asRead,
    schemaView({
      name: names.role(name, "createSchema"),
      type: reachRole(name, "create", scope),
      kind: code`create`,
      checked,
    }),
    schemaView({
      name: names.role(name, "updateSchema"),
      type: reachRole(name, "update", scope),
      kind: code`update`,
      checked,
    }),
    ...(usage.inCollections.has(name) ? [collectionSchema(name, checked, scope)] : []),
  ];
}

function collectionSchema(name: QualifiedName, check: Code, scope: CheckScope): SchemaView {
  return schemaView({
    name: scope.context.names.role(name, "collectionSchema"),
    type: reachRole(name, "collection", scope),
    kind: code`read`,
    checked: code`v.collectionResponse(${check})`,
  });
}

function operationSchemas(operation: Operation, scope: CheckScope): readonly SchemaView[] {
  const { kind, parameters, result } = operationFactsIn(scope.context.facts, operation);
  const check = result?.type.collection === true ? responseCheck(result.type, scope) : undefined;
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
function responseCheck(ref: TypeRef, scope: CheckScope): Code | undefined {
  const { model } = scope.context;
  const name = ref.type;
  const type = model.type(name);
  if (type === undefined || type.kind === "TypeDefinition") {
    const primitive = edmTypeOf(type?.underlyingType ?? name);
    const check = primitive && itemCheckOf(primitive, facetsOf(ref, model));
    return check === undefined || check === "v.known" ? undefined : code`v.valuesResponse(${check})`;
  }
  if (isStructured(type)) return code`v.collectionResponse(checks.${scope.checks.type(name)})`;
  return code`v.membersResponse(${reachRole(name, "values", scope)})`;
}
