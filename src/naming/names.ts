/**
 * The names of everything that is emitted, allocated over the whole model, so that a wider selection never renames.
 * A name that is taken, letter case ignored, gets `_` appended.
 */
import type { Code } from "../code/code.js";
import type { Report } from "../diagnostics/report.js";
import type { Operation } from "../edm/elements.js";
import { groupBy } from "../edm/grouping.js";
import { bindingTypeOf, compareText, isType, type EdmType, type Model } from "../edm/model.js";
import { namespaceOf, simpleNameOf, type QualifiedName } from "../edm/names.js";
import { usageOf } from "../facts/usage.js";
import { identifierOf, upperFirst } from "./letter-case.js";
import { functionsOf, homeOf, modulesOf, type Module } from "./modules.js";
import { NamePool } from "./name-pool.js";
import { baseNames, derivedBy } from "./operation-bases.js";
import {
  nameBy,
  rolesOfOperation,
  rolesOfType,
  type EnumRole,
  type OperationRole,
  type StructuredRole,
} from "./roles.js";

export interface Names {
  /** The flat module first. */
  readonly modules: readonly Module[];
  /** The module whose files hold a type, or the parameters and result of an operation. */
  moduleOf(element: QualifiedName | Operation): Module;
  /** The modules that a file of this one exports under their names: from the flat module, all others. */
  exportedBy(module: Module): readonly Module[];
  type(name: QualifiedName): Code;
  role(name: QualifiedName, role: StructuredRole | EnumRole): Code;
  operation(operation: Operation, role: OperationRole): Code;
  operationsIn(module: Module): readonly Operation[];
}

/** Names that every output exports whatever the model holds. */
const FIXED = [
  "Client",
  "ClientOptions",
  "createClient",
  "Dynamic",
  "EntityMap",
  "isType",
  "ListRequest",
  "ODataError",
  "Page",
  "TokenCredential",
  "TypeMap",
  "ValidationError",
  "ValidationIssue",
  "ValidationOptions",
  "ValidationResult",
  "ValidationSchema",
  "ValidationShape",
];

/** `namespace` is the one to export flat, by default the container's. */
export function nameAll(model: Model, namespace: string | undefined, report: Report): Names {
  const modules = modulesOf(model, namespace);
  const moduleOf = moduleFinder(model, modules);
  const pools = poolsOf(modules, model, report);
  const types = typeNames(model, pools);
  const roles = roleNames(model, types, pools);
  const operations = operationNames(model, types, moduleOf, pools);
  const byModule = groupBy(model.operations, moduleOf);
  return {
    modules,
    moduleOf,
    exportedBy: (module) => (module.flat ? modules.slice(1) : []),
    type: (name) => types.get(name) ?? missing(name),
    role: (name, role) => roles.get(name)?.get(role) ?? missing(`${name} ${role}`),
    operation: (operation, role) => operations.get(operation)?.get(role) ?? missing(`${operation.name} ${role}`),
    operationsIn: (module) => byModule.get(module) ?? [],
  };
}

function moduleFinder(model: Model, modules: readonly Module[]): Names["moduleOf"] {
  const byNamespace = new Map(modules.map((module) => [module.namespace, module]));
  return (element) => {
    const namespace = typeof element === "string" ? namespaceOf(element) : (homeOf(element, model) ?? "");
    return byNamespace.get(namespace) ?? missing(namespace);
  };
}

type Pools = (namespace: string) => NamePool;

function poolsOf([flat, ...others]: readonly [Module, ...Module[]], model: Model, report: Report): Pools {
  const fixed = model.protocol === "4.0" ? FIXED : [...FIXED, "ValidationWire"];
  const reserved = [...functionsOf(model), ...others.map(({ identifier }) => identifier)];
  const pools = new Map([
    [flat.namespace, new NamePool(report, fixed, reserved)],
    ...others.map(({ namespace }) => [namespace, new NamePool(report, [])] as const),
  ]);
  return (namespace) => pools.get(namespace) ?? missing(namespace);
}

function typesByName({ elements }: Model): readonly EdmType[] {
  return elements.filter(isType).sort((a, b) => compareText(a.name, b.name));
}

function typeNames(model: Model, pools: Pools): ReadonlyMap<QualifiedName, Code> {
  const nameOf = (type: EdmType) =>
    pools(namespaceOf(type.name)).take(upperFirst(identifierOf(simpleNameOf(type.name))), type.name, type);
  return new Map(typesByName(model).map((type) => [type.name, nameOf(type)]));
}

function roleNames(
  model: Model,
  types: ReadonlyMap<QualifiedName, Code>,
  pools: Pools,
): ReadonlyMap<QualifiedName, ReadonlyMap<string, Code>> {
  const usage = usageOf(model);
  const namesOf = (type: EdmType) => {
    const pool = pools(namespaceOf(type.name));
    const name = types.get(type.name) ?? missing(type.name);
    return rolesOfType(type, usage, model.protocol).map(
      ([role, pattern]) => [role, pool.take(nameBy(pattern, name), type.name, type)] as const,
    );
  };
  return new Map(typesByName(model).map((type) => [type.name, new Map(namesOf(type))]));
}

function operationNames(
  { operations, protocol }: Model,
  types: ReadonlyMap<QualifiedName, Code>,
  moduleOf: Names["moduleOf"],
  pools: Pools,
): ReadonlyMap<Operation, ReadonlyMap<OperationRole, Code>> {
  const poolOf = (operation: Operation) => pools(moduleOf(operation).namespace);
  const rolesOf = (operation: Operation) => rolesOfOperation(operation, protocol);
  const bases = baseNames(operations, (operation) => bindingNameOf(operation, types), poolOf, rolesOf);
  const namesOf = (operation: Operation) => {
    const pool = poolOf(operation);
    const roles = rolesOf(operation);
    const base = pool.freeBase(bases.get(operation) ?? missing(operation.name), derivedBy(roles), operation);
    return roles.map(([role, pattern]) => [role, pool.take(nameBy(pattern, base), operation.name, operation)] as const);
  };
  return new Map(operations.map((operation) => [operation, new Map(namesOf(operation))]));
}

/** The name of the type that an operation is bound to; empty where it is not bound. */
function bindingNameOf(operation: Operation, types: ReadonlyMap<QualifiedName, Code>): string {
  const binding = bindingTypeOf(operation)?.type;
  return binding === undefined ? "" : (types.get(binding) ?? upperFirst(identifierOf(simpleNameOf(binding))));
}

function missing(key: string): never {
  throw new RangeError(`no name was given for ${key}`);
}
