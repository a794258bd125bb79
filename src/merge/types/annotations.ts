import type { Annotation } from "../../edm/annotations.js";
import type { Declared } from "../../edm/elements.js";
import { isSame } from "../../edm/expressions.js";
import { groupBy } from "../../edm/grouping.js";
import { capabilityTerms } from "../../edm/vocabulary.js";
import type { MergeContext } from "../context.js";

/**
 * Merges the annotations of one element: those of its declarations by precedence, then external ones. The first value
 * for a term and qualifier stands (CSDL 4.01 §14.2). Of capabilities, which only CSDL states, others are kept beside it:
 * they may contradict it.
 *
 * @param target the qualified names of the element; a container is annotated by those that it extends, too
 * @param child the name of the annotated property, member, parameter or container child in that element
 */
export function mergeAnnotations(
  target: string | readonly string[],
  declarations: readonly Declared[],
  { external }: Pick<MergeContext, "external">,
  child?: string,
): Pick<Declared, "annotations"> {
  const all: Annotation[] = [];
  for (const { annotations } of declarations) if (annotations !== undefined) all.push(...annotations);
  for (const name of typeof target === "string" ? [target] : target) all.push(...external.take(name, child));
  if (all.length === 0) return {};
  if (all.length === 1) return { annotations: all };
  const byIdentity = groupBy(all, ({ term, qualifier = "" }) => `${term}#${qualifier}`);
  return { annotations: [...byIdentity.values()].map(withOthers) };
}

function withOthers([first, ...rest]: readonly [Annotation, ...Annotation[]]): Annotation {
  if (rest.length === 0 || !capabilityTerms.has(first.term)) return first;
  const others = rest.filter(({ value }) => !isSame(value, first.value));
  return others.length === 0 ? first : { ...first, others };
}

/** Whether merged annotations are those of a declaration. */
export function hasAnnotations(declaration: Declared, annotations: readonly Annotation[] = []): boolean {
  const own = declaration.annotations ?? [];
  return annotations.length === own.length && annotations.every((annotation, i) => annotation === own[i]);
}
