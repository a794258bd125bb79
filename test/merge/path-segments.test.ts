import { expect, it } from "vitest";
import { pathSegmentsOf, segmentKey, segmentText, type PathSegment } from "../../src/merge/paths/path-segments.js";

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

it.each([
  ["/users/{id} | name/x", ["users", "Key {id} | name", "x"]],
  ["/users/(id)/x", ["users", "Key (id)", "x"]],
  ["/users/'a'/x", ["users", "Key 'a'", "x"]],
  ["/users/12/x", ["users", "Key 12", "x"]],
  ["/users/1a/x", ["users", "1a", "x"]],
  ["/users/21EC2020-3AEA-1069-A2DD-08002B30309D", ["users", "Key 21EC2020-3AEA-1069-A2DD-08002B30309D"]],
  ["/users/21ec20203aea1069a2dd08002b30309d", ["users", "Key 21ec20203aea1069a2dd08002b30309d"]],
  ["/roles/roleTemplateId={roleTemplateId}", ["roles", "Key roleTemplateId={roleTemplateId}"]],
  ["users", ["users"]],
  ["/users/{id}?$filter=a/b", ["users", "Key {id}"]],
  ["/users/{id?}/x", ["users", "Key {id?}", "x"]],
  ["/users/{id/x?y", ["users", "Key {id", "x"]],
  ["/find(a='?')/x", ["find a=?", "x"]],
  ["/ users / x ", ["users", "x"]],
  ["", []],
])("reads %s", (template, parts) => {
  expect(pathSegmentsOf(template).map(shown)).toEqual(parts);
});

it.each([
  ["/borders('{sideIndex}')", ["borders ={sideIndex}"]],
  ["/f(a=‘{x}’,b=“y”)", ["f a={x} b=y"]],
  ["/f(@a={b,c}, d=1)", ["f a={b,c} d=1"]],
  ["/f( a = 'x, y' , )", ["f a=x, y"]],
  ["/f()", ["f "]],
  ["/microsoft.graph.f(a=1)/b", ["microsoft.graph.f a=1", "b"]],
])("reads the arguments of %s", (template, parts) => {
  expect(pathSegmentsOf(template).map(shown)).toEqual(parts);
});

it.each([
  ["/drive/root:/{path}", ["drive", "root", "Path {path}"]],
  ["/drive/root:/{path}:/children", ["drive", "root", "Path {path}", "children"]],
  ["/drive/root:/a/b:/children", ["drive", "root", "Path a/b", "children"]],
  ["/items/{id}:/a:/content", ["items", "Key {id}", "Path a", "content"]],
  ["/drive/root:/a:/b/c:/d:/e", ["drive", "root", "Path a", "b", "c", "Path d", "e"]],
  ["/drive/root:", ["drive", "root"]],
  ["/drive/:/x", ["drive", "x"]],
])("reads the paths between colons of %s", (template, parts) => {
  expect(pathSegmentsOf(template).map(shown)).toEqual(parts);
});

it.each([
  ["/Users/{id}/Messages", "users/{}/messages", "Users/{}/Messages"],
  [
    "/me/reminderView(startDateTime='a',endDateTime='b')",
    "me/reminderview(enddatetime,startdatetime)",
    "me/reminderView(endDateTime,startDateTime)",
  ],
  ["/borders({i})", "borders({})", "borders({})"],
  ["/f()", "f", "f"],
  ["/root:/{p}:/x", "root/:/x", "root/:/x"],
])("compares and shows %s", (template, key, text) => {
  const segments = pathSegmentsOf(template);
  expect([segments.map(segmentKey).join("/"), segments.map(segmentText).join("/")]).toEqual([key, text]);
});
