import type { Annotation } from "../../edm/annotations.js";
import type { AnnotationTarget, CsdlDocument } from "../../edm/document.js";
import type { Declared } from "../../edm/elements.js";
import type { MergeContext } from "../context.js";

/**
 * The annotations of one element: what its sources say, weightiest first, then external ones.
 * An annotation's identity is (target, term, qualifier), so each term stands once for a qualifier.
 * The target is an element of a schema, by one name or several, or what has the given name in it.
 */
export function mergeAnnotations(
  target: string | readonly string[],
  said: readonly Declared[],
  context: Pick<MergeContext, "external">,
  within?: string,
): Pick<Declared, "annotations"> {
  const all: Annotation[] = [];
  for (const { annotations } of said) {
    if (annotations !== undefined) for (const annotation of annotations) all.push(annotation);
  }
  const external =
    typeof target === "string"
      ? context.external(target, within)
      : target.flatMap((name) => context.external(name, within));
  for (const annotation of external) all.push(annotation);
  if (all.length === 0) return NOTHING; // as of most elements
  if (all.length === 1) return { annotations: all };
  const merged = new Map<string, Annotation>();
  for (const annotation of all) {
    const { term, qualifier = "" } = annotation;
    const identity = qualifier === "" ? term : `${term}#${qualifier}`;
    if (!merged.has(identity)) merged.set(identity, annotation);
  }
  return { annotations: [...merged.values()] };
}

/** Whether an element, with these annotations, is as its source says. */
export function isAsSaid({ annotations = [] }: Pick<Declared, "annotations">, said: Declared): boolean {
  const own = said.annotations ?? [];
  return annotations.length === own.length && annotations.every((annotation, i) => annotation === own[i]);
}

const NOTHING: Pick<Declared, "annotations"> = {};
const NONE: readonly Annotation[] = [];

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

  take(element: string, within?: string): readonly Annotation[] {
    // Every member of every type asks, and pages have no such annotations: no path is made for them.
    if (this.#byTarget.size === 0) return NONE;
    const target = within === undefined ? element : `${element}/${within}`;
    const entry = this.#byTarget.get(target);
    if (entry === undefined) return NONE;
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
