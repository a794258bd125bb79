/** Time without a change after which a run begins: an editor or a checkout changes several files. */
const QUIET_MS = 50;

/** Collects changed paths until they are taken. */
export class ChangeQueue {
  #paths = new Set<string>();
  #wake: (() => void) | undefined;

  add(path: string): void {
    this.#paths.add(path);
    this.#wake?.();
  }

  /** Takes the changes when there are some and no more arrive. Undefined if the signal is aborted. */
  async next(signal: AbortSignal): Promise<ReadonlySet<string> | undefined> {
    while (!signal.aborted) {
      const isQuiet = await this.#pause(this.#paths.size > 0 ? QUIET_MS : undefined, signal);
      if (!isQuiet) continue;
      const taken = this.#paths;
      this.#paths = new Set();
      return taken;
    }
    return undefined;
  }

  /** Waits for a change or the signal; true if there was neither in that time. */
  #pause(milliseconds: number | undefined, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = milliseconds === undefined ? undefined : setTimeout(() => end(true), milliseconds);
      const wake = () => end(false);
      const end = (isQuiet: boolean) => {
        clearTimeout(timer);
        signal.removeEventListener("abort", wake);
        this.#wake = undefined;
        resolve(isQuiet);
      };
      this.#wake = wake;
      signal.addEventListener("abort", wake);
    });
  }
}
