import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lockFileName } from "../../src/kept/lock-file.js";
import { runCli } from "../cli/run-cli.js";
import { compile } from "../support/compile.js";
import { contentOf, fill, temporaryFolder } from "../support/temporary-folder.js";
import { metadataServer, type MetadataServer } from "./metadata-server.js";

const schema = (namespace: string, children: string) =>
  `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="${namespace}">${children}</Schema>`;
const edmx = (children: string, references = "") =>
  `<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0">\n${references}<edmx:DataServices>${children}</edmx:DataServices></edmx:Edmx>\n`;
const home = (property = "") =>
  edmx(
    schema(
      "home",
      `<EntityType Name="lamp"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/>${property}</EntityType><EntityContainer Name="home"><EntitySet Name="lamps" EntityType="home.lamp"/></EntityContainer>`,
    ),
  );
const metadata = "/home/$metadata";

/** The folder of a config file with the service `home`, and others. */
function project(input: unknown, others: object = {}): string {
  return temporaryFolder({
    "odata-codegen.config.json": JSON.stringify({ services: { home: { input, output: "src/home" }, ...others } }),
  });
}

const lockOf = (cwd: string) =>
  JSON.parse(readFileSync(join(cwd, lockFileName), "utf8")) as {
    readonly services: Readonly<
      Record<string, { readonly inputs?: Readonly<Record<string, { file: string; etag?: string }>> }>
    >;
  };
const copyOf = (cwd: string, file = "schemas/home.xml") => readFileSync(join(cwd, file), "utf8");

/** The file of each URL of a service in the lock file, by its path. */
function filesIn(cwd: string, service = "home"): Readonly<Record<string, string>> {
  const inputs = Object.entries(lockOf(cwd).services[service]?.inputs ?? {});
  return Object.fromEntries(inputs.map(([url, { file }]) => [new URL(url).pathname, file]));
}

async function kept(body: string | Uint8Array = home()): Promise<{ server: MetadataServer; cwd: string }> {
  const server = await metadataServer({ [metadata]: { body, headers: { etag: '"1"' } } });
  const cwd = project(`${server.origin}${metadata}`);
  await runCli(cwd, ["fetch"]);
  return { server, cwd };
}

describe("fetch", () => {
  it("keeps a copy, from which generate needs no network and knows the base URL", async () => {
    const server = await metadataServer({ [metadata]: { body: home() } });
    const url = `${server.origin}${metadata}`;
    const cwd = project(url);
    const fetched = await runCli(cwd, ["fetch"]);
    expect(fetched).toEqual({ code: 0, stdout: "", stderr: `✔ home  ${url} → schemas/home.xml (436 B, new)\n` });
    expect(copyOf(cwd)).toBe(home());
    expect(Object.keys(contentOf(cwd)).sort()).toEqual(["odata-codegen.config.json", lockFileName, "schemas/home.xml"]);
    await server.close();
    expect(await runCli(cwd, ["generate"])).toMatchObject({ code: 0 });
    fill(cwd, {
      "program.ts": `import { createClient } from "./src/home/index.js";
export const lamps = createClient({ credential: { getToken: async () => ({ token: "t", expiresOnTimestamp: 0 }) }, scopes: ["home"] }).lamps;
`,
    });
    expect(compile(cwd, "typescript", { emit: false })).toBe("");
    expect((await runCli(cwd, ["fetch"])).stderr).toBe(
      `✔ home  ${url} → schemas/home.xml (436 B, kept, not requested)\n`,
    );
  });

  it("sends headers from the environment, and says what is missing", async () => {
    const server = await metadataServer({
      [metadata]: ({ authorization }) =>
        authorization === "Bearer of-a-secret" ? { body: home() } : { status: 401, body: "who are you?" },
    });
    const url = `${server.origin}${metadata}`;
    const open = project(url);
    expect(await runCli(open, ["fetch"])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/remote-unauthorized: .*"headers"[^]*✖ home .* → not kept\n/),
    });
    expect(existsSync(join(open, lockFileName))).toBe(false);
    const cwd = project({ url, headers: { Authorization: "env:TOKEN" }, file: "metadata/home.edmx" });
    expect((await runCli(cwd, ["fetch"])).stderr).toContain("variable-not-set");
    const { code, stderr } = await runCli(cwd, ["fetch"], { env: { TOKEN: "Bearer of-a-secret" } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: `✔ home  ${url} → metadata/home.edmx (436 B, new)\n` });
    expect(JSON.stringify(contentOf(cwd))).not.toContain("secret");
  });

  it("with --refresh sends the ETag, and replaces a copy of a text that changed", async () => {
    const { server, cwd } = await kept();
    const etags: (string | undefined)[] = [];
    server.answers[metadata] = (headers) => {
      etags.push(headers["if-none-match"]);
      return { status: 304 };
    };
    expect((await runCli(cwd, ["fetch", "home", "--refresh"])).stderr).toContain("(436 B, unchanged)");
    const changed = home('<Property Name="room" Type="Edm.String"/>');
    server.answers[metadata] = { body: changed, headers: { etag: '"2"' } };
    expect((await runCli(cwd, ["fetch", "--refresh"])).stderr).toMatch(/→ schemas\/home\.xml \(\d+ B, changed\)/);
    expect(copyOf(cwd)).toBe(changed);
    expect(etags).toEqual(['"1"']);
    expect(lockOf(cwd).services["home"]?.inputs?.[`${server.origin}${metadata}`]?.etag).toBe('"2"');
  });

  const login = '<!doctype html><html><head><title>Sign in</title></head><body><input type="password"></body></html>';
  it.each([
    ["a login page", { body: login, headers: { "content-type": "text/html" } }, "html-page"],
    ["an error with status 200", { body: '{"error":{"code":"1","message":"Out of order"}}' }, "service-error"],
    ["a document that is cut off", { body: home().slice(0, 300) }, "xml-malformed"],
    ["nothing", { body: "" }, "empty-input"],
    ["bytes", { body: new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3]) }, "packed-input"],
    ["a status", { status: 503, body: "later" }, "remote-failed"],
    ["another host", { status: 302, headers: { location: "https://other.example/x" } }, "remote-not-allowed"],
  ])("keeps the good copy where the answer is %s", async (_, answer, code) => {
    const { server, cwd } = await kept();
    server.answers[metadata] = answer;
    const before = contentOf(cwd);
    const run = await runCli(cwd, ["fetch", "--refresh"]);
    expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining(`error ${code}: `) });
    expect(run.stderr).toContain("✖ home");
    expect(run.stderr).toContain("→ schemas/home.xml (436 B, kept as it was)");
    expect(contentOf(cwd)).toEqual(before);
  });

  it("follows redirects on the host", async () => {
    const server = await metadataServer({
      [metadata]: { status: 302, headers: { location: "/v2/$metadata" } },
      "/v2/$metadata": { body: home() },
    });
    const cwd = project(`${server.origin}${metadata}`);
    expect(await runCli(cwd, ["fetch"])).toMatchObject({ code: 0 });
    expect(filesIn(cwd)).toEqual({ [metadata]: "schemas/home.xml" });
  });

  it("keeps what documents refer to, and forgets what is no longer referred to", async () => {
    const reference = '<edmx:Reference Uri="../rooms/$metadata"><edmx:Include Namespace="rooms"/></edmx:Reference>\n';
    const main = edmx(
      schema("home", '<ComplexType Name="lamp"><Property Name="room" Type="rooms.room"/></ComplexType>'),
      reference,
    );
    const server = await metadataServer({
      [metadata]: { body: main },
      "/rooms/$metadata": { body: schema("rooms", '<ComplexType Name="room"/>') },
    });
    const cwd = project(`${server.origin}${metadata}`);
    const { code, stderr } = await runCli(cwd, ["fetch"]);
    expect({ code, last: stderr.split("\n").at(-2) }).toEqual({ code: 0, last: "✔ 2 inputs  2 new" });
    expect(filesIn(cwd)).toEqual({ [metadata]: "schemas/home.xml", "/rooms/$metadata": "schemas/home-2.xml" });
    expect((await runCli(cwd, ["fetch"])).stderr).toContain("✔ 2 inputs  2 kept");
    expect(server.requests).toEqual([`200 ${metadata}`, "200 /rooms/$metadata"]);
    await server.close();
    expect((await runCli(cwd, ["generate"])).stderr).toMatch(/^✔ home {2}2 types/);

    fill(cwd, { "schemas/home.xml": main.replace(reference, "").replace('Type="rooms.room"', 'Type="Edm.String"') });
    const edited = await runCli(cwd, ["fetch"]);
    expect(edited.stderr).toContain('warning kept-input-edited: "schemas/home.xml" was edited');
    expect(edited.stderr).toContain('notice kept-file-unused: "schemas/home-2.xml" is no longer a copy');
    expect(filesIn(cwd)).toEqual({ [metadata]: "schemas/home.xml" });
    expect(existsSync(join(cwd, "schemas/home-2.xml"))).toBe(true);
  });

  it("warns about a reference that cannot be fetched, as generate does", async () => {
    const references = ["/gone/$metadata", "https://other.example/$metadata"].map(
      (uri, i) => `<edmx:Reference Uri="${uri}"><edmx:Include Namespace="n${i}"/></edmx:Reference>\n`,
    );
    const server = await metadataServer({ [metadata]: { body: edmx(schema("home", ""), references.join("")) } });
    const cwd = project(`${server.origin}${metadata}`);
    const { code, stderr } = await runCli(cwd, ["fetch"]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/schemas\/home\.xml:2:1 - warning reference-not-loaded: .*HTTP 404/);
    expect(stderr).toMatch(/schemas\/home\.xml:3:1 - warning reference-not-loaded: .*"other\.example" is not allowed/);
    expect((await runCli(cwd, ["generate"])).stderr).toContain("reference-not-loaded");
  });

  it("keeps the bytes as they are served", async () => {
    const utf16 = Buffer.from(`\ufeff${home().replaceAll("\n", "\r\n")}`, "utf16le");
    const { cwd } = await kept(utf16);
    expect(readFileSync(join(cwd, "schemas/home.xml"))).toEqual(utf16);
    expect((await runCli(cwd, ["generate"])).stderr).toMatch(/^✔ home {2}1 type/);
  });

  it("takes a checkout with CRLF for unchanged", async () => {
    const { server, cwd } = await kept();
    const converted = home().replaceAll("\n", "\r\n");
    fill(cwd, { "schemas/home.xml": converted });
    expect((await runCli(cwd, ["fetch"])).stderr).toContain("kept, not requested");
    server.answers[metadata] = { body: home() };
    expect((await runCli(cwd, ["fetch", "--refresh"])).stderr).toContain("unchanged");
    expect(copyOf(cwd)).toBe(converted);
  });

  it("replaces no file that is not a copy, and takes one with the same text", async () => {
    const server = await metadataServer({ [metadata]: { body: home() } });
    const cwd = project(`${server.origin}${metadata}`);
    fill(cwd, { "schemas/home.xml": "<mine/>" });
    expect(await runCli(cwd, ["fetch", "--refresh"])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('schemas/home.xml - error kept-file-foreign: "schemas/home.xml" already exists'),
    });
    expect(copyOf(cwd)).toBe("<mine/>");
    fill(cwd, { "schemas/home.xml": home() });
    expect(await runCli(cwd, ["fetch"])).toMatchObject({ code: 0 });
  });

  it("replaces an edited copy with --refresh only, and fetches one that was deleted", async () => {
    const { server, cwd } = await kept();
    fill(cwd, { "schemas/home.xml": "<edited/>" });
    await runCli(cwd, ["fetch"]);
    expect(copyOf(cwd)).toBe("<edited/>");
    server.answers[metadata] = ({ "if-none-match": etag }) => (etag === undefined ? { body: home() } : { status: 304 });
    expect((await runCli(cwd, ["fetch", "--refresh"])).stderr).toContain("changed");
    expect(copyOf(cwd)).toBe(home());
  });

  it("two services at once lose neither", async () => {
    const server = await metadataServer({
      [metadata]: { body: home() },
      "/b": { body: home() },
      "/c": { body: home() },
    });
    const other = (path: string) => ({ input: `${server.origin}${path}`, output: `src${path}` });
    const cwd = project(`${server.origin}${metadata}`, { "home-2": other("/b"), c: other("/c") });
    const runs = await Promise.all(["home", "home-2", "c"].map((service) => runCli(cwd, ["fetch", service])));
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect([filesIn(cwd), filesIn(cwd, "home-2"), filesIn(cwd, "c")]).toEqual([
      { [metadata]: "schemas/home.xml" },
      { "/b": "schemas/home-2.xml" },
      { "/c": "schemas/c.xml" },
    ]);
  });

  it("says how it is called", async () => {
    const empty = temporaryFolder();
    expect(await runCli(empty, ["fetch"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('write { "services": { "people": { "input": "https://host/service/$metadata"'),
    });
    const cwd = project("schemas/home.xml");
    expect(await runCli(cwd, ["fetch", "hom"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("did you mean home?"),
    });
    expect(await runCli(cwd, ["fetch"])).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("nothing-to-fetch"),
    });
    const json = await runCli(cwd, ["fetch", "--format", "json"]);
    expect(JSON.parse(json.stderr)).toMatchObject([{ code: "nothing-to-fetch", severity: "notice" }]);
  });
});
