/**
 * The names of everything that is emitted, given over the whole model, so that a wider selection
 * never renames. A name that is taken, letter case ignored, gets `_` appended.
 */
import type { Report } from "../diagnostics/report.js";
import type { Operation, Declared } from "../edm/elements.js";
import { bindingTypeOf, compareText, isOperation, isType, type EdmType, type Model } from "../edm/model.js";
import { groupBy } from "../edm/grouping.js";
import { namespaceOf, simpleNameOf, type QualifiedName } from "../edm/names.js";
import type { Code } from "../code/code.js";
import { usageOf, type Usage } from "../facts/usage.js";

type Derive = (name: string) => string;

/** What is emitted for every structured type beside the type itself. */
const shapeRoles = {
  create: (name: string) => `${name}Create`,
  update: (name: string) => `${name}Update`,
  is: (name: string) => `is${name}`,
  validate: (name: string) => `validate${name}`,
  schema: (name: string) => `${lowerFirst(name)}Schema`,
} as const satisfies Record<string, Derive>;

const entityRoles = {
  isCreate: (name: string) => `is${name}Create`,
  validateCreate: (name: string) => `validate${name}Create`,
  createSchema: (name: string) => `${lowerFirst(name)}CreateSchema`,
  isUpdate: (name: string) => `is${name}Update`,
  validateUpdate: (name: string) => `validate${name}Update`,
  updateSchema: (name: string) => `${lowerFirst(name)}UpdateSchema`,
  navigation: (name: string) => `${name}Navigation`,
  segments: (name: string) => `${name}Segments`,
  itemRequests: (name: string) => `${name}ItemRequests`,
  collectionSegments: (name: string) => `${name}CollectionSegments`,
} as const satisfies Record<string, Derive>;

/** Where a descendant may stand in its place. */
const variantRoles = {
  createOrDerived: (name: string) => `${name}CreateOrDerived`,
  updateOrDerived: (name: string) => `${name}UpdateOrDerived`,
} as const satisfies Record<string, Derive>;

const castRoles = {
  derived: (name: string) => `${name}Derived`,
  itemCasts: (name: string) => `${name}ItemCasts`,
} as const satisfies Record<string, Derive>;

const collectionRoles = {
  collectionRequests: (name: string) => `${name}CollectionRequests`,
  collection: (name: string) => `${name}CollectionResponse`,
  isCollection: (name: string) => `is${name}CollectionResponse`,
  validateCollection: (name: string) => `validate${name}CollectionResponse`,
  collectionSchema: (name: string) => `${lowerFirst(name)}CollectionResponseSchema`,
} as const satisfies Record<string, Derive>;

const collectionCastRoles = {
  collectionCasts: (name: string) => `${name}CollectionCasts`,
} as const satisfies Record<string, Derive>;

const enumRoles = {
  values: (name: string) => `${lowerFirst(name)}Values`,
  is: shapeRoles.is,
  validate: shapeRoles.validate,
  schema: shapeRoles.schema,
} as const;

const operationRoles = {
  parameters: (name: string) => `${name}Parameters`,
  result: (name: string) => `${name}Result`,
  isParameters: (name: string) => `is${name}Parameters`,
  validateParameters: (name: string) => `validate${name}Parameters`,
  parametersSchema: (name: string) => `${lowerFirst(name)}ParametersSchema`,
  isResult: (name: string) => `is${name}Result`,
  validateResult: (name: string) => `validate${name}Result`,
  resultSchema: (name: string) => `${lowerFirst(name)}ResultSchema`,
} as const;

export type StructuredRole =
  | keyof typeof shapeRoles
  | keyof typeof variantRoles
  | keyof typeof entityRoles
  | keyof typeof castRoles
  | keyof typeof collectionRoles
  | keyof typeof collectionCastRoles;
export type EnumRole = keyof typeof enumRoles;
export type OperationRole = keyof typeof operationRoles;

/** Names that every output exports whatever the model holds. */
const FIXED = [
  "Client",
  "ClientOptions",
  "createClient",
  "isType",
  "ListRequest",
  "ODataError",
  "Page",
  "StandardSchema",
  "TokenCredential",
  "TypeMap",
  "ValidationIssue",
  "ValidationResult",
];

/** File names that Windows reserves, whatever their extension. */
const DEVICE_NAME = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** One emitted module: the flat one, or a namespace of its own. */
export interface Module {
  readonly namespace: string;
  /** What other modules call it, and the name of its files. */
  readonly identifier: Code;
  readonly flat: boolean;
}

export interface Names {
  /** The flat module first. */
  readonly modules: readonly Module[];
  moduleOf(namespace: string): Module;
  /** The module of the namespace of an element. */
  moduleWith(name: QualifiedName): Module;
  readonly usage: Usage;
  /** The modules that a file of this one exports under their names: from the flat module, all others. */
  exportedBy(module: Module): readonly Module[];
  type(name: QualifiedName): Code;
  role(name: QualifiedName, role: StructuredRole | EnumRole): Code;
  operation(operation: Operation, role: OperationRole): Code;
  /** The namespace whose module holds the parameter and result types of an operation. */
  homeOf(operation: Operation): string;
  operationsIn(namespace: string): readonly Operation[];
}

export function nameAll(model: Model, namespace: string | undefined, report: Report): Names {
  const modules = modulesOf(model, namespace);
  const pools = new Map(
    modules.map((module) => [
      module.namespace,
      new Pool(report, module.flat ? [...FIXED, ...modules.slice(1).map(({ identifier }) => identifier)] : []),
    ]),
  );
  const byNamespace = new Map(modules.map((module) => [module.namespace, module]));
  const byElement = new Map<QualifiedName, Module>();
  const given = new Map<QualifiedName, Code>();
  const roles = new Map<QualifiedName, Map<string, Code>>();
  const pool = (name: string) => {
    const found = pools.get(name);
    if (found === undefined) throw new RangeError(`no module for ${name}`);
    return found;
  };
  const usage = usageOf(model);
  const types = model.schemas
    .flatMap(({ elements }) => elements)
    .filter(isType)
    .sort((a, b) => compareText(a.name, b.name));
  for (const type of types)
    given.set(type.name, pool(namespaceOf(type.name)).take(upperFirst(simpleNameOf(type.name)), type.name, type));
  for (const type of types) {
    const name = given.get(type.name) ?? missing(type.name);
    const own = pool(namespaceOf(type.name));
    const ofType = new Map<string, Code>();
    for (const group of rolesOf(type, usage))
      for (const [role, derive] of group) ofType.set(role, own.take(derive(name), type.name, type));
    roles.set(type.name, ofType);
  }
  const ofOperations = new Map<Operation, Map<OperationRole, Code>>();
  const operations = model.schemas.flatMap(({ elements }) => elements).filter(isOperation);
  const byHome = groupBy(operations, (operation) => homeOf(operation, model));
  for (const operation of operations) {
    const binding = bindingTypeOf(operation)?.type;
    const prefix = binding === undefined ? "" : (given.get(binding) ?? upperFirst(simpleNameOf(binding)));
    const base = `${prefix}${upperFirst(simpleNameOf(operation.name))}`;
    const own = pool(homeOf(operation, model));
    const roles = rolesOfOperation(operation);
    const free = own.freeBase(
      base,
      roles.map((role) => operationRoles[role]),
      operation,
    );
    ofOperations.set(
      operation,
      new Map(roles.map((role) => [role, own.take(operationRoles[role](free), operation.name, operation)])),
    );
  }
  return {
    modules,
    exportedBy: (module) => (module.flat ? modules.slice(1) : []),
    moduleOf: (name) => byNamespace.get(name) ?? missing(name),
    moduleWith: (name) => {
      const module = byElement.get(name) ?? byNamespace.get(namespaceOf(name)) ?? missing(name);
      byElement.set(name, module); // asked for at every use of a type
      return module;
    },
    usage,
    type: (name) => given.get(name) ?? missing(name),
    role: (name, role) => roles.get(name)?.get(role) ?? missing(`${name} ${role}`),
    operation: (operation, role) => ofOperations.get(operation)?.get(role) ?? missing(`${operation.name} ${role}`),
    homeOf: (operation) => homeOf(operation, model),
    operationsIn: (name) => byHome.get(name) ?? [],
  };
}

/** Names of one module, compared without letter case. */
class Pool {
  readonly #taken: Set<string>;
  readonly #report: Report;

  constructor(report: Report, fixed: readonly string[]) {
    this.#report = report;
    this.#taken = new Set(fixed.map((name) => name.toLowerCase()));
  }

  take(name: string, element: string, { at }: Declared): Code {
    let free = name;
    let key = name.toLowerCase();
    for (; this.#taken.has(key); key += "_") free += "_";
    this.#taken.add(key);
    if (free !== name) this.#report.add("name-taken", at, { element, name, instead: free });
    return free as Code; // model names are checked simple identifiers, and so are these
  }

  /** A base of which every derived name is free: the names of an overload go by one. */
  freeBase(base: string, derive: readonly Derive[], operation: Operation): string {
    let free = base;
    while (derive.some((name) => this.#taken.has(name(free).toLowerCase()))) free += "_";
    if (free !== base)
      this.#report.add("name-taken", operation.at, { element: operation.name, name: base, instead: free });
    return free;
  }
}

/** How a type has its names derived, by groups of roles: the same lists for all types, as there are thousands. */
const derivations = {
  shape: Object.entries(shapeRoles),
  variant: Object.entries(variantRoles),
  entity: Object.entries(entityRoles),
  cast: Object.entries(castRoles),
  collection: Object.entries(collectionRoles),
  collectionCast: Object.entries(collectionCastRoles),
  enumeration: Object.entries(enumRoles),
};

/** Names are given for what is emitted alone, so that nothing makes way for a name that does not occur. */
function rolesOf({ kind, name }: EdmType, usage: Usage): readonly (readonly [string, Derive][])[] {
  if (kind === "EnumType") return [derivations.enumeration];
  if (kind === "TypeDefinition") return [];
  const { shape, variant, entity, cast, collection, collectionCast } = derivations;
  const [isEntity, polymorphic] = [kind === "EntityType", usage.polymorphic.has(name)];
  return [
    shape,
    ...(polymorphic ? [variant] : []),
    ...(isEntity ? [entity] : []),
    ...(isEntity && polymorphic ? [cast] : []),
    ...(usage.collected.has(name) ? [collection] : []),
    ...(usage.collected.has(name) && polymorphic ? [collectionCast] : []),
  ];
}

const parameterRoles = ["parameters", "isParameters", "validateParameters", "parametersSchema"] as const;
const resultRoles = ["result", "isResult", "validateResult", "resultSchema"] as const;

function rolesOfOperation({ kind, bound, parameters, returnType }: Operation): readonly OperationRole[] {
  const hasParameters = parameters.length > (bound === true ? 1 : 0);
  const ofParameters = kind === "Action" ? parameterRoles : (["parameters"] as const);
  return [...(hasParameters ? ofParameters : []), ...(returnType?.collection === true ? resultRoles : [])];
}

function missing(key: string): never {
  throw new RangeError(`no name was given for ${key}`);
}

/** Parameter types carry the binding type's name, so they live beside it where it is known. */
function homeOf(operation: Operation, model: Model): string {
  const binding = bindingTypeOf(operation)?.type;
  return namespaceOf(binding !== undefined && model.type(binding) !== undefined ? binding : operation.name);
}

function modulesOf(model: Model, wanted: string | undefined): readonly Module[] {
  const used = model.schemas.filter(({ elements }) =>
    elements.some((element) => isType(element) || isOperation(element)),
  );
  const flat = wanted ?? flatNamespaceOf(model);
  const taken = new Set(["edm", "types", "v"]);
  const modules = used.map(({ namespace }) => {
    let identifier =
      namespace === flat ? camel(namespace.split(".").slice(-1)) : camel(relative(namespace, flat).split("."));
    while (taken.has(identifier.toLowerCase()) || DEVICE_NAME.test(identifier)) identifier += "_";
    taken.add(identifier.toLowerCase());
    return { namespace, identifier: identifier as Code, flat: namespace === flat };
  });
  if (!modules.some((module) => module.flat))
    modules.push({ namespace: flat ?? "", identifier: "model" as Code, flat: true });
  return modules.sort((a, b) => Number(b.flat) - Number(a.flat));
}

/** The container's namespace if it declares a type, else the one with most types. */
function flatNamespaceOf({ container, schemas }: Model): string | undefined {
  const countTypes = (namespace: string) =>
    schemas.find((schema) => schema.namespace === namespace)?.elements.filter(isType).length ?? 0;
  const own = container && namespaceOf(container.name);
  if (own !== undefined && countTypes(own) > 0) return own;
  return schemas
    .map(({ namespace }) => namespace)
    .sort((a, b) => countTypes(b) - countTypes(a) || compareText(a, b))[0];
}

/** `microsoft.graph.callRecords` beside `microsoft.graph` → `callRecords`. */
function relative(namespace: string, flat: string | undefined): string {
  return flat !== undefined && namespace.startsWith(`${flat}.`) ? namespace.slice(flat.length + 1) : namespace;
}

function camel(words: readonly string[]): string {
  return words.map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word))).join("");
}

export function upperFirst(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

export function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
