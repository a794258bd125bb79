import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { lowerFirst } from "../../src/naming/letter-case.js";
import { ownFolder } from "../enrollment/inputs.js";
import { scan } from "../support/code-scan.js";
import { compile, compilers } from "../support/compile.js";
import { generateTo, installRuntime } from "../support/generate.js";
import { fill, temporaryFolder } from "../support/temporary-folder.js";

type Vectors = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Schemas = Readonly<Record<string, { readonly validate: (value: unknown) => unknown }>>;

const everything = ["types", "validators", "client", "examples"] as const;

/** What is generated from a folder, and its examples and schemas as they run. */
async function outputOf(
  inputs: readonly string[],
  options: Parameters<typeof generateTo>[2] = {},
): Promise<{
  readonly folder: string;
  readonly said: readonly string[];
  readonly text: string;
  readonly vectors: Vectors;
  readonly schemas: Schemas;
}> {
  const folder = temporaryFolder({ "package.json": '{ "type": "module" }' });
  installRuntime(folder);
  const request = { emit: everything, runtime: "package", ...options } as const;
  const said = await generateTo(join(folder, "ts"), inputs, request);
  await generateTo(join(folder, "js"), inputs, { ...request, emitFormat: "js" });
  const load = (file: string): Promise<unknown> => import(pathToFileURL(join(folder, "js", file)).href);
  return {
    folder: join(folder, "ts"),
    said,
    text: readFileSync(join(folder, "ts/examples.ts"), "utf8"),
    vectors: { ...((await load("examples.js")) as Vectors) },
    schemas: (await load("validators.js")) as Schemas,
  };
}

/** A page on a thing that is posted, with these bodies, rows and this title. */
function page(request: string, { title = "Create thing", rows = "|name|String|x|", response = request } = {}): string {
  return [
    `# ${title}`,
    "Namespace: microsoft.graph",
    "## HTTP request\n```http\nPOST /things\n```",
    "## Request body\nSupply a JSON representation of the [thing](thing.md) object.",
    `|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Key.|\n${rows}`,
    "## Response\nReturns a `201 Created` response code and a [thing](thing.md) object in the response body.",
    `## Example\n\`\`\`http\nPOST /things\n\n${request}\n\`\`\``,
    `\`\`\`http\nHTTP/1.1 201 Created\n\n${response}\n\`\`\``,
  ].join("\n\n");
}

function inputOf(...pages: readonly string[]): readonly string[] {
  const folder = temporaryFolder(Object.fromEntries(pages.map((text, index) => [`${index}.md`, text])));
  return [folder];
}

/** They can be given to the client, and read as what they are. */
const USE = `import { createClient, type ImportedDeviceIdentity } from "./index.js";
import { createImportedDeviceIdentity, importedDeviceIdentityImportDeviceIdentityList as list, updateImportedDeviceIdentity } from "./examples.js";

const { importedDeviceIdentities } = createClient({ credential: () => "token" }).deviceManagement;
await importedDeviceIdentities.post(createImportedDeviceIdentity.request);
await importedDeviceIdentities.byId("1").patch(updateImportedDeviceIdentity.request);
await importedDeviceIdentities.importDeviceIdentityList.post(list.request);
export const read: readonly ImportedDeviceIdentity[] = [createImportedDeviceIdentity.response, ...list.response.value];
`;

describe("the examples of our own service", () => {
  it("compile with every compiler, and the schemas of their types accept them", async () => {
    const { folder, text, vectors, schemas } = await outputOf([ownFolder]);
    fill(folder, { "use.ts": USE });
    for (const compiler of compilers) expect(compile(folder, compiler)).toBe("");
    let checked = 0;
    for (const [, name = "", sides = ""] of text.matchAll(/^export const (\w+): \{\n([^}]*)\} = \{$/gm)) {
      for (const [, side = "", type = ""] of sides.matchAll(/readonly (\w+): edm\.(?:Sent)?Example<(.*)>;/g)) {
        const [, items, one] = /^(?:edm\.Collection<types\.(\w+)>|(?:types|writes)\.(\w+))$/.exec(type) ?? [];
        const schema = schemas[`${lowerFirst(one ?? `${items}CollectionResponse`)}Schema`];
        const value = vectors[name]?.[side];
        expect(schema?.validate(value), `${name} ${side}`).toEqual({ ok: true, value });
        checked++;
      }
    }
    expect(checked).toBe(10);
  });

  it("are called after operations and the titles of their own pages", async () => {
    const { vectors } = await outputOf([ownFolder]);
    expect(Object.keys(vectors).toSorted()).toEqual([
      "createImportedDeviceIdentity",
      "createImportedDeviceIdentityResult",
      "createImportedWindowsAutopilotDeviceIdentity",
      "importedDeviceIdentityImportDeviceIdentityList",
      "updateImportedDeviceIdentity",
    ]);
  });

  it("are those of what is selected", async () => {
    const { vectors } = await outputOf([ownFolder], {
      include: ["/deviceManagement/importedWindowsAutopilotDeviceIdentities"],
    });
    expect(Object.keys(vectors)).toEqual(["createImportedWindowsAutopilotDeviceIdentity"]);
  });
});

describe("an example", () => {
  it("is kept as it is, whatever its text says", async () => {
    const name = '*/ globalThis.PWNED = 1; /* ` ${globalThis.PWNED = 1} </script> \u2028 "';
    const body = `{ "id": "1", "name": ${JSON.stringify(name)}, "__proto__@a.b": { "__proto__": { "constructor": -0 } }, "x@a.b": [1e21, 0.1, -0.0, []] }`;
    const { folder, text, vectors, said } = await outputOf(inputOf(page(body, { title: `Import */ PWNED\`` })));
    expect(said.filter((line) => line.includes("example-"))).toEqual([]);
    expect(scan("examples.ts", text)).toEqual([]);
    expect(compile(folder, "typescript-7.0")).toBe("");
    const wanted: unknown = JSON.parse(body);
    expect(vectors).toEqual({ importPWNED: { request: wanted, response: wanted } });
    expect(JSON.stringify(vectors)).toBe(
      `{"importPWNED":{"request":${JSON.stringify(wanted)},"response":${JSON.stringify(wanted)}}}`,
    );
    expect(text).toContain("      -0,\n      []");
  });

  it("is left out with its place where it is not of its type, and the other side stays", async () => {
    const { vectors, said } = await outputOf(
      inputOf(page('{\n"name": 1, "other": 2 }', { response: '{ "id": "1" }' })),
    );
    expect(said.filter((line) => line.includes("example-")).map((line) => line.replace(/^.*?0\.md/, "0.md"))).toEqual([
      "0.md:26:2 - warning example-unsound: This example is omitted: name must be a string; correct the example or the declaration.",
    ]);
    expect(vectors).toEqual({ createThing: { response: { id: "1" } } });
  });

  it("has a name of its own, which is no reserved word", async () => {
    const first = page('{ "id": "1" }', { title: "Delete" });
    const { vectors, folder } = await outputOf(inputOf(first, first.replaceAll('"1"', '"2"')));
    expect(Object.keys(vectors).toSorted()).toEqual(["delete2", "delete_"]);
    expect(compile(folder, "typescript-7.0")).toBe("");
  });

  it("is nothing where pages show none", async () => {
    const bare = page("{}").replace(/## Example[^]*/, "");
    const { text } = await outputOf(inputOf(bare));
    expect(text.split("\n").slice(1)).toEqual(["export {};", ""]);
  });
});
