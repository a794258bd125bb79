/** The plugin of the packed tool in Vite itself, with the config files of docs/vite.md. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
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

describe.each(versions)("in the dev server of Vite %s", (version, name) => {
  it("generates, follows changes, shows errors and goes on", async () => {
    const project = new Project(name);
    const vite = await project.vite();
    expect(vite.version.split(".")[0]).toBe(version);
    const server = await vite.createServer(project.options());
    onTestFinished(() => server.close());
    await server.listen();
    const { port } = server.httpServer?.address() as AddressInfo;
    const get = async (path: string) => (await fetch(`http://localhost:${port}/${path}`)).text();
    expect(await get(generated)).toContain("\"name\"");
    await get("src/main.ts");
    const page = await Messages.of(server, port);
    onTestFinished(() => page.close());
    const isReload = ({ type }: { readonly type: string }) => type === "full-reload" || type === "update";
    const until = async (text: string) => {
      while (!(await get(generated)).includes(text)) await page.next(isReload);
    };

    project.write(people("name", "nickname"));
    await until("nickname");

    project.write(broken());
    const { err } = await page.next(({ type }) => type === "error");
    expect(err).toMatchObject({
      message: expect.stringContaining(`${schema}:7:`) as unknown,
      id: join(project.folder, schema),
      loc: { file: join(project.folder, schema), line: 7, column: expect.any(Number) as unknown },
      plugin: "odata-codegen",
    });
    expect(project.logged.some((line) => line.includes(`${schema}:7:`) && line.includes("error"))).toBe(true);
    expect(await get(generated)).toContain("nickname");
    const late = await Messages.of(server, port); // a page that is opened while the error stands
    await late.next(({ type }) => type === "error");
    late.close();

    project.write(people("name", "nickname"));
    await page.next(({ type }) => type === "full-reload"); // no file of the output has changed
    project.write(people("name", "surname"));
    await until("surname");
    expect(await get(generated)).not.toContain("nickname");

    // Each change was one run: what the plugin writes is none.
    const runs = project.logged.filter((line) => line.startsWith("odata-codegen: people generated"));
    expect(runs).toHaveLength(3);
  });
});

describe.each(versions)("in a build of Vite %s", (_version, name) => {
  it("generates what is built, and fails with the place of an error", async () => {
    const project = new Project(name);
    const vite = await project.vite();
    await vite.build(project.options());
    expect(existsSync(join(project.folder, "dist/index.html"))).toBe(true);
    expect(project.read(generated)).toContain("name: ");
    project.write(broken());
    await expect(vite.build(project.options())).rejects.toMatchObject({
      message: expect.stringContaining(`${schema}:7:`) as unknown,
      loc: { file: join(project.folder, schema), line: 7 },
      plugin: "odata-codegen",
    });
    project.write(people("name", "surname"));
    await expect(vite.build(project.options("vite.config.check.ts"))).rejects.toThrow("output-outdated");
    expect(project.read(generated)).not.toContain("surname");
    await vite.build(project.options("vite.config.some.ts"));
    expect(project.read(generated)).toContain("surname");
    await vite.build(project.options("vite.config.check.ts"));
  });
});

describe("the plugin", () => {
  it("fails a build of the command line", () => {
    const project = new Project("vite");
    project.write(broken());
    const bin = join(project.folder, "node_modules/vite/bin/vite.js");
    const { status, stderr } = spawnSync(process.execPath, [bin, "build"], { cwd: project.folder, encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toContain(`${schema}:7:`);
  });

  it("names the services that there are, and a config file that is missing", async () => {
    const project = new Project("vite");
    const { build } = await project.vite();
    const { odataCodegen } = (await import(
      /* @vite-ignore */ join(project.folder, "node_modules/odata-codegen/lib/vite.js")
    )) as typeof import("../../../src/vite/plugin.js");
    const options = { ...project.options(), configFile: false } as const;
    const built = (plugin: ReturnType<typeof odataCodegen>) => build({ ...options, plugins: [plugin] });
    await expect(built(odataCodegen({ services: ["none"] }))).rejects.toThrow('no service "none"; it has "people"');
    await expect(built(odataCodegen({ config: "none.json" }))).rejects.toThrow("config-not-found");
  });

  it.each(versions)("has a type that fits Vite %s, and its config files compile", (_version, name) => {
    const project = new Project(name);
    const files = blocksOf(textOf("docs/vite.md")).flatMap(({ code }) => /^\/\/ (\S+)\n/.exec(code)?.[1] ?? []);
    expect(files).toHaveLength(3);
    const flags = ["--strict", "--noEmit", "--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom"];
    expect(tsc(project.folder, ...files, ...flags, "--skipLibCheck", "--exactOptionalPropertyTypes")).toBe("");
  });
});
