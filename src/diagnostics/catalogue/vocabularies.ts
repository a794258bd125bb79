import { warning } from "./entry.js";

/** Diagnostics of annotations with terms that affect the output. */
export const vocabulariesEntries = {
  "annotation-value-unfit": warning<{ element: string; term: string; expected: string }>(
    "The value of a standard term is not of the type that its vocabulary declares; it is kept, but has no effect.",
    ({ element, term, expected }) =>
      `${term} of ${element} has no effect, since it is not ${expected}; correct the value.`,
  ),
  "pattern-invalid": warning<{ element: string; reason: string }>(
    "A Validation.Pattern is not a regular expression of ECMAScript; values are not checked against it.",
    ({ element, reason }) => `The pattern of ${element} is not used (${reason}); correct it.`,
  ),
  "pattern-unsafe": warning<{ element: string }>(
    "A Validation.Pattern can take exponential time on values that do not match, or this cannot be ruled out; values are not checked against it.",
    ({ element }) =>
      `The pattern of ${element} can take exponential time and is not used; write it without nested repetitions of the same characters.`,
  ),
};
