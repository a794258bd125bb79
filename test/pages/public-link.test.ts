import { expect, it } from "vitest";
import { publicLinkOf } from "../../src/pages/public-link.js";
import { linksOf } from "../../src/vocabularies/links.js";
import { apiPage, read } from "./read.js";

it.each([
  [
    "docs/api-reference/v1.0/api/user-get.md",
    "https://learn.microsoft.com/en-us/graph/api/user-get?view=graph-rest-1.0",
  ],
  [
    "/a/api-reference/beta/resources/intune-shared-platform.md",
    "https://learn.microsoft.com/en-us/graph/api/resources/intune-shared-platform?view=graph-rest-beta",
  ],
  ["api-reference/v1.0/includes/user.md", undefined],
  ["api-reference/v2.0/api/user-get.md", undefined],
  ["pages/api/user-get.md", undefined],
  ["api-reference/v1.0/api/user get.md", undefined],
  ["api-reference/v1.0/api/.md", undefined],
  ["api-reference/v1.0/api/}*/user.md", undefined],
])("%s is published at %s", (path, link) => {
  expect(publicLinkOf(path)).toBe(link);
});

it("goes with the requests of an api page, and not with the types that it mentions", () => {
  const { document } = read(apiPage(["|name|String|x|"]), "api-reference/beta/api/thing-create.md");
  expect(document.requests.map(({ link }) => link)).toEqual([
    "https://learn.microsoft.com/en-us/graph/api/thing-create?view=graph-rest-beta",
  ]);
  expect(document.types.flatMap(linksOf)).toEqual([]);
  expect(document.types).not.toEqual([]);
});

it("goes with the type of a resource page", () => {
  const text =
    "# thing resource type\n\nNamespace: microsoft.graph\n\nA thing.\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|name|String|x|\n";
  const { document } = read(text, "api-reference/v1.0/resources/thing.md");
  expect(document.types.map(linksOf)).toEqual([
    ["https://learn.microsoft.com/en-us/graph/api/resources/thing?view=graph-rest-1.0"],
  ]);
  expect(document.types[0]?.annotations?.at(-1)).toMatchObject({
    term: "Org.OData.Core.V1.Links",
    value: { items: [{ properties: [{ name: "rel", value: { value: "describedby" } }, { name: "href" }] }] },
  });
  expect(read(text).document.types.map(linksOf)).toEqual([[]]);
});
