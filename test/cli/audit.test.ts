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

      On no page
        type-undocumented  No page documents an entity or complex type of the CSDL.
          contoso.home.lamp  no page documents this type  lamps.xml:9:7

      4 findings on 2 pages
        type-primitive-differs  2
        type-undocumented       1
        member-not-in-csdl      1
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
        "counts": {
          "member-not-in-csdl": 1,
          "type-primitive-differs": 2,
          "type-undocumented": 1,
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
          {
            "cause": "type-undocumented",
            "csdl": {
              "column": 7,
              "line": 9,
              "path": "lamps.xml",
            },
            "element": "contoso.home.lamp",
            "message": "no page documents this type",
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

      4 findings on 2 pages.

      | Cause | What it is | Findings |
      |:--|:--|--:|
      | \`type-primitive-differs\` | A page documents a property or parameter with another primitive type than the CSDL. | 2 |
      | \`type-undocumented\` | No page documents an entity or complex type of the CSDL. | 1 |
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

      ## On no page

      **type-undocumented**

      | Line | Element | Finding | Against |
      |:--|:--|:--|:--|
      |  | \`contoso.home.lamp\` | no page documents this type | \`lamps.xml:9:7\` |
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
        "<command line> - error too-many-warnings: --max-warnings allows 2, and the run has 4; settle them or raise the limit.\n",
    });
    expect((await audited(folder, "--max-warnings", "4")).code).toBe(0);
  });

  it("is 1, without findings, when the input is wrong", async () => {
    const { code, stdout } = await runCli(temporaryFolder(lampFiles), ["audit", "pages", "none.xml", "--quiet"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  });
});

describe("the suppression file", () => {
  const known = (...entries: readonly object[]) => JSON.stringify({ suppressions: entries });

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
    expect(findings.map(({ cause }) => cause)).toEqual(["type-primitive-differs", "type-undocumented"]);
  });

  it("is an object: a bare list is refused with its place", async () => {
    const folder = temporaryFolder({ ...lampFiles, "known.json": "[]" });
    const { code, stderr } = await runCli(folder, ["audit", "pages", "lamps.xml", "--suppressions", "known.json"]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      'known.json:1:1 - error suppression-invalid: "suppressions" in the suppression file takes an object around it, not an empty list.\n',
    );
  });

  it("says which of its entries fit nothing", async () => {
    const text = known({ cause: "type-vague", element: "x", reason: "gone" });
    const folder = temporaryFolder({ ...lampFiles, "known.json": text });
    const { stderr } = await runCli(folder, ["audit", "pages", "lamps.xml", "--suppressions", "known.json"]);
    expect(stderr).toContain(
      "known.json:1:18 - warning suppression-unused: No finding is type-vague of x; remove the entry, or run with --update-suppressions.\n",
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
