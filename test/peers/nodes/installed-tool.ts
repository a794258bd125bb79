import { mkdtempSync, readFileSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { npm } from "../../support/npm.js";
import { fill } from "../../support/temporary-folder.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

export interface InstalledTool {
  /** The folder of the project that has the tool installed. */
  readonly project: string;
  /** The script to run. */
  readonly bin: string;
}

/** Packs the tool, which builds it, and installs the tarball with what it depends on in a new project. */
export function installTool(): InstalledTool {
  const project = realpathSync(mkdtempSync(join(tmpdir(), "odata-codegen-nodes-")));
  fill(project, { "package.json": '{ "private": true, "type": "module" }' });
  const tarball = outputOf(root, "pack", "--silent", "--pack-destination", project).trim();
  outputOf(project, "install", `./${tarball}`, "--prefer-offline", "--no-audit", "--no-fund");
  const installed = join(project, "node_modules/odata-codegen");
  const { bin } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as {
    readonly bin: { readonly "odata-codegen": string };
  };
  return { project, bin: join(installed, bin["odata-codegen"]) };
}

function outputOf(cwd: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = npm(cwd, ...args);
  if (status !== 0) throw new Error(`npm ${args.join(" ")} failed:\n${stdout}${stderr}`);
  return stdout;
}
