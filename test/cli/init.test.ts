import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { contentOf, temporaryFolder } from "../support/temporary-folder.js";
import { textServer } from "../support/text-server.js";
import { runCli } from "./run-cli.js";

const people = (
  namespace = "People",
  children = "",
) => `<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0"><edmx:DataServices>
<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="${namespace}">
<EntityType Name="Person"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/>
<Property Name="photo" Type="Edm.Stream"/><Property Name="name" Type="Edm.String"/></EntityType>
<EntityContainer Name="Service">${children}<EntitySet Name="People" EntityType="${namespace}.Person"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;

const part = `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="Shared"><ComplexType Name="Address"/></Schema>`;

const page = `# lamp resource type

Namespace: microsoft.graph.home

## Properties

| Property | Type | Description |
|:--|:--|:--|
| id | String | The key. |
`;

const list = `# List lamps

Namespace: microsoft.graph.home

## HTTP request

\`\`\`http
GET /home/lamps
\`\`\`

## Response

If successful, this method returns a \`200 OK\` response code and a collection of [lamp](lamp.md) objects in the response body.
`;

const config = (folder: string) =>
  JSON.parse(readFileSync(join(folder, "odata-codegen.config.json"), "utf8")) as unknown;

const namesOf = (folder: string) => Object.keys(contentOf(folder)).sort();

describe("init", () => {
  it("sets up what lies in a folder, and says every file that it wrote", async () => {
    const folder = temporaryFolder({ "schemas/people.xml": people(), "package.json": '{\n\t"name": "x"\n}\n' });
    const { code, stderr } = await runCli(folder, ["init", "--yes"]);
    expect({ code, stderr }).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "Found schemas/people.xml: CSDL of OData 4.0
      ✔ people  1 type → src/people (13 files, 13 changed, 0 ms)
      ✔ wrote odata-codegen.config.json
      ✔ added to package.json
      ✔ wrote .gitattributes
      ✔ wrote src/example.ts
      Next:
        npm install --save-dev odata-codegen typescript  what the project lacks
        src/example.ts                                   a first call; fill in the root of the service
        npm run generate                                 after every change of the metadata or the config file
        npm run generate:check                           in CI, to fail if the output is out of date
      ",
      }
    `);
    expect(config(folder)).toEqual({
      $schema: "./node_modules/odata-codegen/config.schema.json",
      services: { people: { input: "schemas/people.xml", output: "src/people" } },
    });
    expect(readFileSync(join(folder, "package.json"), "utf8")).toBe(
      '{\n\t"name": "x",\n\t"scripts": {\n\t\t"generate": "odata-codegen generate",\n\t\t"generate:check": "odata-codegen generate --check"\n\t}\n}\n',
    );
    expect(readFileSync(join(folder, ".gitattributes"), "utf8")).toBe(
      "src/people/** linguist-generated=true text eol=lf\n",
    );
    expect(readFileSync(join(folder, "src/example.ts"), "utf8")).toMatchInlineSnapshot(`
      "// A first call of people. This file is yours: it is written once.
      import { createClient } from "./people/index.js";

      const client = createClient({
        // The root of the service, which its paths follow.
        baseUrl: "https://example.com/service",
      });

      async function readPeople() {
        const page = await client.People.get({ select: ["id", "name"], top: 5 });
        return page.value;
      }

      void readPeople().then((rows) => console.log(rows));
      "
    `);
    expect((await runCli(folder, ["generate", "--check"])).code).toBe(0);
  });

  it("changes nothing the second time", async () => {
    const folder = temporaryFolder({ "schemas/people.xml": people(), "package.json": "{}" });
    await runCli(folder, ["init"]);
    const before = contentOf(folder);
    const { code, stderr } = await runCli(folder, ["init"]);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: "Nothing to add: the config file has all inputs that lie here.\n",
    });
    expect(contentOf(folder)).toEqual(before);
  });

  it("adds a service to a config file in JSON, and keeps its comments", async () => {
    const existing =
      '{\n  // Ours.\n  "services": {\n    "a": { "input": "a.xml", "output": "src/a" }, // first\n  }\n}\n';
    const folder = temporaryFolder({
      "a.xml": people("A"),
      "b.xml": people("B"),
      "odata-codegen.config.json": existing,
      ".gitattributes": "*.png binary",
    });
    expect((await runCli(folder, ["init"])).code).toBe(0);
    expect(readFileSync(join(folder, "odata-codegen.config.json"), "utf8")).toMatchInlineSnapshot(`
      "{
        // Ours.
        "services": {
          "a": { "input": "a.xml", "output": "src/a" }, // first
          "b": {
            "input": "b.xml",
            "output": "src/b"
          },
        }
      }
      "
    `);
    expect(readFileSync(join(folder, ".gitattributes"), "utf8")).toBe(
      "*.png binary\nsrc/b/** linguist-generated=true text eol=lf\n",
    );
  });

  it("says what to add to a config file that is code, and writes nothing", async () => {
    const folder = temporaryFolder({
      "b.xml": people("B"),
      "odata-codegen.config.mjs": 'export default { services: { a: { input: "a.xml", output: "src/a" } } };',
    });
    const before = contentOf(folder);
    const { code, stderr } = await runCli(folder, ["init", "b.xml"]);
    expect({ code, stderr }).toMatchInlineSnapshot(`
      {
        "code": 1,
        "stderr": "odata-codegen.config.mjs - error init-config-is-code: The config file "odata-codegen.config.mjs" is code, which init does not change; add "b":{"input":"b.xml","output":"src/b"} to its services.
      1 error
      ",
      }
    `);
    expect(contentOf(folder)).toEqual(before);
  });

  it("sets up each of several services, and leaves parts to those that refer to them", async () => {
    const folder = temporaryFolder({
      "api/one.xml": people("One"),
      "api/two.xml": people("Two"),
      "api/part.xml": part,
    });
    const { code, stderr } = await runCli(folder, ["init"]);
    expect({ code, found: stderr.split("\n").filter((line) => line.startsWith("Found")) }).toEqual({
      code: 0,
      found: ["Found api/one.xml: CSDL of OData 4.0", "Found api/two.xml: CSDL of OData 4.0"],
    });
    expect(config(folder)).toMatchObject({ services: { one: { output: "src/one" }, two: { output: "src/two" } } });
  });

  it("takes pages and CSDL of a folder as one service", async () => {
    const folder = temporaryFolder({
      "graph.xml": people("microsoft.graph"),
      "docs/lamp.md": page,
      "README.md": "# x",
    });
    expect((await runCli(folder, ["init"])).code).toBe(0);
    expect(config(folder)).toMatchObject({ services: { graph: { input: ["graph.xml", "docs"] } } });
    expect(readFileSync(join(folder, "src/example.ts"), "utf8")).toContain('credential: () => "<token>"');
  });

  it.each([
    ["of another namespace", people(), page],
    [
      "beside CSDL of OData 2.0",
      readFileSync(fileURLToPath(new URL("../golden/sap-gateway/input.xml", import.meta.url)), "utf8"),
      list.replace("Namespace: microsoft.graph.home\n", ""),
    ],
  ])("takes pages %s as a service of their own", async (_, csdl, text) => {
    const folder = temporaryFolder({ "schemas/people.xml": csdl, "docs/lamp.md": text });
    expect((await runCli(folder, ["init"])).code).toBe(0);
    expect(config(folder)).toMatchObject({
      services: { people: { input: "schemas/people.xml" }, graph: { input: "docs" } },
    });
  });

  it.each(['{ "name": "x", broken', "[1]", '{ "scripts": [] }'])(
    "leaves a package.json %s as it is, and says so",
    async (text) => {
      const folder = temporaryFolder({ "people.xml": people(), "package.json": text });
      const { code, stderr } = await runCli(folder, ["init"]);
      expect({ code, text: readFileSync(join(folder, "package.json"), "utf8") }).toEqual({ code: 0, text });
      expect(stderr).toContain("package.json was left as it is");
      expect(stderr).toContain("npx odata-codegen generate ");
      expect(stderr).not.toContain("added to package.json");
    },
  );

  it("ends with an error, and leaves nothing, where a file has the name of the folder of sources", async () => {
    const folder = temporaryFolder({ "people.xml": people(), src: "x" });
    const { code, stderr } = await runCli(folder, ["init"]);
    expect({ code, names: namesOf(folder) }).toEqual({ code: 1, names: ["people.xml", "src"] });
    expect(stderr).toContain("error output-in-the-way");
    expect(stderr).not.toContain("internal error");
  });

  it("takes another folder where a file has the name of the output", async () => {
    const folder = temporaryFolder({ "people.xml": people(), "src/people": "x" });
    expect((await runCli(folder, ["init"])).code).toBe(0);
    expect(config(folder)).toMatchObject({ services: { people: { output: expect.stringMatching(/^src\/people.+/) } } });
    expect(readFileSync(join(folder, "src/people"), "utf8")).toBe("x");
  });

  it("takes pages alone, and calls what they document", async () => {
    const folder = temporaryFolder({ "lamp.md": page, "lamp-list.md": list });
    expect((await runCli(folder, ["init"])).code).toBe(0);
    expect(config(folder)).toMatchObject({ services: { graph: { input: "*.md", output: "src/graph" } } });
    expect(readFileSync(join(folder, "src/example.ts"), "utf8")).toContain("client.home.lamps.get({ select:");
  });

  it("finds nothing in an empty folder, and writes nothing", async () => {
    const folder = temporaryFolder({ "package.json": '{ "name": "x" }', "tsconfig.json": "{}" });
    const { code, stderr } = await runCli(folder, ["init"]);
    expect({ code, stderr }).toMatchInlineSnapshot(`
      {
        "code": 1,
        "stderr": ". - error init-nothing-found: There is neither CSDL nor a reference page here; name a URL, file or folder (odata-codegen init https://host/service).
      1 error
      ",
      }
    `);
    expect(namesOf(folder)).toEqual(["package.json", "tsconfig.json"]);
  });

  it("writes nothing if an input has an error", async () => {
    const folder = temporaryFolder({ "people.xml": people().replace("</Schema>", ""), "package.json": "{}" });
    const before = contentOf(folder);
    const { code, stderr } = await runCli(folder, ["init"]);
    expect(code).toBe(1);
    expect(stderr).toContain("xml-malformed");
    expect(contentOf(folder)).toEqual(before);
  });

  it("removes what it wrote if the output cannot be written", async () => {
    const folder = temporaryFolder({ "people.xml": people(), "package.json": "{}", "lib/types.ts": "mine" });
    const before = contentOf(folder);
    const { code, stderr } = await runCli(folder, ["init", "--output", "lib"]);
    expect(code).toBe(1);
    expect(stderr).toContain("output-not-ours");
    expect(stderr).toContain("Nothing was written");
    expect(contentOf(folder)).toEqual(before);
  });

  it("leaves files and scripts of others alone", async () => {
    const folder = temporaryFolder({
      "people.xml": people(),
      "package.json": '{ "scripts": { "generate": "prisma generate" } }',
      "src/example.ts": "mine",
      "src/people/index.ts": "mine too",
    });
    const { code, stderr } = await runCli(folder, ["init"]);
    expect(code).toBe(0);
    expect(stderr).toContain('package.json has a script "generate" of its own; add odata-codegen to it.');
    expect(config(folder)).toMatchObject({ services: { people: { output: "src/people-odata" } } });
    expect(readFileSync(join(folder, "src/example.ts"), "utf8")).toBe("mine");
    expect(existsSync(join(folder, "src/people-example.ts"))).toBe(true);
  });

  it.each([
    [{ moduleResolution: "bundler" }, "none"],
    [{ module: "nodenext" }, undefined],
    [{ module: "NodeNext", rewriteRelativeImportExtensions: true }, "ts"],
    [{ moduleResolution: "bundler", allowImportingTsExtensions: true }, "none"],
    [{}, undefined],
  ])("with the compiler options %o imports end in %s", async (compilerOptions, importExtension) => {
    const folder = temporaryFolder({
      "people.xml": people(),
      "tsconfig.json": '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }',
      "tsconfig.app.json": '{ "extends": "./base.json", "include": ["app"] }',
      "base.json": JSON.stringify({ compilerOptions }),
      "app/main.ts": "",
    });
    expect((await runCli(folder, ["init", "--emit", "types"])).code).toBe(0);
    const people_ = { input: "people.xml", output: "app/people", emit: ["types"] };
    expect(config(folder)).toMatchObject({
      services: { people: { ...people_, ...(importExtension !== undefined && { importExtension }) } },
    });
    expect(existsSync(join(folder, "app/example.ts"))).toBe(false);
  });
});

describe("init with a URL", () => {
  it("keeps a copy, and gives the client its root", async () => {
    const { root: server } = await textServer(people());
    const folder = temporaryFolder();
    const { code } = await runCli(folder, ["init", `${server}/odata/v4/people/`]);
    expect(code).toBe(0);
    expect(config(folder)).toMatchObject({
      services: { people: { input: `${server}/odata/v4/people/$metadata`, output: "src/people" } },
    });
    expect(Object.keys(contentOf(folder))).toContain("schemas/people.xml");
    expect(readFileSync(join(folder, "src/example.ts"), "utf8")).toContain("createClient();");
  });
});
