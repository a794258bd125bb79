import { execFile, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toolVersion } from "../../../src/installation/package.js";
import { runCli, type CliRun } from "../../cli/run-cli.js";
import { contentOf, fill } from "../../support/temporary-folder.js";
import { pem, pemPath, serveProxy, serveSecurely } from "../../sources/server.js";
import { nodes } from "./versions.js";
import { binOf, installTool, run as runInstalled } from "../packed/install.js";

const lamps = `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="contoso">
  <EntityType Name="lamp">
    <Key><PropertyRef Name="id"/></Key>
    <Property Name="id" Type="Edm.Int32" Nullable="false"/>
    <Property Name="room" Type="Edm.String" MaxLenght="40"/>
  </EntityType>
  <EntityContainer Name="home"><EntitySet Name="lamps" EntityType="contoso.lamp"/></EntityContainer>
</Schema>
`;

const files = {
  "lamps.xml": lamps,
  "cut.xml": lamps.replace("</Schema>", ""),
  "lamps.config.ts": `import { defineConfig } from "odata-codegen";

const output: string = "configured";
export default defineConfig({ services: { lamps: { input: "lamps.xml", output, emit: ["types"] } } });
`,
};

function withoutTime(text: string): string {
  return text.replaceAll(/\d+ ms|\d+\.\d s/g, "… ms");
}

const project = realpathSync(mkdtempSync(join(tmpdir(), "odata-codegen-nodes-")));
/** What this checkout generates, on the running version. */
let generated: Readonly<Record<string, string>>;
beforeAll(async () => {
  installTool(project);
  fill(project, files);
  await runCli(project, ["generate", "lamps.xml", "-o", "out"]);
  generated = contentOf(join(project, "out"));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe.each(nodes)("on Node %s", (version, node) => {
  let cwd: string;
  beforeAll(() => {
    cwd = join(project, version);
    fill(cwd, files);
  });

  function run(...args: readonly string[]): CliRun {
    const { status, stdout, stderr } = runInstalled(project, args, { cwd, node });
    return { code: status, stdout, stderr: withoutTime(stderr) };
  }

  it("--version", () => {
    expect(spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.startsWith(version)).toBe(true);
    expect(run("--version")).toEqual({ code: 0, stdout: `${toolVersion}\n`, stderr: "" });
  });

  it("--help", async () => {
    const help = run("--help");
    expect(help).toMatchObject({ code: 0, stderr: "" });
    expect(help).toEqual(await runCli(cwd, ["--help"]));
  });

  it("wrong usage", () => {
    expect(run("generate", "lamps.xml")).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "<command line> - error usage-no-output: There are inputs but no folder to write to; add --output <folder>.\n1 error\n",
    });
  });

  it("malformed input", () => {
    expect(run("generate", "cut.xml", "-o", "cut")).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "cut.xml:1:1 - error xml-malformed: The text is not well-formed XML: unclosed tag 'Schema'; repair the file or fetch it again.\n✖ nothing written to cut\n1 error\n",
    });
  });

  const message = 'Property has no "MaxLenght" in CSDL 4.01, so it is ignored; check its spelling and place.';
  const warning = `lamps.xml:5:45 - warning unknown-attribute: ${message}\n`;

  it("generate, and generate again", () => {
    expect(run("generate", "lamps.xml", "-o", "text")).toEqual({
      code: 0,
      stdout: "",
      stderr: `${warning}✔ 1 type → text (13 files, 13 changed, … ms)\n1 warning\n`,
    });
    expect(run("generate", "lamps.xml", "-o", "text")).toEqual({
      code: 0,
      stdout: "",
      stderr: `${warning}✔ 1 type → text (13 files, none changed, … ms)\n1 warning\n`,
    });
    expect(contentOf(join(cwd, "text"))).toEqual(generated);
  });

  it("generate --format json", () => {
    const diagnostic = {
      code: "unknown-attribute",
      severity: "warning",
      message,
      path: "lamps.xml",
      line: 5,
      column: 45,
    };
    expect(run("generate", "lamps.xml", "-o", "json", "--format", "json")).toEqual({
      code: 0,
      stdout: "",
      stderr: `${JSON.stringify([{ ...diagnostic, related: [] }], undefined, 2)}\n`,
    });
    expect(contentOf(join(cwd, "json"))).toEqual(generated);
  });

  it("generate --verify", () => {
    expect(run("generate", "lamps.xml", "-o", "verified", "--verify", "--quiet")).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
    expect(contentOf(join(cwd, "verified"))).toEqual(generated);
  });

  it("generate from a URL, through a proxy, with a client certificate and a token", async () => {
    const seen: unknown[] = [];
    const demand = { ca: pem("ca.pem"), requestCert: true, rejectUnauthorized: true };
    const { host } = await serveSecurely(({ headers }, response) => {
      seen.push(headers.authorization);
      response.end(lamps);
    }, demand);
    const proxy = await serveProxy();
    const url = `https://${host}/$metadata`;
    const input = {
      url,
      headers: { Authorization: "env:TOKEN" },
      ca: pemPath("ca.pem"),
      cert: pemPath("client.pem"),
      key: pemPath("client-key.pem"),
      passphrase: "env:PASS",
    };
    const services = { lamps: { input, output: "fetched", allowRemote: host } };
    fill(cwd, { "remote.json": JSON.stringify({ services }) });
    const env = { HTTPS_PROXY: `http://${proxy.host}`, TOKEN: "Bearer t0k3n", PASS: "hush-hush" };
    const stderr = await new Promise((resolve) => {
      // The servers answer in this process, so it must not wait for the other.
      execFile(node, [binOf(project), "generate", "--config", "remote.json"], { cwd, env }, (_, __, text) =>
        resolve(text),
      );
    });
    expect(withoutTime(String(stderr))).toBe(
      `${warning.replace("lamps.xml", url)}✔ lamps  1 type → fetched (13 files, 13 changed, … ms)\n1 warning\n`,
    );
    expect([proxy.asked, seen]).toEqual([[host], ["Bearer t0k3n"]]);
  });

  it("generate with a config file in TypeScript", () => {
    expect(run("generate", "--config", "lamps.config.ts")).toEqual({
      code: 0,
      stdout: "",
      stderr: `${warning}✔ lamps  1 type → configured (6 files, 6 changed, … ms)\n1 warning\n`,
    });
  });

  it("generate --print-deps", () => {
    const { stdout } = run("generate", "--config", "lamps.config.ts", "--print-deps", "--quiet");
    expect(stdout).toMatch(/^lamps\tinput\tlamps\.config\.ts\n(?:.*\n)*lamps\toutput\tconfigured\/types\.ts\n/);
  });

  it("generate --watch", async () => {
    const args = ["generate", "lamps.xml", "-o", "watched", "--watch"];
    const child = spawn(node, [binOf(project), ...args], { cwd, stdio: ["ignore", "ignore", "pipe"] });
    let text = "";
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    const said = async (line: RegExp) => {
      while (!line.test(text)) await once(child.stderr, "data");
    };
    await said(/^watching/m);
    fill(cwd, { "lamps.xml": lamps.replace("room", "hall") });
    await said(/^✔ .*\(13 files, \d changed, .*\n/m);
    expect(contentOf(join(cwd, "watched"))["types.ts"]).toContain("hall");
    child.kill("SIGINT");
    expect(await once(child, "exit")).toEqual([130, null]);
  });
});
