/** What all elements have: their documentation, their annotations, and who declares them. */
import { annotationTexts } from "../../csdl/json/print/annotation-texts.js";
import type { Annotation } from "../../edm/annotations.js";
import type { Declared } from "../../edm/elements.js";
import { Core } from "../../edm/vocabulary.js";
import type { Documentation } from "../../facts/documentation.js";
import type { DataScope } from "./data-scope.js";
import type { ElementData, SaidData } from "./format.js";
import type { Places } from "./places.js";

/** An element of the model. */
interface Described {
  readonly element: Declared;
  readonly name: string;
  readonly documentation: Documentation;
}

/** How a declaration differs from the one that stands. */
type Difference = (declared: Declared) => string | undefined;

/** The name of an element, what it has of its own, then what all elements have: alike parts stand together, which compresses best. */
export function elementData<T extends object>(
  { element, name, documentation }: Described,
  own: T,
  scope: DataScope,
  difference?: Difference,
): ElementData & T {
  const annotations = annotationsData(element, scope);
  const said = saidData(element, scope, difference);
  return {
    name,
    ...own,
    ...documentationData(documentation, scope),
    ...(annotations.length > 0 && { annotations }),
    ...(said !== undefined && { said }),
  };
}

function documentationData(
  { description, deprecation, links = [] }: Documentation,
  { described }: DataScope,
): Omit<ElementData, "name"> {
  return {
    ...(description !== undefined && described && { description }),
    ...(deprecation !== undefined && {
      deprecated: {
        ...(deprecation.description !== undefined && { reason: deprecation.description }),
        ...(deprecation.since !== undefined && { since: deprecation.since }),
        ...(deprecation.removal !== undefined && { removal: deprecation.removal }),
      },
    }),
    ...(links.length > 0 && { links }),
  };
}

/** Who declares an element, the declaration that stands first; undefined without provenance. */
export function saidData(
  element: Declared,
  { places, whole }: DataScope,
  difference?: Difference,
): readonly SaidData[] | undefined {
  if (places === undefined) return undefined;
  const declarations = whole.declarations(element);
  const first = declarations[0] ?? element;
  const standing = saidBy(first, places, difference);
  if (standing === undefined || declarations.length < 2) return standing && [standing];
  const told: SaidData[] = [];
  for (const declared of declarations.slice(1)) {
    const said = saidBy(declared, places, difference);
    if (said !== undefined && (said.by !== "example" || said.differs !== undefined || first.by === "example"))
      told.push(said);
  }
  return [standing, ...told.sort((a, b) => a.source - b.source || a.line - b.line)];
}

function saidBy(declared: Declared, places: Places, difference: Difference | undefined): SaidData | undefined {
  const place = places.of(declared.at);
  if (place === undefined) return undefined;
  const [source, line] = place;
  const differs = difference?.(declared);
  return differs === undefined ? { by: declared.by, source, line } : { by: declared.by, source, line, differs };
}

/** The terms that other members of the data have the values of. */
const SHOWN: ReadonlySet<string> = new Set([Core.Description, Core.LongDescription, Core.Links, Core.Revisions]);

/** Without what merging makes of pages, which requests have. */
function annotationsData(
  { annotations = [] }: Declared,
  { isStated }: DataScope,
): readonly (readonly [term: string, value: string])[] {
  return annotations.filter((annotation) => !SHOWN.has(annotation.term) && isStated(annotation)).flatMap(textsOf);
}

function textsOf(annotation: Annotation): readonly (readonly [term: string, value: string])[] {
  return annotationTexts(annotation).map(([name, value]) => [name.slice(1), value === "true" ? "" : value]);
}
