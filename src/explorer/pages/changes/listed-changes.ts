import { groupBy } from "../../../edm/grouping.js";
import type { ChangeData } from "../../../explore/data/format.js";
import { ownerOf, partOf } from "../../model/element-names.js";

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

type Part = Exclude<keyof ListedChanges, "count">;

/** The changes that concern an audience, or everyone if empty, whose names and codes have all words. */
export function listedChanges(changes: readonly ChangeData[], audience: string, text: string): ListedChanges {
  const words = text.toLowerCase().split(/\s+/);
  const listed = changes.filter((change) => concerns(change, audience) && hasWords(change, words));
  const parts = groupBy(listed, (change) => partFor(change, audience));
  const owners = (part: Part) =>
    [...groupBy(parts.get(part) ?? [], ({ element }) => ownerOf(element))].map(([owner, of]) => ({
      owner,
      changes: of,
    }));
  return { breaking: owners("breaking"), other: owners("other"), added: owners("added"), count: listed.length };
}

/** Everyone sees all changes, those that only concern documentation too. */
function concerns({ breaking = [], compatible = [] }: ChangeData, audience: string): boolean {
  return audience === "" || [...breaking, ...compatible].includes(audience);
}

function partFor({ code, element, breaking = [] }: ChangeData, audience: string): Part {
  if (audience === "" ? breaking.length > 0 : breaking.includes(audience)) return "breaking";
  const isNew = /^(?:type|operation|path|request)-added$/.test(code) && partOf(element)?.includes("/") !== true;
  return isNew ? "added" : "other";
}

function hasWords({ code, element }: ChangeData, words: readonly string[]): boolean {
  const text = `${element} ${code}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** The owner that a route names; empty for all. A path that is typed has its slashes. */
export function ownerIn(parts: readonly string[]): string {
  return parts.join("/");
}

/** A message below the heading of its owner: `city is new.` for `ns.User/city is new.` */
export function shortMessage({ element, message }: Pick<ChangeData, "element" | "message">): string {
  const part = partOf(element);
  return part === undefined || part.startsWith("(") ? message : message.replaceAll(element, part);
}
