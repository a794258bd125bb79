/** The shipped program as it runs in a terminal, or in a log without one. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { contentOf, temporaryFolder } from "../../support/temporary-folder.js";
import { lampCsdl, lampFiles } from "../lamp-inputs.js";
import { runBin } from "../run-cli.js";

const bin = fileURLToPath(new URL("../../../lib/odata-codegen.js", import.meta.url));
const args = ["lamps.xml", "-o", "out"];

/** Starts a watch without a standard input; `line` waits for the next line that matches. */
function start(folder: string) {
  const child = spawn(process.execPath, [bin, "generate", ...args, "--watch"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  const line = async (pattern: RegExp) => {
    while (!pattern.test(text)) await once(child.stderr ?? child, "data");
    return text;
  };
  return { child, line };
}

async function exitOf(child: ChildProcess): Promise<unknown> {
  const [code, signal] = (await once(child, "exit")) as readonly unknown[];
  return code ?? signal;
}

it.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("is ended by %s with %d, and leaves a whole output", async (signal, code) => {
  const folder = temporaryFolder(lampFiles);
  const { child, line } = start(folder);
  await line(/^watching/m);
  writeFileSync(join(folder, "lamps.xml"), lampCsdl.replace('Name="mode"', 'Name="shine"'));
  const text = await line(/^✔.*\nwatching.*\n✔.*\n/);
  expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  appendFileSync(join(folder, "lamps.xml"), "\n");
  child.kill(signal);
  expect(await exitOf(child)).toBe(code);
  expect(Object.keys(contentOf(join(folder, "out"))).filter((path) => /lock|stag/.test(path))).toEqual([]);
  if (signal === "SIGTERM") return;
  expect(runBin(folder, ["generate", ...args, "--quiet"])).toEqual({ code: 0, stdout: "", stderr: "" });
});
