/** Which requests a scope opens. */
import { groupBy } from "../../edm/grouping.js";
import { compareText } from "../../edm/model.js";
import type { PermissionScheme } from "../../edm/requests.js";
import type { RequestData } from "../../explore/data/format.js";
import { once } from "./once.js";

/** A request that a scope opens, alone or with others. */
export interface Opened {
  readonly request: RequestData;
  readonly scheme: PermissionScheme;
  /** The scopes that are needed beside it, one set of several that do; empty where it suffices alone. */
  readonly others: readonly string[];
  /** The case in which it does. */
  readonly when?: string;
}

/** By scope, by name. */
export const requestsByScope = once(({ data }): ReadonlyMap<string, readonly Opened[]> => {
  const found = groupBy(data.requests.flatMap(openedBy), ([scope]) => scope);
  const sorted = [...found].sort(([a], [b]) => compareText(a, b));
  return new Map(sorted.map(([scope, all]) => [scope, all.map(([, opened]) => opened)]));
});

function openedBy(request: RequestData): readonly (readonly [string, Opened])[] {
  return (request.permissions ?? []).flatMap(({ scheme, when, alternatives }) => {
    const scopes = [...new Set(alternatives.flat())];
    return scopes.map((scope) => {
      const sets = alternatives.filter((set) => set.includes(scope)).map((set) => set.filter((one) => one !== scope));
      const [others = []] = sets.toSorted((a, b) => a.length - b.length);
      return [scope, { request, scheme, others, ...(when !== undefined && { when }) }] as const;
    });
  });
}
