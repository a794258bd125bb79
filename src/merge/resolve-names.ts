import { sourceIndexOf, type At } from "../diagnostics/position.js";
import type { Document, PageDocument } from "../edm/document.js";
import type {
  EnumType,
  NavigationProperty,
  Parameter,
  Property,
  StructuredType,
  TypeName,
  TypeRef,
} from "../edm/elements.js";
import { isStructured } from "../edm/model.js";
import { simpleNameOf, type QualifiedName, type SimpleName } from "../edm/names.js";
import type { Request } from "../edm/requests.js";
import { TypeNames } from "./type-names.js";

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
  /** Names in other letters than those that stand, once for a page. */
  readonly misspelt: readonly Misspelling[];
}

export interface Misspelling {
  readonly at: At;
  readonly said: SimpleName;
  readonly stands: QualifiedName;
}

/** Replaces every short name of the pages by the qualified name it stands for. */
export function resolvePages(documents: readonly Document[]): ResolvedPages {
  const pages = documents.filter((document) => document.kind === "page");
  const names = new TypeNames(
    documents.filter((document) => document.kind === "csdl"),
    pages,
  );
  const links = new Map<QualifiedName, string>();
  const misspelt = new Map<string, Misspelling>();
  const resolve: Resolve = (name, at) => {
    const stands = typeof name === "string" ? names.spelled(name) : names.meant(name);
    const said = typeof name === "string" ? simpleNameOf(name) : name.short;
    const key = `${sourceIndexOf(at)} ${said}`;
    if (isMisspelt(said, simpleNameOf(stands)) && !misspelt.has(key)) misspelt.set(key, { at, said, stands });
    if (typeof name !== "string" && name.link !== undefined) {
      const page = name.link.replace(/^.*\//, "");
      const other = links.get(stands);
      // Pages may disagree: the choice is no matter of their order.
      if (other === undefined || page < other) links.set(stands, page);
    }
    return stands;
  };
  const resolved = pages.map((document) => ({
    document,
    types: document.types.map((type) => resolveType(type, resolve)),
    requests: document.requests.map((request) => resolveRequest(request, resolve)),
  }));
  return { pages: resolved, links, misspelt: [...misspelt.values()] };
}

/** The same letters in other capitals; another word altogether is another name. */
function isMisspelt(said: string, stands: string): boolean {
  return said !== stands && said.toLowerCase() === stands.toLowerCase();
}

/** The name that stands for one that is said at a place. */
type Resolve = (name: TypeName, at: At) => QualifiedName;

function resolveType(type: StructuredType<TypeName> | EnumType<TypeName>, resolve: Resolve): StructuredType | EnumType {
  if (!isStructuredClaim(type)) return { ...type, name: resolve(type.name, type.at) };
  const { base, properties, navigationProperties } = type;
  return {
    ...type,
    name: resolve(type.name, type.at),
    ...(base !== undefined && { base: resolve(base, type.at) }),
    properties: properties.map((property) => resolveMember(property, resolve)),
    navigationProperties: navigationProperties.map((property) => resolveMember(property, resolve)),
  } as StructuredType; // every name in it is replaced
}

function isStructuredClaim(type: StructuredType<TypeName> | EnumType<TypeName>): type is StructuredType<TypeName> {
  return isStructured(type);
}

type Member<N extends TypeName> = Property<N> | NavigationProperty<N>;

function resolveMember(member: Property<TypeName>, resolve: Resolve): Property;
function resolveMember(member: NavigationProperty<TypeName>, resolve: Resolve): NavigationProperty;
function resolveMember(member: Member<TypeName>, resolve: Resolve): Member<QualifiedName> {
  const type = member.type && resolveRef(member.type, resolve, member.at);
  const declaredOn = member.declaredOn && resolve(member.declaredOn, member.at);
  // Most members are of primitive types, and stay as they are.
  if (type === member.type && declaredOn === member.declaredOn) return member as Member<QualifiedName>;
  return { ...member, ...(type && { type }), ...(declaredOn && { declaredOn }) } as Member<QualifiedName>; // so are both names
}

function resolveRef(ref: TypeRef<TypeName>, resolve: Resolve, at: At): TypeRef {
  const type = resolve(ref.type, at);
  return type === ref.type ? (ref as TypeRef) : { ...ref, type }; // that name is its only one
}

function resolveRequest(request: Request<TypeName>, resolve: Resolve): Request {
  const { body, parameters, returns, at } = request;
  return {
    ...request,
    ...(body !== undefined && { body: resolveRef(body, resolve, at) }),
    ...(returns !== undefined && { returns: resolveRef(returns, resolve, at) }),
    ...(parameters !== undefined && {
      parameters: parameters.map((parameter) => resolveParameter(parameter, resolve)),
    }),
  } as Request; // every name in it is replaced
}

function resolveParameter(parameter: Parameter<TypeName>, resolve: Resolve): Parameter {
  const { type } = parameter;
  // Without a type there is no name in it.
  return type === undefined
    ? (parameter as Parameter)
    : { ...parameter, type: resolveRef(type, resolve, parameter.at) };
}
