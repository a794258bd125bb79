import { sourceIndexOf, type At } from "../../diagnostics/position.js";
import type { Document, PageDocument } from "../../edm/document.js";
import type {
  AnyProperty,
  EnumType,
  NavigationProperty,
  Parameter,
  Property,
  StructuredType,
  TypeName,
  TypeRef,
} from "../../edm/elements.js";
import { simpleNameOf, type QualifiedName, type SimpleName } from "../../edm/names.js";
import type { Request } from "../../edm/requests.js";
import { TypeNames } from "./type-names.js";

/** A page with qualified names only. */
export interface ResolvedPage {
  readonly document: PageDocument;
  readonly types: readonly (StructuredType | EnumType)[];
  readonly requests: readonly Request[];
}

export interface ResolvedPages {
  readonly pages: readonly ResolvedPage[];
  /** The file name of the page that links give for a type. */
  readonly links: ReadonlyMap<QualifiedName, string>;
  readonly misspellings: readonly Misspelling[];
}

/** A type name in another letter case than that of its declaration; one for each page and name. */
export interface Misspelling {
  readonly at: At;
  readonly written: SimpleName;
  readonly stands: QualifiedName;
}

/** Replaces every short name in the pages by the qualified name that it stands for. */
export function resolvePages(documents: readonly Document[]): ResolvedPages {
  const pages = documents.filter((document) => document.kind === "page");
  if (pages.length === 0) return { pages: [], links: new Map(), misspellings: [] };
  const csdl = documents.filter((document) => document.kind === "csdl");
  const resolver = new NameResolver(new TypeNames(csdl, pages));
  const resolved = pages.map((document) => ({
    document,
    types: document.types.map((type) => resolveType(type, resolver)),
    requests: document.requests.map((request) => resolveRequest(request, resolver)),
  }));
  return { pages: resolved, links: resolver.links, misspellings: [...resolver.misspellings.values()] };
}

/** Resolves names, and gathers links and misspellings on the way. */
class NameResolver {
  readonly links = new Map<QualifiedName, string>();
  readonly misspellings = new Map<string, Misspelling>();
  readonly #names: TypeNames;

  constructor(names: TypeNames) {
    this.#names = names;
  }

  resolve(name: TypeName, at: At): QualifiedName {
    const stands = typeof name === "string" ? this.#names.spelled(name) : this.#names.meant(name);
    if (stands === name) return stands;
    if (typeof name !== "string" && name.link !== undefined) this.#addLink(stands, name.link.replace(/^.*\//, ""));
    this.#checkSpelling(typeof name === "string" ? simpleNameOf(name) : name.short, stands, at);
    return stands;
  }

  /** Of several pages the first by name is kept: the order of the inputs does not matter. */
  #addLink(type: QualifiedName, page: string): void {
    const other = this.links.get(type);
    if (other === undefined || page < other) this.links.set(type, page);
  }

  #checkSpelling(written: SimpleName, stands: QualifiedName, at: At): void {
    const name = simpleNameOf(stands);
    if (written === name || written.toLowerCase() !== name.toLowerCase()) return;
    const key = `${sourceIndexOf(at)} ${written}`;
    if (!this.misspellings.has(key)) this.misspellings.set(key, { at, written, stands });
  }
}

function resolveType(
  type: StructuredType<TypeName> | EnumType<TypeName>,
  resolver: NameResolver,
): StructuredType | EnumType {
  const name = resolver.resolve(type.name, type.at);
  if (type.kind === "EnumType") return { ...type, name };
  return {
    ...type,
    name,
    ...(type.base !== undefined && { base: resolver.resolve(type.base, type.at) }),
    properties: type.properties.map((property) => resolveProperty(property, resolver)),
    navigationProperties: type.navigationProperties.map((property) => resolveProperty(property, resolver)),
  } as StructuredType; // every name in it is replaced
}

function resolveProperty(property: Property<TypeName>, resolver: NameResolver): Property;
function resolveProperty(property: NavigationProperty<TypeName>, resolver: NameResolver): NavigationProperty;
function resolveProperty(property: AnyProperty<TypeName>, resolver: NameResolver): AnyProperty {
  const type = property.type && resolveRef(property.type, resolver, property.at);
  const declaredOn = property.declaredOn && resolver.resolve(property.declaredOn, property.at);
  const otherTypes = property.kind === "Property" ? property.otherTypes : undefined;
  const isQualified = type === property.type && declaredOn === property.declaredOn && otherTypes === undefined;
  const resolved = isQualified
    ? property
    : {
        ...property,
        ...(type && { type }),
        ...(declaredOn && { declaredOn }),
        ...(otherTypes && { otherTypes: otherTypes.map((name) => resolver.resolve(name, property.at)) }),
      };
  return resolved as AnyProperty; // every name in it is qualified
}

function resolveRef(ref: TypeRef<TypeName>, resolver: NameResolver, at: At): TypeRef {
  const type = resolver.resolve(ref.type, at);
  return ref.type === type ? (ref as TypeRef) : { ...ref, type };
}

function resolveRequest(request: Request<TypeName>, resolver: NameResolver): Request {
  const { body, returns, parameters, at } = request;
  return {
    ...request,
    ...(body && { body: resolveRef(body, resolver, at) }),
    ...(returns && { returns: resolveRef(returns, resolver, at) }),
    ...(parameters && { parameters: parameters.map((parameter) => resolveParameter(parameter, resolver)) }),
  } as Request; // every name in it is replaced
}

function resolveParameter(parameter: Parameter<TypeName>, resolver: NameResolver): Parameter {
  const { type, at } = parameter;
  return { ...parameter, ...(type && { type: resolveRef(type, resolver, at) }) } as Parameter; // as above
}
