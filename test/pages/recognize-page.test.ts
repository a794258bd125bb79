import { describe, expect, it } from "vitest";
import { isPage } from "../../src/pages/recognize-page.js";

describe("isPage", () => {
  it.each([
    ["front matter of the dialect", '---\ntitle: "x"\nms.localizationpriority: medium\n---\n\n# user resource type\n'],
    [
      "front matter over a page without heading",
      '---\ntitle: "x"\ndoc_type: resourcePageType\n---\n\nNamespace: microsoft.graph\n',
    ],
    ["a title and two sections of the dialect", "# Create user\n\n## Permissions\n\n## HTTP request\n"],
    [
      "a title, a namespace and one section",
      "\ufeff# user resource type\r\n\r\nNamespace: microsoft.graph\r\n\r\n## Properties\r\n",
    ],
    ["a rendered api page", "Create user\n\nPermissions\n\nx\n\nHTTP request\n\nPOST /users\n\nResponse\n"],
    ["a rendered enum page", "platform enum type\n\nNamespace: microsoft.graph\n\nMembers\n\nMember\nios\n"],
  ])("takes %s", (_, text) => expect(isPage(text)).toBe(true));

  it.each([
    "Permissions",
    "Prerequisites",
    "HTTP request",
    "HTTP requests",
    "Request headers",
    "Optional request headers",
    "Request body",
    "Response",
    "Example",
    "Examples",
    "Request",
    "Properties",
    "Relationships",
    "Methods",
    "JSON representation",
    "Members",
    "Function parameters",
    "Optional query parameters",
    "Query parameters",
    "Path parameters",
    "See also",
    "Related content",
    "Derived types",
    "Remarks",
    "Example 2",
    "status values",
  ])("knows the heading %s", (heading) => {
    expect(isPage(`# user overview\n\nNamespace: microsoft.graph\n\n## ${heading}\n`)).toBe(true);
    expect(isPage(`# user overview\n\nNamespace: microsoft.graph\n\n## ${heading} of others\n`)).toBe(false);
  });

  it.each([
    ["nothing", ""],
    ["CSDL XML", '<?xml version="1.0"?><edmx:Edmx/>'],
    ["CSDL JSON", '{ "$Version": "4.01" }'],
    ["any other markdown", "# odata\n\n## Install\n\n## Usage\n"],
    [
      "a file that pages include",
      "---\nms.topic: include\nms.localizationpriority: medium\n---\n\n|Permission type|Permissions|\n|:---|:---|\n",
    ],
    ["prose that speaks of permissions", "Some notes\n\nPermissions are hard.\n\nSo is a response.\n"],
  ])("leaves %s", (_, text) => expect(isPage(text)).toBe(false));
});
