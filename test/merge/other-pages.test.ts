import { expect, it } from "vitest";
import { modelOf } from "../support/model.js";

function page(title: string, lines: readonly string[], tables: string): string {
  return `# ${title}\n\nNamespace: microsoft.graph\n\n## Permissions\n\n${tables}\n\n## HTTP request\n\`\`\`http\n${lines.join("\n")}\n\`\`\`\n`;
}

const table = (scope: string) =>
  `|Permission type|Permissions|\n|:---|:---|\n|Delegated (work or school account)|${scope}|\n|Application|Not supported.|`;

const texts = {
  "thing-update.md": page("Update thing", ["PATCH /things/{id}"], table("Things.ReadWrite")),
  "tag-post.md": page(
    "Create tag",
    ["PATCH /things/{id}", "PATCH /boxes/{id}"],
    `### Thing\n\n${table("Tags.ReadWrite")}\n\n### Box\n\n${table("Boxes.ReadWrite")}`,
  ),
};

it("a request has the permissions of the page about it, and beside them those of others for what it addresses", () => {
  const { model } = modelOf(texts);
  const request = model.requests.find(({ template }) => template === "/things/{id}");
  const shown = { title: request?.title, permissions: request?.permissions, also: request?.alsoDocumentedBy };
  expect(shown).toMatchObject({
    title: "Update thing",
    permissions: [{ scheme: "delegatedWork", alternatives: [["Things.ReadWrite"]] }, { alternatives: [] }],
    also: [{ title: "Create tag", permissions: [{ scheme: "delegatedWork", alternatives: [["Tags.ReadWrite"]] }, {}] }],
  });
  expect(shown.also?.[0]?.permissions?.every(({ when }) => when === undefined)).toBe(true);
});

it("a page about several resources gives the cases of all to a request that it alone documents", () => {
  const { model } = modelOf(texts);
  const request = model.requests.find(({ template }) => template === "/boxes/{id}");
  expect(request?.permissions?.map(({ when }) => when)).toEqual(["Thing", "Thing", "Box", "Box"]);
});
