import type { Report } from "../../../diagnostics/report.js";
import { groupBy } from "../../../edm/grouping.js";
import { isMicrosoftGraph } from "../../../edm/microsoft-graph.js";
import { parametersOf, type Model } from "../../../edm/model.js";
import { callsOf } from "./calls.js";
import { kindTableWithParts, mostCommon, type KindTable, type PartUse } from "./kind-table.js";
import type { Segments } from "./segments.js";
import { literalKindOf } from "./wire-entry.js";

/** Kinds of parameters by their names; where a function differs from most others, with its name before it. */
export function parameterKinds(model: Model, segments: Segments, report: Report): KindTable {
  const uses = parameterUses(model, segments, report);
  return kindTableWithParts(uses, functionsOnce(uses));
}

/** One use for each name of a function, however many types it is bound to. */
function functionsOnce(uses: readonly PartUse[]): readonly PartUse[] {
  const kindsOf = (group: readonly PartUse[]) => mostCommon(group.map(({ kind }) => kind));
  return [...groupBy(uses, ({ name }) => name).values()].map((group) => ({ ...group[0], kind: kindsOf(group) }));
}

function parameterUses(model: Model, segments: Segments, report: Report): readonly PartUse[] {
  const uses = new Map<string, PartUse>();
  // The parameters of an action are its body, but in OData 2.0 and 3.0.
  const calls = callsOf(model, segments).filter(
    ({ operation: { kind } }) => kind === "Function" || model.protocol !== "4.0",
  );
  for (const { operation, segment, from } of calls) {
    for (const { name: parameter, type, at } of parametersOf(operation)) {
      const name = `${segment}.${parameter}`;
      // Microsoft Graph takes members of enumerations as plain strings.
      const kind = type && !type.collection ? literalKindOf(type.type, model, isMicrosoftGraph(model)) : undefined;
      const key = `${from}/${name}`;
      const other = uses.get(key);
      if (other === undefined) uses.set(key, { from, name, part: parameter, kind });
      else if (other.kind !== kind)
        report.add("literal-ambiguous", at, {
          parameter: name,
          first: other.kind ?? "a plain value",
          second: kind ?? "a plain value",
        });
    }
  }
  return [...uses.values()];
}
