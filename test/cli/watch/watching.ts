import { Writable } from "node:stream";
import { onTestFinished } from "vitest";
import { run } from "../../../src/cli/run.js";
import { nodeTerminal } from "../../../src/cli/terminal.js";
import { unexpected } from "../run-cli.js";

/** A `generate --watch` in this process. */
export interface Watching {
  /** Changes something, and waits for lines that match after it; resolves with all that was printed since. */
  after(change: () => void, ...lines: readonly RegExp[]): Promise<string>;
  /** Ends it as a signal does, and gives the exit code. */
  end(signal?: "SIGINT" | "SIGTERM"): Promise<number>;
}

/** Starts a watch and waits until it notices changes; `begun` has what was printed until then. */
export async function startWatch(
  cwd: string,
  ...args: readonly string[]
): Promise<Watching & { readonly begun: string }> {
  const stderr = new Lines();
  const terminal = nodeTerminal({ stdout: new Lines(), stderr, env: {}, cwd: () => cwd }, unexpected, () => 0);
  const ended = run(["generate", "--watch", ...args], terminal);
  const end = (signal: "SIGINT" | "SIGTERM" = "SIGINT") => {
    process.emit(signal, signal);
    return ended;
  };
  onTestFinished(async () => void (await end()));
  const after = async (change: () => void, ...lines: readonly RegExp[]) => {
    stderr.take();
    change();
    await Promise.all(lines.map((line) => stderr.matches(line)));
    return stderr.take();
  };
  const begun = await after(() => {}, /^watching for changes …$/m);
  return { after, end, begun };
}

class Lines extends Writable {
  #text = "";
  #waiting: { readonly line: RegExp; readonly resolve: () => void }[] = [];

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#text += chunk.toString();
    for (const { line, resolve } of this.#waiting) if (line.test(this.#text)) resolve();
    done();
  }

  take(): string {
    const text = this.#text;
    this.#text = "";
    return text;
  }

  matches(line: RegExp): Promise<void> {
    if (line.test(this.#text)) return Promise.resolve();
    return new Promise((resolve) => void this.#waiting.push({ line, resolve }));
  }
}
