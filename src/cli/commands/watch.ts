import { relative, resolve } from "node:path";
import { lockFileName } from "../../kept/lock-file.js";
import { reasonOf } from "../../diagnostics/reason-of.js";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { withSlashes } from "../../diagnostics/path-name.js";
import { nodeIo } from "../../sources/node-io.js";
import type { Service } from "../services.js";
import type { Session } from "../session.js";
import { noLongerLine, readAgainLine } from "../text/watch-lines.js";
import { ChangeQueue } from "../../services/watch/change-queue.js";
import { type FileWatcher, watchFiles } from "../watch/file-watcher.js";
import { Seen } from "../../services/watch/seen.js";
import { type WatchedPaths, watchedPaths } from "../../services/watch/watched-paths.js";
import { WatchedService } from "../watch/watched-service.js";
import type { GenerateCall } from "../generate/generate-service.js";
import { servicesOf } from "../generate/generate-services.js";

/** Generates, and again what is concerned whenever something changes, until a signal to end arrives. */
export async function watch(call: GenerateCall, session: Session): Promise<void> {
  await session.uninterrupted((signal) => new Watching(call, session, signal).run());
}

class Watching {
  readonly #call: GenerateCall;
  readonly #session: Session;
  readonly #signal: AbortSignal;
  readonly #queue = new ChangeQueue();
  readonly #services = new Map<string | undefined, WatchedService>();
  /** The config file, what it imports, and the lock file, as they were read last. */
  #config = new Seen();
  #isConfigValid = true;
  #watcher: FileWatcher | undefined;
  #watched: WatchedPaths | undefined;

  constructor(call: GenerateCall, session: Session, signal: AbortSignal) {
    this.#call = call;
    this.#session = session;
    this.#signal = signal;
  }

  async run(): Promise<void> {
    if (!(await this.#begin())) return;
    let due: readonly WatchedService[] = [...this.#services.values()];
    await import("../../generate-whole.js"); // now, so that the first change need not wait for it
    for (;;) {
      for (const service of due) if (!this.#signal.aborted) await service.generate(this.#call, this.#session);
      await this.#watch();
      const changes = await this.#queue.next(this.#signal);
      if (changes === undefined) break;
      due = await this.#concerned(changes);
    }
    await this.#watcher?.close();
  }

  /** Reads the config file. False if there is nothing to watch: wrong usage, or no config file. */
  async #begin(): Promise<boolean> {
    const report = new Report();
    const sources = new Sources();
    const services = await this.#read(this.#call, sources, report);
    for (const service of services) this.#services.set(service.name, new WatchedService(service));
    const isUsage = report.diagnostics.some(({ code }) => code.startsWith("usage-"));
    const isFinal = report.failed && (isUsage || this.#config.files.size === 0);
    const session = isFinal ? this.#session : this.#session.another(new Set());
    session.print(report, sources);
    if (!isFinal) session.flush();
    this.#isConfigValid = !report.failed;
    return !isFinal;
  }

  /** The services that changes concern, those with another configuration, and new ones. */
  async #concerned(changes: ReadonlySet<string>): Promise<readonly WatchedService[]> {
    const io = nodeIo(this.#call.cwd);
    const concerning = async (seen: Seen) => {
      const found: string[] = [];
      for (const path of changes) if (await seen.isConcerned(path, io)) found.push(path);
      return found;
    };
    const ofConfig = await concerning(this.#config);
    const due = new Set(ofConfig.length > 0 ? await this.#configured(ofConfig) : []);
    for (const service of this.#services.values()) if ((await concerning(service.seen)).length > 0) due.add(service);
    return [...this.#services.values()].filter((service) => due.has(service));
  }

  /** Reads the config file again; with errors, the services stay as they were. */
  async #configured(changed: readonly string[]): Promise<readonly WatchedService[]> {
    const report = new Report();
    const sources = new Sources();
    const services = await this.#read({ ...this.#call, ...this.#all }, sources, report);
    const session = this.#session.another(new Set());
    session.print(report, sources);
    const wasValid = this.#isConfigValid;
    this.#isConfigValid = !report.failed;
    const due = report.failed ? [] : this.#take(services);
    const isSilent = due.length > 0 || (wasValid && changed.every(isLock));
    const name = this.#nameOf(changed.find((path) => !isLock(path)) ?? changed[0] ?? "");
    if (report.failed || !isSilent) session.note(readAgainLine(name, report.failed, session.err.color));
    session.flush();
    return due;
  }

  async #read(call: GenerateCall, sources: Sources, report: Report): Promise<readonly Service[]> {
    const files = new Set<string>();
    const services = await servicesOf(call, sources, report, files);
    const config = new Seen();
    // With errors, some of its modules may not have been reached.
    for (const path of [...files, ...(report.failed ? this.#config.files.keys() : [])]) config.add(path);
    this.#config = config;
    return services;
  }

  /** All services of the config file, since one that is named may be gone. */
  get #all() {
    return this.#call.given.output === undefined ? { arguments: [] } : {};
  }

  /** Takes what is configured now; returns what changed. */
  #take(services: readonly Service[]): readonly WatchedService[] {
    const { arguments: names, given } = this.#call;
    const isWanted = ({ name }: Service) =>
      given.output !== undefined || names.length === 0 || names.includes(name ?? "");
    const wanted = services.filter(isWanted);
    for (const [name, { service }] of this.#services) {
      if (wanted.some((other) => other.name === name)) continue;
      this.#services.delete(name);
      this.#session.note(noLongerLine(name ?? "", this.#nameOf(service.output ?? ""), this.#session.err.color));
    }
    return wanted.flatMap((service) => {
      const known = this.#services.get(service.name);
      if (known?.update(service) === false) return [];
      const watched = known ?? new WatchedService(service);
      this.#services.set(service.name, watched);
      return [watched];
    });
  }

  /** Watches what the last runs read. Changes that were made before a watch begins are found by comparison. */
  async #watch(): Promise<void> {
    const { cwd } = this.#call;
    const services = [...this.#services.values()];
    const files = [...this.#config.files.keys(), ...services.flatMap(({ seen }) => [...seen.files.keys()])];
    const wanted = watchedPaths({
      files,
      roots: services.flatMap(({ seen }) => seen.roots),
      outputs: services.map(({ service }) => resolve(cwd, this.#call.given.output ?? service.output ?? "")),
      bases: [cwd, ...services.map(({ service }) => service.base)],
    });
    if (this.#watched !== undefined && isCovered(wanted, files, this.#watched)) return;
    const isFirst = this.#watched === undefined;
    this.#watched = wanted;
    await this.#watcher?.close();
    this.#watcher = await watchFiles(
      wanted,
      (path) => this.#queue.add(path),
      (failure) => this.#say(failure),
    );
    for (const seen of [this.#config, ...services.map((service) => service.seen)])
      for (const path of seen.changed) this.#queue.add(path);
    if (isFirst) this.#session.note("watching for changes …");
  }

  #say(failure: unknown): void {
    this.#session.note(`Some changes may go unnoticed (${reasonOf(failure)}).`);
  }

  #nameOf(path: string): string {
    return withSlashes(relative(this.#call.cwd, path)) || ".";
  }
}

function isLock(path: string): boolean {
  return path.endsWith(lockFileName);
}

function isCovered({ starts }: WatchedPaths, files: readonly string[], current: WatchedPaths): boolean {
  return starts.every((start) => current.starts.includes(start)) && files.every((path) => current.covers(path));
}
