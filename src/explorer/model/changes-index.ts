import { groupBy } from "../../edm/grouping.js";
import type { ChangeData } from "../../explore/data/format.js";
import { ownerOf } from "./element-names.js";
import { data, once } from "./model.js";
import { requestKey } from "./requests.js";

/** What happened to an element since the other version. */
export interface ChangeState {
  readonly state: "added" | "removed" | "changed";
  /** For some audience. */
  readonly breaking: boolean;
}

/** Codes of changes that are about the element as a whole. */
const whole = /^(?:type|property|member|operation|parameter|path|request)-(added|removed)$/;

/** By owner: the changes of a type and of its members, breaking ones first. */
export const changesByOwner = once(() => groupBy(data.changes?.changes ?? [], ({ element }) => ownerOf(element)));

/** Every element that changed, and every owner of one. Elements that are removed are among them. */
export const changeStates = once((): ReadonlyMap<string, ChangeState> => {
  const states = new Map<string, ChangeState>();
  for (const [element, changes] of groupBy(data.changes?.changes ?? [], ({ element }) => requestKey(element)))
    states.set(element, stateOf(changes, changes));
  // An owner changed with what belongs to it; it is added or removed only by a change of its own.
  for (const [owner, changes] of changesByOwner()) {
    const ofOwner = changes.filter(({ element }) => !element.slice(owner.length).includes("/"));
    states.set(owner, stateOf(changes, ofOwner));
  }
  return states;
});

/** Undefined where nothing changed. Takes `ns.Type`, `ns.Type/member`, `ns.op`, `/users`, `GET /users/{id}`. */
export function changeStateOf(elementName: string): ChangeState | undefined {
  return changeStates().get(requestKey(elementName));
}

/** An element of which one overload alone is new has changed. */
function stateOf(changes: readonly ChangeData[], asWhole: readonly ChangeData[]): ChangeState {
  const states = new Set(asWhole.map(({ code }) => whole.exec(code)?.[1]));
  const [only] = states;
  return {
    state: states.size === 1 && (only === "added" || only === "removed") ? only : "changed",
    breaking: changes.some(({ breaking }) => breaking !== undefined),
  };
}
