/** The plugin of the packed tool in Vite itself, with the config files of docs/vite.md. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type * as plugin from "../../../src/vite/plugin.js";
import { blocksOf, textOf } from "../../docs/page-blocks.js";
import { tsc } from "../packed/tsc.js";
import { Messages } from "./messages.js";
import { broken, people, Project, schema } from "./project.js";

const versions = [
  ["8", "vite"],
  ["7", "vite-7"],
  ["6", "vite-6"],
] as const;

const generated = "src/people/validators/checks.ts";

describe.each(versions)("with Vite %s", (version, name) => {
  let project: Project;
  beforeAll(() => {
    project = new Project(name);
  });
  afterAll(() => project.remove());

  async function serving() {
    const server = await (await project.vite()).createServer(project.options());
    onTestFinished(() => server.close());
    await server.listen();
    const address = server.httpServer?.address();
    if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
    const { port } = address;
    const get = async (path: string) => (await fetch(`http://localhost:${port}/${path}`)).text();
    const page = async () => {
      const messages = await Messages.of(server, port);
      onTestFinished(() => messages.close());
      return messages;
    };
    return { get, page };
  }

  it("the dev server generates, follows changes, shows errors and goes on", async () => {
    expect((await project.vite()).version.split(".")[0]).toBe(version);
    const { get, page } = await serving();
    expect(await get(generated)).toContain('"name"');
    await get("src/main.ts");
    const open = await page();
    const until = async (text: string) => {
      while (!(await get(generated)).includes(text))
        await open.next(({ type }) => type === "full-reload" || type === "update");
    };

    project.write(people("name", "nickname"));
    await until('"nickname"');

    project.write(broken());
    const { err } = await open.next(({ type }) => type === "error");
    expect(err).toMatchObject({
      message: expect.stringContaining(`${schema}:7:1 - error`) as unknown,
      id: join(project.folder, schema),
      loc: { file: join(project.folder, schema), line: 7, column: 0 },
      plugin: "odata-codegen",
    });
    expect(project.timesLogged(`${schema}:7:1 - error`)).toBe(1);
    expect(await get(generated)).toContain('"nickname"');
    await (await page()).next(({ type }) => type === "error"); // opened while the error stands

    project.write(people("name", "nickname"));
    await open.next(({ type }) => type === "full-reload"); // although no file of the output differs
    project.write(people("name", "surname"));
    await until('"surname"');
    expect(await get(generated)).not.toContain('"nickname"');

    // Each change gives one run: what the plugin writes into the root is none.
    await project.untilLogged("people generated", 3);
    project.write(broken());
    await project.untilLogged(`${schema}:7:1 - error`, 2);
    expect(project.timesLogged("people generated")).toBe(3);
    expect(project.timesLogged(`${schema}:7:1 - error`)).toBe(2);
  });

  it("a build generates what it builds, and fails with the place of an error", async () => {
    const { build } = await project.vite();
    project.write(people("name"));
    await build(project.options());
    expect(existsSync(join(project.folder, "dist/index.html"))).toBe(true);
    expect(project.read(generated)).toContain('"name"');
    project.write(broken());
    const failure = (await build(project.options()).catch((error: unknown) => error)) as {
      readonly errors?: unknown[];
    };
    expect(failure.errors?.[0] ?? failure).toMatchObject({
      message: expect.stringContaining(`${schema}:7:1 - error`) as unknown,
      loc: { file: join(project.folder, schema), line: 7 },
      plugin: "odata-codegen",
    });
    project.write(people("name", "surname"));
    await expect(build(project.options("vite.config.check.ts"))).rejects.toThrow("output-outdated");
    expect(project.read(generated)).not.toContain('"surname"');
    await build(project.options("vite.config.some.ts"));
    expect(project.read(generated)).toContain('"surname"');
  });

  it("a build of the command line ends with the error", () => {
    project.write(broken());
    const bin = join(project.folder, "node_modules/vite/bin/vite.js");
    const { status, stderr } = spawnSync(process.execPath, [bin, "build"], { cwd: project.folder, encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toContain(`${schema}:7:1 - error`);
  });

  it("a service and a config file that are missing are named", async () => {
    project.write(people("name"));
    const { build } = await project.vite();
    const built = async (options: plugin.VitePluginOptions) => {
      const path = join(project.folder, "node_modules/odata-codegen/lib/vite.js");
      const { odataCodegen } = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as typeof plugin;
      return build({ ...project.options(), configFile: false, plugins: [odataCodegen(options)] });
    };
    await expect(built({ services: ["none"] })).rejects.toThrow(
      '<vite plugin> - error usage-unknown-service: The config file has no service "none"; write people.',
    );
    await expect(built({ config: "none.json" })).rejects.toThrow("config-not-found");
  });

  it("the config files of the page compile", () => {
    const files = blocksOf(textOf("docs/vite.md")).flatMap(({ code }) => /^\/\/ (\S+)\n/.exec(code)?.[1] ?? []);
    expect(files).toHaveLength(3);
    const flags = ["--strict", "--noEmit", "--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom"];
    expect(tsc(project.folder, ...files, ...flags, "--skipLibCheck", "--exactOptionalPropertyTypes")).toBe("");
  });
});
