import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";
import { lampFiles } from "./lamp-inputs.js";
import { runCli } from "./run-cli.js";

const config = JSON.stringify({
  services: {
    lamps: {
      input: ["lamps.xml", "pages"],
      output: "out",
      include: ["/lamps#POST"],
      exclude: ["contoso.home.lampMode"],
    },
  },
});

describe("generate --include and --exclude", () => {
  it("are in the help, with an example", async () => {
    const { stdout } = await runCli(".", ["generate", "--help"]);
    expect(stdout).toMatch(/--include +Generate only this part of the service/);
    expect(stdout).toMatch(/--exclude +Leave out/);
    expect(stdout).toContain("--include '/users/**#GET'");
  });

  it("generate what is selected, and say what fits nothing", async () => {
    const folder = temporaryFolder(lampFiles);
    const args = ["generate", "lamps.xml", "pages", "-o", "out"];
    const { code, stderr } = await runCli(folder, [
      ...args,
      "--include",
      "/lamp/**",
      "--include",
      "contoso.home.lampMode",
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain(
      '--include /lamp/** - warning pattern-unmatched: Nothing matches "/lamp/**"; did you mean /lamps/**?\n',
    );
    expect(stderr).toMatch(/✔ 0 types, 1 enum → out/);
  });

  it("refuse what is no pattern, and write nothing", async () => {
    const folder = temporaryFolder(lampFiles);
    const { code, stderr } = await runCli(folder, ["generate", "lamps.xml", "-o", "out", "--exclude", "#FETCH"]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      '--exclude #FETCH - error pattern-malformed: "#FETCH" is not a pattern (FETCH is not one of',
    );
    expect(stderr).toContain("✖ nothing written to out\n");
  });

  it("take a pattern as it is, with its commas", async () => {
    const folder = temporaryFolder(lampFiles);
    const pattern = "/lamps/reset(a={a},b={b})";
    const { stderr } = await runCli(folder, ["generate", "lamps.xml", "pages", "-o", "out", "--include", pattern]);
    expect(stderr).toContain(`Nothing matches "${pattern}"`);
  });

  it("stand in the config file", async () => {
    const folder = temporaryFolder({ ...lampFiles, "odata-codegen.config.json": config });
    expect((await runCli(folder, ["generate", "--quiet"])).stderr).toBe("");
    const client = readFileSync(join(folder, "out/client.ts"), "utf8");
    expect(client).toContain("post: Post<");
    expect(client).not.toContain("patch");
    expect(readFileSync(join(folder, "out/types.ts"), "utf8")).toContain("mode?: unknown");
  });
});

/** Three types; the second and a member of the third have a fault that is a warning. */
const faulty = {
  "a.xml": `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="n">
<EntityType Name="Good"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/>
  <NavigationProperty Name="bad" Type="n.Bad" Nullabel="true"/>
  <Annotation Term="Org.OData.Core.V1.Description" Qualifier="1" String="x"/></EntityType>
<EntityType Name="Bad"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/>
  <Property Name="p" Type="Edm.String"><Annotation Term="Org.OData.Validation.V1.Pattern" Int="1"/></Property>
  <NavigationProperty Name="good" Type="n.Good" Partner="bad"/></EntityType>
<ComplexType Name="Other"><Property Name="x" Type="m.Missing"/><Property Name="y" Type="m.Far"/></ComplexType>
<ComplexType Name="Later"><Property Name="x" Type="m.Missing"/></ComplexType>
<EntityContainer Name="C"><EntitySet Name="goods" EntityType="n.Good">
    <NavigationPropertyBinding Path="bad" Target="bads"/></EntitySet>
  <EntitySet Name="bads" EntityType="n.Bad"><NavigationPropertyBinding Path="good" Target="goods"/></EntitySet>
</EntityContainer></Schema>`,
};

/** The codes with the lines of what a run prints. */
function printed(stderr: string): readonly string[] {
  return [...stderr.matchAll(/^(\S+) - \w+ ([\w-]+):/gm)].map(([, place = "", code]) => `${place} ${code}`);
}

const counted = (count: number) =>
  `<selection> - notice outside-selection: ${count} diagnostics about elements outside the selection are not shown; add --all-diagnostics to see them.`;

describe("diagnostics about what a selection leaves out", () => {
  const generate = ["generate", "a.xml", "-o", "out", "--include"];

  it("are counted in one line, and printed on request, when the output is up to date too", async () => {
    const folder = temporaryFolder(faulty);
    const first = await runCli(folder, [...generate, "/goods"]);
    expect(printed(first.stderr)).toEqual(["a.xml:4:52 illegal-qualifier", "<selection> outside-selection"]);
    expect(first.stderr).toContain(counted(5));
    expect(first.stderr).toMatch(/1 warning, 1 notice\n$/);
    const second = await runCli(folder, [...generate, "/goods"]);
    expect(second.stderr).toContain("none changed");
    expect(second.stderr).toContain(counted(5));
    const all = await runCli(folder, [...generate, "/goods", "--all-diagnostics"]);
    expect(printed(all.stderr)).toEqual([
      "a.xml:3:47 unknown-attribute",
      "a.xml:4:52 illegal-qualifier",
      "a.xml:6:40 annotation-value-unfit",
      "a.xml:8:46 unknown-namespace",
      "a.xml:8:64 type-not-loaded",
      "a.xml:9:27 type-not-loaded",
    ]);
  });

  it("stand at the selected place where a fault is in both", async () => {
    const { stderr } = await runCli(temporaryFolder(faulty), [...generate, "n.Other"]);
    expect(printed(stderr)).toEqual([
      "a.xml:8:27 type-not-loaded",
      "a.xml:8:46 unknown-namespace",
      "a.xml:8:64 type-not-loaded",
      "<selection> outside-selection",
    ]);
  });

  it("count neither as warnings nor in JSON", async () => {
    const folder = temporaryFolder(faulty);
    const args = [...generate, "/goods", "--max-warnings", "1", "--format", "json"];
    const { code, stderr } = await runCli(folder, args);
    expect(code).toBe(0);
    const data = JSON.parse(stderr) as readonly { readonly code: string }[];
    expect(data.map((one) => one.code)).toEqual(["illegal-qualifier", "outside-selection"]);
    expect((await runCli(folder, [...args, "--all-diagnostics"])).code).toBe(1);
  });

  it("are always printed if they are errors", async () => {
    const wrong = faulty["a.xml"].replace("m.Far", "n.Far");
    const { code, stderr } = await runCli(temporaryFolder({ "a.xml": wrong }), [...generate, "/goods"]);
    expect(code).toBe(1);
    expect(printed(stderr)).toContain("a.xml:8:64 unresolved-type");
  });
});

describe("a selection of nothing", () => {
  it.each([["generate", "-o", "out"], ["convert", "-o", "out/types.ts"], ["audit"], ["explain"]])(
    "is an error of %s, and the output stays as it is",
    async (command, ...options) => {
      const folder = temporaryFolder(lampFiles);
      await runCli(folder, ["generate", "lamps.xml", "-o", "out"]);
      const before = readFileSync(join(folder, "out/types.ts"), "utf8");
      const name = command === "explain" ? ["lamp"] : [];
      const args = [command, ...name, "lamps.xml", ...options, "--include", "/lamp", "--quiet"];
      const { code, stdout, stderr } = await runCli(folder, args);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toMatch(
        /^--include \/lamp - error selection-empty: Nothing matches "\/lamp", so nothing is selected; did you mean \/lamps\?\n/,
      );
      expect(readFileSync(join(folder, "out/types.ts"), "utf8")).toBe(before);
    },
  );
});

describe("convert --include", () => {
  const convert = ["convert", "a.xml", "--to", "csdl-xml", "--quiet", "--include"];

  it("writes the selected elements, and nothing that refers to others", async () => {
    const { code, stdout } = await runCli(temporaryFolder(faulty), [...convert, "/goods"]);
    expect(code).toBe(0);
    expect(stdout.split("\n").map((line) => line.trim())).toEqual([
      expect.any(String),
      expect.stringContaining("<edmx:Edmx"),
      '<edmx:Reference Uri="https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml">',
      '<edmx:Include Namespace="Org.OData.Core.V1" />',
      "</edmx:Reference>",
      "<edmx:DataServices>",
      '<Schema Namespace="n">',
      '<EntityType Name="Good">',
      "<Key>",
      '<PropertyRef Name="id" />',
      "</Key>",
      '<Property Name="id" Type="Edm.Int32" Nullable="false" />',
      '<Annotation Term="Org.OData.Core.V1.Description" Qualifier="1" String="x" />',
      "</EntityType>",
      '<EntityContainer Name="C">',
      '<EntitySet Name="goods" EntityType="n.Good" />',
      "</EntityContainer>",
      "</Schema>",
      "</edmx:DataServices>",
      "</edmx:Edmx>",
      "",
    ]);
  });

  it("keeps the keys of what paths lead through, so that the document can be read again", async () => {
    const folder = temporaryFolder(faulty);
    const { stdout } = await runCli(folder, [...convert, "/goods/{id}/bad", "-o", "part.xml"]);
    expect(stdout).toBe("");
    const part = readFileSync(join(folder, "part.xml"), "utf8");
    expect(part).toContain('<NavigationProperty Name="bad" Type="n.Bad" />');
    expect(part).toContain('<Property Name="p" Type="Edm.String">');
    expect(part).not.toContain("bads");
    const again = await runCli(folder, ["generate", "part.xml", "-o", "out"]);
    expect(again.code).toBe(0);
    expect(again.stderr).not.toMatch(/error|unresolved|not-loaded/);
  });
});

describe("explain and audit --include", () => {
  it("look a name up in the selected part", async () => {
    const folder = temporaryFolder(faulty);
    const whole = await runCli(folder, ["explain", "id", "a.xml", "--quiet"]);
    expect(whole.stderr).toContain("write one of n.Bad/id, n.Good/id");
    const part = await runCli(folder, ["explain", "id", "a.xml", "--quiet", "--include", "/goods"]);
    expect(part.code).toBe(0);
    expect(part.stdout).toMatch(/^n\.Good\/id {2}Property/);
    const other = await runCli(folder, ["explain", "n.Other", "a.xml", "--quiet", "--include", "/goods"]);
    expect(other.stderr).toContain('Nothing is called "n.Other"');
  });

  it("report on the selected part", async () => {
    const folder = temporaryFolder(lampFiles);
    const audited = async (...options: readonly string[]) => {
      const { stdout } = await runCli(folder, ["audit", "lamps.xml", "pages", "--report", "json", ...options]);
      return (JSON.parse(stdout) as { findings: readonly { element: string }[] }).findings.map(
        ({ element }) => element,
      );
    };
    const whole = await audited();
    expect(whole).toContain("contoso.home.lamp/id");
    expect(whole).toContain("contoso.home.lampMode/blinking");
    expect(await audited("--include", "contoso.home.lampMode")).toEqual(
      whole.filter((element) => element.startsWith("contoso.home.lampMode")),
    );
    expect(await audited("--exclude", "contoso.home.lampMode")).toEqual(
      whole.filter((element) => !element.startsWith("contoso.home.lampMode")),
    );
  });
});
