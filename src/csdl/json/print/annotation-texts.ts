import type { Annotation } from "../../../edm/annotations.js";
import { printAnnotations } from "./print-annotations.js";
import { printJson } from "./print.js";

/**
 * An annotation, then those of itself, by their names in CSDL JSON (`@Core.Description#short`), each with its value on one
 * line (CSDL JSON 4.01 §14.2).
 */
export function annotationTexts(annotation: Annotation): readonly (readonly [name: string, value: string])[] {
  return [...printAnnotations([annotation])].map(([name, value]) => [name, printJson(value).replaceAll(/\n\s*/g, " ")]);
}
