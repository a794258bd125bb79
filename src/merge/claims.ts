/** Which elements there are, and everything that is said of each. */
import { sourceIndexOf } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import { elementsOf, type CsdlDocument, type Document, type Schema } from "../edm/document.js";
import type { EnumType, Declared, SchemaElement, StructuredType, TypeDefinition } from "../edm/elements.js";
import { groupBy } from "../edm/grouping.js";
import { compareText, isStructured } from "../edm/model.js";
import { simpleNameOf, type QualifiedName } from "../edm/names.js";
import type { Request } from "../edm/requests.js";
import { apart, type KindConflict, reportKinds } from "./kinds.js";
import { resolvePages, type Misspelling } from "./names/resolve-names.js";
import type { Weighing } from "./weight.js";

/** What is said of elements by their names, the weightiest first. */
export type Claims<T> = ReadonlyMap<QualifiedName, readonly [T, ...T[]]>;

export interface Collected {
  readonly csdl: readonly CsdlDocument[];
  readonly schemas: readonly Schema[];
  /** What CSDL declares. */
  readonly elements: readonly SchemaElement[];
  readonly enums: Claims<EnumType>;
  readonly structured: Claims<StructuredType>;
  /** What makes way for a type of another kind. */
  readonly conflicts: readonly KindConflict[];
  readonly definitions: readonly TypeDefinition[];
  readonly requests: readonly Request[];
  /** Every type that anything is said of. */
  readonly known: ReadonlySet<QualifiedName>;
  /** Namespaces that a CSDL document declares. */
  readonly loaded: ReadonlySet<string>;
  /** The page that links name for a type. */
  readonly links: ReadonlyMap<QualifiedName, string>;
  /** Names of types in other letters than those that stand. */
  readonly misspelt: readonly Misspelling[];
}

export function collect(documents: readonly Document[], weigh: Weighing): Collected {
  const csdl = documents.filter((document) => document.kind === "csdl");
  const schemas = csdl.flatMap((document) => document.schemas);
  const elements = elementsOf(schemas);
  const { pages, links, misspelt } = resolvePages(documents);
  const types = [...elements, ...pages.flatMap((page) => page.types)];
  const claimed = types.filter((type) => type.kind === "EnumType" || isStructured(type));
  const { enumTypes, structuredTypes, conflicts } = apart(claimed, weigh);
  const enums = claimsOf(enumTypes, weigh);
  const structured = claimsOf(structuredTypes, weigh);
  const definitions = elements.filter((element) => element.kind === "TypeDefinition");
  const known = [
    ...enums.keys(),
    ...structured.keys(),
    ...definitions.map(({ name }) => name),
    ...namedByRows(structured),
  ];
  return {
    csdl,
    schemas,
    elements,
    enums,
    structured,
    conflicts,
    definitions,
    requests: pages.flatMap((page) => page.requests),
    known: new Set(known),
    loaded: new Set(schemas.map(({ namespace }) => namespace)),
    links,
    misspelt,
  };
}

function claimsOf<T extends EnumType | StructuredType>(elements: readonly T[], weigh: Weighing): Claims<T> {
  // By name, so that what is said of the first of several does not depend on the order of the inputs.
  const claims = [...groupBy(elements, ({ name }) => name)].sort(byName);
  for (const [, list] of claims) if (list.length > 1) list.sort(weigh);
  return new Map(claims);
}

/** The claims with more of them: only what is said of those names is weighed again. */
export function withClaims<T extends EnumType | StructuredType>(
  claims: Claims<T>,
  more: readonly T[],
  weigh: Weighing,
): Claims<T> {
  if (more.length === 0) return claims;
  const all = new Map(claims);
  for (const [name, added] of groupBy(more, (claim) => claim.name)) {
    const [first, ...others] = [...(claims.get(name) ?? []), ...added].sort(weigh);
    if (first !== undefined) all.set(name, [first, ...others]);
  }
  // In order already, but for names of which nothing was said before.
  return all.size === claims.size ? all : new Map([...all].sort(byName));
}

function byName(a: readonly [QualifiedName, unknown], b: readonly [QualifiedName, unknown]): number {
  return compareText(a[0], b[0]);
}

/** Types that only "Inherited from" rows name. */
function namedByRows(claims: Claims<StructuredType>): readonly QualifiedName[] {
  const named: QualifiedName[] = [];
  for (const said of claims.values()) {
    for (const { properties, navigationProperties } of said) {
      for (const { declaredOn } of properties) if (declaredOn !== undefined) named.push(declaredOn);
      for (const { declaredOn } of navigationProperties) if (declaredOn !== undefined) named.push(declaredOn);
    }
  }
  return named;
}

/** Says what is doubtful of the claims themselves. */
export function reportClaims(collected: Collected, report: Report): void {
  const { enums, structured, conflicts, definitions, links } = collected;
  reportKinds(conflicts, report);
  reportMisspelt(collected, report);
  const defined = groupBy(definitions, ({ name }) => name);
  for (const group of [...enums.values(), ...structured.values(), ...defined.values()]) reportDuplicates(group, report);
  for (const [type, [first]] of structured) {
    // A type that no table and no CSDL describes is as good as its examples: the page that would settle it is named.
    const page = links.get(type) ?? `${simpleNameOf(type)} resource type`;
    if (first.by === "example") report.add("type-from-examples", first.at, { type, page });
  }
}

function reportMisspelt({ misspelt, structured, enums, definitions }: Collected, report: Report): void {
  const defined = groupBy(definitions, ({ name }) => name);
  for (const { at, said, stands } of misspelt) {
    const [first] = enums.get(stands) ?? structured.get(stands) ?? defined.get(stands) ?? [];
    const related = first === undefined ? [] : [{ place: first.at, message: "the declaration that stands" }];
    report.add("letter-case-differs", at, { what: "type", said, stands: simpleNameOf(stands) }, related);
  }
}

/** Two pages may speak of one type; two CSDL documents contradict each other. Of two declarations in one its reader speaks. */
function reportDuplicates(group: readonly (Declared & { readonly name: QualifiedName })[], report: Report): void {
  const [first, ...others] = group.filter(({ by }) => by === "csdl");
  if (first === undefined) return;
  const related = [{ place: first.at, message: "first declared here" }];
  for (const { name, at } of others) {
    if (sourceIndexOf(at) !== sourceIndexOf(first.at)) report.add("duplicate-element", at, { name }, related);
  }
}
