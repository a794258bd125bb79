import type { Audience, Change, Effect } from "./change.js";

export type Effects = Change["effects"];

export type Reasons = NonNullable<Change["reasons"]>;

/** Nobody notices, but for who reads documentation. */
export const NONE: Effects = { readers: "none", writers: "none", source: "none" };

/** Source that is generated again has more than before. */
export const GROWS: Effects = { readers: "none", writers: "none", source: "compatible" };

export const BREAKS: Effects = { readers: "breaking", writers: "breaking", source: "breaking" };

export function effects(readers: Effect, writers: Effect, source: Effect): Effects {
  return { readers, writers, source };
}

/** `compatible` where a condition holds that keeps what worked. */
export function compatibleIf(isKept: boolean): Effect {
  return isKept ? "compatible" : "breaking";
}

/** Effects on those that use an action, which is posted, or a function, which is read. */
export function onCallers(kind: "Action" | "Function", effect: Effect): Pick<Effects, "readers" | "writers"> {
  return kind === "Function" ? { readers: effect, writers: "none" } : { readers: "none", writers: effect };
}

/** The reasons of audiences that have one. */
export function reasons(given: Partial<Record<Audience, string | undefined>>): { readonly reasons?: Reasons } {
  const stated = Object.entries(given).filter(([, reason]) => reason !== undefined);
  return stated.length === 0 ? {} : { reasons: Object.fromEntries(stated) };
}
