import { sourceIndexOf, type At } from "../../diagnostics/position.js";
import type { Document, PageDocument } from "../../edm/document.js";
import type {
  EnumType,
  NavigationProperty,
  Parameter,
  Property,
  StructuredType,
  TypeName,
  TypeRef,
} from "../../edm/elements.js";
import { isStructured } from "../../edm/model.js";
import { simpleNameOf, type QualifiedName, type SimpleName } from "../../edm/names.js";
import type { Request } from "../../edm/requests.js";
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
  const meaningOf = knownMeanings((name) => {
    const meaning = meaningIn(names, name);
    if (typeof name !== "string" && name.link !== undefined) {
      const page = name.link.replace(/^.*\//, "");
      const other = links.get(meaning.stands);
      // Pages may disagree: the choice is no matter of their order.
      if (other === undefined || page < other) links.set(meaning.stands, page);
    }
    return meaning;
  });
  const resolve: Resolve = (name, at) => {
    const { stands, misspelt: said } = meaningOf(name);
    if (said !== undefined) {
      const key = `${sourceIndexOf(at)} ${said}`;
      if (!misspelt.has(key)) misspelt.set(key, { at, said, stands });
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

interface Meaning {
  readonly stands: QualifiedName;
  /** What is said, where it is the same in other capitals; another word altogether is another name. */
  readonly misspelt: SimpleName | undefined;
}

function meaningIn(names: TypeNames, name: TypeName): Meaning {
  const stands = typeof name === "string" ? names.spelled(name) : names.meant(name);
  const said = typeof name === "string" ? simpleNameOf(name) : name.short;
  const written = simpleNameOf(stands);
  return { stands, misspelt: said !== written && said.toLowerCase() === written.toLowerCase() ? said : undefined };
}

/** Each name is looked up once: a service has thousands of them, and its pages name a hundred thousand types. */
function knownMeanings(lookUp: (name: TypeName) => Meaning): (name: TypeName) => Meaning {
  const qualified = new Map<QualifiedName, Meaning>();
  // By the namespace of the page, the link and the word: to join them to one key costs more than to look three times.
  const short = new Map<string | undefined, Map<string | undefined, Map<SimpleName, Meaning>>>();
  return (name) => {
    if (typeof name === "string") return qualified.get(name) ?? added(qualified, name, lookUp(name));
    const links =
      short.get(name.near) ?? added(short, name.near, new Map<string | undefined, Map<SimpleName, Meaning>>());
    const words = links.get(name.link) ?? added(links, name.link, new Map<SimpleName, Meaning>());
    return words.get(name.short) ?? added(words, name.short, lookUp(name));
  };
}

function added<K, V>(map: Map<K, V>, key: K, value: V): V {
  map.set(key, value);
  return value;
}

/** The name that stands for one that is said at a place. */
type Resolve = (name: TypeName, at: At) => QualifiedName;

// What holds no other name than it is written with stays as it is: that goes for most of all members. What changes is
// written out field by field, since an object that is put together of parts under conditions takes far longer to make.

function resolveType(type: StructuredType<TypeName> | EnumType<TypeName>, resolve: Resolve): StructuredType | EnumType {
  const name = resolve(type.name, type.at);
  if (!isStructuredClaim(type)) return name === type.name ? (type as EnumType) : { ...type, name }; // its only one
  const base = type.base && resolve(type.base, type.at);
  const properties = resolveMembers(type.properties, resolve);
  const navigationProperties = resolveMembers(type.navigationProperties, resolve);
  const sameMembers = properties === type.properties && navigationProperties === type.navigationProperties;
  if (name === type.name && base === type.base && sameMembers) return type as StructuredType; // no other name is in it
  const resolved =
    base === undefined
      ? { ...type, name, properties, navigationProperties }
      : { ...type, name, base, properties, navigationProperties };
  return resolved as StructuredType; // every name in it is replaced
}

function isStructuredClaim(type: StructuredType<TypeName> | EnumType<TypeName>): type is StructuredType<TypeName> {
  return isStructured(type);
}

function resolveMembers<M extends Property<TypeName> | NavigationProperty<TypeName>>(
  members: readonly M[],
  resolve: Resolve,
): readonly M[] {
  let resolved: M[] | undefined;
  let index = 0;
  for (const member of members) {
    const one = resolveMember(member, resolve);
    if (one !== member) (resolved ??= [...members])[index] = one;
    index++;
  }
  return resolved ?? members;
}

function resolveMember<M extends Property<TypeName> | NavigationProperty<TypeName>>(member: M, resolve: Resolve): M {
  const { type: said, declaredOn: saidOn, at } = member;
  const type = said && resolveRef(said, resolve, at);
  const declaredOn = saidOn && resolve(saidOn, at);
  if (type !== said) return declaredOn === undefined ? { ...member, type } : { ...member, type, declaredOn };
  return declaredOn === saidOn ? member : { ...member, declaredOn };
}

function resolveRef(ref: TypeRef<TypeName>, resolve: Resolve, at: At): TypeRef {
  const type = resolve(ref.type, at);
  return type === ref.type ? (ref as TypeRef) : { ...ref, type }; // that name is its only one
}

function resolveRequest(request: Request<TypeName>, resolve: Resolve): Request {
  const { at } = request;
  const body = request.body && resolveRef(request.body, resolve, at);
  const returns = request.returns && resolveRef(request.returns, resolve, at);
  const parameters = request.parameters?.map((parameter) => resolveParameter(parameter, resolve));
  const same = body === request.body && returns === request.returns && parameters === undefined;
  if (same) return request as Request; // no other name is in it
  return {
    ...request,
    ...(body && { body }),
    ...(returns && { returns }),
    ...(parameters && { parameters }),
  } as Request; // every name in it is replaced
}

function resolveParameter(parameter: Parameter<TypeName>, resolve: Resolve): Parameter {
  const { type } = parameter;
  // Without a type there is no name in it.
  return type === undefined
    ? (parameter as Parameter)
    : { ...parameter, type: resolveRef(type, resolve, parameter.at) };
}
