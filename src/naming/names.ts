/**
 * The names of everything that is emitted, allocated over the whole model, so that a wider selection never renames.
 * A name that is taken, letter case ignored, gets `_` appended.
 */
import type { Code } from "../code/code.js";
import type { Report } from "../diagnostics/report.js";
import type { Operation } from "../edm/elements.js";
import { groupBy } from "../edm/grouping.js";
import { bindingTypeOf, type EdmType, type Model } from "../edm/model.js";
import { namespaceOf, simpleNameOf, type QualifiedName } from "../edm/names.js";
import { keepNames, type KeptNames, SELF } from "./keep-names.js";
import { identifierOf, upperFirst } from "./letter-case.js";
import { Lock } from "./lock.js";
import type { LockedNames } from "./locked-names.js";
import { functionsOf, modulesOf, type Module } from "./modules.js";
import { NamePool } from "./name-pool.js";
import { type AllNamed, type GivenNames, type Named, namedIn } from "./named.js";
import { baseNames, derivedBy } from "./operation-bases.js";
import { nameBy, type EnumRole, type OperationRole, type StructuredRole } from "./roles.js";
import { NameRuler, type NameRules } from "./rules/name-rules.js";
import { reportRefused, reportUnused } from "./rules/report-rules.js";

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
  given(element: EdmType | Operation): GivenNames;
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

type Given = ReadonlyMap<EdmType | Operation, GivenNames>;

/** What decides about names beside the model. */
export interface NamesWanted {
  /** The namespace to export flat, by default that of the lock or the container. */
  readonly namespace?: string | undefined;
  /** The names of an earlier run. */
  readonly lockedNames?: LockedNames | undefined;
  /** The names that a user gives; each is to be checked already. */
  readonly names?: NameRules | undefined;
}

/** Elements have the names of rules, then those that the lock knows; all others take what is free. */
export function nameAll(model: Model, { namespace, lockedNames, names = {} }: NamesWanted, report: Report): Names {
  const lock = new Lock(lockedNames);
  const ruler = new NameRuler(names);
  const named = namedIn(model, lock, ruler);
  reportUnused(ruler.unused, model, report);
  const modules = modulesOf(model, { wanted: namespace, lock, named }, report);
  const pools = poolsOf(modules, model, report);
  const kept = keepNames(named, ({ home }) => pools(home));
  const types = withRoles(named.types, typeNames(named.types, kept, pools), kept, pools);
  const typeName = (name: QualifiedName) => {
    const type = model.type(name);
    return type && types.get(type)?.name;
  };
  const operations = operationNames(named.operations, typeName, kept, pools);
  reportRefused(kept, { given: (element) => types.get(element) ?? operations.get(element), pools }, report);
  return namesOf(model, modules, named, new Map([...types, ...operations]));
}

function namesOf(model: Model, modules: readonly Module[], { operations }: AllNamed, given: Given): Names {
  const homes = new Map<object, string>(operations.map(({ element, home }) => [element, home]));
  const byNamespace = new Map(modules.map((module) => [module.namespace, module]));
  const moduleOf: Names["moduleOf"] = (element) => {
    const namespace = typeof element === "string" ? namespaceOf(element) : (homes.get(element) ?? "");
    return byNamespace.get(namespace) ?? missing(namespace);
  };
  const byModule = groupBy(model.operations, moduleOf);
  const ofType = (name: QualifiedName) => {
    const type = model.type(name);
    return (type && given.get(type)) ?? missing(name);
  };
  const of = (element: EdmType | Operation) => given.get(element) ?? missing(element.name);
  return {
    modules,
    moduleOf,
    exportedBy: (module) => (module.flat ? modules.slice(1) : []),
    given: of,
    type: (name) => ofType(name).name,
    role: (name, role) => ofType(name).roles.get(role) ?? missing(`${name} ${role}`),
    operation: (operation, role) => of(operation).roles.get(role) ?? missing(`${operation.name} ${role}`),
    operationsIn: (module) => byModule.get(module) ?? [],
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

function typeNames(types: AllNamed["types"], kept: KeptNames, pools: Pools): ReadonlyMap<EdmType, Code> {
  return new Map(
    types.map(({ element, home, ruled }) => {
      const own = kept.of(element, SELF);
      // A rule whose name is not free is reported with the lock's.
      if (ruled !== undefined) return [element, own ?? pools(home).extend(ruled.name, element)];
      const wanted = upperFirst(identifierOf(simpleNameOf(element.name)));
      return [element, nameOf(pools(home), own, wanted, element)];
    }),
  );
}

function withRoles(
  types: AllNamed["types"],
  names: ReadonlyMap<EdmType, Code>,
  kept: KeptNames,
  pools: Pools,
): ReadonlyMap<EdmType | Operation, GivenNames> {
  return new Map(
    types.map((named) => {
      const name = names.get(named.element) ?? missing(named.element.name);
      return [named.element, { name, roles: roleNames(named, name, kept, pools(named.home)) }];
    }),
  );
}

function roleNames(
  { element, roles }: Named,
  base: string,
  kept: KeptNames,
  pool: NamePool,
): ReadonlyMap<string, Code> {
  return new Map(
    roles.map(([role, pattern]) => [role, nameOf(pool, kept.of(element, role), nameBy(pattern, base), element)]),
  );
}

function operationNames(
  operations: AllNamed["operations"],
  typeName: (name: QualifiedName) => Code | undefined,
  kept: KeptNames,
  pools: Pools,
): ReadonlyMap<EdmType | Operation, GivenNames> {
  const poolOf = ({ home }: Named) => pools(home);
  const bases = baseNames(operations, (operation) => bindingNameOf(operation, typeName), poolOf);
  return new Map(
    operations.map((named) => {
      const { element, roles, locked, ruled } = named;
      const pool = poolOf(named);
      const wanted = bases.get(element) ?? missing(element.name);
      const baseOf = (): Code => {
        if (ruled !== undefined) return ruled.name as Code; // a checked identifier
        return typeof locked === "object"
          ? pool.keptBase(locked.name, wanted, derivedBy(roles), element)
          : pool.freeBase(wanted, derivedBy(roles), element);
      };
      const base = baseOf();
      return [element, { name: base, roles: roleNames(named, base, kept, pool) }];
    }),
  );
}

/** The name of the type that an operation is bound to; empty where it is not bound. */
function bindingNameOf(operation: Operation, typeName: (name: QualifiedName) => Code | undefined): string {
  const binding = bindingTypeOf(operation)?.type;
  return binding === undefined ? "" : (typeName(binding) ?? upperFirst(identifierOf(simpleNameOf(binding))));
}

/** The name of the lock, else one that is free. */
function nameOf(pool: NamePool, kept: Code | undefined, wanted: string, element: EdmType | Operation): Code {
  return kept === undefined ? pool.take(wanted, element) : pool.kept(kept, wanted, element);
}

function missing(key: string): never {
  throw new RangeError(`no name was given for ${key}`);
}
