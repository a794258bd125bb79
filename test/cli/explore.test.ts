import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFile } from "../../src/cli/explore/open-file.js";
import type { ModelData } from "../../src/explore/data/format.js";
import { contentOf, temporaryFolder } from "../support/temporary-folder.js";
import { lampFiles } from "./lamp-inputs.js";
import { runCli } from "./run-cli.js";

const config = JSON.stringify({
  services: {
    lamps: { input: ["pages", "lamps.xml"], output: "out", names: { "contoso.home.lamp": "Light" } },
    others: { input: "lamps.xml", output: "other" },
  },
});

const lightOf = ({ types }: ModelData) => types.find(({ name }) => name === "contoso.home.lamp")?.read;

describe("explore", () => {
  it("writes one file, and says what is in it", async () => {
    const folder = temporaryFolder(lampFiles);
    const { code, stdout, stderr } = await runCli(folder, ["explore", "lamps.xml", "pages", "-o", "made/lamps.html"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toMatch(/^made\/lamps\.html \(\d+ kB\): 2 types, 2 requests, \d+ findings?$/m);
    expect(Object.keys(contentOf(join(folder, "made")))).toEqual(["lamps.html"]);
    expect(readFileSync(join(folder, "made/lamps.html"), "utf8")).toMatch(/^<!doctype html>/);
  });

  it("writes a page again, but over no other file", async () => {
    const folder = temporaryFolder({ ...lampFiles, "mine.html": "<p>mine</p>" });
    const page = ["explore", "lamps.xml", "-o", "lamps.html", "--quiet"];
    expect(await runCli(folder, page)).toEqual({ code: 0, stdout: "", stderr: "" });
    const args = ["explore", "lamps.xml", "pages", "-o", "lamps.html", "--quiet"];
    expect(await runCli(folder, args)).toEqual({ code: 0, stdout: "", stderr: "" });
    const refused = await runCli(folder, ["explore", "lamps.xml", "-o", "mine.html"]);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("error output-other") as string });
    expect(readFileSync(join(folder, "mine.html"), "utf8")).toBe("<p>mine</p>");
    const input = await runCli(folder, ["explore", "lamps.xml", "-o", "lamps.xml"]);
    expect(input).toMatchObject({ code: 1, stderr: expect.stringContaining("error output-is-input") as string });
  });

  it("prints the data as JSON, or writes it", async () => {
    const folder = temporaryFolder(lampFiles);
    const printed = await runCli(folder, ["explore", "lamps.xml", "--format", "json"]);
    expect(printed).toMatchObject({ code: 0, stderr: "[]\n" });
    expect(JSON.parse(printed.stdout)).toMatchObject({ format: "odata-codegen-model/1", title: "contoso.home.Home" });
    await runCli(folder, ["explore", "lamps.xml", "--format", "json", "-o", "lamps.json"]);
    expect(readFileSync(join(folder, "lamps.json"), "utf8")).toBe(printed.stdout);
  });

  it("takes a service of the config file by its name, with the names that generate gives", async () => {
    const folder = temporaryFolder({ ...lampFiles, "odata-codegen.config.json": config });
    const args = ["--format", "json", "--quiet"];
    const { stdout } = await runCli(folder, ["explore", "lamps", ...args]);
    const data = JSON.parse(stdout) as ModelData;
    expect([data.title, lightOf(data)]).toEqual(["lamps", "Light"]);
    const both = await runCli(folder, ["explore", ...args]);
    expect(both).toMatchObject({ code: 2, stderr: expect.stringContaining("names lamps, others; name one") as string });
  });

  it("writes index.html into a folder for inputs of the command line", async () => {
    const folder = temporaryFolder(lampFiles);
    expect(await runCli(folder, ["explore", "lamps.xml", "-o", "made/"])).toMatchObject({ code: 0 });
    expect(Object.keys(contentOf(join(folder, "made")))).toEqual(["index.html"]);
  });

  it("writes a file for each of several services into a folder, by their names", async () => {
    const folder = temporaryFolder({ ...lampFiles, "odata-codegen.config.json": config });
    expect(await runCli(folder, ["explore", "-o", "made", "--quiet"])).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(Object.keys(contentOf(join(folder, "made")))).toEqual(["lamps.html", "others.html"]);
    await runCli(folder, ["explore", "others", "-o", "other/", "--format", "json"]);
    expect(Object.keys(contentOf(join(folder, "other")))).toEqual(["others.json"]);
    const args = ["explore", "-o", "made", "--against", "lamps.xml"];
    const message = "--against is for one service";
    expect(await runCli(folder, args)).toMatchObject({ code: 2, stderr: expect.stringContaining(message) as string });
  });

  it("compares with several inputs, and with what is in a folder", async () => {
    const folder = temporaryFolder({ ...lampFiles, "odata-codegen.config.json": config });
    const changesSince = async (...against: readonly string[]) => {
      const args = ["explore", "lamps.xml", "pages", "--format", "json", "--quiet"];
      const { stdout } = await runCli(folder, [...args, ...against.flatMap((input) => ["--against", input])]);
      return (JSON.parse(stdout) as ModelData).changes;
    };
    expect((await changesSince("lamps.xml", "pages"))?.changes).toEqual([]);
    expect((await changesSince("pages"))?.changes).not.toEqual([]);
  });

  it("has the names that the lock file keeps", async () => {
    const services = { lamps: { input: "lamps.xml", output: "out", emit: ["types"] } };
    const folder = temporaryFolder({ ...lampFiles, "odata-codegen.config.json": JSON.stringify({ services }) });
    await runCli(folder, ["generate", "--quiet"]);
    const lock = readFileSync(join(folder, "odata-codegen.lock.json"), "utf8");
    expect(lock).toContain('"Lamp"');
    const renamed = temporaryFolder({
      ...contentOf(folder),
      "odata-codegen.lock.json": lock.replaceAll('"Lamp"', '"Lamp_"'),
    });
    const { stdout } = await runCli(renamed, ["explore", "--format", "json", "--quiet"]);
    expect(lightOf(JSON.parse(stdout) as ModelData)).toBe("Lamp_");
  });

  it.skipIf(process.platform !== "linux")("opens the page with the program that the system has for it", async () => {
    const folder = temporaryFolder({
      ...lampFiles,
      "bin/xdg-open": '#!/bin/sh\nprintf %s "$1" > "${0%/*}/opened"\n',
    });
    chmodSync(join(folder, "bin/xdg-open"), 0o755);
    const env = { PATH: `${join(folder, "bin")}:/usr/bin:/bin` };
    const page = ["explore", "lamps.xml", "-o", "lamps.html", "--open", "--quiet"];
    expect(await runCli(folder, page, { env })).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(readFileSync(join(folder, "bin/opened"), "utf8")).toBe(join(folder, "lamps.html"));
    expect(existsSync(join(folder, "lamps.html"))).toBe(true);
  });

  it.skipIf(process.platform !== "linux")("gives Windows no path in which cmd would replace variables", async () => {
    const folder = temporaryFolder({
      cmd: '#!/bin/sh\nprintf "%s " "$@" > "${0%/*}/asked"\nprintf %s "$ODATA_CODEGEN_PAGE" > "${0%/*}/opened"\n',
    });
    chmodSync(join(folder, "cmd"), 0o755);
    const path = "C:\\100 % of %PATH% & more\\lamps.html";
    expect(await openFile(path, { env: { PATH: `${folder}:/bin` }, platform: "win32" })).toBeUndefined();
    expect(readFileSync(join(folder, "opened"), "utf8")).toBe(path);
    expect(readFileSync(join(folder, "asked"), "utf8")).toBe('/d /v:on /c start "" "!ODATA_CODEGEN_PAGE!" ');
  });
});
