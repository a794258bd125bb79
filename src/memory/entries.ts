import { dirname } from "node:path";

/** The content of a file; undefined for a folder. */
type Content = Uint8Array | undefined;

/** Files and folders by their absolute path. The folder of each entry is an entry, too. */
export class Entries {
  readonly #entries = new Map<string, Content>();

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  isFolder(path: string): boolean {
    return this.has(path) && this.#entries.get(path) === undefined;
  }

  /** All files, by path. */
  get files(): readonly (readonly [path: string, content: Uint8Array])[] {
    const files = [...this.#entries].flatMap(([path, content]) =>
      content === undefined ? [] : [[path, content] as const],
    );
    return files.sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** The content of a file. */
  read(path: string): Uint8Array {
    const content = this.#entries.get(path);
    if (content === undefined) throw failure(this.has(path) ? "EISDIR" : "ENOENT", path);
    return content;
  }

  /** Writes a file into a folder that exists. */
  write(path: string, content: Uint8Array): void {
    if (!this.isFolder(dirname(path))) throw failure("ENOENT", path);
    if (this.isFolder(path)) throw failure("EISDIR", path);
    this.#entries.set(path, content);
  }

  /** Makes a folder and those above it. Returns the uppermost that is new. */
  makeFolder(path: string): string | undefined {
    if (this.isFolder(path)) return undefined;
    if (this.has(path)) throw failure("EEXIST", path);
    const above = dirname(path) === path ? undefined : this.makeFolder(dirname(path));
    this.#entries.set(path, undefined);
    return above ?? path;
  }

  /** The paths in a folder. */
  list(folder: string): readonly string[] {
    if (!this.isFolder(folder)) throw failure(this.has(folder) ? "ENOTDIR" : "ENOENT", folder);
    return [...this.#entries.keys()].filter((path) => dirname(path) === folder && path !== folder);
  }

  /** Removes an entry, and what is in it. */
  remove(path: string): void {
    if (this.isFolder(path)) for (const inner of this.list(path)) this.remove(inner);
    this.#entries.delete(path);
  }
}

/** An error like those of Node. */
export function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}
