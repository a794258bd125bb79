import type { Report } from "../../diagnostics/report.js";
import type { CsdlDocument, Document, Reference, Schema } from "../../edm/document.js";
import type { StructuredType } from "../../edm/elements.js";
import { groupBy } from "../../edm/grouping.js";
import { compareText, indexElements, type Model } from "../../edm/model.js";
import { namespaceOf, type QualifiedName } from "../../edm/names.js";
import { edmTypeOf } from "../../edm/primitive-types.js";
import { reportBrokenRules } from "./broken-rules.js";
import { completeElement } from "./complete-elements.js";
import { missingTypes } from "./missing-types.js";
import { isOwnNamespace, schemaOfOwnTerms } from "./own-terms.js";

/**
 * The model as one CSDL document. It holds everything that the documents declare; references remain to what was not
 * loaded, and to the standard vocabularies in use.
 */
export function modelDocument(model: Model, documents: readonly Document[], report: Report): CsdlDocument | undefined {
  const [first] = [...documents.filter(({ kind }) => kind === "csdl"), ...documents];
  if (first === undefined) return undefined;
  const aliases = new Aliases(model.schemas.map(({ namespace }) => namespace));
  const aliased = model.schemas.map((schema) => withoutTakenAlias(schema, aliases, report));
  const outer = outerReferences(model, aliases, report);
  const schemas = completeSchemas(aliased, outer, model);
  reportBrokenRules(indexElements(schemas), report);
  const references = [...outer, ...vocabularyReferences({ schemas, references: outer })];
  return { kind: "csdl", source: first.source, version: "4.01", references, schemas };
}

/** The schemas in which everything is declared, with one for the terms of their own that they use. */
function completeSchemas(
  aliased: readonly Schema[],
  references: readonly Reference[],
  model: Model,
): readonly Schema[] {
  const outer = new Set(references.flatMap(({ includes }) => includes.map(({ namespace }) => namespace)));
  const isKnown = (type: QualifiedName) =>
    edmTypeOf(type) !== undefined || model.type(type) !== undefined || outer.has(namespaceOf(type));
  const missing = missingTypes(model, isKnown);
  const isDeclared = (type: QualifiedName) => missing.has(type) || isKnown(type);
  const schemas = withElements(aliased, [...missing.values()]).map((schema) => ({
    ...schema,
    elements: schema.elements.map((element) => completeElement(element, { model, isDeclared })),
  }));
  const [first] = schemas;
  const isOwnUsed = [...termsIn(schemas)].some((term) => isOwnNamespace(namespaceOf(term)));
  const hasOwn = schemas.some(({ namespace }) => isOwnNamespace(namespace));
  return first !== undefined && isOwnUsed && !hasOwn ? [...schemas, schemaOfOwnTerms(first.at)] : schemas;
}

/** Adds types to the schemas of their namespaces, in front of the other elements. */
function withElements(schemas: readonly Schema[], types: readonly StructuredType[]): readonly Schema[] {
  const added = groupBy(types, ({ name }) => namespaceOf(name));
  const known = new Set(schemas.map(({ namespace }) => namespace));
  const others = [...added].filter(([namespace]) => !known.has(namespace));
  return [
    ...schemas.map((schema) => ({ ...schema, elements: [...(added.get(schema.namespace) ?? []), ...schema.elements] })),
    ...others.map(([namespace, [first, ...more]]) => ({
      namespace,
      at: first.at,
      elements: [first, ...more],
      targets: [],
    })),
  ];
}

/** The aliases of a document; each stands for one namespace (CSDL JSON 4.01 §15.1). */
class Aliases {
  readonly #meanings: Map<string, string>;

  /** @param namespaces those of the document, which cannot be aliases of others */
  constructor(namespaces: readonly string[]) {
    this.#meanings = new Map(namespaces.map((namespace) => [namespace, namespace]));
  }

  /** The namespace that an alias stands for; a new alias is added for `namespace`. */
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

/** References to namespaces that the model does not hold, each URI once and each namespace once. */
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

/** References to the standard vocabularies that are used without one, as pages use them. */
function vocabularyReferences({ schemas, references }: Pick<Model, "schemas" | "references">): readonly Reference[] {
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

/** The terms of all annotations in a tree of elements. */
function termsIn(value: object, terms = new Set<QualifiedName>()): ReadonlySet<QualifiedName> {
  if (Array.isArray(value)) {
    for (const item of value) if (isObject(item)) termsIn(item, terms);
    return terms;
  }
  for (const field in value) {
    const inner: unknown = value[field as keyof typeof value];
    // Only annotations have a field `term`.
    if (field === "term") terms.add(inner as QualifiedName);
    else if (isObject(inner)) termsIn(inner, terms);
  }
  return terms;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
