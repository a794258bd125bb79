import { warning } from "./entry.js";

/** What can be said of annotations that are put to use. */
export const vocabulariesEntries = {
  "annotation-value-unfit": warning<{ element: string; term: string; expected: string }>(
    "The value of a standard term is not of the kind that its vocabulary says; it is kept, but changes nothing.",
    ({ element, term, expected }) => `${term} of ${element} has to be ${expected}; as it is, it changes nothing.`,
  ),
  "pattern-invalid": warning<{ element: string; reason: string }>(
    "A Validation.Pattern is no regular expression of ECMAScript; values are not checked against it.",
    ({ element, reason }) => `The pattern of ${element} is not used: ${reason}; correct it.`,
  ),
  "pattern-unsafe": warning<{ element: string }>(
    "A Validation.Pattern can take exponential time on a value that does not match, or cannot be shown not to; values are not checked against it.",
    ({ element }) =>
      `The pattern of ${element} can take exponential time, so it is not used; write it without a repetition inside a repetition of the same characters.`,
  ),
};
