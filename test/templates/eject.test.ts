import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { templateTexts } from "../../src/rendering/template-texts.js";
import { ejectedText, isUnedited, originOf } from "../../src/templates/origin.js";
import { runCli } from "../cli/run-cli.js";
import { contentOf, temporaryFolder } from "../support/temporary-folder.js";

const lamps =
  '<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="home"><ComplexType Name="lamp"/></Schema>';

describe("templates list", () => {
  it("prints each file with its view, as text and as JSON", async () => {
    const folder = temporaryFolder();
    const { code, stdout } = await runCli(folder, ["templates", "list"]);
    expect(code).toBe(0);
    expect(stdout.trimEnd().split("\n")).toHaveLength(templateTexts().size);
    expect(stdout).toMatch(/^types\/interface\.hbs +InterfaceView$/m);
    const json = JSON.parse((await runCli(folder, ["templates", "list", "--format", "json"])).stdout) as unknown;
    expect(json).toContainEqual({ name: "interface", path: "types/interface.hbs", view: "InterfaceView" });
  });
});

describe("templates eject", () => {
  it("writes all templates, with which the output is the same", { timeout: 60_000 }, async () => {
    const folder = temporaryFolder({ "lamps.xml": lamps });
    expect(await runCli(folder, ["templates", "eject"])).toMatchObject({ code: 0 });
    const ejected = contentOf(join(folder, "templates"));
    expect(Object.keys(ejected).sort()).toEqual([...templateTexts().values()].map(({ path }) => path).sort());
    expect(ejected["types/interface.hbs"]).toMatch(
      /^\{\{!-- view: InterfaceView --\}\}\n\{\{!-- original: odata-codegen \d+\.\d+\.\d+\S*, [0-9a-f]{12} --\}\}\n/,
    );
    await runCli(folder, ["generate", "lamps.xml", "-o", "plain"]);
    const { code, stderr } = await runCli(folder, ["generate", "lamps.xml", "-o", "own", "--templates", "templates"]);
    expect(code).toBe(0);
    expect(stderr).toContain("notice template-unchanged");
    expect(contentOf(join(folder, "own"))).toEqual(contentOf(join(folder, "plain")));
  });

  it("writes what is named, and replaces edited files only with --force", async () => {
    const folder = temporaryFolder();
    const args = ["templates", "eject", "banner", "doc-line", "-o", "mine"];
    expect((await runCli(folder, args)).stderr).toBe("mine/partials/banner.hbs\nmine/partials/doc-line.hbs\n");
    expect((await runCli(folder, args)).code).toBe(0); // unchanged copies
    const path = join(folder, "mine/partials/banner.hbs");
    const original = readFileSync(path, "utf8");
    writeFileSync(path, `${original}// Mine.\n`);
    expect((await runCli(folder, args)).stderr).toContain("mine/partials/banner.hbs - error template-edited: ");
    expect(readFileSync(path, "utf8")).toContain("// Mine.");
    expect((await runCli(folder, [...args, "--force"])).code).toBe(0);
    expect(readFileSync(path, "utf8")).toBe(original);
  });

  it("replaces a copy of an earlier version that was not edited", async () => {
    const earlier = "{{!-- view: BannerView --}}\n// Generated.\n";
    const folder = temporaryFolder({ "templates/partials/banner.hbs": ejectedText(earlier) });
    expect((await runCli(folder, ["templates", "eject", "banner"])).code).toBe(0);
    expect(readFileSync(join(folder, "templates/partials/banner.hbs"), "utf8")).toContain("the next run replaces it");
  });
});

describe("the origin of a template", () => {
  it("is known of every ejected one, also with other line ends, and stays when it is edited", () => {
    for (const { text } of templateTexts().values()) {
      const origin = originOf(ejectedText(text).replaceAll("\n", "\r\n"));
      expect(origin?.text).toBe(text);
      expect(origin && isUnedited(origin)).toBe(true);
      const edited = originOf(`${ejectedText(text)}// Mine.\n`);
      expect(edited && isUnedited(edited)).toBe(false);
    }
  });
});
