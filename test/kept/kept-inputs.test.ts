import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contentHash } from "../../src/output/content-hash.js";
import { runCli } from "../cli/run-cli.js";
import { serve } from "../sources/server.js";
import { fill, temporaryFolder } from "../support/temporary-folder.js";

const url = "https://host.example/home/$metadata";
const lamps = `<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0">
<edmx:Reference Uri="../rooms/$metadata"><edmx:Include Namespace="rooms"/></edmx:Reference>
<edmx:DataServices><Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="home">
<EntityType Name="lamp"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/><Property Name="room" Type="rooms.room"/></EntityType>
<EntityContainer Name="home"><EntitySet Name="lamps" EntityType="home.lamp"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>
`;
const rooms = `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="rooms"><ComplexType Name="room"/></Schema>\n`;

/** The folder of a service whose metadata, and what it refers to, are kept. Nothing listens at its URL. */
function keptService(copies: Readonly<Record<string, string>> = {}): string {
  const file = (path: string, text: string) => ({ file: path, sha256: contentHash(text) });
  // A variable that is not set matters only to a request.
  const input = { url, headers: { Authorization: "env:TOKEN" } };
  const inputs = {
    [url]: file("schemas/lamps.xml", lamps),
    "https://host.example/rooms/$metadata": file("schemas/lamps-2.xml", rooms),
  };
  return temporaryFolder({
    "odata-codegen.config.json": JSON.stringify({ services: { lamps: { input, output: "out" } } }),
    "odata-codegen.lock.json": JSON.stringify({ lockVersion: 1, services: { lamps: { inputs } } }),
    "schemas/lamps.xml": lamps,
    "schemas/lamps-2.xml": rooms,
    ...copies,
  });
}

describe("URLs on allowed hosts", () => {
  it("are requested with their headers, and so is what they refer to on their host", async () => {
    const seen: unknown[] = [];
    const { host } = await serve(({ url: path, headers }, response) => {
      seen.push([path, headers.authorization]);
      response.end(path === "/home/$metadata" ? lamps : rooms);
    });
    const input = { url: `http://${host}/home/$metadata`, headers: { Authorization: "env:TOKEN" } };
    const services = { lamps: { input, output: "out", allowRemote: host } };
    const cwd = temporaryFolder({ "odata-codegen.config.json": JSON.stringify({ services }) });
    const without = await runCli(cwd, ["explain", "home.lamp"]);
    expect(without).toMatchObject({ code: 1, stderr: expect.stringContaining('environment variable "TOKEN"') });
    expect(seen).toEqual([]);
    const env = { TOKEN: "Bearer t0k3n" };
    expect(await runCli(cwd, ["explain", "home.lamp"], { env })).toMatchObject({ code: 0, stderr: "" });
    expect(seen).toEqual([
      ["/home/$metadata", env.TOKEN],
      ["/rooms/$metadata", env.TOKEN],
    ]);
  });
});

describe("kept copies of URLs", () => {
  it("are read by every command, with what they refer to", async () => {
    const cwd = keptService();
    expect(await runCli(cwd, ["generate"])).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^✔ lamps {2}2 types/),
    });
    expect(readFileSync(join(cwd, "out/client.ts"), "utf8")).toContain('"https://host.example/home"');
    expect(await runCli(cwd, ["explain", "home.lamp"])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("lamps.xml:4:1"),
    });
    expect(await runCli(cwd, ["convert"])).toMatchObject({ code: 0, stderr: "" });
    const audited = await runCli(cwd, ["audit"]);
    expect(audited).toMatchObject({ code: 0, stderr: expect.stringContaining("notice audit-without-pages") });
    expect((await runCli(cwd, ["permissions", "GET /lamps"])).stderr).toContain("requests-undocumented");
  });

  it("let an unchanged run write nothing", async () => {
    const cwd = keptService();
    await runCli(cwd, ["generate"]);
    expect((await runCli(cwd, ["generate"])).stderr).toContain("none changed");
  });

  it("are read from a checkout with CRLF without a word, and with a warning after an edit", async () => {
    const cwd = keptService({ "schemas/lamps.xml": lamps.replaceAll("\n", "\r\n") });
    expect((await runCli(cwd, ["generate"])).stderr).not.toContain("warning");
    fill(cwd, { "schemas/lamps-2.xml": rooms.replace("room", "place").replace('"room"', '"place"') });
    const said = `schemas/lamps-2.xml - warning kept-input-edited: "schemas/lamps-2.xml" was edited since it was fetched from "https://host.example/rooms/$metadata"; undo that, or run odata-codegen fetch lamps --refresh to fetch it again.\n`;
    for (const args of [["generate"], ["explain", "home.lamp"], ["convert"], ["audit"], ["permissions", "GET /lamps"]])
      expect((await runCli(cwd, args)).stderr).toContain(said);
  });

  it("are asked for where they are missing, and no request is sent", async () => {
    const cwd = keptService({ "odata-codegen.lock.json": '{ "lockVersion": 1, "services": {} }' });
    const said = `${url} - error remote-not-kept: "${url}" has no kept copy; run odata-codegen fetch lamps, or allow its host with "allowRemote" to request it in every run.\n`;
    for (const args of [["generate"], ["explain", "home.lamp"], ["convert"], ["audit"], ["permissions", "GET /lamps"]])
      expect(await runCli(cwd, args)).toMatchObject({ code: 1, stderr: expect.stringContaining(said) });
  });
});
