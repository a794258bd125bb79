import type { Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import { closedModel } from "./closed.js";
import type { Matches, NameMatches } from "./matched.js";
import { pathsModel, typesModel, typesOf, withRequiredTypes, type TypeNames } from "./narrow.js";
import { withBases } from "./resources.js";
import { verbsKey, type Verbs } from "./walk.js";

/** The part of the model for which output is generated. */
export interface Selection {
  /** The model of types and validators. It has every type that its types refer to, except excluded ones. */
  readonly types: Model;
  /** The model of the client. Types that selected paths only lead through have no properties but their keys. */
  readonly paths: Model;
  /** Whether patterns chose it. */
  readonly isPart: boolean;
  /**
   * The methods selected for entities or collections of a type: `"all"` without patterns, undefined if no selected path
   * reaches one.
   */
  verbs(kind: "Entity" | "Collection", type: QualifiedName): Verbs | "all" | undefined;
  /** Types and paths as one model of their own: everything that an element names is in it. */
  closed(): Model;
}

/** The selection without patterns: the whole model. */
export function everything(model: Model): Selection {
  return { types: model, paths: model, isPart: false, verbs: () => "all", closed: () => model };
}

/** The selection of everything matched and the types it needs, without excluded types. */
export function selectionOf(model: Model, matches: Matches, excluded: NameMatches): Selection {
  const roots = [...matches.types, ...[...matches.operations].flatMap(typesOf), ...keyTypes(model, matches)];
  const types = withRequiredTypes(roots, model, excluded.has);
  const traversed = traversedTypes(model, types, matches, excluded);
  return {
    types: typesModel(model, types, matches),
    paths: pathsModel(model, types, traversed, matches),
    isPart: true,
    closed: () => closedModel(model, { types, traversed, paths: matches, isExcluded: excluded.has }),
    verbs: (kind, type) => verbsOf(kind, type, model, matches),
  };
}

/** The types of key properties, which the client needs for key segments. */
function keyTypes(model: Model, { verbs }: Matches): readonly QualifiedName[] {
  const types = [...verbs.values()].flatMap(({ type }) => withBases(type, model));
  return types.flatMap(({ key = [], properties }) => {
    const names = new Set(key.map(({ name }) => name.split("/", 1)[0]));
    return properties.flatMap(({ name, type }) => (names.has(name) && type !== undefined ? [type.type] : []));
  });
}

/**
 * The types that selected paths lead to or through, their base types, and selected derived types, to which a path can
 * cast.
 */
function traversedTypes(model: Model, types: TypeNames, { verbs }: Matches, excluded: NameMatches): TypeNames {
  const traversed = [...verbs.values()].flatMap(({ type }) => [
    ...withBases(type, model).map(({ name }) => name),
    ...model.derived(type).flatMap(({ name }) => (types.has(name) ? [name] : [])),
  ]);
  return new Set(traversed.filter((name) => !excluded.has(name)));
}

function verbsOf(
  kind: "Entity" | "Collection",
  type: QualifiedName,
  model: Model,
  { verbs, inherited }: Matches,
): Verbs | undefined {
  const own = verbs.get(verbsKey(kind, type));
  if (!inherited) return own;
  const ownAndInherited = withBases(type, model).flatMap(({ name }) => verbs.get(verbsKey(kind, name)) ?? []);
  if (ownAndInherited.length === 0) return undefined;
  return {
    type,
    methods: new Set(ownAndInherited.flatMap(({ methods }) => [...methods])),
    keyed: ownAndInherited.some(({ keyed }) => keyed),
  };
}
