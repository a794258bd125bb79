import { expect, it } from "vitest";
import { modelOf } from "../support/model.js";

const type =
  "# thing resource type\n\nNamespace: microsoft.graph\n\n## Properties\n|Property|Type|\n|:--|:--|\n|a|String|\n";
const request = (version: string) =>
  `# List things\n\nNamespace: microsoft.graph\n\n## HTTP request\n\`\`\`http\nGET /things\n\`\`\`\n\n## Example\n\n### Request\n\`\`\`http\nGET https://graph.microsoft.com/${version}/things\n\`\`\`\n`;

function mixed(texts: Readonly<Record<string, string>>): readonly string[] {
  return modelOf(texts).said.filter((line) => line.includes("pages-of-two-versions"));
}

it("pages of two versions are told from their folders, once", () => {
  const [line, ...others] = mixed({
    "docs/v1.0/resources/b.md": type,
    "docs/v1.0/resources/c.md": type,
    "docs/beta/resources/z.md": type,
    "docs/beta/resources/a.md": type,
  });
  expect(line).toContain(
    "Pages of beta (docs/beta/resources/a.md) and of v1.0 (docs/v1.0/resources/b.md) are read as one service",
  );
  expect(others).toEqual([]);
});

it("or from the URLs of their examples", () => {
  expect(mixed({ "a.md": request("beta"), "b.md": request("v1.0") })).toHaveLength(1);
  expect(mixed({ "a.md": request("beta"), "b.md": request("beta"), "c.md": type })).toEqual([]);
  expect(mixed({ "v1.0/a.md": request("v1.0"), "v1.0/b.md": request("beta") })).toEqual([]);
});
