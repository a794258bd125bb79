import type { Report } from "../../../diagnostics/report.js";
import type { Operation } from "../../../edm/elements.js";
import { groupBy } from "../../../edm/grouping.js";
import { isMicrosoftGraph } from "../../../edm/microsoft-graph.js";
import { bindingTypeOf, parametersOf, type Model } from "../../../edm/model.js";
import { kindTable, mostCommon, type KindTable, type LiteralUse } from "./kind-table.js";
import type { Segments } from "./segments.js";
import { ROOT } from "./ways.js";
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
  for (const { operation, segment, from } of callsOf(model, segments)) {
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

interface Call {
  readonly operation: Operation;
  readonly segment: string;
  readonly from: string;
}

/** Functions by the types that have them: the one they are bound to, and those derived from it. */
function callsOf(model: Model, segments: Segments): readonly Call[] {
  const imports = (model.container?.children ?? []).flatMap((child) =>
    child.kind === "FunctionImport"
      ? model
          .overloads(child.function)
          .filter((operation) => bindingTypeOf(operation) === undefined)
          .map((operation) => ({ operation, segment: segments.of(child), from: ROOT }))
      : [],
  );
  const bound = model.operations.flatMap((operation) => {
    const on = bindingTypeOf(operation)?.type;
    if (operation.kind !== "Function" || on === undefined) return [];
    const types = [on, ...model.derived(on).map(({ name }) => name)];
    return types.map((from) => ({ operation, segment: segments.of(operation), from }));
  });
  return [...imports, ...bound];
}
