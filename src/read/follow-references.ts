import type { Report } from "../diagnostics/report.js";
import { elementsOf, type Document, type Reference, type Schema } from "../edm/document.js";
import type { EntityContainer } from "../edm/elements.js";
import type { QualifiedName } from "../edm/names.js";
import type { LoadedReference, ReferenceLoader } from "../sources/load-reference.js";
import type { LoadedSource } from "../sources/load-sources.js";
import { shownUri } from "../sources/reference-target.js";

/** A text and its document. Without a document the text is malformed, which its reader reported. */
export interface Reading<Kind extends string> {
  readonly loaded: LoadedSource<Kind>;
  readonly document: Document | undefined;
}

/** Vocabularies of OASIS and SAP: the tool knows the terms that it uses, so these documents are not loaded. */
const STANDARD_VOCABULARY = /^(?:Org\.OData|com\.sap\.vocabularies)\./;

/**
 * Loads and parses the documents that the inputs refer to, directly or not (CSDL 4.01 §4.1): breadth first, each text
 * once. Follows a reference only if it includes annotations, or a namespace that no document has declared so far.
 * Reports each target that cannot be loaded once.
 */
export async function followReferences<Kind extends string>(
  inputs: readonly Reading<Kind>[],
  parse: (loaded: LoadedSource<Kind>) => Promise<Document | undefined>,
  loader: Pick<ReferenceLoader<Kind>, "load">,
  report: Report,
): Promise<readonly Reading<Kind>[]> {
  const found: Reading<Kind>[] = [];
  const namespaces = new Set(inputs.flatMap(({ document }) => namespacesOf(document)));
  const said = new Set<string>();
  const pending = [...inputs];
  // The loop adds to the list that it reads.
  for (const { loaded: from, document } of pending) {
    for (const reference of referencesOf(document)) {
      if (missingFrom(reference, namespaces).length === 0 && reference.includeAnnotations.length === 0) continue;
      const result = await loader.load(reference.uri, from);
      if (result.state === "failed" || result.state === "refused") {
        if (!said.has(result.key)) reportNotLoaded(reference, result, report);
        said.add(result.key);
        continue;
      }
      const reading =
        result.state === "loaded" ? { loaded: result.loaded, document: await parse(result.loaded) } : undefined;
      if (reading !== undefined) {
        found.push(reading);
        pending.push(reading);
        for (const namespace of namespacesOf(reading.document)) namespaces.add(namespace);
      }
      // A malformed document has been reported; that it lacks namespaces follows from it.
      if (reading === undefined || reading.document !== undefined) reportLacking(reference, namespaces, report);
    }
  }
  return withoutOtherContainers(inputs, found);
}

function referencesOf(document: Document | undefined): readonly Reference[] {
  return document?.kind === "csdl" ? document.references : [];
}

function namespacesOf(document: Document | undefined): readonly string[] {
  return document?.kind === "csdl" ? document.schemas.map(({ namespace }) => namespace) : [];
}

function missingFrom({ includes }: Reference, namespaces: ReadonlySet<string>): readonly string[] {
  return includes
    .map(({ namespace }) => namespace)
    .filter((namespace) => !namespaces.has(namespace) && !STANDARD_VOCABULARY.test(namespace));
}

type NotLoaded = Extract<LoadedReference<string>, { state: "failed" | "refused" }>;

function reportNotLoaded({ uri, at }: Reference, result: NotLoaded, report: Report): void {
  const reason =
    result.state === "failed" ? result.reason : `its host "${result.host}" is not allowed, see --allow-remote`;
  report.add("reference-not-loaded", at, { uri: shownUri(uri), reason });
}

function reportLacking(reference: Reference, namespaces: ReadonlySet<string>, report: Report): void {
  for (const namespace of missingFrom(reference, namespaces)) {
    report.add("reference-lacks-namespace", reference.at, { uri: shownUri(reference.uri), namespace });
  }
}

/**
 * Removes the containers of other services: a service has one container (CSDL 4.01 §13). If the inputs have it, that of
 * a referenced document is kept only if theirs extends it.
 */
function withoutOtherContainers<Kind extends string>(
  inputs: readonly Reading<Kind>[],
  found: readonly Reading<Kind>[],
): readonly Reading<Kind>[] {
  const containers = [...inputs, ...found].flatMap(({ document }) => containersOf(document));
  const wanted = new Set(inputs.flatMap(({ document }) => containersOf(document)).map(({ name }) => name));
  if (wanted.size === 0) return found;
  // The loop adds to the set that it reads.
  for (const name of wanted) {
    const base: QualifiedName | undefined = containers.find((container) => container.name === name)?.extends;
    if (base !== undefined) wanted.add(base);
  }
  const keep = ({ elements, ...schema }: Schema): Schema => ({
    ...schema,
    elements: elements.filter(({ kind, name }) => kind !== "EntityContainer" || wanted.has(name)),
  });
  return found.map(({ loaded, document }) => ({
    loaded,
    document: document?.kind === "csdl" ? { ...document, schemas: document.schemas.map(keep) } : document,
  }));
}

function containersOf(document: Document | undefined): readonly EntityContainer[] {
  if (document?.kind !== "csdl") return [];
  return elementsOf(document.schemas).filter((element) => element.kind === "EntityContainer");
}
