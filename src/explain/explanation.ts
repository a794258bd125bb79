/** The data that `explain` gives. */
import type { At } from "../diagnostics/position.js";
import type { Annotation } from "../edm/annotations.js";
import type { Authority } from "../edm/authority.js";
import type { Permission } from "../edm/requests.js";

/** One source's declaration of an element. */
export interface Statement {
  readonly at: At;
  readonly by: Authority;
  /** ISO date of its page. */
  readonly date?: string;
  /** Its type or value, where that differs from the model's. */
  readonly differs?: string;
}

/** An element, or a part of one, and the sources that declare it. */
export interface Explained {
  readonly kind: string;
  readonly name: string;
  /** Its type or value; empty where it has none. */
  readonly text: string;
  /** The declaration that the model follows, then the others in the order of the sources. */
  readonly statements: readonly [Statement, ...Statement[]];
  readonly annotations: readonly Annotation[];
}

/** One list of the members of an enum. */
export interface MemberList {
  readonly at: At;
  /** How many of the members of the model it lists. */
  readonly listed: number;
  /** Members that only it has. */
  readonly extra: readonly string[];
}

export interface ExplainedRequest {
  readonly method: string;
  readonly template: string;
  readonly title: string;
  readonly statements: Explained["statements"];
  readonly permissions?: readonly Permission[];
}

/** One element explained, as data. */
export interface Explanation extends Explained {
  /** Further details by name, such as `key` and `base`. */
  readonly details: readonly (readonly [string, string])[];
  /** Properties, members, parameters or children, in order. */
  readonly parts: readonly Explained[];
  /** Of an enum: the list that gives members and order, then the others. */
  readonly lists: readonly MemberList[];
  /** The documented requests that address it. */
  readonly requests: readonly ExplainedRequest[];
  /** Of a documented request: what its page states of permissions. */
  readonly permissions?: readonly Permission[];
}

/** The date of the page that a position stands on. */
export type DateOf = (at: At) => string | undefined;

/** What a name means, or why that is unknown: several elements have it, or none; `near` is then the nearest name. */
export type Answer =
  | { readonly state: "found"; readonly explanations: readonly [Explanation, ...Explanation[]] }
  | { readonly state: "ambiguous"; readonly candidates: readonly string[] }
  | { readonly state: "missing"; readonly near: string | undefined };
