/** What pages and links say, as it stands in the documentation comments of the output. */
import { describe, expect, it } from "vitest";
import { generateTo } from "../support/generate.js";
import { contentOf, temporaryFolder } from "../support/temporary-folder.js";
import { csdl } from "../vocabularies/service.js";

async function outputOf(files: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const folder = temporaryFolder();
  await generateTo(folder, [temporaryFolder(files)], { runtime: "package" });
  return contentOf(folder);
}

/** The comment right before a line of the output. */
function commentBefore(text: string | undefined, line: string): readonly string[] {
  const [before = ""] = (text ?? "").split(`\n${line}`, 1);
  const comment = before.slice(before.lastIndexOf("/**"));
  return comment.split("\n").map((part) => part.trim());
}

function page(title: string, lines: string, permissions: string): string {
  return `# ${title}\n\nNamespace: microsoft.graph\n\nReads a lamp.\n\n## Permissions\n${permissions}\n\n## HTTP request\n\`\`\`http\n${lines}\n\`\`\`\n\n## Response\nIf successful, this method returns a \`200 OK\` response code and a [lamp](../resources/lamp.md) object in the response body.\n`;
}

const ORDERED =
  "|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n|Delegated (work or school account)|Lamp.Read, Lamp.ReadWrite|\n|Delegated (personal Microsoft account)|Not supported.|\n|Application|Lamp.Read.All|";

const RESOURCE =
  "# lamp resource type\n\nNamespace: microsoft.graph\n\nShines.\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|The key.|\n";

describe("a request that pages document", () => {
  it("has description, paths, permissions and the address of the page, each once", async () => {
    const files = await outputOf({
      "api-reference/v1.0/api/lamp-get.md": page("Get lamp", "GET /lamps/{id}\nGET /houses/{id}/lamps/{id}", ORDERED),
      "api-reference/v1.0/resources/lamp.md": RESOURCE,
    });
    expect(commentBefore(files["client.ts"], "  get: Get<LampEntity>")).toEqual([
      "/**",
      "* Reads a lamp.",
      "*",
      "* `GET /houses/{id}/lamps/{id}`, `GET /lamps/{id}`",
      "*",
      "* Permissions, from least to most privileged:",
      "* - Delegated (work or school account): Lamp.Read, Lamp.ReadWrite",
      "* - Delegated (personal Microsoft account): not supported",
      "* - Application: Lamp.Read.All",
      "*",
      "* @see {@link https://learn.microsoft.com/en-us/graph/api/lamp-get?view=graph-rest-1.0}",
      "*/",
    ]);
    expect(commentBefore(files["types.ts"], "export interface Lamp ")).toEqual([
      "/**",
      "* Shines.",
      "*",
      "* @see {@link https://learn.microsoft.com/en-us/graph/api/resources/lamp?view=graph-rest-1.0}",
      "*/",
    ]);
  });

  it("has no order of permissions where its page gives none", async () => {
    const files = await outputOf({
      "lamp-get.md": page("Get lamp", "GET /lamps/{id}", ORDERED.replace(" (from least to most privileged)", "")),
      "lamp.md": RESOURCE,
    });
    expect(files["client.ts"]).toContain("Permissions, any one of each line:");
    expect(files["client.ts"]).not.toContain("least to most");
    expect(files["client.ts"]).not.toContain("@see");
  });
});

describe("requests to one type by many ways", () => {
  it("are told in short", async () => {
    const names = ["a", "b", "c", "d", "e"];
    const pages = names.map((name) => [
      `lamp-get-${name}.md`,
      page("Get lamp", `GET /${name}/{id}`, ORDERED).replace("Reads a lamp.", `Reads ${name}.`),
    ]);
    const files = await outputOf({ ...Object.fromEntries(pages), "lamp.md": RESOURCE });
    expect(commentBefore(files["client.ts"], "  get: Get<LampEntity>")).toEqual([
      "/**",
      "* What it does, and the permissions it takes, depend on the path:",
      ...names.map((name) => `* - \`GET /${name}/{id}\`: Reads ${name}.`),
      "*/",
    ]);
  });
});

describe("a link of CSDL", () => {
  const linked = (href: string) =>
    csdl(
      `<ComplexType Name="Shape"><Annotation Term="Core.Links"><Collection><Record><PropertyValue Property="rel" String="help"/><PropertyValue Property="href" String="${href}"/></Record></Collection></Annotation></ComplexType>`,
    );

  it("is where to read on", async () => {
    const files = await outputOf({ "a.xml": linked("https://example.org/shape?a=1#b") });
    expect(commentBefore(files["types.ts"], "export interface Shape ")).toEqual([
      "/**",
      "* @see {@link https://example.org/shape?a=1#b}",
      "*/",
    ]);
  });

  it.each(["http://example.org/", "javascript:alert(1)", "https://user:word@example.org/", "/shape", "https://"])(
    "is left out where it is no safe address: %s",
    async (href) => {
      expect((await outputOf({ "a.xml": linked(href) }))["types.ts"]).not.toContain("@see");
    },
  );

  it("stays a link, whatever it holds", async () => {
    const files = await outputOf({ "a.xml": linked("https://example.org/*/}&#x202E;{@x} globalThis.y=1 /*") });
    expect(files["types.ts"]).toContain(
      "@see {@link https://example.org/%2A/%7D%E2%80%AE%7B%40x%7D%20globalThis.y=1%20/%2A}\n",
    );
  });
});
