import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { lampFiles, lampPages } from "./lamp-inputs.js";
import { runCli } from "./run-cli.js";

async function explained(
  args: readonly string[],
  files: Readonly<Record<string, string>> = lampFiles,
): Promise<readonly string[]> {
  const { code, stdout, stderr } = await runCli(temporaryFolder(files), ["explain", ...args, "--quiet"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.endsWith("\n")).toBe(true);
  return stdout.trimEnd().split("\n");
}

describe("explain an enum", () => {
  it("prints every member with its places, and whose list stands", async () => {
    expect(await explained(["contoso.home.lampMode", "pages"])).toEqual([
      "contoso.home.lampMode  EnumType",
      "  off       lamp-create.md:32:81  api page, inline list, 2025-03-01",
      "            lamp-update.md:32:81  agrees",
      "  on        lamp-create.md:32:88  api page, inline list, 2025-03-01",
      "            lamp-update.md:32:88  agrees",
      "  blinking  lamp-create.md:32:94  api page, inline list, 2025-03-01",
      "  members and order from lamp-create.md; lamp-update.md lists 2 of these 3",
    ]);
  });

  it("shows numbers where a source gives them, and members that only others have", async () => {
    expect(await explained(["lampMode", "pages", "lamps.xml"])).toEqual([
      "contoso.home.lampMode  EnumType",
      "  off  0  lamps.xml:6:9  CSDL",
      "      lamp-create.md:32:81  agrees, api page, inline list      lamp-update.md:32:81  agrees, api page, inline list",
      "  on   5  lamps.xml:7:9  CSDL",
      "      lamp-create.md:32:88  agrees, api page, inline list      lamp-update.md:32:88  agrees, api page, inline list",
      "  members and order from lamps.xml; lamp-create.md lists the same 2, and also blinking; lamp-update.md lists the same 2",
    ]);
  });
});

describe("explain a type", () => {
  it("prints its properties with types, places that agree and differ, annotations and requests", async () => {
    expect(await explained(["contoso.home.lamp", "pages", "lamps.xml"])).toEqual([
      "contoso.home.lamp  EntityType",
      "  lamps.xml:9:7  CSDL",
      "  lamp-create.md:31:2  agrees, api page, table      lamp-update.md:31:2  agrees, api page, table",
      "  key: id",
      "  id    Edm.Int32, not null              lamps.xml:11:9  CSDL",
      "      lamp-create.md:31:2  differs: Edm.String, api page, table, 2025-03-01",
      "      lamp-update.md:31:2  differs: Edm.String, api page, table, 2023-06-01",
      '      @Org.OData.Core.V1.Description: "What the lamp is known by."  lamp-create.md:31:12',
      "  mode  contoso.home.lampMode, nullable  lamps.xml:12:9  CSDL",
      "      lamp-create.md:32:2  agrees, api page, table      lamp-update.md:32:2  agrees, api page, table",
      '      @Org.OData.Core.V1.Description: "How it shines."  lamp-create.md:32:44',
      "  POST /lamps  Create lamp",
      "    1 page: lamp-create.md:22:1, 2025-03-01",
      "    Delegated, work or school account: Lamp.ReadWrite  lamp-create.md:15:2",
      "    Delegated, personal Microsoft account: not supported  lamp-create.md:16:2",
      "    Application: Lamp.ReadWrite.All  lamp-create.md:17:2",
      "  PATCH /lamps/{lampId}  Update lamp",
      "    1 page: lamp-update.md:22:1, 2023-06-01",
      "    Delegated, work or school account: Lamp.ReadWrite  lamp-update.md:15:2",
      "    Delegated, personal Microsoft account: not supported  lamp-update.md:16:2",
      "    Application: Lamp.ReadWrite.All  lamp-update.md:17:2",
    ]);
  });

  it("prints one property", async () => {
    expect(await explained(["lamp/mode", "lamps.xml"])).toEqual([
      "contoso.home.lamp/mode  Property  contoso.home.lampMode, nullable",
      "  lamps.xml:12:9  CSDL",
    ]);
  });

  it("prints a child of the container", async () => {
    expect(await explained(["contoso.home.Home/lamps", "lamps.xml"])).toEqual([
      "contoso.home.Home/lamps  EntitySet  Collection(contoso.home.lamp)",
      "  lamps.xml:15:9  CSDL",
    ]);
  });
});

describe("explain a name that is not there", () => {
  it.each([
    ["contoso.home.lampMod", "did you mean contoso.home.lampMode?"],
    ["contoso.hom.lampMode", "did you mean contoso.home.lampMode?"],
    ["other.lampmode", "did you mean contoso.home.lampMode?"],
    ["lamp/moode", "did you mean contoso.home.lamp/mode?"],
    ["nothing.like.it", "write the name of a type or an operation, or Type/property."],
  ])("%s", async (name, hint) => {
    const { code, stdout, stderr } = await runCli(temporaryFolder(lampFiles), ["explain", name, "lamps.xml"]);
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: "",
      stderr: `<command line> - error name-not-found: Nothing is called "${name}"; ${hint}\n1 error\n`,
    });
  });

  it("lists the elements that a short name may mean", async () => {
    const files = {
      "lamps.xml": lampFiles["lamps.xml"].replace(
        "</EntityType>",
        '</EntityType><ComplexType Name="timer"><Property Name="mode" Type="Edm.String" /></ComplexType>',
      ),
    };
    const { code, stderr } = await runCli(temporaryFolder(files), ["explain", "mode", "lamps.xml"]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      'error name-ambiguous: "mode" is the name of 2 elements; write one of contoso.home.timer/mode, contoso.home.lamp/mode.\n',
    );
  });
});

describe("explain without inputs", () => {
  it("looks in every service of the config file", async () => {
    const config = JSON.stringify({
      services: { pages: { input: "pages", output: "a" }, csdl: { input: "lamps.xml", output: "b" } },
    });
    const lines = await explained(["lamp/mode"], { ...lampFiles, "odata-codegen.config.json": config });
    expect(lines.filter((line) => /^(#|\w)/.test(line))).toEqual([
      "# pages",
      "contoso.home.lamp/mode  Property  contoso.home.lampMode, nullable",
      "# csdl",
      "contoso.home.lamp/mode  Property  contoso.home.lampMode, nullable",
    ]);
  });
});

describe("what explain prints", () => {
  it("cannot drive the terminal, whatever a page says", async () => {
    const page = lampPages["pages/lamp-create.md"].replace("What the lamp", "What \u009B31m\u202Ethe lamp");
    const lines = await explained(["lamp/id", "page.md"], { "page.md": page });
    expect(lines.join("\n")).toContain("What \\u{9b}31m\\u{202e}the lamp is known by.");
  });
});

describeWithCorpus("explain microsoft.graph.platform on the five pages", () => {
  it("prints every member with page, line and kind of source", async () => {
    const { code, stdout } = await runCli(temporaryFolder(), [
      "explain",
      "microsoft.graph.platform",
      join(corpus, "seeds"),
      "--quiet",
    ]);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split("\n");
    const members = lines.flatMap(
      (line) => /^ {2}(\w+) +(\S+:62:\d+) {2}api page, inline list, 2024-08-01$/.exec(line)?.[1] ?? [],
    );
    expect(members).toEqual([
      "unknown",
      "ios",
      "android",
      "windows",
      "windowsMobile",
      "macOS",
      "visionOS",
      "tvos",
      "unknownFutureValue",
    ]);
    expect(lines.filter((line) => /^ +000_\S+:59:\d+ {2}agrees {6}001_\S+:49:\d+ {2}agrees$/.test(line))).toHaveLength(
      6,
    );
    expect(lines.at(-1)).toBe(
      "  members and order from 004_39d6cdff0c0c3bf9.txt; 000_2565d29e5a510a82.txt and 001_2316502b9621a7cd.txt list 6 of these 9",
    );
  });

  it("suggests the nearest name", async () => {
    const { code, stderr } = await runCli(temporaryFolder(), [
      "explain",
      "microsoft.graph.platfrom",
      join(corpus, "seeds"),
      "--quiet",
    ]);
    expect(code).toBe(1);
    expect(stderr).toBe(
      '<command line> - error name-not-found: Nothing is called "microsoft.graph.platfrom"; did you mean microsoft.graph.platform?\n',
    );
  });
});

describe("explain a request", () => {
  const create = [
    "POST /lamps  Request  Collection(contoso.home.lamp)",
    "  lamp-create.md:22:1  api page, 2025-03-01",
    "  title: Create lamp",
    "  through: EntitySet lamps",
    "  Delegated, work or school account: Lamp.ReadWrite  lamp-create.md:15:2",
    "  Delegated, personal Microsoft account: not supported  lamp-create.md:16:2",
    "  Application: Lamp.ReadWrite.All  lamp-create.md:17:2",
  ];

  it("prints the page that documents it, what it addresses and its permissions", async () => {
    expect(await explained(["POST /lamps", "pages", "lamps.xml"])).toEqual(create);
    expect(await explained(["POST", "/lamps", "pages", "lamps.xml"])).toEqual(create);
    expect(await explained(["/lamps#POST", "pages", "lamps.xml"])).toEqual(create);
  });

  it("prints what the path addresses where no page documents it", async () => {
    expect(await explained(["DELETE /lamps/{id}", "lamps.xml"])).toEqual([
      "DELETE /lamps/{id}  Request  contoso.home.lamp",
      expect.stringMatching(/^ {2}lamps\.xml:\d+:9 {2}CSDL$/),
      "  through: EntitySet lamps",
    ]);
  });

  it("suggests the nearest path or method", async () => {
    const folder = temporaryFolder(lampFiles);
    const near = async (text: string) => (await runCli(folder, ["explain", text, "lamps.xml", "--quiet"])).stderr;
    expect(await near("GET /lmps")).toContain('Nothing is called "GET /lmps"; did you mean GET /lamps?');
    expect(await near("DELETE /lamps")).toContain("did you mean GET /lamps?");
  });
});

describe("explain a part of a type", () => {
  it("takes a dot like a slash", async () => {
    const bySlash = await explained(["contoso.home.lamp/mode", "lamps.xml"]);
    for (const name of ["contoso.home.lamp.mode", "lamp.mode", "self.lamp.mode", "lamp/mode"])
      expect(await explained([name, "lamps.xml"])).toEqual(bySlash);
  });

  it("suggests the nearest part", async () => {
    const { stderr } = await runCli(temporaryFolder(lampFiles), ["explain", "lamp.mod", "lamps.xml", "--quiet"]);
    expect(stderr).toContain('Nothing is called "lamp.mod"; did you mean contoso.home.lamp/mode?');
  });
});

it("does not look a name up in inputs that cannot be read", async () => {
  const folder = temporaryFolder({ ...lampFiles, "broken.xml": "<edmx:Edmx" });
  const { code, stderr } = await runCli(folder, ["explain", "nothing", "lamps.xml", "broken.xml", "--quiet"]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^broken\.xml/);
  expect(stderr).not.toContain("Nothing is called");
});
