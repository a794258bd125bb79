import type { CsdlDocument, Document, Schema } from "../edm/document.js";
import type { EnumType, SchemaElement, StructuredType, TypeDefinition } from "../edm/elements.js";
import { groupBy } from "../edm/grouping.js";
import { compareText, isStructured, isType, type EdmType } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import type { Request } from "../edm/requests.js";
import type { Misspelling, ResolvedPages } from "./names/resolve-names.js";
import type { Precedence } from "./precedence.js";

/** Declarations by the name of the element, sorted by name; those of one name by precedence. */
export type Declarations<T> = ReadonlyMap<QualifiedName, readonly [T, ...T[]]>;

/** Two declarations of one name that disagree on whether it is an enum or a structured type. */
export interface KindConflict {
  readonly stands: EnumType | StructuredType;
  /** Ignored. */
  readonly other: EnumType | StructuredType;
}

interface DeclaredTypes {
  readonly enums: Declarations<EnumType>;
  readonly structured: Declarations<StructuredType>;
  readonly definitions: Declarations<TypeDefinition>;
  readonly conflicts: readonly KindConflict[];
}

/** Everything that the documents declare, names resolved. */
export interface Collected extends DeclaredTypes {
  readonly csdl: readonly CsdlDocument[];
  readonly schemas: readonly Schema[];
  /** The elements of CSDL documents. */
  readonly elements: readonly SchemaElement[];
  readonly requests: readonly Request[];
  /** Every type that is declared, or named by an "Inherited from" row. */
  readonly known: ReadonlySet<QualifiedName>;
  /** Namespaces that a CSDL document declares. */
  readonly loaded: ReadonlySet<string>;
  /** The names of the files of pages, by the index of their source. */
  readonly files: ReadonlyMap<number, string>;
  /** The file name of the page that links give for a type. */
  readonly links: ReadonlyMap<QualifiedName, string>;
  readonly misspellings: readonly Misspelling[];
}

/** Gathers the declarations of all documents by name. */
export function collect(
  documents: readonly Document[],
  { pages, links, misspellings }: ResolvedPages,
  precedence: Precedence,
): Collected {
  const csdl = documents.filter((document) => document.kind === "csdl");
  const schemas = csdl.flatMap((document) => document.schemas);
  const elements = schemas.flatMap((schema) => schema.elements);
  const types = [...elements.filter(isType), ...pages.flatMap((page) => page.types)];
  const byName = declarationsByName(types, precedence);
  const declared = byKind(byName);
  return {
    ...declared,
    csdl,
    schemas,
    elements,
    requests: pages.flatMap((page) => page.requests),
    known: new Set([...byName.keys(), ...namedByRows(declared.structured)]),
    loaded: new Set(schemas.map(({ namespace }) => namespace)),
    files: new Map(pages.map(({ document: { source } }) => [source.index, source.name.replace(/^.*[\\/]/, "")])),
    links,
    misspellings,
  };
}

/** Groups declarations by name and sorts them: the result does not depend on the order of the inputs. */
function declarationsByName<T extends EdmType>(types: readonly T[], precedence: Precedence): Declarations<T> {
  const groups = [...groupBy(types, ({ name }) => name)].sort(([a], [b]) => compareText(a, b));
  for (const [, declarations] of groups) declarations.sort(precedence);
  return new Map(groups);
}

/** Adds declarations to those of the same names. */
export function withDeclarations<T extends EdmType>(
  types: Declarations<T>,
  more: readonly T[],
  precedence: Precedence,
): Declarations<T> {
  const all = new Map(types);
  for (const [name, [first, ...others]] of groupBy(more, (type) => type.name)) {
    const declarations: [T, ...T[]] = [first, ...others, ...(types.get(name) ?? [])];
    all.set(name, declarations.sort(precedence));
  }
  return new Map([...all].sort(([a], [b]) => compareText(a, b)));
}

/** Separates enums, structured types and type definitions. The first declaration decides what a name stands for. */
function byKind(types: Declarations<EdmType>): DeclaredTypes {
  const enums = new Map<QualifiedName, [EnumType, ...EnumType[]]>();
  const structured = new Map<QualifiedName, [StructuredType, ...StructuredType[]]>();
  const definitions = new Map<QualifiedName, [TypeDefinition, ...TypeDefinition[]]>();
  const conflicts: KindConflict[] = [];
  for (const [name, declarations] of types) {
    const [definition, ...redefined] = declarations.filter((type) => type.kind === "TypeDefinition");
    if (definition !== undefined) definitions.set(name, [definition, ...redefined]);
    const [stands, ...others] = declarations.filter((type) => type.kind !== "TypeDefinition");
    if (stands?.kind === "EnumType") enums.set(name, [stands, ...others.filter((type) => type.kind === "EnumType")]);
    else if (stands !== undefined) structured.set(name, [stands, ...others.filter(isStructured)]);
    for (const other of others)
      if (stands !== undefined && isStructured(other) !== isStructured(stands)) conflicts.push({ stands, other });
  }
  return { enums, structured, definitions, conflicts };
}

/** Types that "Inherited from" rows name. */
function namedByRows(structured: Declarations<StructuredType>): readonly QualifiedName[] {
  return [...structured.values()]
    .flat()
    .flatMap(({ properties, navigationProperties }) => [...properties, ...navigationProperties])
    .flatMap(({ declaredOn }) => declaredOn ?? []);
}
