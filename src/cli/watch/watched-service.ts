import { join } from "node:path";
import { Report } from "../../diagnostics/report.js";
import { readLockFile } from "../../kept/lock-file.js";
import { nodeIo } from "../../sources/node-io.js";
import { type GenerateCall, generateService } from "../generate/generate-service.js";
import type { Service } from "../services.js";
import type { Session } from "../session.js";
import { isSameService } from "../../services/option-places.js";
import { recordingIo, Seen } from "../../services/watch/seen.js";

/** A service that is generated again and again. */
export class WatchedService {
  #service: Service;
  #seen = new Seen();
  #said: ReadonlySet<string> = new Set();

  constructor(service: Service) {
    this.#service = service;
  }

  get service(): Service {
    return this.#service;
  }

  /** What its last run read. */
  get seen(): Seen {
    return this.#seen;
  }

  /** Takes what the config file and the lock file say now; returns whether that is something else than before. */
  update(service: Service): boolean {
    const isOther = !isSameService(service, this.#service);
    this.#service = service;
    return isOther;
  }

  /** Generates it, and prints its line. A failure of the tool is printed, too. */
  async generate(call: GenerateCall, session: Session): Promise<void> {
    const run = session.another(this.#said);
    const seen = new Seen();
    const { base, locked } = this.#service;
    for (const { file } of Object.values(locked.inputs ?? {})) seen.add(join(base, file)); // may be missing
    try {
      await generateService(this.#service, call, run, recordingIo(nodeIo(call.cwd, call.env), seen));
    } catch (failure) {
      run.fail(failure);
    }
    run.flush();
    this.#seen = seen;
    this.#said = run.said;
    await this.#readLocked(call.cwd);
  }

  /** Reads what the run wrote to the lock file, so that it is no change. */
  async #readLocked(cwd: string): Promise<void> {
    const { name, base } = this.#service;
    const lock = name === undefined ? undefined : await readLockFile(base, cwd, new Report());
    if (name !== undefined && lock !== undefined) this.#service = { ...this.#service, locked: lock.get(name) ?? {} };
  }
}
