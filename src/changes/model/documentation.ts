import type { Deprecation } from "../../vocabularies/revisions.js";
import type { Documentation, ValueDocumentation } from "../../facts/documentation.js";
import type { Change } from "../change.js";
import { changeOf, type Place } from "../change-of.js";
import { GROWS, NONE } from "../effects.js";

/** Deprecation, which linters show in source, and all other documentation as one change. */
export function documentationChanges(
  element: string,
  before: Documentation | ValueDocumentation,
  after: Documentation | ValueDocumentation,
  place: Place,
): readonly Change[] {
  const changes: Change[] = [];
  const [old, now] = [before.deprecation, after.deprecation];
  if (old === undefined && now !== undefined) {
    const after = textOf(now);
    changes.push(changeOf(place, "deprecated", `${element} is deprecated.`, { effects: GROWS, after }));
  } else if (old !== undefined && now === undefined) {
    const before = textOf(old);
    changes.push(changeOf(place, "undeprecated", `${element} is not deprecated any more.`, { effects: GROWS, before }));
  }
  if (isOther(before, after)) changes.push(describedAnew(element, before, after, place));
  return changes;
}

function describedAnew(element: string, before: Documentation, after: Documentation, place: Place): Change {
  const [old, now] = [before.description, after.description];
  return changeOf(place, "description-changed", `The documentation of ${element} changed.`, {
    effects: NONE,
    ...(old !== now && { before: old ?? "", after: now ?? "" }),
  });
}

function isOther(before: Documentation | ValueDocumentation, after: Documentation | ValueDocumentation): boolean {
  const isBoth = before.deprecation !== undefined && after.deprecation !== undefined;
  return JSON.stringify(stated(before, isBoth)) !== JSON.stringify(stated(after, isBoth));
}

/** Without what other changes are about: constraints, and a deprecation that came or went. */
function stated(documentation: Documentation | ValueDocumentation, withDeprecation: boolean): object {
  const { deprecation, ...rest } = documentation;
  return { ...rest, constraints: undefined, ...(withDeprecation && { deprecation }) };
}

function textOf({ description, since, removal }: Deprecation): string {
  const dates = [since === undefined ? "" : `since ${since}`, removal === undefined ? "" : `removed on ${removal}`];
  return [description ?? "", ...dates].filter((part) => part !== "").join("; ");
}
