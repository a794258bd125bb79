/** What pages say of the body of a create request, as `TCreate` has it. */
import { describe, expect, it } from "vitest";
import { generateTo } from "../support/generate.js";
import { contentOf, temporaryFolder } from "../support/temporary-folder.js";

interface Said {
  readonly rows: readonly string[];
  readonly header?: string;
  readonly path?: string;
  readonly intro?: string;
}

function createPage({ rows, header = "|Property|Type|Description|", path = "/lamps", intro = "" }: Said): string {
  const line = header.replace(/[^|]+/g, ":---");
  return `# Create lamp\n\nNamespace: microsoft.graph\n\n## HTTP request\n\`\`\`http\nPOST ${path}\n\`\`\`\n\n## Request body\nIn the request body, supply a JSON representation of the [lamp](../resources/lamp.md) object.\n\n${intro}\n\n${header}\n${line}\n${rows.join("\n")}\n\n## Response\nIf successful, this method returns a \`201 Created\` response code and a [lamp](../resources/lamp.md) object in the response body.\n`;
}

const EXAMPLE =
  '\n## Example\n\n### Request\n```http\nPOST https://graph.microsoft.com/v1.0/lamps\n\n{ "@odata.type": "#microsoft.graph.lamp", "name": "a" }\n```\n\n### Response\n```http\nHTTP/1.1 201 Created\n\n{ "@odata.type": "#microsoft.graph.lamp", "id": "1", "name": "a", "madeAt": 5 }\n```\n';

/** The names that have to be given to create a lamp. */
async function requiredBy(...pages: readonly string[]): Promise<readonly string[]> {
  const files = Object.fromEntries(pages.map((text, index) => [`lamp-create-${index}.md`, text]));
  const folder = temporaryFolder();
  await generateTo(folder, [temporaryFolder(files)], { emit: ["types"], runtime: "package" });
  return requiredIn(contentOf(folder)["writes.ts"] ?? "");
}

function requiredIn(writes: string): readonly string[] {
  const shape = /^export (?:type LampCreate = .*;|interface LampCreate [^{]*\{[^}]*\})$/m.exec(writes)?.[0];
  if (shape === undefined) throw new Error("There is no shape of what is created.");
  return [...shape.matchAll(/^ {2}(\w+): /gm)].flatMap(([, name]) => name ?? []);
}

describe("what has to be given on create", () => {
  it.each([
    ["a word after the description", "|name|String|What it is called. Required.|"],
    ["before it", "|name|String|Required. What it is called.|"],
    ["in parentheses", "|name|String|What it is called (Required).|"],
    ["in bold", "|name|String|What it is called. **Required**|"],
  ])("is told by %s", async (_, row) => {
    expect(await requiredBy(createPage({ rows: [row, "|hue|Int32|Optional. Its hue.|"] }))).toEqual(["name"]);
  });

  it("is told by a column", async () => {
    const header = "|Property|Type|Required|Description|";
    const rows = ["|name|String|Yes|What it is called.|", "|hue|Int32|No|Its hue.|"];
    expect(await requiredBy(createPage({ rows, header }))).toEqual(["name"]);
  });

  it.each([
    ["a sentence above the table", "|name|String|What it is called.|", "The following properties are required."],
    ["a format", '|name|String|What it is called. Required format: "a/b".|', ""],
    ["what is said of something else", "|name|String|Whether a password is required.|", ""],
  ])("is not told by %s", async (_, row, intro) => {
    expect(await requiredBy(createPage({ rows: [row], intro }))).toEqual([]);
  });

  it("is what all pages of the request require", async () => {
    const rows = ["|name|String|Required.|", "|hue|Int32|Required.|"];
    const other = createPage({ rows: ["|name|String|Required.|", "|hue|Int32|Its hue.|"] });
    expect(await requiredBy(createPage({ rows }), other)).toEqual(["name"]);
  });

  it("is what all places of the type require", async () => {
    const rows = ["|name|String|Required.|"];
    const elsewhere = createPage({ rows: ["|name|String|Its name.|"], path: "/stores" });
    expect(await requiredBy(createPage({ rows }), elsewhere)).toEqual([]);
  });
});

describe("what the service sets", () => {
  it("is what only the response shows: it may be given, and need not be", async () => {
    const page = createPage({ rows: ["|name|String|Required.|"] }) + EXAMPLE;
    const folder = temporaryFolder();
    await generateTo(folder, [temporaryFolder({ "lamp-create.md": page })], { emit: ["types"], runtime: "package" });
    const { "types.ts": types = "", "writes.ts": writes = "" } = contentOf(folder);
    expect(requiredIn(writes)).toEqual(["name"]);
    expect(types).toMatch(/\/\*\* Set by the service when left out\. \*\/\n {2}madeAt\?: number \| null;/);
  });
});
