/** What the templates of `client.ts` print: the client as types, and the few facts that the wire needs. */
import type { ContainerChild, NavigationProperty, Operation, StructuredType } from "../edm/elements.js";
import { bindingTypeOf, compareText, isStructured } from "../edm/model.js";
import { groupBy } from "../edm/grouping.js";
import { namespaceOf, type QualifiedName } from "../edm/names.js";
import { code, joined, literal, mentions, propertyKey, type Code } from "./code.js";
import { descriptionOf, docOf, type DocView } from "./doc.js";
import type { Module } from "./names.js";
import { operationCall } from "./operation-call.js";
import { fileOf, importPath, runtimePath } from "./paths.js";
import { requestNotes, type RequestNotes } from "./request-notes.js";
import { Scope, type ImportView } from "./scope.js";
import { readType, writtenItemType } from "./type-expression.js";
import type { ViewContext } from "./view-context.js";
import { keyOf, type Wire, type WireEntry } from "./wire.js";

export interface ClientView {
  readonly runtime: string;
  /** What is imported from it. */
  readonly names: readonly Code[];
  readonly edm: string | null;
  readonly types: string | null;
  readonly imports: readonly ImportView[];
  readonly modules: readonly ImportView[];
  readonly builders: readonly BuilderView[];
  /** In the flat module: the client itself. */
  readonly root: RootView | null;
}

/** An interface of the client. */
export interface BuilderView {
  readonly doc: DocView;
  readonly name: Code;
  /** The one interface that it extends, on its line. */
  readonly base: Code | null;
  /** Several of them, each on a line of its own. */
  readonly bases: readonly Code[];
  readonly members: readonly BuilderMemberView[];
}

export interface BuilderMemberView {
  readonly doc: DocView;
  readonly name: string;
  readonly type: Code;
}

export interface RootView {
  readonly members: readonly BuilderMemberView[];
  readonly baseUrl: string | null;
  readonly keyStyle: string;
  readonly tables: readonly { readonly name: Code; readonly entries: readonly WireEntry[] }[];
}

export function clientView(module: Module, context: ViewContext, wire: Wire): ClientView {
  const { model, names, options } = context;
  const file = fileOf("client", module);
  const scope = new Scope(context, module);
  const client = new ClientScope(context, wire, scope);
  const entities = model.schemas
    .flatMap((schema) => schema.elements)
    .filter((element): element is StructuredType => element.kind === "EntityType" && namespaceOf(element.name) === module.namespace);
  const builders = entities.flatMap((type) => buildersOf(type, client));
  const root = module.flat ? rootView(client) : null;
  const codes = [...builders.flatMap(({ base, bases }) => [...(base === null ? [] : [base]), ...bases]), ...[...builders, ...(root ? [root] : [])].flatMap(({ members }) => members.map(({ type }) => type))];
  return {
    runtime: runtimePath(file, "client", options),
    names: runtimeNamesIn(codes),
    edm: mentions(codes, "edm") ? runtimePath(file, "edm", options) : null,
    types: mentions(codes, "types") ? importPath(file, "types.ts", options) : null,
    imports: scope.used.map((used) => ({ name: used.identifier, path: importPath(file, fileOf("client", used), options) })),
    modules: module.flat ? names.modules.slice(1).map((other) => ({ name: other.identifier, path: importPath(file, fileOf("client", other), options) })) : [],
    builders,
    root,
  };
}

const RUNTIME_NAMES = [
  "Action", "Action0", "CollectionFunctionRequest", "CollectionRequests", "Delete", "FunctionRequest", "Get", "ItemRequests", "List", "Many", "One", "Page",
  "Patch", "Post", "Put",
] as const;

/** The runtime's types that a file uses. */
function runtimeNamesIn(codes: readonly Code[]): readonly Code[] {
  const used = new Set(codes.flatMap((text) => text.match(/(?<![\w.])[A-Z]\w*/g) ?? []));
  return RUNTIME_NAMES.filter((name) => used.has(name)).map((name) => name as string as Code);
}

/** What the parts of one client file share. */
export class ClientScope {
  readonly context: ViewContext;
  readonly wire: Wire;
  readonly scope: Scope;
  readonly notes: RequestNotes;
  /** Types as this file calls them: `types.User`, `types.callRecords.CallRecord`. */
  readonly types: Scope;

  constructor(context: ViewContext, wire: Wire, scope: Scope) {
    this.context = context;
    this.wire = wire;
    this.scope = scope;
    this.notes = requestNotes(context.model);
    this.types = new TypesScope(context, scope.module);
  }
}

/** Reaches every type through the one import of `types.ts`. */
class TypesScope extends Scope {
  override reach(owner: QualifiedName, exported: Code): Code {
    const module = this.names.moduleOf(namespaceOf(owner));
    return module.flat ? code`types.${exported}` : code`types.${module.identifier}.${exported}`;
  }
}

function buildersOf(type: StructuredType, client: ClientScope): readonly BuilderView[] {
  const { names, usage } = client.context;
  const polymorphic = usage.polymorphic.has(type.name);
  const collected = usage.collected.has(type.name);
  return [
    navigationBuilder(type, client),
    segmentsBuilder(type, client),
    itemBuilder(type, polymorphic, client),
    ...collectionSegmentsBuilder(type, client),
    ...(collected ? [collectionBuilder(type, polymorphic, client)] : []),
    ...(polymorphic
      ? [
          castsBuilder(type, names.role(type.name, "derived"), (derived) => oneOf(derived, client), client),
          castsBuilder(type, names.role(type.name, "itemCasts"), (derived) => reachRole(derived, "itemRequests", client), client),
        ]
      : []),
    ...(polymorphic && collected
      ? [castsBuilder(type, names.role(type.name, "collectionCasts"), (derived) => reachRole(derived, "collectionRequests", client), client)]
      : []),
  ];
}

function reachRole(name: QualifiedName, role: Parameters<ClientScope["context"]["names"]["role"]>[1], { scope, context }: ClientScope): Code {
  return scope.reach(name, context.names.role(name, role));
}

function baseOf(type: StructuredType, client: ClientScope): StructuredType | undefined {
  return client.context.model.bases(type)[0];
}

/** What can be expanded on an entity. */
function navigationBuilder(type: StructuredType, client: ClientScope): BuilderView {
  const base = baseOf(type, client);
  return {
    doc: docOf(),
    name: client.context.names.role(type.name, "navigation"),
    base: base === undefined ? null : reachRole(base.name, "navigation", client),
    bases: [],
    members: type.navigationProperties.flatMap((property) => {
      const marker = property.type && markerOf(property.type.type, property.type.collection, client);
      return marker === undefined ? [] : [{ doc: docOf(), name: property.name, type: marker }];
    }),
  };
}

function markerOf(name: QualifiedName, collection: boolean, client: ClientScope): Code | undefined {
  if (client.context.model.type(name)?.kind !== "EntityType") return undefined;
  const read = client.types.reach(name, client.context.names.type(name));
  const casts = client.context.usage.polymorphic.has(name) ? code`, ${reachRole(name, "derived", client)}` : code``;
  return code`${collection ? code`Many` : code`One`}<${read}, ${reachRole(name, "navigation", client)}${casts}>`;
}

function oneOf(name: QualifiedName, client: ClientScope): Code {
  return code`One<${client.types.reach(name, client.context.names.type(name))}, ${reachRole(name, "navigation", client)}>`;
}

function castsBuilder(type: StructuredType, name: Code, target: (derived: QualifiedName) => Code, client: ClientScope): BuilderView {
  const derived = client.context.model.derived(type.name);
  return { doc: docOf(), name, base: null, bases: [], members: derived.map((below) => ({ doc: docOf(), name: below.name, type: target(below.name) })) };
}

/** The paths below one entity: navigation properties and the operations bound to it, inherited by derived types. */
function segmentsBuilder(type: StructuredType, client: ClientScope): BuilderView {
  const operations = client.context.model.boundTo(type.name, false);
  const members = mergeMembers([
    ...type.navigationProperties.flatMap((property) => navigationMember(property, client)),
    ...operationMembers(operations, client),
  ]);
  const base = baseOf(type, client);
  return {
    doc: docOf(),
    name: client.context.names.role(type.name, "segments"),
    base: base === undefined ? null : withoutRedefined(base, members, (above) => segmentNames(above, client), reachRole(base.name, "segments", client), client),
    bases: [],
    members,
  };
}

/** What a derived type defines anew does not come from its base: the two would contradict each other. */
function withoutRedefined(
  base: StructuredType,
  members: readonly BuilderMemberView[],
  namesOf: (type: StructuredType) => readonly string[],
  inherited: Code,
  { context }: ClientScope,
): Code {
  const above = new Set([base, ...context.model.bases(base)].flatMap(namesOf));
  const redefined = members.map(({ name }) => name).filter((name) => above.has(name));
  return redefined.length === 0 ? inherited : code`Omit<${inherited}, ${joined(redefined.map(literal), " | ")}>`;
}

function segmentNames(type: StructuredType, { context, wire }: ClientScope): readonly string[] {
  return [...type.navigationProperties, ...context.model.boundTo(type.name, false)].map((element) => wire.segment(element));
}

function navigationMember(property: NavigationProperty, client: ClientScope): readonly BuilderMemberView[] {
  const target = property.type;
  if (target === undefined || client.context.model.type(target.type)?.kind !== "EntityType") return [];
  const type = reachRole(target.type, target.collection ? "collectionRequests" : "itemRequests", client);
  return [{ doc: docOf(descriptionOf(property)), name: client.wire.segment(property), type }];
}

function operationMembers(operations: readonly Operation[], client: ClientScope): readonly BuilderMemberView[] {
  return operations.map((operation) => ({
    doc: docOf(descriptionOf(operation), ...client.notes.ofOperation(operation)),
    name: client.wire.segment(operation),
    type: operationCall(operation, client),
  }));
}

/** Overloads, and an action beside a function of its name, are one member of several types. */
function mergeMembers(members: readonly BuilderMemberView[]): readonly BuilderMemberView[] {
  return [...groupBy(members, ({ name }) => name).values()].map((group) => ({
    ...group[0],
    type: group.length === 1 ? group[0].type : joined([...new Set(group.map(({ type }) => type))].map(grouped), " & "),
  }));
}

function grouped(type: Code): Code {
  return type.includes("=>") ? code`(${type})` : type;
}

function itemBuilder(type: StructuredType, polymorphic: boolean, client: ClientScope): BuilderView {
  const { names } = client.context;
  const read = client.types.reach(type.name, names.type(type.name));
  const navigation = names.role(type.name, "navigation");
  const body = writtenItemType(type.name, "update", client.types);
  const verbs: Readonly<Record<string, Code>> = {
    GET: code`Get<${read}, ${navigation}>`,
    PATCH: code`Patch<${body}, ${read}>`,
    PUT: code`Put<${body}, ${read}>`,
    DELETE: code`Delete`,
  };
  return {
    doc: docOf(),
    name: names.role(type.name, "itemRequests"),
    base: null,
    bases: [names.role(type.name, "segments"), code`ItemRequests<${read}, ${navigation}, ${body}>`],
    members: [...verbMembers(type, "Entity", verbs, client), ...(polymorphic ? [castMember(names.role(type.name, "itemCasts"))] : [])],
  };
}

function castMember(casts: Code): BuilderMemberView {
  return {
    doc: docOf("Goes on as a derived type."),
    name: "as",
    type: code`<Name extends keyof ${casts}>(type: Name) => ${casts}[Name]`,
  };
}

/** A verb is declared anew where there is something to say of it. */
function verbMembers(type: StructuredType, kind: "Entity" | "Collection", verbs: Readonly<Record<string, Code>>, client: ClientScope): readonly BuilderMemberView[] {
  return Object.entries(verbs).flatMap(([method, verb]) => {
    const notes = client.notes.ofResource(kind, type.name, method);
    return notes.length === 0 ? [] : [{ doc: docOf(...notes), name: method.toLowerCase(), type: verb }];
  });
}

/** Operations bound to a collection of this type; there is no such interface where there are none. */
function collectionSegmentsBuilder(type: StructuredType, client: ClientScope): readonly BuilderView[] {
  const members = mergeMembers(operationMembers(client.context.model.boundTo(type.name, true), client));
  if (members.length === 0) return [];
  const base = client.context.model.bases(type).find((above) => hasCollectionSegments(above, client));
  const namesOf = (above: StructuredType) => client.context.model.boundTo(above.name, true).map((operation) => client.wire.segment(operation));
  return [{
    doc: docOf(),
    name: client.context.names.role(type.name, "collectionSegments"),
    base: base === undefined ? null : withoutRedefined(base, members, namesOf, reachRole(base.name, "collectionSegments", client), client),
    bases: [],
    members,
  }];
}

function hasCollectionSegments(type: StructuredType, { context }: ClientScope): boolean {
  return context.model.boundTo(type.name, true).length > 0;
}

function collectionBuilder(type: StructuredType, polymorphic: boolean, client: ClientScope): BuilderView {
  const { names, model } = client.context;
  const read = client.types.reach(type.name, names.type(type.name));
  const navigation = names.role(type.name, "navigation");
  const body = writtenItemType(type.name, "create", client.types);
  const key = keyType(type.name, client);
  const item = names.role(type.name, "itemRequests");
  const segments = [type, ...model.bases(type)].find((candidate) => hasCollectionSegments(candidate, client));
  const verbs: Readonly<Record<string, Code>> = { GET: code`List<${read}, ${navigation}>`, POST: code`Post<${body}, ${read}>` };
  const last = key === "string" ? code`` : code`, ${key}`;
  const own = code`CollectionRequests<${read}, ${navigation}, ${body}, ${item}${last}>`;
  return {
    doc: docOf(),
    name: names.role(type.name, "collectionRequests"),
    base: segments === undefined ? own : null,
    bases: segments === undefined ? [] : [reachRole(segments.name, "collectionSegments", client), own],
    members: [...verbMembers(type, "Collection", verbs, client), ...(polymorphic ? [castMember(names.role(type.name, "collectionCasts"))] : [])],
  };
}

/** The value of the key, or an object of the values of its properties. */
function keyType(name: QualifiedName, client: ClientScope): Code {
  const parts = keyOf(name, client.context.model).map(({ ref, type }) => ({
    name: ref.alias ?? ref.name,
    type: type === undefined ? code`string | number` : readType(type, client.types),
  }));
  const [first, ...others] = parts;
  if (first === undefined) return code`string | number`;
  return others.length === 0 ? first.type : code`{ ${joined(parts.map((part) => code`${propertyKey(part.name)}: ${part.type}`), "; ")} }`;
}

function rootView(client: ClientScope): RootView {
  const { model } = client.context;
  const { wire } = client;
  const tables = [
    { name: code`segments`, entries: wire.segments },
    { name: code`parameters`, entries: wire.parameters },
    { name: code`keys`, entries: wire.keys },
  ];
  const children = [...(model.container?.children ?? [])].sort((a, b) => compareText(a.name, b.name));
  return {
    members: mergeMembers(children.flatMap((child) => childMembers(child, client))),
    baseUrl: model.serviceRoot ?? null,
    keyStyle: wire.keyStyle,
    tables: tables.filter(({ entries }) => entries.length > 0),
  };
}

function childMembers(child: ContainerChild, client: ClientScope): readonly BuilderMemberView[] {
  const { model } = client.context;
  const name = client.wire.segment(child);
  const doc = docOf(descriptionOf(child));
  if (child.kind === "EntitySet" || child.kind === "Singleton") {
    const target = child.kind === "EntitySet" ? child.entityType : child.type;
    const type = model.type(target);
    if (type === undefined || !isStructured(type) || type.kind !== "EntityType") return [];
    return [{ doc, name, type: reachRole(target, child.kind === "EntitySet" ? "collectionRequests" : "itemRequests", client) }];
  }
  const operations = model.overloads(child.kind === "ActionImport" ? child.action : child.function).filter((operation) => bindingTypeOf(operation) === undefined);
  return operationMembers(operations, client).map((member) => ({ ...member, name }));
}
