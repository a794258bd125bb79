import { warning } from "./entry.js";

/** Diagnostics of annotations with terms that affect the output. */
export const vocabulariesEntries = {
  "annotation-value-unfit": warning<{ element: string; term: string; expected: string }>(
    "The value of a standard term is not of the type that its vocabulary declares; it is kept, but has no effect.",
    ({ element, term, expected }) =>
      `${term} of ${element} has no effect, since it is not ${expected}; correct the value.`,
  ),
  "capability-contradicted": warning<{ element: string; property: string; by: string }>(
    "A restriction is contradicted by another annotation of the same element; neither has an effect.",
    ({ element, property, by }) =>
      `${property} of ${element} restricts nothing, since ${by} contradicts it; correct one of them.`,
  ),
  "request-restricted": warning<{ element: string; property: string; request: string }>(
    "Annotations deny a request, or a query option of it, that a page documents; it is not refused.",
    ({ element, property, request }) =>
      `${property} of ${element} denies ${request}, which a page documents, so it is not refused there; correct one of them.`,
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
