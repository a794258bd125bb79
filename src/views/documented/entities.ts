import { compareText, isOperation, isStructured } from "../../edm/model.js";
import type { ContainerChild, EnumType, TypeDefinition } from "../../edm/elements.js";
import { documentationOf, valueDocumentationOf } from "../../facts/documentation.js";
import { operationFactsIn, typeFactsIn } from "../../facts/facts.js";
import type { Module } from "../../naming/modules.js";
import { simpleNameOf } from "../../edm/names.js";
import { reachType, type Scope } from "../modules/scope.js";
import { indexImports } from "../modules/imports.js";
import type { ViewContext } from "../view-context.js";
import { describedOperation } from "./described-operation.js";
import { describedType } from "./described-type.js";
import { elementOf } from "./described-element.js";
import type {
  DescribedDefinition,
  DescribedEnum,
  DescribedImport,
  DescribedNamespace,
  DescribedSet,
  EntitiesView,
} from "./entities-view.js";

export function entitiesView(context: ViewContext): EntitiesView {
  const { selection, names, options } = context;
  const { paths } = selection;
  const children = [...(paths.container?.children ?? [])].sort((a, b) => compareText(a.name, b.name));
  return {
    protocol: paths.protocol,
    container: paths.container?.name ?? null,
    serviceRoot: options.baseUrl ?? paths.serviceRoot ?? null,
    namespaces: names.modules.map((module) => namespaceOf(module, context)),
    entitySets: children.flatMap(setOf("EntitySet")),
    singletons: children.flatMap(setOf("Singleton")),
    imports: children.flatMap(importOf),
  };
}

function namespaceOf(module: Module, context: ViewContext): DescribedNamespace {
  const scope = { context, imports: indexImports };
  const elements = [...context.model.elementsOf(module.namespace)].sort((a, b) => compareText(a.name, b.name));
  return {
    name: module.namespace,
    exportedAs: module.flat ? null : module.identifier,
    types: elements.filter(isStructured).map(({ name }) => describedType(typeFactsIn(context.facts, name), scope)),
    enums: elements.filter((element) => element.kind === "EnumType").map((type) => enumOf(type, scope)),
    definitions: elements
      .filter((element) => element.kind === "TypeDefinition")
      .map((type) => definitionOf(type, scope)),
    operations: elements
      .filter(isOperation)
      .map((operation) => describedOperation(operationFactsIn(context.facts, operation))),
  };
}

function enumOf(type: EnumType, scope: Scope): DescribedEnum {
  return {
    ...elementOf(type.name, documentationOf(type)),
    simpleName: simpleNameOf(type.name),
    readType: reachType(type.name, scope),
    isFlags: type.flags === true,
    members: type.members.map((member) => ({
      ...elementOf(member.name, documentationOf(member)),
      value: member.value === undefined ? null : String(member.value),
    })),
  };
}

function definitionOf(type: TypeDefinition, scope: Scope): DescribedDefinition {
  return {
    ...elementOf(type.name, valueDocumentationOf(type)),
    simpleName: simpleNameOf(type.name),
    readType: reachType(type.name, scope),
    underlyingType: type.underlyingType,
  };
}

function setOf(kind: "EntitySet" | "Singleton"): (child: ContainerChild) => readonly DescribedSet[] {
  return (child) => {
    if (child.kind !== kind) return [];
    const type = child.kind === "EntitySet" ? child.entityType : child.type;
    return [{ ...elementOf(child.name, documentationOf(child)), type }];
  };
}

function importOf(child: ContainerChild): readonly DescribedImport[] {
  if (child.kind !== "ActionImport" && child.kind !== "FunctionImport") return [];
  const isAction = child.kind === "ActionImport";
  return [
    { ...elementOf(child.name, documentationOf(child)), operation: isAction ? child.action : child.function, isAction },
  ];
}
