import type { At, Source } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import type { CsdlDocument, CsdlVersion } from "../edm/document.js";
import {
  isNamespace,
  isSimpleName,
  type NameUse,
  type QualifiedName,
  type SimpleName,
  useOfName,
} from "../edm/names.js";

/** A text of a document with its position. For XML attributes `at` is a getter that computes the position. */
export interface Text {
  readonly value: string;
  readonly at: At;
}

/** The context shared by all readers of one document. */
export interface Reading {
  readonly source: Source;
  readonly report: Report;
  readonly version: CsdlVersion;
  /** Alias → namespace, of schemas and of included schemas. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Namespaces that the document defines or includes. */
  readonly namespaces: ReadonlySet<string>;
  /** A cache from names as written to checked and resolved names. */
  readonly resolved: Map<string, QualifiedName>;
  /** Undeclared namespaces that have been reported, so that each is reported once. */
  readonly undeclared: Set<string>;
}

/** A namespace with its alias: of a schema in the document, or of an included one. */
export interface NamespaceDeclaration {
  readonly namespace: Text;
  readonly alias: Text | undefined;
}

// Names that neither a schema nor an alias may have (CSDL 4.01 §5). The first two are errors, since they would change
// the meaning of names. The others are warnings: real services have a schema called System.
const EDM_NAMES: ReadonlySet<string> = new Set(["Edm", "odata"]);
const RESERVED: ReadonlySet<string> = new Set(["System", "Transient"]);

/** Declares all aliases before anything is read: an alias may be used before its declaration (CSDL 4.01 §5.1). */
export function startReading(
  { source, version }: Pick<CsdlDocument, "source" | "version">,
  report: Report,
  declarations: readonly NamespaceDeclaration[],
): Reading {
  const aliases = new Map<string, string>();
  const namespaces = new Set<string>();
  for (const { namespace, alias } of declarations) {
    checkNamespace(namespace, report);
    namespaces.add(namespace.value);
    if (alias !== undefined) declareAlias(alias, namespace.value, aliases, report);
  }
  return { source, version, report, aliases, namespaces, resolved: new Map(), undeclared: new Set() };
}

function checkNamespace({ value, at }: Text, report: Report): void {
  if (!isNamespace(value) || EDM_NAMES.has(value)) report.add("illegal-namespace", at, { namespace: value });
  else if (RESERVED.has(value)) report.add("reserved-namespace", at, { namespace: value });
}

// Illegal aliases still resolve: names in the model have full namespaces, so the alias does not reach the output.
function declareAlias(alias: Text, namespace: string, aliases: Map<string, string>, report: Report): void {
  const first = aliases.get(alias.value);
  if (EDM_NAMES.has(alias.value) || (first !== undefined && first !== namespace)) {
    report.add("duplicate-alias", alias.at, {
      alias: alias.value,
      first: first ?? `the namespace ${alias.value} of OData`,
      second: namespace,
    });
    return;
  }
  if (!isSimpleName(alias.value) || RESERVED.has(alias.value))
    report.add("illegal-alias", alias.at, { alias: alias.value });
  aliases.set(alias.value, namespace);
}

/**
 * Returns a name that requests can contain, with a warning if it is no simple identifier (CSDL 4.01 §15.2). Any other
 * name is reported; its element is left out.
 */
export function simpleName(text: Text, what: string, reading: Reading): SimpleName | undefined {
  return nameFor(["loose"], text, what, reading);
}

/** The same for a name that only stands in JSON: that of an enum member. A comma separates members. */
export function localName(text: Text, what: string, reading: Reading): SimpleName | undefined {
  return nameFor(text.value.includes(",") ? ["loose"] : ["loose", "local"], text, what, reading);
}

function nameFor(
  kept: readonly NameUse[],
  { value, at }: Text,
  what: string,
  { report }: Reading,
): SimpleName | undefined {
  const use = useOfName(value);
  if (use === "simple") return value as SimpleName;
  if (kept.includes(use)) {
    report.add("name-nonstandard", at, { what, name: value });
    return value as SimpleName; // in use by services, and good for paths
  }
  report.add(use === "none" ? "illegal-name" : "name-unaddressable", at, { what, name: value });
  return undefined;
}

/** The text of a qualifier. An illegal one is a warning, since faults in annotations are not errors (CSDL 4.01 §14). */
export function qualifierOf(text: Text | undefined, { report }: Reading): string | undefined {
  if (text !== undefined && !isSimpleName(text.value))
    report.add("illegal-qualifier", text.at, { qualifier: text.value });
  return text?.value;
}

/** T with every property that may be undefined made optional. */
export type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** A copy without the properties whose value is undefined. */
export function defined<T extends object>(fields: T): Defined<T> {
  const result: Partial<T> = {};
  for (const key in fields) {
    if (fields[key] !== undefined) result[key] = fields[key];
  }
  // Properties whose type excludes undefined have all been copied.
  return result as unknown as Defined<T>;
}
