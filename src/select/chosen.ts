import type { Operation } from "../edm/elements.js";
import { bindingTypeOf, isOperation, type Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import { namedBy, type Named } from "./named.js";
import type { Paths, TypeNames } from "./narrow.js";
import type { NamePattern, PathPattern, Pattern } from "./pattern.js";
import { walk, type Walk } from "./walk.js";

/** What patterns choose, before what it needs is added. */
export interface Chosen extends Paths {
  readonly types: TypeNames;
  /** Whether what can be sent to a type can be sent to those derived from it: paths lead there by a cast. */
  readonly inherited: boolean;
  /** The patterns that fit something. */
  readonly fitting: ReadonlySet<Pattern>;
}

/** What fits a pattern that is wanted and none that is not. */
export function included(model: Model, wanted: readonly Pattern[], unwanted: readonly Pattern[], cut: Named): Chosen {
  const request = { include: pathsIn(wanted), exclude: pathsIn(unwanted), casts: false, cut: cut.has };
  const walked = walk(model, request);
  const named = namedBy(namesIn(wanted), model);
  const operations = keptOperations(model, cut).filter(({ name }) => named.has(name));
  return {
    elements: walked.elements,
    operations: new Set([...walked.operations, ...operations]),
    verbs: walked.verbs,
    inherited: true,
    types: new Set([...typesAt(walked), ...named.types]),
    fitting: new Set<Pattern>([...walked.fitting, ...named.fitting]),
  };
}

export function pathsIn(patterns: readonly Pattern[]): readonly PathPattern[] {
  return patterns.filter((pattern) => pattern.kind === "path");
}

export function namesIn(patterns: readonly Pattern[]): readonly NamePattern[] {
  return patterns.filter((pattern) => pattern.kind === "name");
}

/** Types that something can be sent to, and those that a path casts from and to. */
export function typesAt({ verbs, casts }: Walk): readonly QualifiedName[] {
  const addressed = [...verbs.values()].filter(({ methods }) => methods.size > 0);
  return [...addressed.map(({ type }) => type), ...casts];
}

/** Operations that are not cut out, and are not bound to what is. */
export function keptOperations(model: Model, cut: Named): readonly Operation[] {
  return model.elements.filter(isOperation).filter((operation) => {
    const binding = bindingTypeOf(operation)?.type;
    return !cut.has(operation.name) && (binding === undefined || !cut.has(binding));
  });
}
