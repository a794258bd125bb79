/**
 * The plugin of Vite: generates the services of the config file when the dev server or a build starts, and again when an
 * input changes.
 *
 * @module
 */
import { resolve } from "node:path";
import { reasonOf } from "../diagnostics/reason-of.js";
import { ChangeQueue } from "../services/watch/change-queue.js";
import { diagnosticsOf, lineOf, problemOf } from "./problem.js";
import { type Pass, ServiceRuns } from "./service-runs.js";
import type { BuildContext, DevServer, Logger, ResolvedConfig, ShownError, VitePlugin } from "./vite-types.js";

export type { BuildContext, DevServer, Logger, ResolvedConfig, ShownError, VitePlugin } from "./vite-types.js";

export interface VitePluginOptions {
  /** The path of the config file, relative to the root of the Vite project; by default it is found there. */
  readonly config?: string;
  /** The names of the services to generate; by default all of the config file. */
  readonly services?: readonly string[];
  /** Writes nothing: output that is out of date is an error. False by default. */
  readonly check?: boolean;
}

/**
 * Generates services of the config file in a Vite project. In the dev server, errors are shown in the overlay and the
 * terminal, and the output of the last good run stays; in a build they end it.
 *
 * ```ts
 * export default defineConfig({ plugins: [odataCodegen()] });
 * ```
 */
export function odataCodegen({ config, services, check = false }: VitePluginOptions = {}): VitePlugin {
  const ended = new AbortController();
  let vite: ResolvedConfig;
  const runsIn = ({ root: cwd }: ResolvedConfig) => new ServiceRuns({ cwd, config, services, check });
  return {
    name: "odata-codegen",
    configResolved(resolved) {
      vite = resolved;
    },
    async configureServer(server) {
      const serving = new Serving(runsIn(vite), vite, server);
      await serving.start();
      void serving.follow(ended.signal);
    },
    async buildStart() {
      if (vite.command === "build") await buildWith(runsIn(vite), vite, this);
    },
    buildEnd() {
      if (vite.command === "serve") ended.abort();
    },
  };
}

/** Runs all services before a build. An error ends the build. */
async function buildWith(runs: ServiceRuns, { root, logger }: ResolvedConfig, context: BuildContext): Promise<void> {
  const pass = await runs.runAll();
  for (const path of runs.inputs) context.addWatchFile(path);
  const problem = problemOf(runs.failed, root);
  if (problem !== undefined) context.error(problem);
  tell(pass, logger);
}

/** The services beside a dev server. */
class Serving {
  readonly #runs: ServiceRuns;
  readonly #root: string;
  readonly #logger: Logger;
  readonly #server: DevServer;
  readonly #queue = new ChangeQueue();
  #problem: ShownError | undefined;

  constructor(runs: ServiceRuns, { root, logger }: ResolvedConfig, server: DevServer) {
    this.#runs = runs;
    this.#root = root;
    this.#logger = logger;
    this.#server = server;
  }

  /** Runs all services, and begins to watch what they read. */
  async start(): Promise<void> {
    const { watcher, ws } = this.#server;
    watcher.on("all", (_event, path) => this.#queue.add(resolve(this.#root, path)));
    ws.on("connection", () => this.#show());
    await this.#pass(() => this.#runs.runAll());
  }

  /** Runs what changes concern until the signal is aborted. */
  async follow(signal: AbortSignal): Promise<void> {
    for (;;) {
      const changes = await this.#queue.next(signal);
      if (changes === undefined) return;
      await this.#pass(() => this.#runs.runChanged(changes));
    }
  }

  async #pass(run: () => Promise<Pass | undefined>): Promise<void> {
    const before = this.#problem;
    try {
      const pass = await run();
      if (pass === undefined) return;
      tell(pass, this.#logger);
      this.#problem = problemOf(this.#runs.failed, this.#root);
      this.#show();
      if (before !== undefined && this.#problem === undefined && !hasWritten(pass))
        this.#server.ws.send({ type: "full-reload" });
    } catch (failure) {
      this.#problem = { message: reasonOf(failure), stack: "", plugin: "odata-codegen" };
      this.#logger.error(`odata-codegen: ${this.#problem.message}`);
      this.#show();
    }
    this.#watch();
  }

  /** Watches what was read. What changed before that is a change, too. */
  #watch(): void {
    this.#server.watcher.add([...this.#runs.inputs]);
    for (const path of this.#runs.changed) this.#queue.add(path);
  }

  #show(): void {
    if (this.#problem !== undefined) this.#server.ws.send({ type: "error", err: this.#problem });
  }
}

/** Logs the diagnostics of a pass, and what it wrote. */
function tell({ said, results }: Pass, logger: Logger): void {
  for (const one of said) {
    for (const diagnostic of diagnosticsOf(one)) {
      const line = lineOf(diagnostic, one.sources);
      if (diagnostic.severity === "error") logger.error(line);
      else if (diagnostic.severity === "warning") logger.warn(line);
    }
  }
  for (const [name, { done }] of results) {
    if (typeof done === "string") continue;
    const count = done.written.length + done.removed.length;
    if (count > 0) logger.info(`odata-codegen: ${name} generated, ${count} ${count === 1 ? "file" : "files"} changed`);
  }
}

function hasWritten({ results }: Pass): boolean {
  return results.some(([, { done }]) => typeof done === "object" && done.written.length + done.removed.length > 0);
}
