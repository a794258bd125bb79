import { attribute } from "../../access.js";
import { groupBy } from "../../../../edm/grouping.js";
import type { XmlElement } from "../../tree/xml-element.js";
import type { Declarations } from "./declarations.js";

const ANNOTATIONS: ReadonlySet<string> = new Set(["Annotation", "ValueAnnotation", "TypeAnnotation"]);

/** The annotations in terms of vocabularies that an old document has already: they stand, whatever other markup says. */
export class StatedAnnotations {
  readonly #declarations: Declarations;
  readonly #external: ReadonlyMap<string, readonly XmlElement[]>;

  constructor(schemas: readonly XmlElement[], declarations: Declarations) {
    this.#declarations = declarations;
    const groups = schemas.flatMap(({ children }) => children.filter(isUnqualifiedGroup));
    this.#external = groupBy(groups, (group) => declarations.resolve(attribute(group, "Target")?.value ?? ""));
  }

  /** Whether an element itself has an annotation of a term, inside of it. */
  isInside(element: XmlElement, term: string): boolean {
    return this.#find(element, term) !== undefined;
  }

  /** The annotation of a term that the document applies to an element from elsewhere. */
  elsewhere(element: XmlElement, term: string): XmlElement | undefined {
    const groups = this.#declarations.targetsOf(element).flatMap((target) => this.#external.get(target) ?? []);
    return groups.map((group) => this.#find(group, term)).find((found) => found !== undefined);
  }

  #find({ children }: XmlElement, term: string): XmlElement | undefined {
    return children.find(
      (child) =>
        ANNOTATIONS.has(child.name) &&
        attribute(child, "Qualifier") === undefined &&
        this.#declarations.resolve(attribute(child, "Term")?.value ?? "") === term,
    );
  }
}

/** Those with a qualifier are for special purposes. */
function isUnqualifiedGroup(element: XmlElement): boolean {
  return element.name === "Annotations" && attribute(element, "Qualifier") === undefined;
}
