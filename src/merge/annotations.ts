import type { Annotation } from "../edm/annotations.js";
import type { AnnotationTarget, CsdlDocument } from "../edm/document.js";
import type { Said } from "../edm/elements.js";
import type { MergeContext } from "./context.js";

/**
 * The annotations of one element: what its sources say, weightiest first, then external ones.
 * An annotation's identity is (target, term, qualifier), so each term stands once for a qualifier.
 */
export function mergeAnnotations(
  target: string | readonly string[],
  said: readonly Said[],
  context: MergeContext,
): Pick<Said, "annotations"> {
  const targets = typeof target === "string" ? [target] : target;
  const all: Annotation[] = [];
  for (const { annotations } of said) if (annotations !== undefined) all.push(...annotations);
  for (const name of targets) all.push(...context.external(name));
  if (all.length === 0) return NOTHING; // as of most elements
  if (all.length === 1) return { annotations: all };
  const merged = new Map<string, Annotation>();
  for (const annotation of all) {
    const identity = `${annotation.term}#${annotation.qualifier ?? ""}`;
    if (!merged.has(identity)) merged.set(identity, annotation);
  }
  return { annotations: [...merged.values()] };
}

/** Whether an element, with these annotations, is as its source says. */
export function isAsSaid({ annotations = [] }: Pick<Said, "annotations">, said: Said): boolean {
  const own = said.annotations ?? [];
  return annotations.length === own.length && annotations.every((annotation, i) => annotation === own[i]);
}

const NOTHING: Pick<Said, "annotations"> = {};

/** The external annotations of all documents by target (CSDL 4.01 §14.2), each handed out once. */
export class ExternalAnnotations {
  readonly #byTarget = new Map<string, { targets: AnnotationTarget[]; namespace: string }>();

  constructor(documents: readonly CsdlDocument[]) {
    for (const { schemas } of documents) {
      for (const { namespace, targets } of schemas) {
        for (const target of targets) {
          // Blanks between the types of a signature mean nothing.
          const key = target.target.replace(/,\s+/g, ",");
          const entry = this.#byTarget.get(key);
          if (entry === undefined) this.#byTarget.set(key, { targets: [target], namespace });
          else entry.targets.push(target);
        }
      }
    }
  }

  take(target: string): readonly Annotation[] {
    const entry = this.#byTarget.get(target);
    if (entry === undefined) return [];
    this.#byTarget.delete(target);
    return entry.targets.flatMap(({ annotations, qualifier }) =>
      qualifier === undefined ? annotations : annotations.map((annotation) => ({ qualifier, ...annotation })),
    );
  }

  /** What no element took, by the namespace of the schema that says it. */
  left(): ReadonlyMap<string, readonly AnnotationTarget[]> {
    const left = new Map<string, AnnotationTarget[]>();
    for (const { targets, namespace } of this.#byTarget.values()) {
      left.set(namespace, [...(left.get(namespace) ?? []), ...targets]);
    }
    return left;
  }
}
