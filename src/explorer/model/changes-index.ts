import { groupBy } from "../../edm/grouping.js";
import type { ChangeData } from "../../explore/data/format.js";
import { ownerOf } from "./element-names.js";
import type { ModelIndex } from "./model-index.js";
import { requestKey } from "./requests.js";
import { once } from "./once.js";

/** What happened to an element since the other version. */
export interface ChangeState {
  readonly state: "added" | "removed" | "changed";
  /** For some audience. */
  readonly breaking: boolean;
}

/** Codes of changes that are about the element as a whole. */
const whole = /^(type|property|member|operation|parameter|path|request)-(added|removed)$/;

/** By owner: the changes of a type and of its members, breaking ones first. */
export const changesByOwner = once(({ data }) =>
  groupBy(data.changes?.changes ?? [], ({ element }) => ownerOf(element)),
);

/** Every element that changed, and every owner of one. Elements that are removed are among them. */
export const changeStates = once((index): ReadonlyMap<string, ChangeState> => {
  const own = groupBy(index.data.changes?.changes ?? [], ({ element }) => requestKey(element));
  const states = new Map<string, ChangeState>();
  for (const [element, changes] of own) states.set(element, stateOf(changes, stateAsWhole(changes)));
  // An owner changed with what belongs to it; it is added or removed only by a change of its own.
  for (const [owner, changes] of changesByOwner(index)) {
    const ofOwner = changes.filter(({ element }) => !element.slice(owner.length).includes("/"));
    states.set(owner, stateOf(changes, stateAsWhole(ofOwner)));
  }
  return states;
});

/** Undefined where nothing changed. Takes `ns.Type`, `ns.Type/member`, `ns.op`, `/users`, `GET /users/{id}`. */
export function changeStateOf(elementName: string, index: ModelIndex): ChangeState | undefined {
  return changeStates(index).get(requestKey(elementName));
}

function stateOf(changes: readonly ChangeData[], state: ChangeState["state"]): ChangeState {
  return { state, breaking: changes.some(({ breaking }) => breaking !== undefined) };
}

/** An element of which one overload alone is new has changed. */
function stateAsWhole(changes: readonly ChangeData[]): ChangeState["state"] {
  const states = new Set(changes.map(({ code }) => whole.exec(code)?.[2]));
  const [only] = states;
  return states.size === 1 && (only === "added" || only === "removed") ? only : "changed";
}
