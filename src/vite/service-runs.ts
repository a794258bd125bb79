import { join, resolve } from "node:path";
import { lockFileName } from "../kept/lock-file.js";
import { generateService } from "../generate-service.js";
import { chosenServices } from "../services/chosen-services.js";
import type { Service } from "../services/read-services.js";
import { isSameService } from "../services/option-places.js";
import type { ServiceResult } from "../services/service-run.js";
import { servicesOfConfig } from "../services/services-of-config.js";
import { recordingIo, Seen } from "../services/watch/seen.js";
import { nodeIo } from "../sources/node-io.js";
import type { Said } from "./problem.js";

/** Which services are run, and how. */
export interface RunsOptions {
  readonly cwd: string;
  readonly config: string | undefined;
  /** Names; undefined for all. */
  readonly services: readonly string[] | undefined;
  readonly check: boolean;
}

/** A service, as its last run left it. */
interface Known {
  readonly service: Service;
  readonly seen: Seen;
  readonly result: ServiceResult;
}

/** What one pass over services did. */
export interface Pass {
  /** Of the config file, if it was read, and of each service that was run. */
  readonly said: readonly Said[];
  readonly results: readonly (readonly [name: string, result: ServiceResult])[];
}

/** The place of what is wrong with options of the plugin. */
const PLUGIN = { path: "<vite plugin>" };

/** The services of a config file, run again and again. */
export class ServiceRuns {
  readonly #options: RunsOptions;
  readonly #known = new Map<string, Known>();
  #config = new Seen();
  #configSaid: Said | undefined;

  constructor(options: RunsOptions) {
    this.#options = options;
  }

  /** What failed in the last run: of the config file, or of each service. */
  get failed(): readonly Said[] {
    const all = [
      ...(this.#configSaid ? [this.#configSaid] : []),
      ...[...this.#known.values()].map(({ result }) => result),
    ];
    return all.filter(({ report }) => report.failed);
  }

  /** Files that were read or looked for, and folders in which new files count. */
  get inputs(): readonly string[] {
    const seen = [this.#config, ...[...this.#known.values()].map((known) => known.seen)];
    return [...new Set(seen.flatMap(({ files, roots }) => [...files.keys(), ...roots]))];
  }

  /** Runs all services. */
  async runAll(): Promise<Pass> {
    return this.#run(await this.#read(), () => true);
  }

  /** What changed since the last runs read it. */
  get changed(): readonly string[] {
    return [this.#config, ...[...this.#known.values()].map(({ seen }) => seen)].flatMap(({ changed }) => changed);
  }

  /** Runs the services that changed files concern. Undefined if there is none, nor a change of the config file. */
  async runChanged(paths: Iterable<string>): Promise<Pass | undefined> {
    const changed = [...paths];
    const isConfig = await concerns(this.#config, changed, this.#options.cwd);
    const due = new Set<string>();
    for (const [name, { seen }] of this.#known) if (await concerns(seen, changed, this.#options.cwd)) due.add(name);
    if (!isConfig && due.size === 0) return undefined;
    const services = isConfig ? await this.#read() : [...this.#known.values()].map(({ service }) => service);
    return this.#run(services, (service) => due.has(nameOf(service)) || this.#isOther(service), isConfig);
  }

  async #run(services: readonly Service[], isDue: (service: Service) => boolean, isRead = true): Promise<Pass> {
    const said: Said[] = isRead && this.#configSaid !== undefined ? [this.#configSaid] : [];
    const results: (readonly [string, ServiceResult])[] = [];
    for (const service of services.filter(isDue)) {
      const result = await this.#runService(service);
      said.push(result);
      results.push([nameOf(service), result]);
    }
    if (results.length > 0) await this.#readLocked();
    return { said, results };
  }

  async #runService(service: Service): Promise<ServiceResult> {
    const { cwd, check } = this.#options;
    const seen = new Seen();
    for (const { file } of Object.values(service.locked.inputs ?? {})) seen.add(join(service.base, file)); // may be missing
    const io = recordingIo(nodeIo(cwd), seen);
    const result = await generateService(service, io, { given: check ? { check } : {} });
    this.#known.set(nameOf(service), { service, seen, result });
    return result;
  }

  /** Reads the config file. With errors, the services stay as they were. */
  async #read(): Promise<readonly Service[]> {
    const { cwd, config, services: names } = this.#options;
    const read = await servicesOfConfig(cwd, { config });
    this.#watchConfig(read.files, read.report.failed);
    this.#configSaid = read;
    if (read.report.failed) return [];
    if (read.services.length === 0) throw new Error(`There is no config file in ${cwd}: run odata-codegen init.`);
    const wanted =
      names?.length === 0 ? [] : chosenServices(read.services, names ?? [], { report: read.report, place: PLUGIN });
    if (read.report.failed) return [];
    for (const name of this.#known.keys())
      if (!wanted.some((service) => service.name === name)) this.#known.delete(name);
    return wanted;
  }

  #watchConfig(files: readonly string[], failed: boolean): void {
    const config = new Seen();
    // With errors, some of its modules may not have been reached.
    for (const path of [...files, ...(failed ? this.#config.files.keys() : [])]) config.add(path);
    this.#config = config;
  }

  /** Takes what the runs wrote to the lock file, so that it is no change. */
  async #readLocked(): Promise<void> {
    const { cwd, config } = this.#options;
    if (!this.#config.changed.some((path) => this.#isLock(path))) return;
    const { services, files, report } = await servicesOfConfig(cwd, { config });
    if (report.failed) return;
    this.#watchConfig(files, false);
    for (const service of services) {
      const known = this.#known.get(nameOf(service));
      if (known !== undefined && isSameBut(known.service, service))
        this.#known.set(nameOf(service), { ...known, service });
    }
  }

  #isLock(path: string): boolean {
    return [...this.#known.values()].some(({ service }) => path === join(service.base, lockFileName));
  }

  #isOther(service: Service): boolean {
    return !isSameService(this.#known.get(nameOf(service))?.service, service);
  }
}

function isSameBut(a: Service, b: Service): boolean {
  return isSameService({ ...a, locked: {} }, { ...b, locked: {} });
}

async function concerns(seen: Seen, changed: readonly string[], cwd: string): Promise<boolean> {
  for (const path of changed) if (await seen.isConcerned(resolve(path), nodeIo(cwd))) return true;
  return false;
}

function nameOf({ name = "" }: Service): string {
  return name;
}
