import type { At, Source } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import { isNamespace, isSimpleName, type QualifiedName, type SimpleName } from "../edm/names.js";

/** A text of a document and where it stands; XML attributes work out `at` only when it is asked for. */
export interface Text {
  readonly value: string;
  readonly at: At;
}

/** What every reader of one document needs to know. */
export interface Reading {
  readonly source: Source;
  readonly report: Report;
  /** Alias → namespace, of schemas and of included schemas. */
  readonly aliases: ReadonlyMap<string, string>;
  /** What the document defines or includes. */
  readonly namespaces: ReadonlySet<string>;
  /** Names that were checked and resolved before. */
  readonly resolved: Map<string, QualifiedName>;
  /** Namespaces that nobody declares, each said once. */
  readonly strangers: Set<string>;
}

/** A namespace as a document declares it: its own, or one that it includes. */
export interface NamespaceDeclaration {
  readonly namespace: Text;
  readonly alias: Text | undefined;
}

// CSDL 4.01 §5: no schema has one of these names, and no alias either. The first two would change what names mean;
// the others only ever meant something to one library, and real services have a schema called System.
const TAKEN: ReadonlySet<string> = new Set(["Edm", "odata"]);
const RESERVED: ReadonlySet<string> = new Set(["System", "Transient"]);

/** Aliases hold for the whole document and may stand before their declaration (CSDL 4.01 §5.1), so they come first. */
export function startReading(source: Source, report: Report, declarations: readonly NamespaceDeclaration[]): Reading {
  const aliases = new Map<string, string>();
  const namespaces = new Set<string>();
  for (const { namespace, alias } of declarations) {
    checkNamespace(namespace, report);
    namespaces.add(namespace.value);
    if (alias !== undefined) declareAlias(alias, namespace.value, aliases, report);
  }
  return { source, report, aliases, namespaces, resolved: new Map(), strangers: new Set() };
}

function checkNamespace({ value, at }: Text, report: Report): void {
  if (!isNamespace(value) || TAKEN.has(value)) report.add("illegal-namespace", at, { namespace: value });
  else if (RESERVED.has(value)) report.add("reserved-namespace", at, { namespace: value });
}

// An alias is gone once the document is read, so an illegal one does no harm: it is taken for what it stands for.
function declareAlias(alias: Text, namespace: string, aliases: Map<string, string>, report: Report): void {
  const first = aliases.get(alias.value);
  if (TAKEN.has(alias.value) || (first !== undefined && first !== namespace)) {
    report.add("duplicate-alias", alias.at, {
      alias: alias.value,
      first: first ?? `OData's own ${alias.value}`,
      second: namespace,
    });
    return;
  }
  if (!isSimpleName(alias.value) || RESERVED.has(alias.value))
    report.add("illegal-alias", alias.at, { alias: alias.value });
  aliases.set(alias.value, namespace);
}

/** The name when it is a legal one, else an error. */
export function simpleName(text: Text, what: string, reading: Reading): SimpleName | undefined {
  if (isSimpleName(text.value)) return text.value;
  reading.report.add("illegal-name", text.at, { what, name: text.value });
  return undefined;
}

/** A qualifier as it stands: what is wrong in an annotation is never an error (CSDL 4.01 §14). */
export function qualifierOf(text: Text | undefined, { report }: Reading): string | undefined {
  if (text !== undefined && !isSimpleName(text.value))
    report.add("illegal-qualifier", text.at, { qualifier: text.value });
  return text?.value;
}

/** The fields of an element that its source says: those that are `undefined` are left out. */
export type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

export function defined<T extends object>(fields: T): Defined<T> {
  const result: Partial<T> = {};
  for (const key in fields) {
    if (fields[key] !== undefined) result[key] = fields[key];
  }
  // Every field that is there is defined, and those that cannot be undefined were copied.
  return result as unknown as Defined<T>;
}
