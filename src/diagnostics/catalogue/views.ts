import { notice, warning } from "./entry.js";

/** What can be said when output is planned. */
export const viewsEntries = {
  "name-taken": notice<{ element: string; name: string; instead: string }>(
    "Two elements would get one TypeScript name (letter case ignored).",
    ({ element, name, instead }) => `The name ${name} for ${element} is taken, so it is called ${instead}.`,
  ),
  "segment-renamed": notice<{ element: string; name: string; instead: string }>(
    "A path segment is called like a method of the client.",
    ({ element, name, instead }) =>
      `${name} is a method of the client, so the segment of ${element} is called ${instead} there.`,
  ),
  "literal-ambiguous": warning<{ parameter: string; first: string; second: string }>(
    "Functions of one name have a parameter of one name and different types: the client writes it in one way.",
    ({ parameter, first, second }) =>
      `The client writes ${parameter} as ${first}, here it is ${second}; for this function use client.request().`,
  ),
};
