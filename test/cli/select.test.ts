import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";
import { lampFiles } from "./lamp-inputs.js";
import { runCli } from "./run-cli.js";

const config = JSON.stringify({
  services: {
    lamps: {
      input: ["lamps.xml", "pages"],
      output: "out",
      include: ["/lamps#POST"],
      exclude: ["contoso.home.lampMode"],
    },
  },
});

describe("generate --include and --exclude", () => {
  it("are in the help, with an example", async () => {
    const { stdout } = await runCli(".", ["generate", "--help"]);
    expect(stdout).toMatch(/--include +Generate only this part of the service/);
    expect(stdout).toMatch(/--exclude +Leave out/);
    expect(stdout).toContain("--include '/users/**#GET'");
  });

  it("generate what is selected, and say what fits nothing", async () => {
    const folder = temporaryFolder(lampFiles);
    const args = ["generate", "lamps.xml", "pages", "-o", "out"];
    const { code, stderr } = await runCli(folder, [
      ...args,
      "--include",
      "/lamp/**",
      "--include",
      "contoso.home.lampMode",
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain(
      '--include /lamp/** - warning pattern-unmatched: Nothing matches "/lamp/**"; did you mean /lamps/**?\n',
    );
    expect(stderr).toMatch(/✔ 0 types, 1 enum → out/);
  });

  it("refuse what is no pattern, and write nothing", async () => {
    const folder = temporaryFolder(lampFiles);
    const { code, stderr } = await runCli(folder, ["generate", "lamps.xml", "-o", "out", "--exclude", "#FETCH"]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      '--exclude #FETCH - error pattern-malformed: "#FETCH" is not a pattern (FETCH is not one of',
    );
    expect(stderr).toContain("✖ nothing written to out\n");
  });

  it("take a pattern as it is, with its commas", async () => {
    const folder = temporaryFolder(lampFiles);
    const pattern = "/lamps/reset(a={a},b={b})";
    const { stderr } = await runCli(folder, ["generate", "lamps.xml", "pages", "-o", "out", "--include", pattern]);
    expect(stderr).toContain(`Nothing matches "${pattern}"`);
  });

  it("stand in the config file, and make another manifest than the whole", async () => {
    const folder = temporaryFolder({ ...lampFiles, "odata-codegen.config.json": config });
    const manifest = () =>
      JSON.parse(readFileSync(join(folder, "out/.odata-codegen.json"), "utf8")) as { inputs: string };
    expect((await runCli(folder, ["generate", "--quiet"])).stderr).toBe("");
    const client = readFileSync(join(folder, "out/client.ts"), "utf8");
    expect(client).toContain("post: Post<");
    expect(client).not.toContain("patch");
    expect(readFileSync(join(folder, "out/types.ts"), "utf8")).toContain("mode?: unknown");
    const { inputs } = manifest();
    await runCli(folder, ["generate", "lamps.xml", "pages", "-o", "out", "--quiet"]);
    expect(manifest().inputs).not.toBe(inputs);
  });
});
