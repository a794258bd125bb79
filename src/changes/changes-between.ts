import { compareText } from "../edm/model.js";
import { audiences, type Audience, type Change, type Changes, type Verdict } from "./change.js";
import { exportChanges } from "./emitted/exports.js";
import { operationChanges } from "./model/operations.js";
import { pairedOperations } from "./model/overloads.js";
import { relationChanges } from "./metadata/relations.js";
import { termChanges } from "./metadata/terms.js";
import { typeChanges } from "./model/types.js";
import { paired } from "./pairs.js";
import { placeOf } from "./change-of.js";
import { capabilityChanges } from "./service/capabilities.js";
import { containerChanges } from "./service/container.js";
import { requestChanges } from "./service/requests.js";
import { serviceChanges } from "./service/service.js";
import type { Sides } from "./side.js";

/**
 * What changed from one version of a service to the other, and for whom. Each cause is reported once, at the element
 * that has it: not at the types derived from it, and not at what refers to it.
 */
export function changesBetween(sides: Sides): Changes {
  const operations = pairedOperations(sides.before.model.operations, sides.after.model.operations);
  const changes = [
    ...serviceChanges(sides),
    ...typeChanges(sides),
    ...operationChanges(operations, sides),
    ...containerChanges(sides),
    ...placeChanges(sides),
    ...relationChanges(sides),
    ...termChanges(sides),
    ...requestChanges(sides),
    ...exportChanges(operations, sides),
  ].sort((a, b) => compareText(a.element, b.element) || compareText(a.code, b.code));
  return { changes, verdict: verdictOf(changes) };
}

/** Capabilities that types and navigation properties state. */
function placeChanges(sides: Sides): readonly Change[] {
  const { both } = paired(sides.before.model.structuredTypes, sides.after.model.structuredTypes, ({ name }) => name);
  return both.flatMap(({ before, after }) => [
    ...capabilityChanges(placeOf(before.name, before, after), { before, after }, sides, after.name),
    ...paired(before.navigationProperties, after.navigationProperties, ({ name }) => name).both.flatMap((pair) => {
      const place = placeOf(`${before.name}/${pair.before.name}`, pair.before, pair.after);
      return capabilityChanges(place, pair, sides, pair.after.type?.type);
    }),
  ]);
}

/** The step of semantic versioning, as far as it concerns some audiences. */
export function verdictOf(changes: readonly Change[], among: readonly Audience[] = audiences): Verdict {
  const has = (effect: "breaking" | "compatible", felt: readonly Audience[]): boolean =>
    changes.some(({ effects }) => felt.some((audience) => effects[audience] === effect));
  if (has("breaking", among)) return "major";
  if (has("compatible", among.includes("source") ? ["source"] : among)) return "minor";
  return changes.length > 0 ? "patch" : "none";
}
