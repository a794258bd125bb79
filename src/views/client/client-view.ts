/** The file `client.ts` of a module: the client as types, and tables for names that the wire writes in another way. */
import { mappedImport } from "../mapping/mapped-view.js";
import { TYPE_MAP_FILE } from "../types/type-map-view.js";
import type { ContainerChild } from "../../edm/elements.js";
import { bindingTypeOf, compareText, isStructured } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { documentationOf } from "../../facts/documentation.js";
import { memberView, type BuilderMember, type BuilderMemberView, type BuilderView } from "./builder-view.js";
import { buildersOf } from "./client-builders.js";
import { mergeMembers, operationMembers } from "./client-members.js";
import { placeOf } from "./client-places.js";
import { clientFile, type ClientFile } from "./client-file.js";
import { code, joined, mentions, type Code } from "../../code/code.js";
import { withTags } from "../docs/doc-tags.js";
import { docOf } from "../docs/doc.js";
import type { Module } from "../../naming/modules.js";
import { ModuleImports } from "../modules/imports.js";
import { fileOf, importPath, moduleImports, runtimePath, type ImportView } from "../modules/paths.js";
import { reachRole } from "../modules/scope.js";
import type { ViewContext } from "../view-context.js";
import { kindEntries, kindExports, type KindEntry } from "./wire/kind-code.js";
import type { WireEntry } from "./wire/wire-entry.js";
import type { BannerView } from "../modules/banner.js";
import type { Wire } from "./wire/wire.js";

export interface ClientView {
  readonly banner: BannerView;
  readonly runtime: string;
  /** Types imported from it. */
  readonly names: readonly Code[];
  readonly edm: string | null;
  readonly types: string | null;
  readonly typeMap: string | null;
  readonly writes: string | null;
  readonly imports: readonly ImportView[];
  readonly modules: readonly ImportView[];
  readonly builders: readonly BuilderView[];
  /** In the flat module: descriptors of entity types by the names that casts take. */
  readonly entityMap: { readonly members: readonly BuilderMemberView[] } | null;
  /** In the flat module: the client itself. */
  readonly root: RootView | null;
}

interface WireTable {
  readonly name: Code;
  readonly entries: readonly WireEntry[];
}

export interface RootView {
  readonly members: readonly BuilderMemberView[];
  readonly baseUrl: string | null;
  /** Of OData 2.0 and 3.0. */
  readonly protocol: string | null;
  /** Of OData 3.0: the form of JSON that its clients have beside that of OData 2.0. */
  readonly light: Code | null;
  /** Of OData 4.0. */
  readonly keyStyle: string | null;
  readonly eventual: boolean;
  readonly lists: readonly { readonly name: Code; readonly items: readonly string[] }[];
  readonly tables: readonly WireTable[];
  /** Of OData 2.0 and 3.0. */
  readonly kindTables: readonly { readonly name: Code; readonly entries: readonly KindEntry[] }[];
  /** What the facts import from the runtime. */
  readonly imports: readonly Code[];
}

export function clientView(module: Module, context: ViewContext, wire: Wire): ClientView {
  const { names, options } = context;
  const file = fileOf("client", module);
  const imports = new ModuleImports(module, "client");
  const client = clientFile(context, wire, imports);
  const builders = entitiesIn(module, context).flatMap((name) => buildersOf(name, client));
  const root = module.flat ? rootView(client) : null;
  const entityMap = module.flat ? entityMapOf(client) : null;
  const codes = [...builders.flatMap(codesOf), ...(root?.members ?? []).map(({ type }) => type)];
  return {
    banner: context.banner,
    runtime: runtimePath(file, "client", context),
    names: runtimeNamesIn(codes),
    edm: mentions(codes, "edm") ? runtimePath(file, "edm", context) : null,
    types: mentions(codes, "types") ? importPath(file, "types.ts", options) : null,
    typeMap: mentions(codes, "typeMap") ? importPath(file, TYPE_MAP_FILE, options) : null,
    writes: mentions(codes, "writes") ? importPath(file, "writes.ts", options) : null,
    imports: [...imports.views(file, options), ...mappedImport(file, codes, context)],
    modules: moduleImports(names.exportedBy(module), "client", file, options),
    builders,
    entityMap,
    root,
  };
}

function codesOf(view: BuilderView): readonly Code[] {
  if (view.partial === "builder-alias") return [view.type];
  return [...(view.base === null ? [] : [view.base]), ...view.members.map(({ type }) => type)];
}

/** Entity types derived from one that is in use; null where there are none. */
function entityMapOf(client: ClientFile): ClientView["entityMap"] {
  const { model, usage } = client.context;
  if (model.protocol === "2.0") return null;
  const derived = [...usage.withDerived].flatMap((name) => [...model.derived(name), ...client.paths.derived(name)]);
  const names = derived.filter(({ kind }) => kind === "EntityType").map(({ name }) => name);
  if (names.length === 0) return null;
  const entries = [...new Set(names)].sort(compareText);
  return {
    members: entries.map((name) => memberView({ doc: null, name, type: reachRole(name, "entity", client) })),
  };
}

/** Entity types that have data, a path, or both, by name. */
function entitiesIn({ namespace }: Module, { model, selection: { paths } }: ViewContext): readonly QualifiedName[] {
  const elements = [...model.elementsOf(namespace), ...(paths === model ? [] : paths.elementsOf(namespace))];
  const names = elements.filter(({ kind }) => kind === "EntityType").map(({ name }) => name);
  return [...new Set(names)].sort(compareText);
}

const RUNTIME_NAMES = [
  "Action",
  "Action0",
  "Collection",
  "CollectionAt",
  "CollectionFunctionRequest",
  "CollectionOf",
  "CollectionPaths",
  "CountQuery",
  "Delete",
  "FunctionRequest",
  "Get",
  "Item",
  "ItemAt",
  "ItemOf",
  "ItemPaths",
  "List",
  "Many",
  "ODataRequest",
  "One",
  "Page",
  "Patch",
  "Post",
  "PropertyPath",
  "Put",
  "StreamNode",
] as const;

/** The runtime's types that a file uses. */
function runtimeNamesIn(codes: readonly Code[]): readonly Code[] {
  const all = joined(codes, "\n");
  return RUNTIME_NAMES.filter((name) => usesName(all, name)).map((name) => name as string as Code);
}

/** Whether the text has the whole name: not a part of a longer one, a member of a module, a string or a key. */
function usesName(text: Code, name: string): boolean {
  const whole = new RegExp(`(?<![\\p{ID_Continue}."])${name}(?!\\p{ID_Continue}|\\??:)`, "uy");
  // Only where its letters occur: the pattern alone would be tried at every letter of the file.
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    whole.lastIndex = at;
    if (whole.test(text)) return true;
  }
  return false;
}

function rootView(client: ClientFile): RootView {
  const { paths: model, wire, context } = client;
  const isBefore4 = model.protocol !== "4.0";
  const light = model.protocol === "3.0" ? code`lightJson` : null;
  const { tables, kindTables } = tablesOf(wire, isBefore4);
  const children = [...(model.container?.children ?? [])].sort((a, b) => compareText(a.name, b.name));
  return {
    members: mergeMembers(children.flatMap((child) => childMembers(child, client))).map(memberView),
    baseUrl: context.options.baseUrl ?? model.serviceRoot ?? null,
    protocol: isBefore4 ? model.protocol : null,
    light,
    keyStyle: isBefore4 ? null : wire.keyStyle,
    lists: [
      ...(wire.irregular.length === 0 ? [] : [{ name: code`irregular`, items: wire.irregular }]),
      ...(wire.media.length === 0 ? [] : [{ name: code`media`, items: wire.media }]),
      ...(wire.navigation.length === 0 ? [] : [{ name: code`navigation`, items: wire.navigation }]),
      ...(wire.exactNumbers === undefined ? [] : [{ name: code`exactNumbers`, items: wire.exactNumbers }]),
    ],
    eventual: wire.eventual,
    tables,
    kindTables: kindTables.map(({ name, entries }) => ({ name, entries: kindEntries(entries) })),
    imports: [...kindExports(kindTables.flatMap(({ entries }) => entries)), ...(light === null ? [] : [light])],
  };
}

/** The tables that are not empty. Kinds of OData 4.0 are strings, those of earlier protocols exports of the runtime. */
function tablesOf(wire: Wire, isBefore4: boolean) {
  const filled = (tables: readonly WireTable[]) => tables.filter(({ entries }) => entries.length > 0);
  const literals = [
    { name: code`parameters`, entries: wire.parameters },
    { name: code`keys`, entries: wire.keys },
  ];
  return {
    tables: filled([
      { name: code`segments`, entries: wire.segments },
      ...(isBefore4 ? [] : literals),
      { name: code`types`, entries: wire.types },
      { name: code`methods`, entries: wire.methods },
    ]),
    kindTables: filled([...(isBefore4 ? literals : []), { name: code`values`, entries: wire.values }]),
  };
}

function childMembers(child: ContainerChild, client: ClientFile): readonly BuilderMember[] {
  const { paths: model } = client;
  const name = client.wire.segment(child);
  if (child.kind === "EntitySet" || child.kind === "Singleton") {
    const target = child.kind === "EntitySet" ? child.entityType : child.type;
    const type = model.type(target);
    if (type === undefined || !isStructured(type) || type.kind !== "EntityType") return [];
    const { type: place, notes } = placeOf(child, target, child.kind === "EntitySet", client);
    const documentation = documentationOf(child);
    return [{ doc: withTags(docOf(documentation.description, ...notes), documentation), name, type: place }];
  }
  const operations = model
    .overloads(child.kind === "ActionImport" ? child.action : child.function)
    .filter((operation) => bindingTypeOf(operation) === undefined);
  return operationMembers(operations, client).map((member) => ({ ...member, name }));
}
