/** Paths of files, and of the folders that they lie in. */
export class TakenPaths {
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();

  /** Takes the path of a file. False if it, or a folder above it, is that of another file, or it is a folder. */
  take(path: string): boolean {
    // Some file systems do not distinguish these.
    const key = path.normalize("NFC").toLowerCase();
    const above = key.split("/").flatMap((_, index, segments) => (index === 0 ? [] : segments.slice(0, index).join("/")));
    const isFree = !this.#files.has(key) && !this.#folders.has(key) && !above.some((folder) => this.#files.has(folder));
    this.#files.add(key);
    for (const folder of above) this.#folders.add(folder);
    return isFree;
  }
}
