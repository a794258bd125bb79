import { expect, it } from "vitest";
import { frame } from "../../src/explore/file/frame.js";
import { mail } from "../explorer/types/small-data.js";
import { smallModel } from "../explorer/search/small-model.js";

function linksIn(html: string): readonly string[] {
  return [...html.matchAll(/<li><a href="#\/(\w+)">/g)].map(([, page = ""]) => page);
}

it("has links to the pages that the data has", () => {
  expect(linksIn(frame(mail))).toEqual(["namespace"]);
  expect(linksIn(frame(smallModel))).toEqual(["namespace", "requests", "scopes", "changes", "marked"]);
  expect(linksIn(frame({ ...mail, types: [] }))).toEqual([]);
});

it("has the fields of the page of changes where versions are compared", () => {
  expect(frame(smallModel)).toContain('<select name="audience">');
  expect(frame(mail)).not.toContain("<select");
});

it("has texts of the service as text", () => {
  const html = frame({ ...mail, title: "</title><script>alert(0)</script>", serviceRoot: "<img src=x>" });
  expect(html).not.toMatch(/<(?:script|img)/);
  expect(html).toContain("&lt;script&gt;");
  expect(html).toContain("<code>&lt;img src=x&gt;</code>");
});
