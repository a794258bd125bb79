/** Makes the view `schemas` of the selected types and operations. */
import { code } from "../../code/code.js";
import type { EnumType, Operation } from "../../edm/elements.js";
import { isStructured } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { documentationOf } from "../../facts/documentation.js";
import { operationFactsIn, typeFactsIn } from "../../facts/facts.js";
import { nullItemsOf } from "../../facts/presence.js";
import { facetsOf, writableMembersOf } from "../../facts/value-facts.js";
import { underlyingType } from "../../facts/value-rules.js";
import type { Module } from "../../naming/modules.js";
import { reachOperation, reachRole, reachType } from "../modules/scope.js";
import type { ViewContext } from "../view-context.js";
import { parameterView, resultItem } from "./property-views.js";
import { SchemaNames, type Wanted } from "./schema-names.js";
import { SchemaScope, WantedSchemas } from "./schema-scope.js";
import type {
  EnumerationSchemaView,
  PageSchemaView,
  SchemasView,
  DescribedSchema,
  WrittenSchemaView,
} from "./schemas-view.js";
import { structuredSchema } from "./structured-schemas.js";

export function schemasView(context: ViewContext): SchemasView {
  const { names, model } = context;
  const [schemaNames, wanted] = [new SchemaNames(context), new WantedSchemas()];
  const scopes = new Map(
    names.modules.map((module) => [module, new SchemaScope(context, module, schemaNames, wanted)]),
  );
  const schemas = new Map<Module, DescribedSchema[]>();
  for (const [module, scope] of scopes) {
    for (const one of exportedBy(module, context)) wanted.add(one);
    schemas.set(module, [...enumerationsOf(module, scope)]);
  }
  const others = new Map([...scopes].map(([module, scope]) => [module, [...pagesAndCallsOf(module, scope)]]));
  // A schema refers to others, which may be in other modules.
  for (let open = wanted.take(); open.length > 0; open = wanted.take()) {
    for (const one of open) {
      const module = names.moduleOf(one.type);
      const scope = scopes.get(module);
      if (scope !== undefined) schemas.get(module)?.push(structuredSchema(one, scope));
    }
  }
  return {
    before4: model.protocol !== "4.0",
    modules: names.modules.map((module) => ({
      namespace: module.namespace,
      identifier: module.identifier,
      flat: module.flat,
      schemas: [...(schemas.get(module) ?? []), ...(others.get(module) ?? [])],
    })),
  };
}

/** The schemas that validators export, too. */
function exportedBy({ namespace }: Module, { model, usage }: ViewContext): readonly Wanted[] {
  return model
    .elementsOf(namespace)
    .filter(isStructured)
    .flatMap(({ name: type, kind }) => {
      const variants = usage.withDerived.has(type) ? [false, true] : [false];
      const written = usage.writtenWithDerived.has(type) ? [false, true] : [false];
      return [
        ...variants.map((one): Wanted => ({ type, shape: "read", variants: one })),
        ...(kind === "ComplexType" ? [] : (["create", "update"] as const)).flatMap((shape) =>
          written.map((one): Wanted => ({ type, shape, variants: one })),
        ),
      ];
    });
}

function enumerationsOf({ namespace }: Module, scope: SchemaScope): readonly EnumerationSchemaView[] {
  const { model } = scope.context;
  return model
    .elementsOf(namespace)
    .filter((element) => element.kind === "EnumType")
    .map((type) => enumerationSchema(type, scope));
}

function enumerationSchema(type: EnumType, scope: SchemaScope): EnumerationSchemaView {
  const { name } = type;
  const constant = scope.context.names.role(name, "schema");
  const known = reachType(name, scope);
  const flags = type.flags === true;
  return {
    partial: "enumeration-schema",
    constant,
    type: flags ? code`edm.Flags<${known}>` : known,
    name: scope.names.defined(scope.module, constant),
    description: documentationOf(type).description ?? null,
    qualifiedName: name,
    flags,
    members: writableMembersOf(type).map((member) => member.name),
    any: type.members.length === 0,
  };
}

function* pagesAndCallsOf(module: Module, scope: SchemaScope): Generator<DescribedSchema> {
  const { model, names, usage } = scope.context;
  for (const { name } of model.elementsOf(module.namespace).filter(isStructured))
    if (usage.inCollections.has(name)) yield collectionSchema(name, scope);
  for (const operation of names.operationsIn(module)) {
    const { kind, parameters } = operationFactsIn(scope.context.facts, operation);
    if (kind === "Action" && parameters.length > 0) yield parametersSchema(operation, scope);
    const page = resultSchema(operation, scope);
    if (page !== undefined) yield page;
  }
}

function collectionSchema(name: QualifiedName, scope: SchemaScope): PageSchemaView {
  const constant = scope.context.names.role(name, "collectionSchema");
  return {
    partial: "page-schema",
    constant,
    type: reachRole(name, "collection", scope),
    name: scope.names.defined(scope.module, constant),
    description: typeFactsIn(scope.context.facts, name).documentation.description ?? null,
    item: {
      nullable: false,
      value: { partial: "object-value", schema: scope.referOne(name, "read"), orUrl: false },
      rules: [],
    },
  };
}

function parametersSchema(operation: Operation, scope: SchemaScope): WrittenSchemaView {
  const { parameters, documentation } = operationFactsIn(scope.context.facts, operation);
  const constant = scope.context.names.operation(operation, "parametersSchema");
  return {
    partial: "written-schema",
    constant,
    type: reachOperation(operation, "parameters", scope),
    name: scope.names.defined(scope.module, constant),
    description: documentation.description ?? null,
    qualifiedName: operation.name,
    shape: "parameters",
    open: false,
    typeName: null,
    bindings: { one: [], oneOrNull: [], many: [], none: [] },
    plain: true,
    properties: parameters.map((parameter) => parameterView(parameter, scope)),
  };
}

/** The response with a collection; undefined where there is none, or nothing can be checked of its items. */
function resultSchema(operation: Operation, scope: SchemaScope): PageSchemaView | undefined {
  const { model, names, facts } = scope.context;
  const { result, documentation } = operationFactsIn(facts, operation);
  if (result?.type.collection !== true) return undefined;
  const { type: ref } = result;
  const underlying = underlyingType(ref.type, model);
  const nullItems = nullItemsOf(ref, operation.by, model);
  const item = resultItem(ref, { underlying, nullItems, facets: facetsOf(ref, model) }, scope);
  if (item === undefined) return undefined;
  const constant = names.operation(operation, "resultSchema");
  return {
    partial: "page-schema",
    constant,
    type: reachOperation(operation, "result", scope),
    name: scope.names.defined(scope.module, constant),
    description: documentation.description ?? null,
    item,
  };
}
