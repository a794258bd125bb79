import type { Report } from "../../../diagnostics/report.js";
import type { Operation } from "../../../edm/elements.js";
import { groupBy } from "../../../edm/grouping.js";
import { isMicrosoftGraph } from "../../../edm/microsoft-graph.js";
import { compareText, parametersOf, type Model } from "../../../edm/model.js";
import type { Segments } from "./segments.js";
import { literalKindOf, sortedEntries, type WireEntry } from "./wire-entry.js";

/** Kinds of parameters by their names; where a function differs from most others, with its name before it. */
export function parameterEntries(model: Model, segments: Segments, report: Report): readonly WireEntry[] {
  const uses = parameterUses(model, segments, report);
  const entries = [...groupBy(uses, ({ name }) => name)].flatMap(([name, group]): readonly WireEntry[] => {
    const common = mostCommon(group.map(({ kind }) => kind));
    const others = group.filter(({ kind }) => kind !== common);
    return [
      ...(common === undefined ? [] : [{ name, value: common }]),
      ...others.map(({ key, kind }) => ({ name: key, value: kind ?? "String" })),
    ];
  });
  return sortedEntries(entries);
}

/** The kind that occurs most often; of two, the first by name, whatever the order of declarations. */
function mostCommon(kinds: readonly (string | undefined)[]): string | undefined {
  const counted = [...groupBy(kinds, (kind) => kind)].map(([kind, { length }]) => ({ kind, length }));
  return counted.sort((a, b) => b.length - a.length || compareText(a.kind ?? "", b.kind ?? ""))[0]?.kind;
}

/** A parameter of the functions that the client calls by one name. */
interface ParameterUse {
  readonly name: string;
  /** With the function's name before it. */
  readonly key: string;
  readonly kind: string | undefined;
}

function parameterUses(model: Model, segments: Segments, report: Report): readonly ParameterUse[] {
  const uses = new Map<string, ParameterUse>();
  for (const operation of functionsOf(model)) {
    for (const { name, type, at } of parametersOf(operation)) {
      const key = `${segments.of(operation)}.${name}`;
      // Microsoft Graph takes members of enumerations as plain strings.
      const kind = type && !type.collection ? literalKindOf(type.type, model, isMicrosoftGraph(model)) : undefined;
      const other = uses.get(key);
      if (other === undefined) uses.set(key, { name, key, kind });
      else if (other.kind !== kind)
        report.add("literal-ambiguous", at, {
          parameter: key,
          first: other.kind ?? "a plain value",
          second: kind ?? "a plain value",
        });
    }
  }
  return [...uses.values()];
}

function functionsOf({ operations }: Model): readonly Operation[] {
  return operations.filter(({ kind }) => kind === "Function");
}
