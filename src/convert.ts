import { writeCsdlJson } from "./csdl/write-json.js";
import { writeCsdlXml } from "./csdl/write-xml.js";
import { Sources } from "./diagnostics/position.js";
import { Report } from "./diagnostics/report.js";
import type { CsdlDocument, Document, Reference, Schema } from "./edm/document.js";
import { compareText, type Model } from "./edm/model.js";
import { namespaceOf, type QualifiedName } from "./edm/names.js";
import { merge } from "./merge/merge.js";
import { read, type Watch } from "./read/read.js";
import type { Io } from "./sources/io.js";

/** The notations of CSDL, both of version 4.01. */
export type Notation = "csdl-json" | "csdl-xml";

export interface ConvertRequest {
  /** Files, folders, globs, `-` for the standard input, URLs on allowed hosts. */
  readonly inputs: readonly string[];
  readonly to: Notation;
  /** The folder that relative inputs start from; the working folder by default. */
  readonly base?: string;
  readonly allowRemote?: readonly string[];
}

export interface ConvertResult {
  /** The document, with a line break at its end; absent when an error was reported. */
  readonly text?: string;
  /** Absolute paths of the files that were read. */
  readonly paths: readonly string[];
  readonly report: Report;
  readonly sources: Sources;
}

const writers: Readonly<Record<Notation, (document: CsdlDocument) => string>> = {
  "csdl-json": writeCsdlJson,
  "csdl-xml": writeCsdlXml,
};

/**
 * Makes one standard CSDL document of any inputs. A single CSDL document is printed as it is, aliases, references and
 * external annotations included; several sources, or pages, are merged first, and the model is printed.
 */
export async function convert(request: ConvertRequest, io: Io, watch?: Watch): Promise<ConvertResult> {
  const report = new Report();
  const sources = new Sources();
  const { documents, paths } = await read(request.inputs, io, report, { ...request, keepSingle: true, sources, watch });
  watch?.stage("merging");
  const document = documentOf(documents, report);
  const done = { paths, report, sources };
  if (document === undefined || report.failed) return done;
  watch?.stage(`converting to ${request.to}`);
  return { text: writers[request.to](document), ...done };
}

function documentOf(documents: readonly Document[], report: Report): CsdlDocument | undefined {
  const [first, ...others] = documents;
  if (first === undefined) return undefined;
  if (first.kind === "csdl" && others.length === 0) return first;
  return modelDocument(merge(documents, report), documents, report);
}

/** The model as one document, complete in itself: what the documents gave each other by reference stands in it. */
function modelDocument(model: Model, documents: readonly Document[], report: Report): CsdlDocument | undefined {
  const [first] = [...documents.filter(({ kind }) => kind === "csdl"), ...documents];
  if (first === undefined) return undefined;
  const aliases = new Aliases(model.schemas.map(({ namespace }) => namespace));
  const schemas = model.schemas.map((schema) => withoutTakenAlias(schema, aliases, report));
  const references = [...outerReferences(model, aliases, report), ...vocabularyReferences(model)];
  return { kind: "csdl", source: first.source, version: "4.01", references, schemas };
}

/** The aliases of a document, each of which stands for one namespace (CSDL JSON 4.01 §15.1). */
class Aliases {
  readonly #meanings: Map<string, string>;

  /** A namespace of the document is no alias of another one. */
  constructor(namespaces: readonly string[]) {
    this.#meanings = new Map(namespaces.map((namespace) => [namespace, namespace]));
  }

  /** The namespace that an alias stands for, from now on if it stood for none. */
  meaning(alias: string, namespace: string): string {
    const meaning = this.#meanings.get(alias) ?? namespace;
    this.#meanings.set(alias, meaning);
    return meaning;
  }
}

function withoutTakenAlias({ alias, ...schema }: Schema, aliases: Aliases, report: Report): Schema {
  if (alias === undefined) return schema;
  const other = aliases.meaning(alias, schema.namespace);
  if (other === schema.namespace) return { ...schema, alias };
  report.add("alias-taken", schema.at, { alias, namespace: schema.namespace, other });
  return schema;
}

/** What the documents refer to outside themselves, each URI once and each namespace once. */
function outerReferences({ schemas, references }: Model, aliases: Aliases, report: Report): readonly Reference[] {
  const known = new Set(schemas.map(({ namespace }) => namespace));
  const byUri = new Map<string, Reference>();
  for (const { includes, includeAnnotations, ...reference } of references) {
    const outer = includes.flatMap(({ alias, ...include }) => {
      const { namespace } = include;
      if (known.has(namespace)) return [];
      known.add(namespace);
      if (alias === undefined) return [include];
      const other = aliases.meaning(alias, namespace);
      if (other === namespace) return [{ ...include, alias }];
      report.add("alias-taken", reference.at, { alias, namespace, other });
      return [include];
    });
    if (outer.length === 0 && includeAnnotations.length === 0) continue;
    const earlier = byUri.get(reference.uri);
    byUri.set(reference.uri, {
      ...(earlier ?? reference),
      includes: [...(earlier?.includes ?? []), ...outer],
      includeAnnotations: [...(earlier?.includeAnnotations ?? []), ...includeAnnotations],
    });
  }
  return [...byUri.values()];
}

const STANDARD = /^Org\.OData\.\w+\.V\d+$/;

/** References to the standard vocabularies whose terms occur without one: pages name terms, never documents. */
function vocabularyReferences({ schemas, references }: Model): readonly Reference[] {
  const [first] = schemas;
  if (first === undefined) return [];
  const known = new Set([
    ...schemas.map(({ namespace }) => namespace),
    ...references.flatMap(({ includes }) => includes.map(({ namespace }) => namespace)),
  ]);
  const used = new Set([...termsIn(schemas)].map(namespaceOf));
  return [...used]
    .filter((namespace) => STANDARD.test(namespace) && !known.has(namespace))
    .sort(compareText)
    .map((namespace) => ({
      uri: vocabularyUri(namespace),
      at: first.at,
      includes: [{ namespace }],
      includeAnnotations: [],
    }));
}

function vocabularyUri(namespace: string): string {
  return `https://oasis-tcs.github.io/odata-vocabularies/vocabularies/${namespace}.xml`;
}

/** The terms of all annotations below a value, wherever they stand: the elements of a model are a tree of plain data. */
function termsIn(value: object, terms = new Set<QualifiedName>()): ReadonlySet<QualifiedName> {
  if (Array.isArray(value)) {
    for (const item of value) if (isObject(item)) termsIn(item, terms);
    return terms;
  }
  for (const field in value) {
    // What hundreds of thousands of objects have and holds no annotation is not looked at.
    if (field === "at" || field === "kind" || field === "name" || field === "type") continue;
    const inner: unknown = value[field as keyof typeof value];
    // Nothing but an annotation has a term by name; a Term element is called by its kind.
    if (field === "term") terms.add(inner as QualifiedName);
    else if (isObject(inner)) termsIn(inner, terms);
  }
  return terms;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
