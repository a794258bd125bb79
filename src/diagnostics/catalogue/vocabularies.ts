import { warning } from "./entry.js";

/** Reported for annotations that the tool uses. */
export const vocabulariesEntries = {
  "annotation-value-unfit": warning<{ element: string; term: string; expected: string }>(
    "The value of a standard term has another type than its vocabulary declares; it is kept without effect.",
    ({ element, term, expected }) => `${term} of ${element} has to be ${expected}; as it is, it changes nothing.`,
  ),
  "pattern-invalid": warning<{ element: string; reason: string }>(
    "A Validation.Pattern is not an ECMAScript regular expression; values are not checked against it.",
    ({ element, reason }) => `The pattern of ${element} is not used: ${reason}; correct it.`,
  ),
  "pattern-unsafe": warning<{ element: string }>(
    "A Validation.Pattern may take exponential time on a value that does not match; values are not checked against it.",
    ({ element }) =>
      `The pattern of ${element} can take exponential time, so it is not used; write it without a repetition inside a repetition of the same characters.`,
  ),
};
