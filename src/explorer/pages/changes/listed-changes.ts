import { groupBy } from "../../../edm/grouping.js";
import type { ChangeData } from "../../../explore/data/format.js";
import { ownerOf, partOf } from "../../model/element-names.js";

/** Which changes are listed. */
export interface WantedChanges {
  /** Those whom a change concerns; everyone if empty. */
  readonly audience: string;
  /** Parts of the name of the element or of the code; each has to be there. */
  readonly words: string;
}

/** The changes of one owner: of a type and its members, of an operation, a path, a request. */
export interface OwnerChanges {
  readonly owner: string;
  readonly changes: readonly ChangeData[];
}

export interface ListedChanges {
  readonly breaking: readonly OwnerChanges[];
  /** What changed otherwise of what both versions have. */
  readonly other: readonly OwnerChanges[];
  /** Types, operations, paths and requests that are new. */
  readonly added: readonly OwnerChanges[];
  /** How many changes these are. */
  readonly count: number;
}

export function listedChanges(changes: readonly ChangeData[], wanted: WantedChanges): ListedChanges {
  const { audience, words } = wanted;
  const parts = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const listed = changes.filter((change) => concerns(change, audience) && hasWords(change, parts));
  const groups = (of: readonly ChangeData[]): readonly OwnerChanges[] =>
    [...groupBy(of, ({ element }) => ownerOf(element))].map(([owner, ofOwner]) => ({ owner, changes: ofOwner }));
  const others = listed.filter((change) => !isBreakingFor(change, audience));
  return {
    breaking: groups(listed.filter((change) => isBreakingFor(change, audience))),
    other: groups(others.filter((change) => !isNewOwner(change))),
    added: groups(others.filter(isNewOwner)),
    count: listed.length,
  };
}

/** Everyone sees all changes, those that only concern documentation too. */
function concerns({ breaking = [], compatible = [] }: ChangeData, audience: string): boolean {
  return audience === "" || breaking.includes(audience) || compatible.includes(audience);
}

function isBreakingFor({ breaking = [] }: ChangeData, audience: string): boolean {
  return audience === "" ? breaking.length > 0 : breaking.includes(audience);
}

function isNewOwner({ code, element }: ChangeData): boolean {
  return /^(type|operation|path|request)-added$/.test(code) && partOf(element)?.includes("/") !== true;
}

function hasWords({ code, element }: ChangeData, words: readonly string[]): boolean {
  const text = `${element} ${code}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** A message below the heading of its owner: `city is new.` for `ns.User/city is new.` */
export function shortMessage({ element, message }: Pick<ChangeData, "element" | "message">): string {
  const part = partOf(element);
  return part === undefined || part.startsWith("(") ? message : message.replaceAll(element, part);
}
