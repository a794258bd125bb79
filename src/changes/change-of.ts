import type { At } from "../diagnostics/position.js";
import type { Change } from "./change.js";
import type { ChangeCode } from "./codes.js";
import type { Effects, Reasons } from "./effects.js";

/** The element of a change, and where both versions declare it. */
export interface Place {
  readonly element: string;
  readonly oldAt?: At | undefined;
  readonly newAt?: At | undefined;
  readonly newOwnerAt?: At | undefined;
}

export interface ChangeParts {
  readonly effects: Effects;
  readonly reasons?: Reasons;
  readonly before?: string;
  readonly after?: string;
  readonly similar?: string;
}

export function changeOf(
  { element, oldAt, newAt, newOwnerAt }: Place,
  code: ChangeCode,
  message: string,
  parts: ChangeParts,
): Change {
  return {
    code,
    element,
    message,
    ...parts,
    ...(oldAt !== undefined && { oldAt }),
    ...(newAt !== undefined && { newAt }),
    ...(newOwnerAt !== undefined && { newOwnerAt }),
  };
}

/** The place of an element that both versions, or one of them, declare. */
export function placeOf(
  element: string,
  before: { readonly at: At } | undefined,
  after: { readonly at: At } | undefined,
): Place {
  return { element, oldAt: before?.at, newAt: after?.at };
}

/** The place of a member that the new version of its type lacks. */
export function goneFrom(owner: { readonly at: At }, element: string, before: { readonly at: At } | undefined): Place {
  return { element, oldAt: before?.at, newOwnerAt: owner.at };
}
