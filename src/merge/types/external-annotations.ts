import type { Annotation } from "../../edm/annotations.js";
import type { AnnotationTarget, CsdlDocument } from "../../edm/document.js";

/** The external annotations of all documents by target (CSDL 4.01 §14.2). */
export class ExternalAnnotations {
  readonly #byTarget = new Map<string, { targets: AnnotationTarget[]; namespace: string }>();
  /** The elements of which a child is annotated, which most are not. */
  readonly #parents = new Set<string>();

  constructor(documents: readonly CsdlDocument[]) {
    for (const { namespace, targets } of documents.flatMap(({ schemas }) => schemas)) {
      for (const target of targets) {
        // White space between the types of a signature has no meaning.
        const key = target.target.replace(/,\s+/g, ",");
        const entry = this.#byTarget.get(key);
        if (entry === undefined) this.#byTarget.set(key, { targets: [target], namespace });
        else entry.targets.push(target);
        this.#parents.add(key.slice(0, key.lastIndexOf("/")));
      }
    }
  }

  /** Removes and returns the annotations of an element, or of the child of that name in it. */
  take(element: string, child?: string): readonly Annotation[] {
    if (child !== undefined && !this.#parents.has(element)) return [];
    const target = child === undefined ? element : `${element}/${child}`;
    const entry = this.#byTarget.get(target);
    if (entry === undefined) return [];
    this.#byTarget.delete(target);
    return entry.targets.flatMap(({ annotations, qualifier }) =>
      qualifier === undefined ? annotations : annotations.map((annotation) => ({ qualifier, ...annotation })),
    );
  }

  /** The targets that are left, by the namespace of the schema that declares them. */
  left(): ReadonlyMap<string, readonly AnnotationTarget[]> {
    const left = new Map<string, AnnotationTarget[]>();
    for (const { targets, namespace } of this.#byTarget.values()) {
      left.set(namespace, [...(left.get(namespace) ?? []), ...targets]);
    }
    return left;
  }
}
