/** Follows docs/getting-started.md from an empty folder, with the packed tool and a running CAP service. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { temporaryFolder } from "../../support/temporary-folder.js";
import { type CapServer, startCap } from "../cap/cap-server.js";
import { tarballs } from "../packed/install.js";
import peers from "../package.json" with { type: "json" };

const page = readFileSync(fileURLToPath(new URL("../../../docs/getting-started.md", import.meta.url)), "utf8");
const ORIGIN = "http://localhost:4004";

let server: CapServer;
beforeAll(async () => {
  server = await startCap(new URL("bookshop", import.meta.url));
}, 60_000);
afterAll(() => server.stop());

function block(language: string): string {
  return new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "m").exec(page)?.[1] ?? "";
}

/** The command of the page with this server, and the packages of this test in the place of those of the registry. */
function here(command: string): string {
  return command
    .replace(ORIGIN, server.origin)
    .replace(/^npm install .* odata-codegen typescript$/, (line) =>
      line
        .replace("odata-codegen", tarballs().tool)
        .replace(/typescript$/, `typescript@${peers.dependencies.typescript} --prefer-offline`),
    );
}

/** What a command prints, with the server of the page and without durations. */
function shown(output: string): string {
  return output
    .replaceAll(server.origin, ORIGIN)
    .replaceAll(/\d+(?:\.\d+)? m?s\b/g, "… ms")
    .trim();
}

it("is as the page shows it, in at most five commands", () => {
  const folder = temporaryFolder();
  const commands = block("sh").trim().split("\n");
  expect(commands.length).toBeLessThanOrEqual(5);
  const { npm_config_user_agent: _, ...env } = process.env;
  const startedAt = performance.now();
  const transcript = commands.map((command) => {
    const { status, stdout, stderr } = spawnSync(here(command), { cwd: folder, shell: true, encoding: "utf8", env });
    expect({ command, status, output: status === 0 ? "" : stdout + stderr }).toEqual({
      command,
      status: 0,
      output: "",
    });
    // npm says what it added, and what is for sale.
    const output = command.startsWith("npm ") ? "" : `${shown(stderr + stdout)}\n`;
    return `$ ${command}\n${output}`.trimEnd();
  });
  const seconds = (performance.now() - startedAt) / 1000;
  process.stderr.write(`From an empty folder to a typed call: ${seconds.toFixed(1)} s\n`);
  expect(`${transcript.join("\n")}\n`).toBe(block("text"));
  expect(readFileSync(join(folder, "src/example.ts"), "utf8")).toBe(block("ts"));
}, 180_000);
