import { isStructured, isType, type Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import { keptOperations, typesAt, type Chosen } from "./chosen.js";
import { closed, typesOf } from "./closure.js";
import { methodsOf } from "./methods.js";
import type { Named } from "./named.js";
import type { PathPattern } from "./pattern.js";
import { verbsKey, walk, type Verbs, type Walk } from "./walk.js";

const EVERY_PATH: PathPattern = { kind: "path", text: "/**", segments: [{ kind: "any" }] };

/** Everything but what is cut out. What only excluded paths lead to goes with them; what no path leads to stays. */
export function remaining(model: Model, exclude: readonly PathPattern[], cut: Named): Chosen {
  const request = { include: [EVERY_PATH], casts: true };
  const all = walk(model, { ...request, exclude: [], cut: () => false });
  const kept = walk(model, { ...request, exclude, cut: cut.has });
  const types = model.elements.filter(isType);
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
    operations: without(keptOperations(model, cut), all.operations, kept.operations),
    verbs: new Map([...unreached(model, all, names), ...kept.verbs]),
    inherited: false,
    types: names,
    fitting: kept.fitting,
  };
}

/** Without what was on a path and no longer is. */
function without<T>(whole: readonly T[], before: ReadonlySet<T>, after: ReadonlySet<T>): ReadonlySet<T> {
  return new Set(whole.filter((one) => !before.has(one) || after.has(one)));
}

/** All types that paths lead to, with what those consist of. */
function typesOn(walked: Walk, model: Model): ReadonlySet<QualifiedName> {
  return closed([...typesAt(walked), ...[...walked.operations].flatMap(typesOf)], model, () => false);
}

/** To types that no path of the container leads to, the client has requests all the same. */
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
