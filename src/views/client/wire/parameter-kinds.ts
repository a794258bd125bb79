import type { Report } from "../../../diagnostics/report.js";
import { groupBy } from "../../../edm/grouping.js";
import { isMicrosoftGraph } from "../../../edm/microsoft-graph.js";
import { parametersOf, type Model } from "../../../edm/model.js";
import { callsOf } from "./calls.js";
import { kindTable, mostCommon, type KindTable, type LiteralUse } from "./kind-table.js";
import type { Segments } from "./segments.js";
import { literalKindOf, sortedEntries } from "./wire-entry.js";

/** Kinds of parameters by their names; where a function differs from most others, with its name before it. */
export function parameterKinds(model: Model, segments: Segments, report: Report): KindTable {
  const uses = parameterUses(model, segments, report);
  const common = new Map(
    [...groupBy(functionsOnce(uses), ({ parameter }) => parameter)].map(([parameter, group]) => [
      parameter,
      mostCommon(group.map(({ kind }) => kind)),
    ]),
  );
  const parameterOf = new Map(uses.map(({ name, parameter }) => [name, parameter]));
  const { entries, special } = kindTable(uses, (name) => common.get(parameterOf.get(name) ?? ""));
  const general = [...common].flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
  return { entries: sortedEntries([...general, ...entries]), special };
}

/** A parameter of the functions that the client calls by one name at one type. */
interface ParameterUse extends LiteralUse {
  readonly parameter: string;
}

/** One use for each name of a function, however many types it is bound to. */
function functionsOnce(uses: readonly ParameterUse[]): readonly ParameterUse[] {
  const kindsOf = (group: readonly ParameterUse[]) => mostCommon(group.map(({ kind }) => kind));
  return [...groupBy(uses, ({ name }) => name).values()].map((group) => ({ ...group[0], kind: kindsOf(group) }));
}

function parameterUses(model: Model, segments: Segments, report: Report): readonly ParameterUse[] {
  const uses = new Map<string, ParameterUse>();
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
      if (other === undefined) uses.set(key, { from, name, parameter, kind });
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
