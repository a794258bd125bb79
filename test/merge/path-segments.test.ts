import { expect, it } from "vitest";
import { pathSegmentsOf, type PathSegment } from "../../src/merge/paths/path-segments.js";

/** A segment with the values of its arguments. */
function shown(segment: PathSegment): string {
  if (segment.kind !== "Name") return `${segment.kind} ${segment.text}`;
  const given = segment.arguments?.map(({ name = "", value }) => `${name}=${value}`);
  return given === undefined ? segment.name : `${segment.name} ${given.join(" ")}`;
}

it.each([
  ["/users/{id | userPrincipalName}/messages?x=y", ["users", "Key {id | userPrincipalName}", "messages"]],
  ["/users/{a/b}/messages", ["users", "Key {a/b}", "messages"]],
  ["/me/find(name='a)b/c')/items", ["me", "find name=a)b/c", "items"]],
  ["/me/find(name='a',path='b/c')", ["me", "find name=a path=b/c"]],
  ["/sites/it's/lists", ["sites", "it's", "lists"]],
  ["/users//{id}/", ["users", "Key {id}"]],
])("splits %s at slashes outside braces, parentheses and quotes", (template, parts) => {
  expect(pathSegmentsOf(template).map(shown)).toEqual(parts);
});
