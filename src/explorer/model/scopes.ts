/** Which requests a scope opens. */
import { groupBy } from "../../edm/grouping.js";
import { compareText } from "../../edm/model.js";
import type { PermissionScheme } from "../../edm/requests.js";
import type { RequestData } from "../../explore/data/format.js";
import { data, once } from "./model.js";

/** A request that a scope opens, alone or with others. */
export interface Opened {
  readonly scope: string;
  readonly request: RequestData;
  readonly scheme: PermissionScheme;
  /** The scopes that are needed beside it, one set of several that do; empty where it suffices alone. */
  readonly others: readonly string[];
  /** The case in which it does. */
  readonly when: string | undefined;
}

/** By scope, by name. */
export const requestsByScope = once(() => {
  const opened = data.requests.flatMap(openedBy).sort((a, b) => compareText(a.scope, b.scope));
  return groupBy(opened, ({ scope }) => scope);
});

function openedBy(request: RequestData): readonly Opened[] {
  return (request.permissions ?? []).flatMap(({ scheme, when, alternatives }) =>
    [...new Set(alternatives.flat())].map((scope) => {
      const sets = alternatives.filter((set) => set.includes(scope)).map((set) => set.filter((one) => one !== scope));
      const [others = []] = sets.sort((a, b) => a.length - b.length);
      return { scope, request, scheme, others, when };
    }),
  );
}
