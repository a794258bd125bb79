/** Which positions in the sources are about elements that a selection leaves out. */
import { sourceIndexOf, type At } from "../diagnostics/position.js";
import type { CsdlDocument, Document } from "../edm/document.js";
import type { Declared, SchemaElement, StructuredType } from "../edm/elements.js";
import { isOperation, isStructured, isType, type Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import type { Selection } from "./selection.js";

/** The position where a declaration begins, and whether it is selected. */
type Mark = readonly [at: At, isSelected: boolean];

/**
 * Tells whether a position is about elements outside of the selection. In CSDL it is about the declaration that begins
 * last before it; on a page about all types and requests of that page.
 */
export function outsideOf(model: Model, selection: Selection, documents: readonly Document[]): (at: At) => boolean {
  const isSelected = selectedIn(model, selection);
  const declared = declaredIn(model).flatMap((element) =>
    model.declarations(element).flatMap(({ at, by, annotations = [] }) =>
      // Annotations may follow members that are left out.
      [at, ...annotations.map((annotation) => annotation.at)].map((start) => ({
        mark: [start, isSelected(element)] as const,
        by,
      })),
    ),
  );
  const pages = new Map<number, boolean>();
  const marks: Mark[] = documents.flatMap((document) =>
    document.kind === "csdl" ? marksOfTargets(document, model, isSelected) : [],
  );
  for (const { mark, by } of declared) {
    const source = sourceIndexOf(mark[0]);
    if (by === "csdl") marks.push(mark);
    else pages.set(source, mark[1] || pages.get(source) === true);
  }
  marks.sort(([a], [b]) => a - b);
  return (at) => pages.get(sourceIndexOf(at)) === false || lastBefore(marks, at)?.[1] === false;
}

/** Everything that is selected or left out as a whole. */
function declaredIn({ elements, requests }: Model): readonly Declared[] {
  return [...elements.flatMap((element) => [element, ...selectableParts(element)]), ...requests];
}

function selectableParts(element: SchemaElement): readonly Declared[] {
  if (isStructured(element)) return [...element.properties, ...element.navigationProperties];
  return element.kind === "EntityContainer" ? element.children : [];
}

/** Whether an element of the whole model, a part of one or a request is in the selection. */
function selectedIn(model: Model, { types, paths }: Selection): (element: Declared) => boolean {
  const kept = new Set<Declared>();
  for (const part of [types, paths]) for (const element of declaredIn(part)) kept.add(element);
  for (const element of model.elements) {
    // A type with fewer members is another object than the whole one, and the container always is.
    const isKept = isType(element)
      ? types.type(element.name) !== undefined || paths.type(element.name) !== undefined
      : !isOperation(element);
    if (isKept) kept.add(element);
  }
  return (element) => kept.has(element);
}

/** The blocks of external annotations, which are selected with the element that they annotate. */
function marksOfTargets(
  { schemas }: CsdlDocument,
  model: Model,
  isSelected: (element: Declared) => boolean,
): readonly Mark[] {
  const container = model.container;
  return schemas
    .flatMap(({ targets }) => targets)
    .map(({ target, at }): Mark => {
      const [root = "", child] = target.split("/");
      const name = root.split(/[(@]/, 1)[0] as QualifiedName;
      const elements = [model.type(name) ?? [], ...model.overloads(name)].flat();
      const ofContainer = container?.name === name ? container.children.filter((one) => one.name === child) : [];
      const members = elements.filter(isStructured).flatMap((type) => memberOf(type, child));
      const annotated = [members, ofContainer, elements].find(({ length }) => length > 0) ?? [];
      return [at, annotated.length === 0 || annotated.some(isSelected)];
    });
}

function memberOf(type: StructuredType, name: string | undefined): readonly Declared[] {
  return [...type.properties, ...type.navigationProperties].filter((member) => member.name === name);
}

/** The last mark that is not after a position, in the same source. */
function lastBefore(marks: readonly Mark[], at: At): Mark | undefined {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.[0] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const found = marks[low - 1];
  return found !== undefined && sourceIndexOf(found[0]) === sourceIndexOf(at) ? found : undefined;
}
