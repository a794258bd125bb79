/** Runs the blocks of a page in the folder of a reader who follows it from the top to the bottom. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { format } from "node:util";
import { vi } from "vitest";
import { loadConfig } from "../../src/config/load-config.js";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { runCli } from "../cli/run-cli.js";
import { withAssumed } from "../guide/blocks.js";
import { fill } from "../support/temporary-folder.js";
import { type Block, blocksOf, type Fence, root, tableProgramsOf, textOf, withContents } from "./page-blocks.js";
import { pageServer, type PageServer } from "./page-server.js";
import type { PageSetup } from "./page-setup.js";
import { recordingFetch } from "./recording-fetch.js";
import { commandLines, shellCommand } from "./shell.js";
import { isTestedElsewhere, unrun } from "./untested.js";

/** What the first line of a block that is a part of a generated file begins with. */
const EXCERPT = "// from ";

interface Scripts {
  readonly scripts: Readonly<Record<string, string>>;
}

/** Where the config file of a block is written. */
const CONFIG = "odata-codegen.config.json";

/** Whether a page of `setups` has the block run, compiled or checked here. */
export function isRunHere(page: string, block: Block): boolean {
  return !isTestedElsewhere(page, block) && (["sh", "ts"].includes(block.language) || jsonFile(block) !== undefined);
}

/** The file that a block of JSON is, by its keys. */
function jsonFile({ language, code }: Block): string | undefined {
  if (language !== "json") return undefined;
  const keys = Object.keys(JSON.parse(code) as object);
  if (keys.includes("services") || keys.includes("defaults")) return CONFIG;
  if (keys.includes("scripts")) return "package.json";
  return keys.includes("format") ? "operations.json" : undefined;
}

/** Runs a command line of the tool in a folder. */
export type Run = typeof runCli;

export interface PageOptions {
  readonly text?: string;
  readonly run?: Run;
}

export class PageRun {
  readonly page: string;
  readonly text: string;
  /** What went wrong, by the line of the block. */
  readonly faults: string[] = [];
  readonly #setup: PageSetup;
  readonly #folder: string;
  readonly #run: Run;
  readonly #contents = new Map<Fence, string>();
  readonly #programs: { readonly block: Block; readonly path: string }[] = [];
  #server: PageServer | undefined;

  /** A page of the repository, or another text, with the program that runs its commands. */
  constructor(page: string, setup: PageSetup, folder: string, { text = textOf(page), run = runCli }: PageOptions = {}) {
    [this.page, this.#setup, this.#folder] = [page, setup, folder];
    [this.text, this.#run] = [text, run];
  }

  /** The page with the results that its blocks gave. */
  get rendered(): string {
    return withContents(this.text, this.#contents);
  }

  /** Runs commands, checks config files and writes programs, in their order. */
  async prepare(): Promise<void> {
    const { files = {}, copies = {}, remote, assumed = "", before = [] } = this.#setup;
    for (const [to, from] of Object.entries(copies)) cpSync(`${root}${from}`, join(this.#folder, to), { recursive: true });
    fill(this.#folder, { ...files, "src/assumed.ts": `${assumed}export {};\n` });
    this.#server = await pageServer(remote);
    for (const line of before) await this.#command(line);
    for (const block of blocksOf(this.text)) await this.#begin(block);
    for (const { line, code } of tableProgramsOf(this.text)) this.#writeRow(line, code);
    this.#server.close();
  }

  async #begin(block: Block): Promise<void> {
    const { language } = block;
    const file = jsonFile(block);
    if (!isRunHere(this.page, block)) return;
    if (file !== undefined) await this.#writeJson(block, file);
    else if (language === "sh") await this.#runCommands(block);
    else if (block.code.startsWith(EXCERPT)) this.#checkExcerpt(block);
    else this.#writeProgram(block);
  }

  async #runCommands(block: Block): Promise<void> {
    const outputs: string[] = [];
    for (const line of commandLines(block.code)) {
      if (unrun.some(({ command }) => command === line)) continue;
      outputs.push(await this.#command(line, block.line));
    }
    const result = block.results.find(({ language }) => language === "text" || language === "");
    if (result !== undefined) this.#contents.set(result, withDurations(outputs.join(""), result.code));
  }

  async #command(line: string, at = 0): Promise<string> {
    const server = this.#server ?? (await pageServer());
    const { words, file, env } = shellCommand(line);
    const args = words.slice(words[0] === "npx" ? 2 : 1);
    if (words[words[0] === "npx" ? 1 : 0] !== "odata-codegen") throw new Error(`${this.page}:${at}: nothing runs ${line}`);
    const run = await this.#run(this.#folder, args.map(server.local), { env: { ...this.#setup.env, ...env } });
    if (run.code !== (this.#setup.failing?.includes(line) ? 1 : 0))
      this.faults.push(`${this.page}:${at}: ${line} exits with ${run.code}\n${run.stderr}`);
    if (file !== undefined) writeFileSync(join(this.#folder, file), run.stdout);
    return server.shown(run.stderr + (file === undefined ? run.stdout : ""));
  }

  async #writeJson({ code, line }: Block, file: string): Promise<void> {
    fill(this.#folder, { [file]: this.#server?.local(code) ?? code });
    if (file === "package.json") await this.#runScripts(JSON.parse(code) as Scripts, line);
    if (file !== CONFIG) return;
    const report = new Report();
    await loadConfig(this.#folder, CONFIG, new Sources(), report);
    this.faults.push(...report.diagnostics.map((one) => `${this.page}:${line}: ${one.code} ${JSON.stringify(one)}`));
  }

  async #runScripts({ scripts }: Scripts, line: number): Promise<void> {
    const own = Object.values(scripts).filter((script) => script.startsWith("odata-codegen "));
    for (const script of own) await this.#command(script, line);
  }

  /** A part of a generated file, which the first line names, but for indentation. */
  #checkExcerpt({ code, line }: Block): void {
    const [first = "", ...excerpt] = code.trimEnd().split("\n");
    const file = readFileSync(join(this.#folder, first.slice(EXCERPT.length)), "utf8");
    const parts = excerpt.join("\n").split(/^\s*\/\/ …\n/m);
    const missing = parts.filter((part) => !file.includes(part));
    this.faults.push(...missing.map((part) => `${this.page}:${line}: not in ${first.slice(EXCERPT.length)}: ${part}`));
  }

  #writeProgram(block: Block): void {
    const [, named] = /^\/\/ ([\w./-]+\.ts)\n/.exec(block.code) ?? [];
    const path = named ?? `src/line-${block.line}.ts`;
    const isInSource = /^src\/[^/]+$/.test(path);
    fill(this.#folder, { [path]: isInSource ? withAssumed(block.code, this.#setup.assumed ?? "") : block.code });
    this.#programs.push({ block, path });
  }

  #writeRow(line: number, code: string): void {
    fill(this.#folder, { [`src/row-${line}.ts`]: withAssumed(code, this.#setup.assumed ?? "") });
  }

  /** Runs the programs that show a result. They were compiled to the given folder. */
  async runPrograms(compiled: string): Promise<void> {
    for (const { block, path } of this.#programs) {
      if (block.results.length === 0) continue;
      const { printed, sent } = await this.#runProgram(join(compiled, path.replace(/\.ts$/, ".js")), block.line);
      for (const result of block.results)
        this.#contents.set(result, result.language === "http" ? `${sent.join("\n\n")}\n` : printed);
    }
  }

  async #runProgram(file: string, line: number): Promise<{ readonly printed: string; readonly sent: readonly string[] }> {
    const sent: string[] = [];
    let printed = "";
    const { fetch } = globalThis;
    const log = vi.spyOn(console, "log");
    log.mockImplementation((...values: readonly unknown[]) => void (printed += `${format(...values)}\n`));
    const shown = (text: string) => this.#server?.shown(text) ?? text;
    globalThis.fetch = recordingFetch(this.#setup.service ?? { root: "", answers: [] }, sent, shown);
    try {
      await import(pathToFileURL(file).href);
    } catch (error) {
      this.faults.push(`${this.page}:${line}: ${String(error)}`);
    } finally {
      globalThis.fetch = fetch;
      log.mockRestore();
    }
    return { printed: shown(printed), sent };
  }
}

/** A text with the durations of another one in the place of its own, which differ from run to run. */
function withDurations(text: string, shown: string): string {
  const pattern = /\b\d+(?:\.\d+)? m?s(?=\)|$)/gm;
  const durations = [...shown.matchAll(pattern)].map(([duration]) => duration);
  return text.replaceAll(pattern, () => durations.shift() ?? "130 ms");
}
