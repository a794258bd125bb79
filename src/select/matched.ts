/** What patterns match in the model: types and operations by name, resources by path. */
import type { Operation, SchemaElement } from "../edm/elements.js";
import { bindingTypeOf, isOperation, isStructured, isType, type Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import { fitsName } from "./glob.js";
import { typesOf, withRequiredTypes, type Paths, type TypeNames } from "./narrow.js";
import type { NamePattern, PathPattern, Pattern } from "./pattern.js";
import { methodsOf } from "./resources.js";
import { verbsKey, walk, type Verbs, type Walk } from "./walk.js";

/** The elements that patterns match, without the types that these require. */
export interface Matches extends Paths {
  readonly types: TypeNames;
  /** Whether derived types have the methods of their base types, because a path can cast to them. */
  readonly inherited: boolean;
  /** The patterns that match something. */
  readonly fitting: ReadonlySet<Pattern>;
}

/** Matches for `--include`: everything that an included pattern matches and no excluded one. */
export function matchIncluded(
  model: Model,
  wanted: readonly Pattern[],
  unwanted: readonly Pattern[],
  excluded: NameMatches,
): Matches {
  const request = { include: pathsIn(wanted), exclude: pathsIn(unwanted), casts: false, isExcluded: excluded.has };
  const walked = walk(model, request);
  const named = matchNames(namesIn(wanted), model);
  const operations = keptOperations(model, excluded).filter(({ name }) => named.has(name));
  return {
    elements: walked.elements,
    operations: new Set([...walked.operations, ...operations]),
    verbs: walked.verbs,
    inherited: true,
    types: new Set([...typesAt(walked), ...named.types]),
    fitting: new Set<Pattern>([...walked.fitting, ...named.fitting]),
  };
}

/** The path patterns among patterns. */
export function pathsIn(patterns: readonly Pattern[]): readonly PathPattern[] {
  return patterns.filter((pattern) => pattern.kind === "path");
}

/** The name patterns among patterns. */
export function namesIn(patterns: readonly Pattern[]): readonly NamePattern[] {
  return patterns.filter((pattern) => pattern.kind === "name");
}

/** Types of resources with selected methods, and types that a selected path casts from or to. */
function typesAt({ verbs, casts }: Walk): readonly QualifiedName[] {
  const addressed = [...verbs.values()].filter(({ methods }) => methods.size > 0);
  return [...addressed.map(({ type }) => type), ...casts];
}

/** Operations that are neither excluded nor bound to an excluded type. */
function keptOperations(model: Model, excluded: NameMatches): readonly Operation[] {
  return elementsOf(model)
    .filter(isOperation)
    .filter((operation) => {
      const binding = bindingTypeOf(operation)?.type;
      return !excluded.has(operation.name) && (binding === undefined || !excluded.has(binding));
    });
}

/** Matches every path. */
const EVERY_PATH: PathPattern = { kind: "path", text: "/**", segments: [{ kind: "any" }] };

/**
 * Matches for `--exclude` alone: everything that is not excluded. Elements that only excluded paths reach are removed;
 * elements that no path reaches stay.
 */
export function matchRemaining(model: Model, exclude: readonly PathPattern[], excluded: NameMatches): Matches {
  const request = { include: [EVERY_PATH], casts: true };
  const all = walk(model, { ...request, exclude: [], isExcluded: () => false });
  const kept = walk(model, { ...request, exclude, isExcluded: excluded.has });
  const types = elementsOf(model).filter(isType);
  const elements = [
    ...(model.container?.children ?? []),
    ...types.filter(isStructured).flatMap(({ navigationProperties }) => navigationProperties),
  ];
  const names = without(
    types.map(({ name }) => name),
    typesOn(all, model),
    typesOn(kept, model),
  );
  return {
    elements: without(elements, all.elements, kept.elements),
    operations: without(keptOperations(model, excluded), all.operations, kept.operations),
    verbs: new Map([...unreached(model, all, names), ...kept.verbs]),
    inherited: false,
    types: names,
    fitting: kept.fitting,
  };
}

/** Removes the items that are in `before`, but not in `after`. */
function without<T>(whole: readonly T[], before: ReadonlySet<T>, after: ReadonlySet<T>): ReadonlySet<T> {
  return new Set(whole.filter((one) => !before.has(one) || after.has(one)));
}

/** The types that paths reach, with the types they require. */
function typesOn(walked: Walk, model: Model): ReadonlySet<QualifiedName> {
  return withRequiredTypes([...typesAt(walked), ...[...walked.operations].flatMap(typesOf)], model, () => false);
}

/** Methods of entity types that no path of the container reaches: the client has all of them. */
function unreached(
  { type: find }: Model,
  { verbs }: Walk,
  types: ReadonlySet<QualifiedName>,
): readonly (readonly [string, Verbs])[] {
  const reached = new Set([...verbs.values()].map(({ type }) => type));
  const others = [...types].filter((name) => find(name)?.kind === "EntityType" && !reached.has(name));
  return others.flatMap((type) =>
    (["Entity", "Collection"] as const).map(
      (kind) => [verbsKey(kind, type), { type, methods: new Set(methodsOf(kind)), keyed: true }] as const,
    ),
  );
}

/** The elements that name patterns match. */
export interface NameMatches {
  /** Whether a type or operation matches. */
  readonly has: (name: QualifiedName) => boolean;
  readonly types: ReadonlySet<QualifiedName>;
  readonly fitting: ReadonlySet<NamePattern>;
}

/** Matches patterns against the names of types and operations. */
export function matchNames(patterns: readonly NamePattern[], model: Model): NameMatches {
  const names = new Set<QualifiedName>();
  const fitting = new Set<NamePattern>();
  for (const pattern of patterns) {
    for (const { name, kind } of elementsOf(model)) {
      if (!(isType({ kind }) || isOperation({ kind })) || !fitsName(pattern.glob, name)) continue;
      fitting.add(pattern);
      names.add(name);
      if (pattern.derived && isStructured({ kind })) for (const below of model.derived(name)) names.add(below.name);
    }
  }
  return {
    has: (name) => names.has(name),
    types: new Set([...names].filter((name) => model.type(name) !== undefined)),
    fitting,
  };
}

/** The elements of all schemas. */
export function elementsOf({ schemas }: Model): readonly SchemaElement[] {
  return schemas.flatMap(({ elements }) => elements);
}
