import { notice, warning } from "./entry.js";

/** Reported when output is planned. */
export const viewsEntries = {
  "name-taken": notice<{ element: string; name: string; instead: string }>(
    "Two elements would get the same TypeScript name, ignoring letter case.",
    ({ element, name, instead }) => `The name ${name} for ${element} is taken, so it is called ${instead}.`,
  ),
  "segment-renamed": notice<{ element: string; name: string; instead: string }>(
    "A path segment has the name of a method of the client.",
    ({ element, name, instead }) =>
      `${name} is a method of the client, so the segment of ${element} is called ${instead} there.`,
  ),
  "literal-ambiguous": warning<{ parameter: string; first: string; second: string }>(
    "Overloads of a function have a parameter with the same name and different types; the client writes it as one of them.",
    ({ parameter, first, second }) =>
      `The client writes ${parameter} as ${first}, here it is ${second}; for this function use client.request().`,
  ),
  "example-unsound": warning<{ what: string; wrong: string; others: number }>(
    "The body of an example does not fit its type; `examples.ts` leaves it out.",
    ({ what, wrong, others }) =>
      `This example is left out: ${what} ${wrong}${others === 0 ? "" : `, and ${others} more`}; correct the example, or the declaration that it does not fit.`,
  ),
  "example-wrapped": notice(
    "An example shows an entity inside a `value`; `examples.ts` has the entity itself.",
    () => 'The entity of this example stands in a "value", which services do not send; it is taken out of it.',
  ),
};
