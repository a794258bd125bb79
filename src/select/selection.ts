import type { Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import type { Chosen } from "./chosen.js";
import { closed, typesOf } from "./closure.js";
import type { Named } from "./named.js";
import { pathsModel, typesModel, type TypeNames } from "./narrow.js";
import { lineOf } from "./steps.js";
import { verbsKey, type Verbs } from "./walk.js";

/** The part of the model that is made into output. */
export interface Selection {
  /** What types and validators are made of: closed, but for what is excluded. */
  readonly types: Model;
  /** What the paths of the client lead through; types that are only passed have none of their data. */
  readonly paths: Model;
  /** What can be sent to the entities or collections of a type, `"all"` where nothing restricts it, undefined where no path leads to one. */
  verbs(kind: "Entity" | "Collection", type: QualifiedName): Verbs | "all" | undefined;
}

/** All that there is. */
export function everything(model: Model): Selection {
  return { types: model, paths: model, verbs: () => "all" };
}

/** What was chosen and all that it needs, without what is cut out. */
export function selectionOf(model: Model, chosen: Chosen, cut: Named): Selection {
  const roots = [...chosen.types, ...[...chosen.operations].flatMap(typesOf), ...keyTypes(model, chosen)];
  const types = closed(roots, model, cut.has);
  const passed = passedTypes(model, types, chosen, cut);
  return {
    types: typesModel(model, types, chosen),
    paths: pathsModel(model, types, passed, chosen),
    verbs: (kind, type) => verbsOf(kind, type, model, chosen),
  };
}

/** The types of keys that paths have for segments. */
function keyTypes(model: Model, { verbs }: Chosen): readonly QualifiedName[] {
  const line = [...verbs.values()].flatMap(({ type }) => lineOf(type, model));
  return line.flatMap(({ key = [], properties }) => {
    const names = new Set(key.map(({ name }) => name.split("/", 1)[0]));
    return properties.flatMap(({ name, type }) => (names.has(name) && type !== undefined ? [type.type] : []));
  });
}

/** Types that paths lead to or through, their bases, and what they can be cast to. */
function passedTypes(model: Model, types: TypeNames, { verbs }: Chosen, cut: Named): TypeNames {
  const passed = [...verbs.values()].flatMap(({ type }) => [
    ...lineOf(type, model).map(({ name }) => name),
    ...model.derived(type).flatMap(({ name }) => (types.has(name) ? [name] : [])),
  ]);
  return new Set(passed.filter((name) => !cut.has(name)));
}

function verbsOf(
  kind: "Entity" | "Collection",
  type: QualifiedName,
  model: Model,
  { verbs, inherited }: Chosen,
): Verbs | undefined {
  const own = verbs.get(verbsKey(kind, type));
  if (!inherited) return own;
  const line = lineOf(type, model).flatMap(({ name }) => verbs.get(verbsKey(kind, name)) ?? []);
  if (line.length === 0) return undefined;
  return {
    type,
    methods: new Set(line.flatMap(({ methods }) => [...methods])),
    keyed: line.some(({ keyed }) => keyed),
  };
}
