import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Mutant } from "./draw.js";
import { withFault } from "./faults.js";
import type { RelatedTests } from "./related.js";

/** `refused` by the compiler, noticed by a test that fails or by one that does not end, or not at all. */
export type Outcome = "refused" | "failed" | "endless" | "survived";

export interface TrialOptions {
  /** The time that the tests of one fault may take together, in seconds. */
  readonly limit: number;
  /** Whether the tests over the corpus run too. */
  readonly withCorpus: boolean;
}

/** A copy of the repository, in which one fault after the other is tried. */
export class Laboratory {
  readonly #folder = mkdtempSync(join(tmpdir(), "odata-codegen-mutants-"));
  readonly #related: RelatedTests;
  readonly #limit: number;
  readonly #withCorpus: boolean;
  #running: ChildProcess | undefined;

  constructor(root: string, related: RelatedTests, { limit, withCorpus }: TrialOptions) {
    const left = /\/(?:node_modules|\.git|bench|peers)$/;
    cpSync(root, this.#folder, { recursive: true, filter: (path) => !left.test(path) });
    symlinkSync(join(root, "node_modules"), join(this.#folder, "node_modules"));
    this.#related = related;
    this.#limit = limit;
    this.#withCorpus = withCorpus;
  }

  async try({ path, fault }: Mutant): Promise<Outcome> {
    const file = join(this.#folder, path);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, withFault(text, fault));
    try {
      return (await this.#compiles()) ? await this.#test(path) : "refused";
    } finally {
      writeFileSync(file, text);
    }
  }

  close(): void {
    this.#end();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #compiles(): Promise<boolean> {
    return (await this.#run("typescript-7.0/bin/tsc", ["-p", "."], this.#limit)) === "passed";
  }

  async #test(path: string): Promise<Outcome> {
    const end = Date.now() + this.#limit * 1000;
    for (const tests of this.#related.of(path)) {
      const args = ["run", ...tests, "--bail=1", "--reporter=dot"];
      const outcome = await this.#run("vitest/vitest.mjs", args, (end - Date.now()) / 1000);
      if (outcome !== "passed") return outcome;
    }
    return "survived";
  }

  /** Runs a command of a package, for so many seconds at most. */
  #run(bin: string, args: readonly string[], seconds: number): Promise<"passed" | "failed" | "endless"> {
    const child = spawn(process.execPath, [join(this.#folder, "node_modules", bin), ...args], {
      cwd: this.#folder,
      // Without a corpus the tests over it are skipped, which take minutes.
      env: { ...process.env, ...(!this.#withCorpus && { ODATA_CODEGEN_CORPUS: "" }) },
      stdio: "ignore",
      detached: true,
    });
    this.#running = child;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#end();
        resolve("endless");
      }, seconds * 1000);
      child.on("exit", (code) => {
        clearTimeout(timer);
        this.#running = undefined;
        resolve(code === 0 ? "passed" : "failed");
      });
    });
  }

  /** Ends what runs, with all that it has started. */
  #end(): void {
    if (this.#running?.pid !== undefined) process.kill(-this.#running.pid, "SIGKILL");
    this.#running = undefined;
  }
}
