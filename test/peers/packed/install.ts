/** The tool as users have it: packed, installed with what it depends on, and run as its bin. */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { npm } from "../../support/npm.js";
import { fill } from "../../support/temporary-folder.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const runtimeRoot = join(root, "packages/runtime");
const peers = join(root, "test/peers/node_modules");

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Installation {
  /** Whether `@odata-codegen/runtime` is installed, too. */
  readonly runtime?: boolean;
  /** Packages of `test/peers/package.json` that the folder gets links to. */
  readonly link?: readonly string[];
}

/**
 * Installs the packed tool with its dependencies into `node_modules` of a folder, and gives the folder a `package.json`
 * if it has none. What is packed is what `npm run build` left.
 */
export function installTool(folder: string, { runtime = false, link = [] }: Installation = {}): void {
  if (!existsSync(join(folder, "package.json"))) fill(folder, { "package.json": manifest });
  const from = join(installedOnce(), "node_modules");
  const isWanted = (path: string) => runtime || path !== join(from, "@odata-codegen");
  cpSync(from, join(folder, "node_modules"), { recursive: true, verbatimSymlinks: true, filter: isWanted });
  for (const name of link) {
    const path = join(folder, "node_modules", name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(join(peers, name), path, "junction");
  }
}

/** The tarballs of both packages, as npm would publish them. */
export function tarballs(): { readonly tool: string; readonly runtime: string } {
  return { tool: join(installedOnce(), "tool.tgz"), runtime: join(installedOnce(), "runtime.tgz") };
}

const manifest = '{ "private": true, "type": "module" }\n';

/** The script that `odata-codegen` runs in a folder that has the tool installed. */
export function binOf(folder: string): string {
  const installed = join(folder, "node_modules/odata-codegen");
  const { bin } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as {
    readonly bin: { readonly "odata-codegen": string };
  };
  return join(installed, bin["odata-codegen"]);
}

export interface RunOptions {
  /** The folder to run in, by default the one that has the tool installed. */
  readonly cwd?: string;
  /** The program of Node, by default the running one. */
  readonly node?: string;
}

/** Runs the tool that a folder has installed, with pipes for streams. */
export function run(
  folder: string,
  args: readonly string[],
  { cwd = folder, node = process.execPath }: RunOptions = {},
): Run {
  const { FORCE_COLOR: _, NO_COLOR: __, NODE_OPTIONS: ___, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(node, [binOf(folder), ...args], { cwd, env, encoding: "utf8" });
  return { status, stdout, stderr };
}

let installed: string | undefined;

function installedOnce(): string {
  return (installed ??= install());
}

/** An installation is kept for other tests, by what is packed, until none has used it for an hour. */
function install(): string {
  const store = join(realpathSync(tmpdir()), "odata-codegen-packed");
  mkdirSync(store, { recursive: true });
  const folder = mkdtempSync(join(store, "new-"));
  try {
    const packed = [pack(root, join(folder, "tool.tgz")), pack(runtimeRoot, join(folder, "runtime.tgz"))];
    const kept = join(store, packed.join("-"));
    if (!existsSync(kept)) {
      fill(folder, { "package.json": manifest });
      npmIn(folder, "install", "./tool.tgz", "./runtime.tgz", "--prefer-offline", "--no-audit", "--no-fund");
      move(folder, kept);
    }
    utimesSync(kept, new Date(), new Date());
    return kept;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    removeUnused(store);
  }
}

function removeUnused(store: string): void {
  const hourAgo = Date.now() - 3_600_000;
  for (const name of readdirSync(store)) {
    const folder = join(store, name);
    const used = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (used < hourAgo) rmSync(folder, { recursive: true, force: true });
  }
}

/** Another run may have installed the same in the meantime. */
function move(folder: string, kept: string): void {
  try {
    renameSync(folder, kept);
  } catch (failure) {
    if (!existsSync(kept)) throw failure;
  }
}

/** Packs what is built. Returns the hash of the tarball: npm packs the same files into the same bytes. */
function pack(folder: string, tarball: string): string {
  const destination = dirname(tarball);
  const text = npmIn(folder, "pack", "--ignore-scripts", "--json", "--pack-destination", destination);
  const [{ filename, shasum }] = JSON.parse(text) as [{ readonly filename: string; readonly shasum: string }];
  renameSync(join(destination, filename), tarball);
  return shasum;
}

/** What npm prints. */
export function npmIn(cwd: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = npm(cwd, ...args);
  if (status !== 0) throw new Error(`npm ${args.join(" ")} failed:\n${stdout}${stderr}`);
  return stdout;
}
