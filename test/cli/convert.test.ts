import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import { contentOf, temporaryFolder } from "../support/temporary-folder.js";
import { lampFiles } from "./lamp-inputs.js";
import { runCli } from "./run-cli.js";

describe("convert", () => {
  it("prints the document, and nothing else, to the standard output", async () => {
    const folder = temporaryFolder(lampFiles);
    const { code, stdout, stderr } = await runCli(folder, ["convert", "lamps.xml"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      $Version: "4.0",
      $EntityContainer: "contoso.home.Home",
      "contoso.home": { $Alias: "self" },
    });
  });

  it("writes a file whole, only when it differs, and goes back the way it came", async () => {
    const folder = temporaryFolder(lampFiles);
    const args = ["convert", "lamps.xml", "-o", "made/lamps.json"];
    const done = { code: 0, stdout: "", stderr: "✔ wrote made/lamps.json\n" };
    expect(await runCli(folder, args)).toEqual(done);
    const { mtimeMs, ino } = statSync(join(folder, "made/lamps.json"));
    expect(await runCli(folder, args)).toEqual(done);
    expect(statSync(join(folder, "made/lamps.json"))).toMatchObject({ mtimeMs, ino });
    expect(Object.keys(contentOf(join(folder, "made")))).toEqual(["lamps.json"]);

    const back = await runCli(folder, ["convert", "made/lamps.json", "--to", "csdl-xml"]);
    expect(back.code).toBe(0);
    expect(back.stdout).toContain('<Member Name="on" Value="5" />');
  });

  it("overwrites neither an input nor a folder", async () => {
    const folder = temporaryFolder(lampFiles);
    const refused = await runCli(folder, ["convert", "lamps.xml", "pages", "-o", "./lamps.xml", "--quiet"]);
    expect(refused).toEqual({
      code: 1,
      stdout: "",
      stderr:
        'lamps.xml - error output-is-input: "lamps.xml" is one of the inputs and is not overwritten; name another file.\n',
    });
    expect(await runCli(folder, ["convert", "lamps.xml", "-o", "pages"])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("error output-in-the-way"),
    });
    expect(contentOf(folder)).toEqual(lampFiles);
  });

  it("takes the inputs of the config file's one service", async () => {
    const config = JSON.stringify({ services: { lamps: { input: ["pages", "lamps.xml"], output: "out" } } });
    const folder = temporaryFolder({ ...lampFiles, "odata-codegen.config.json": config });
    const { code, stdout } = await runCli(folder, ["convert", "--quiet"]);
    expect(code).toBe(0);
    expect(Object.keys(JSON.parse(stdout) as object)).toContain("contoso.home");
  });

  it("prints nothing when there is an error", async () => {
    const folder = temporaryFolder({
      "lamps.xml": readFileSync(join(temporaryFolder(lampFiles), "lamps.xml"), "utf8").replace("</Schema>", ""),
    });
    const { code, stdout, stderr } = await runCli(folder, ["convert", "lamps.xml"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^lamps\.xml:\d+:\d+ - error xml-malformed: /);
  });
});

describeWithCorpus("convert of the five pages", () => {
  it("gives the same bytes whatever the order of the inputs", async () => {
    const folder = temporaryFolder();
    const seeds = [
      "000_2565d29e5a510a82",
      "001_2316502b9621a7cd",
      "002_3c23b4f61d68eafe",
      "003_2dfbe671221de856",
      "004_39d6cdff0c0c3bf9",
    ].map((name) => join(corpus, "seeds", `${name}.txt`));
    const runs = await Promise.all(
      [[join(corpus, "seeds")], seeds, seeds.toReversed()].map((inputs) =>
        runCli(folder, ["convert", ...inputs, "--quiet"]),
      ),
    );
    const [text = "", ...others] = new Set(runs.map(({ stdout }) => stdout));
    expect(others).toEqual([]);
    expect(Object.keys((JSON.parse(text) as Record<string, object>)["microsoft.graph"] ?? {})).toHaveLength(10);
  });
});
