import type { CsdlDocument, Document, PageDocument } from "../edm/document.js";
import type { EnumType, NavigationProperty, Property, StructuredType, TypeName, TypeRef } from "../edm/elements.js";
import { compareText, isStructured, isType } from "../edm/model.js";
import { qualify, simpleNameOf, type QualifiedName } from "../edm/names.js";
import type { Request } from "../edm/requests.js";

/** The namespace of pages that name none. */
export const GRAPH_NAMESPACE = "microsoft.graph";

/** A page whose short names are resolved. */
export interface ResolvedPage {
  readonly document: PageDocument;
  readonly types: readonly (StructuredType | EnumType)[];
  readonly requests: readonly Request[];
}

export interface ResolvedPages {
  readonly pages: readonly ResolvedPage[];
  /** The page that links name for a type, by file name. */
  readonly links: ReadonlyMap<QualifiedName, string>;
}

/** Replaces every short name of the pages by the qualified name it stands for. */
export function resolvePages(documents: readonly Document[]): ResolvedPages {
  const pages = documents.filter((document) => document.kind === "page");
  const lookUp = resolverOf(
    pages,
    documents.filter((document) => document.kind === "csdl"),
  );
  const links = new Map<QualifiedName, string>();
  const resolve: Resolve = (name) => {
    const resolved = lookUp(name);
    if (typeof name !== "string" && name.link !== undefined) {
      const page = name.link.replace(/^.*\//, "");
      const other = links.get(resolved);
      // Pages may disagree: the choice is no matter of their order.
      if (other === undefined || page < other) links.set(resolved, page);
    }
    return resolved;
  };
  const resolved = pages.map((document) => ({
    document,
    types: document.types.map((type) => resolveType(type, resolve)),
    requests: document.requests.map((request) => resolveRequest(request, resolve)),
  }));
  return { pages: resolved, links };
}

type Resolve = (name: TypeName) => QualifiedName;

/**
 * A short name means, in this order: the type that the linked page describes, the type of that
 * name in the page's own namespace, in `microsoft.graph`, the only type of that name anywhere.
 * Where none is known it is taken to stand in the page's namespace.
 */
function resolverOf(pages: readonly PageDocument[], csdl: readonly CsdlDocument[]): Resolve {
  const known = new Set<QualifiedName>();
  const byFile = new Map<string, QualifiedName[]>();
  const byShort = new Map<string, Set<QualifiedName>>();
  const know = (name: QualifiedName) => {
    known.add(name);
    const short = simpleNameOf(name);
    byShort.set(short, (byShort.get(short) ?? new Set()).add(name));
  };
  for (const { schemas } of csdl) {
    for (const { elements } of schemas) for (const element of elements) if (isType(element)) know(element.name);
  }
  for (const { source, types } of pages) {
    for (const { name } of types) {
      if (typeof name !== "string") continue;
      know(name);
      const file = fileKeyOf(source.name);
      byFile.set(file, [...(byFile.get(file) ?? []), name].sort(compareText));
    }
  }
  return (name) => {
    if (typeof name === "string") return name;
    const linked =
      name.link === undefined
        ? undefined
        : byFile.get(fileKeyOf(name.link))?.find((type) => simpleNameOf(type) === name.short);
    if (linked !== undefined) return linked;
    const near = qualify(name.near ?? GRAPH_NAMESPACE, name.short);
    if (known.has(near)) return near;
    const graph = qualify(GRAPH_NAMESPACE, name.short);
    if (known.has(graph)) return graph;
    const everywhere = [...(byShort.get(name.short) ?? [])];
    return everywhere.length === 1 && everywhere[0] !== undefined ? everywhere[0] : near;
  };
}

/** `../resources/intune-enrollment-platform.md#x` and `…/intune-enrollment-platform.md` are one page. */
function fileKeyOf(path: string): string {
  return (path.split("#", 1)[0] ?? "")
    .replace(/^.*\//, "")
    .replace(/\.(md|txt)$/, "")
    .toLowerCase();
}

function resolveType(type: StructuredType<TypeName> | EnumType<TypeName>, resolve: Resolve): StructuredType | EnumType {
  if (!isStructuredClaim(type)) return { ...type, name: resolve(type.name) };
  const { base, properties, navigationProperties, ...rest } = type;
  return {
    ...rest,
    name: resolve(type.name),
    ...(base !== undefined && { base: resolve(base) }),
    properties: properties.map((property) => resolveMember(property, resolve)),
    navigationProperties: navigationProperties.map((property) => resolveMember(property, resolve)),
  };
}

function isStructuredClaim(type: StructuredType<TypeName> | EnumType<TypeName>): type is StructuredType<TypeName> {
  return isStructured(type);
}

type Member<N extends TypeName> = Property<N> | NavigationProperty<N>;

function resolveMember(member: Property<TypeName>, resolve: Resolve): Property;
function resolveMember(member: NavigationProperty<TypeName>, resolve: Resolve): NavigationProperty;
function resolveMember(member: Member<TypeName>, resolve: Resolve): Member<QualifiedName> {
  const { type, declaredOn, ...rest } = member;
  return {
    ...rest,
    ...(type !== undefined && { type: resolveRef(type, resolve) }),
    ...(declaredOn !== undefined && { declaredOn: resolve(declaredOn) }),
  };
}

function resolveRef(ref: TypeRef<TypeName>, resolve: Resolve): TypeRef {
  return { ...ref, type: resolve(ref.type) };
}

function resolveRequest({ body, parameters, returns, ...rest }: Request<TypeName>, resolve: Resolve): Request {
  return {
    ...rest,
    ...(body !== undefined && { body: resolveRef(body, resolve) }),
    ...(returns !== undefined && { returns: resolveRef(returns, resolve) }),
    ...(parameters !== undefined && {
      parameters: parameters.map(({ type, ...parameter }) => ({
        ...parameter,
        ...(type !== undefined && { type: resolveRef(type, resolve) }),
      })),
    }),
  };
}
