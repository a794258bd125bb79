import { expect, it } from "vitest";
import { modelOf } from "../support/model.js";

function page(name: string, root: string): string {
  return `# Get ${name}

Namespace: n

## HTTP request
\`\`\`http
GET /${name}s/{id}
\`\`\`

## Response
If successful, this method returns a \`200 OK\` response code.

## Example
\`\`\`http
GET ${root}/${name}s/1
\`\`\`
`;
}

it("the service root is the one that most examples show, whatever page comes first", () => {
  const often = "https://often.test/v1";
  const rarely = "https://rarely.test/v1";
  const { model } = modelOf({
    "a.md": page("apple", rarely),
    "b.md": page("bean", often),
    "c.md": page("corn", often),
  });
  expect(model.serviceRoot).toBe(often);
});
