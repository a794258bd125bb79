import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { corpus } from "../support/corpus.js";
import type { Mutant } from "./draw.js";
import { withFault } from "./faults.js";
import type { RelatedTests } from "./related.js";

/** `refused` by the compiler, noticed by a test that fails or by one that does not end, or not at all. */
export type Outcome = "refused" | "failed" | "endless" | "survived";

/** A copy of the repository, in which one fault after the other is tried. */
export class Laboratory {
  readonly #folder = mkdtempSync(join(tmpdir(), "odata-codegen-mutants-"));
  readonly #related: RelatedTests;
  readonly #limit: number;

  /** `limit` is the time that the tests of one fault may take together, in seconds. */
  constructor(root: string, related: RelatedTests, limit: number) {
    const left = /\/(?:node_modules|\.git|bench|peers)$/;
    cpSync(root, this.#folder, { recursive: true, filter: (path) => !left.test(path) });
    symlinkSync(join(root, "node_modules"), join(this.#folder, "node_modules"));
    this.#related = related;
    this.#limit = limit;
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
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #compiles(): Promise<boolean> {
    return (await this.#run("typescript-7.0/bin/tsc", ["-p", "."], this.#limit)) === "passed";
  }

  async #test(path: string): Promise<Outcome> {
    const end = Date.now() + this.#limit * 1000;
    for (const tests of this.#related.of(path)) {
      const args = ["run", ...tests, "--bail=1", "--typecheck.enabled=false", "--reporter=dot"];
      const outcome = await this.#run("vitest/vitest.mjs", args, (end - Date.now()) / 1000);
      if (outcome !== "passed") return outcome;
    }
    return "survived";
  }

  /** Runs a command of a package, and ends it with all that it has started when the time is over. */
  #run(bin: string, args: readonly string[], seconds: number): Promise<"passed" | "failed" | "endless"> {
    const child = spawn(process.execPath, [join(this.#folder, "node_modules", bin), ...args], {
      cwd: this.#folder,
      env: { ...process.env, ODATA_CODEGEN_CORPUS: corpus },
      stdio: "ignore",
      detached: true,
    });
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
        resolve("endless");
      }, seconds * 1000);
      child.on("exit", (code) => {
        clearTimeout(timer);
        resolve(code === 0 ? "passed" : "failed");
      });
    });
  }
}
