import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";
import { lampFiles, lampPages } from "./lamp-inputs.js";
import { type CliRun, runCli } from "./run-cli.js";

const inputs = ["audit", "pages", "lamps.xml", "--quiet"] as const;

async function audited(folder: string, ...args: readonly string[]): Promise<CliRun> {
  return await runCli(folder, [...inputs, ...args]);
}

describe("audit", () => {
  it("prints findings by page and by cause, with both places, and their counts", async () => {
    const { code, stdout, stderr } = await runCli(temporaryFolder(lampFiles), inputs);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatchInlineSnapshot(`
      "pages/lamp-create.md
        type-primitive-differs  A page documents a property or parameter with another primitive type than the CSDL.
          31:2  contoso.home.lamp/id  documented as String, declared as Int32 in the CSDL  lamps.xml:11:9
        member-not-in-csdl  A page lists an enum member that the CSDL does not declare.
          32:94  contoso.home.lampMode/blinking  the CSDL does not declare this member  lamps.xml:5:7

      pages/lamp-update.md
        type-primitive-differs  A page documents a property or parameter with another primitive type than the CSDL.
          31:2  contoso.home.lamp/id  documented as String, declared as Int32 in the CSDL  lamps.xml:11:9

      3 findings on 2 pages
        type-primitive-differs  2
        member-not-in-csdl      1
      1 more finding about what is on no page, or on pages of another version; --all-findings lists it
        type-undocumented       1
      "
    `);
  });

  it("compares pages with each other where there is no CSDL", async () => {
    const { code, stdout } = await runCli(temporaryFolder(lampPages), ["audit", "pages", "--quiet"]);
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "pages/lamp-update.md
        pages-differ-on-members  Two pages list different members of an enum that the CSDL does not declare.
          32:8  contoso.home.lampMode  compared with the page that takes precedence, the list lacks blinking  pages/lamp-create.md:32:8

      1 finding on 1 page
        pages-differ-on-members  1
      "
    `);
  });

  it("prints nothing but the count where there is nothing to say", async () => {
    const { code, stdout } = await runCli(temporaryFolder(lampFiles), [
      "audit",
      "lamps.xml",
      "--quiet",
      "--causes",
      "type-*-as-*",
    ]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "0 findings\n" });
  });

  it("prints findings as data", async () => {
    const { code, stdout } = await audited(temporaryFolder(lampFiles), "--report", "json");
    expect(code).toBe(0);
    const data: unknown = JSON.parse(stdout);
    expect(data).toMatchInlineSnapshot(`
      {
        "counted": {
          "type-undocumented": 1,
        },
        "counts": {
          "member-not-in-csdl": 1,
          "type-primitive-differs": 2,
        },
        "findings": [
          {
            "cause": "type-primitive-differs",
            "csdl": {
              "column": 9,
              "line": 11,
              "path": "lamps.xml",
            },
            "element": "contoso.home.lamp/id",
            "message": "documented as String, declared as Int32 in the CSDL",
            "page": {
              "column": 2,
              "line": 31,
              "path": "pages/lamp-create.md",
            },
            "suggestion": "Int32",
          },
          {
            "cause": "member-not-in-csdl",
            "csdl": {
              "column": 7,
              "line": 5,
              "path": "lamps.xml",
            },
            "element": "contoso.home.lampMode/blinking",
            "message": "the CSDL does not declare this member",
            "page": {
              "column": 94,
              "line": 32,
              "path": "pages/lamp-create.md",
            },
          },
          {
            "cause": "type-primitive-differs",
            "csdl": {
              "column": 9,
              "line": 11,
              "path": "lamps.xml",
            },
            "element": "contoso.home.lamp/id",
            "message": "documented as String, declared as Int32 in the CSDL",
            "page": {
              "column": 2,
              "line": 31,
              "path": "pages/lamp-update.md",
            },
            "suggestion": "Int32",
          },
        ],
        "suppressed": 0,
        "version": 1,
      }
    `);
    expect((await audited(temporaryFolder(lampFiles), "--format", "json")).stdout).toBe(stdout);
  });

  it("prints a report for a pull request", async () => {
    const { stdout } = await audited(temporaryFolder(lampFiles), "--report", "markdown");
    expect(stdout).toMatchInlineSnapshot(`
      "# Audit

      3 findings on 2 pages.

      | Cause | What it is | Findings |
      |:--|:--|--:|
      | \`type-primitive-differs\` | A page documents a property or parameter with another primitive type than the CSDL. | 2 |
      | \`member-not-in-csdl\` | A page lists an enum member that the CSDL does not declare. | 1 |

      ## \`pages/lamp-create.md\`

      **type-primitive-differs**

      | Line | Element | Finding | Against |
      |:--|:--|:--|:--|
      | 31:2 | \`contoso.home.lamp/id\` | documented as String, declared as Int32 in the CSDL | \`lamps.xml:11:9\` |

      **member-not-in-csdl**

      | Line | Element | Finding | Against |
      |:--|:--|:--|:--|
      | 32:94 | \`contoso.home.lampMode/blinking\` | the CSDL does not declare this member | \`lamps.xml:5:7\` |

      ## \`pages/lamp-update.md\`

      **type-primitive-differs**

      | Line | Element | Finding | Against |
      |:--|:--|:--|:--|
      | 31:2 | \`contoso.home.lamp/id\` | documented as String, declared as Int32 in the CSDL | \`lamps.xml:11:9\` |

      ## Not listed

      1 more finding about what is on no page, or on pages of another version; --all-findings lists it.

      | Cause | What it is | Findings |
      |:--|:--|--:|
      | \`type-undocumented\` | No page documents an entity or complex type of the CSDL. | 1 |
      "
    `);
  });

  it("writes a file", async () => {
    const folder = temporaryFolder(lampFiles);
    expect(await audited(folder, "-o", "audit.txt")).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(readFileSync(join(folder, "audit.txt"), "utf8")).toContain("member-not-in-csdl");
  });

  it("keeps the findings of some causes", async () => {
    const { stdout } = await audited(temporaryFolder(lampFiles), "--causes", "type-*");
    expect(stdout.split("\n").slice(-4)).toEqual([
      "3 findings on 2 pages",
      "  type-primitive-differs  2",
      "  type-undocumented       1",
      "",
    ]);
  });

  it("lists what is on no page where that is asked for", async () => {
    const { stdout } = await audited(temporaryFolder(lampFiles), "--all-findings");
    expect(stdout).toContain(
      "\nOn no page\n  type-undocumented  No page documents an entity or complex type of the CSDL.\n",
    );
    expect(stdout).toContain("\n4 findings on 2 pages\n");
    expect(stdout).not.toContain("more finding");
  });

  it("counts findings on pages of another version, which one finding names", async () => {
    const files = Object.entries(lampFiles).map(([name, text]) => [
      name.replace("pages/", "beta/").replace("lamps.xml", "v1.0.xml"),
      text,
    ]);
    const folder = temporaryFolder(Object.fromEntries(files));
    const { stdout } = await runCli(folder, ["audit", "beta", "v1.0.xml", "--quiet"]);
    expect(stdout).toMatchInlineSnapshot(`
      "beta/lamp-create.md
        version-differs  Pages document another version of the service than the CSDL: beta and v1.0, for example.
          1:1  beta  2 pages document beta, and the CSDL is of v1.0; that may be the only reason of 3 findings on them

      1 finding on 1 page
        version-differs         1
      4 more findings about what is on no page, or on pages of another version; --all-findings lists them
        type-primitive-differs  2
        member-not-in-csdl      1
        type-undocumented       1
      "
    `);
    const all = await runCli(folder, ["audit", "beta", "v1.0.xml", "--quiet", "--causes", "member-*"]);
    expect(all.stdout).toContain("1 finding on 1 page\n");
  });

  it("cannot be driven by what a page says", async () => {
    const page = lampPages["pages/lamp-create.md"].replace("POST /lamps", "POST /lamps/{a|b}/x\u202Ey");
    const folder = temporaryFolder({ ...lampFiles, "pages/lamp-create.md": page });
    const args = ["--causes", "path-unresolved", "--report"];
    expect((await audited(folder, ...args, "text")).stdout).toContain("POST /lamps/{a|b}/x\\u{202e}y  ");
    expect((await audited(folder, ...args, "markdown")).stdout).toContain("`POST /lamps/{a\\|b}/x\\u{202e}y`");
  });
});

describe("the exit code of audit", () => {
  it("is 0 with findings, and 1 when there are more than --max-warnings", async () => {
    const folder = temporaryFolder(lampFiles);
    const { code, stderr } = await audited(folder, "--max-warnings", "2");
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        "<command line> - error too-many-warnings: --max-warnings allows 2, and the run has 3; settle them or raise the limit.\n",
    });
    expect((await audited(folder, "--max-warnings", "3")).code).toBe(0);
    expect((await audited(folder, "--max-warnings", "3", "--all-findings")).code).toBe(1);
  });

  it("is 1, without findings, when the input is wrong", async () => {
    const { code, stdout } = await runCli(temporaryFolder(lampFiles), ["audit", "pages", "none.xml", "--quiet"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  });
});

const known = (...entries: readonly object[]) => JSON.stringify({ suppressions: entries });

describe("the suppression file", () => {
  it("takes findings out by cause, element and page", async () => {
    const text = known(
      { cause: "type-*", page: "pages/*-create.md", reason: "settled" },
      { cause: "member-not-in-csdl", element: "contoso.home.lampMode/*", reason: "to come" },
    );
    const folder = temporaryFolder({ ...lampFiles, "known.json": text });
    const { code, stdout } = await audited(folder, "--suppressions", "known.json", "--report", "json");
    expect(code).toBe(0);
    const { findings, suppressed } = JSON.parse(stdout) as { findings: { cause: string }[]; suppressed: number };
    expect(suppressed).toBe(2);
    expect(findings.map(({ cause }) => cause)).toEqual(["type-primitive-differs"]);
  });

  it("is an object: a bare list is refused with its place", async () => {
    const folder = temporaryFolder({ ...lampFiles, "known.json": "[]" });
    const { code, stderr } = await runCli(folder, ["audit", "pages", "lamps.xml", "--suppressions", "known.json"]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      'known.json:1:1 - error suppression-invalid: "suppressions" takes an object around it here, not an empty list.\n',
    );
  });

  it("says which of its entries fit nothing", async () => {
    const text = known({ cause: "type-vague", element: "x", reason: "gone" });
    const folder = temporaryFolder({ ...lampFiles, "known.json": text });
    const { stderr } = await runCli(folder, ["audit", "pages", "lamps.xml", "--suppressions", "known.json"]);
    expect(stderr).toContain(
      "known.json:1:18 - warning suppression-unused: No finding is type-vague of x; remove the suppression, from a suppression file with --update-suppressions.\n",
    );
  });

  it("is written with all there is, keeps its reasons, and then nothing is left", async () => {
    const folder = temporaryFolder({
      ...lampFiles,
      "known.json": known(
        { cause: "type-*", reason: "settled" },
        { cause: "type-vague", element: "x", reason: "gone" },
      ),
    });
    const update = await audited(folder, "--suppressions", "known.json", "--update-suppressions");
    expect(update).toEqual({ code: 0, stdout: "0 findings, 4 known\n", stderr: "" });
    expect(readFileSync(join(folder, "known.json"), "utf8")).toMatchInlineSnapshot(`
      "{
        "suppressions": [
          {"cause":"member-not-in-csdl","element":"contoso.home.lampMode/blinking","page":"pages/lamp-create.md","reason":"known"},
          {"cause":"type-*","reason":"settled"}
        ]
      }
      "
    `);
    const again = await audited(folder, "--suppressions", "known.json", "--max-warnings", "0");
    expect(again).toEqual({ code: 0, stdout: "0 findings, 4 known\n", stderr: "" });
    writeFileSync(join(folder, "lamps.xml"), lampFiles["lamps.xml"].replace('Name="on"', 'Name="On"'));
    expect((await audited(folder, "--suppressions", "known.json", "--max-warnings", "0")).code).toBe(1);
  });

  it("is not written where the input is wrong, nor over an input", async () => {
    const folder = temporaryFolder(lampFiles);
    await runCli(folder, ["audit", "none.xml", "--suppressions", "known.json", "--update-suppressions"]);
    expect(existsSync(join(folder, "known.json"))).toBe(false);
    const csdl = JSON.stringify({ $Version: "4.01", contoso: { Kind: { $Kind: "ComplexType" } }, suppressions: [] });
    writeFileSync(join(folder, "csdl.json"), csdl);
    await runCli(folder, ["audit", "csdl.json", "--suppressions", "csdl.json", "--update-suppressions"]);
    expect(readFileSync(join(folder, "csdl.json"), "utf8")).toBe(csdl);
  });
});

describe("suppressions in the config file", () => {
  const configured = (suppressions: unknown, extension = "json") => {
    const config = { services: { home: { input: ["pages", "lamps.xml"], output: "out", suppressions } } };
    const text = extension === "json" ? JSON.stringify(config) : `export default ${JSON.stringify(config)};`;
    return temporaryFolder({ ...lampFiles, [`odata-codegen.config.${extension}`]: text });
  };
  const entry = { cause: "type-primitive-differs", page: "pages/*-create.md", reason: "settled" };

  it.each(["json", "mjs"])("are a list of entries, in .%s", async (extension) => {
    const { code, stdout } = await runCli(configured([entry], extension), ["audit", "--quiet"]);
    expect({ code, last: stdout.split("\n").slice(-5, -2) }).toEqual({
      code: 0,
      last: ["  type-primitive-differs  1", "  member-not-in-csdl      1", expect.stringMatching(/^1 more finding /)],
    });
    expect(stdout).toContain("\n2 findings on 2 pages, 1 known\n");
  });

  it("are the path of a suppression file, which can be updated", async () => {
    const folder = configured("known.json");
    const update = await runCli(folder, ["audit", "--quiet", "--update-suppressions"]);
    expect(update.stdout).toContain("0 findings, 3 known\n");
    expect(readFileSync(join(folder, "known.json"), "utf8")).not.toContain("type-undocumented");
    expect((await runCli(folder, ["audit", "--quiet", "--max-warnings", "0"])).code).toBe(0);
  });

  it("give way to those of the command line", async () => {
    const folder = configured([entry]);
    writeFileSync(join(folder, "known.json"), known({ cause: "member-*", reason: "to come" }));
    const { stdout } = await runCli(folder, ["audit", "--quiet", "--suppressions", "known.json"]);
    expect(stdout).toContain("\n2 findings on 2 pages, 1 known\n");
  });

  it("are reported with their place if they match nothing", async () => {
    const { stderr } = await runCli(configured([entry, { cause: "type-vague", reason: "gone" }]), ["audit"]);
    expect(stderr).toContain(
      "odata-codegen.config.json:1:164 - warning suppression-unused: No finding is type-vague; remove the suppression, from a suppression file with --update-suppressions.\n",
    );
  });

  it.each([
    [[{ cause: "type-*" }], 'suppression-invalid: "reason" takes a string here, not nothing.'],
    [[{ ...entry, file: "x" }], 'suppression-unknown-key: "file" is not a key of a suppression; allowed here: '],
    [
      {},
      'config-invalid: "services.home.suppressions" in the config file takes a list of suppressions, or the path of a suppression file',
    ],
  ])("are checked: %j", async (suppressions, message) => {
    const { code, stderr } = await runCli(configured(suppressions), ["audit", "--quiet"]);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });

  it("have no effect on generate", async () => {
    const folder = configured([entry]);
    expect((await runCli(folder, ["generate", "--quiet"])).code).toBe(0);
    expect((await runCli(folder, ["generate", "--check", "--quiet"])).code).toBe(0);
  });
});
