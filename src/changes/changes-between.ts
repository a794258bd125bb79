import { isType, type EdmType, type Model } from "../edm/model.js";
import { audiences, type Audience, type Change, type Changes, type Verdict } from "./change.js";
import type { Side } from "./side.js";

/** What changed from one version of a service to the other, and for whom. */
export function changesBetween(before: Side, after: Side): Changes {
  const changes = [
    ...missingIn(after.model, before.model).map(typeRemoved),
    ...missingIn(before.model, after.model).map(typeAdded),
  ];
  return { changes, verdict: verdictOf(changes) };
}

function missingIn(model: Model, { elements }: Model): readonly EdmType[] {
  return elements.filter(isType).filter(({ name }) => model.type(name) === undefined);
}

function typeRemoved({ name, at }: EdmType): Change {
  return {
    code: "type-removed",
    element: name,
    message: `The type ${name} is gone.`,
    effects: { readers: "compatible", writers: "breaking", source: "breaking" },
    oldAt: at,
  };
}

function typeAdded({ name, at }: EdmType): Change {
  return {
    code: "type-added",
    element: name,
    message: `The type ${name} is new.`,
    effects: { readers: "compatible", writers: "none", source: "compatible" },
    newAt: at,
  };
}

/** The step of semantic versioning, as far as it concerns some audiences. */
export function verdictOf(changes: readonly Change[], among: readonly Audience[] = audiences): Verdict {
  const effects = new Set(changes.flatMap((change) => among.map((audience) => change.effects[audience])));
  if (effects.has("breaking")) return "major";
  if (effects.has("compatible")) return "minor";
  return changes.length > 0 ? "patch" : "none";
}
