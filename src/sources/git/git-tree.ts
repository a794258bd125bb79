import { sizeLimit } from "../limited-bytes.js";
import { runGit } from "./run-git.js";

/** A file or folder of a tree. Links and submodules are `other`. */
export interface GitEntry {
  readonly name: string;
  readonly kind: "file" | "folder" | "other";
  readonly id: string;
  /** In bytes; 0 for what is not a file. */
  readonly size: number;
}

interface WantedFile {
  readonly entry: GitEntry;
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (failure: unknown) => void;
}

/** The files of one revision. Git is given object names only, never a path. */
export class GitTree {
  /** A folder inside of the repository. */
  readonly #folder: string;
  readonly #root: GitEntry;
  readonly #listings = new Map<string, Promise<readonly GitEntry[]>>();
  #wanted: WantedFile[] = [];

  constructor(folder: string, treeId: string) {
    this.#folder = folder;
    this.#root = { name: "", kind: "folder", id: treeId, size: 0 };
  }

  /** The entry at a path from the root, with `/`; undefined if there is none. */
  async entry(path: string): Promise<GitEntry | undefined> {
    if (path === "") return this.#root;
    const cut = path.lastIndexOf("/");
    const siblings = await this.list(path.slice(0, Math.max(cut, 0)));
    return siblings.find(({ name }) => name === path.slice(cut + 1));
  }

  /** The entries of a folder; none if it is not a folder. */
  async list(path: string): Promise<readonly GitEntry[]> {
    const folder = await this.entry(path);
    if (folder?.kind !== "folder") return [];
    const listing = this.#listings.get(folder.id) ?? this.#listed(folder.id);
    this.#listings.set(folder.id, listing);
    return listing;
  }

  /** The first `limit` bytes of a file. */
  async read(entry: GitEntry, limit: number): Promise<Uint8Array> {
    if (entry.size > limit) return runGit(["cat-file", "blob", entry.id], { folder: this.#folder, limit });
    return new Promise((resolve, reject) => {
      this.#wanted.push({ entry, resolve, reject });
      // Starting a process takes longer than reading a page, so one reads all files that are wanted at a time.
      if (this.#wanted.length === 1) queueMicrotask(() => void this.#readWanted());
    });
  }

  async #listed(treeId: string): Promise<readonly GitEntry[]> {
    const output = await runGit(["ls-tree", "--full-tree", "-z", "-l", treeId], { folder: this.#folder });
    return output
      .toString()
      .split("\0")
      .flatMap((line) => entryOf(line) ?? []);
  }

  async #readWanted(): Promise<void> {
    const wanted = this.#wanted;
    this.#wanted = [];
    for (const files of inBatches(wanted)) {
      try {
        const input = files.map(({ entry }) => `${entry.id}\n`).join("");
        const output = await runGit(["cat-file", "--batch"], { folder: this.#folder, input });
        deliver(files, output);
      } catch (failure) {
        for (const { reject } of files) reject(failure);
      }
    }
  }
}

/** `100644 blob <id> <size>\t<name>` */
function entryOf(line: string): GitEntry | undefined {
  const [, mode = "", id = "", size = "", name = ""] = /^(\d+) \w+ (\w+) +(\d+|-)\t(.+)$/s.exec(line) ?? [];
  if (id === "") return undefined;
  const kind = mode.startsWith("100") ? "file" : mode.startsWith("04") ? "folder" : "other";
  return { name, kind, id, size: Number(size === "-" ? 0 : size) };
}

/** The files in groups whose sizes together are about that of the largest input. */
function inBatches(files: readonly WantedFile[]): readonly (readonly WantedFile[])[] {
  const batches: WantedFile[][] = [];
  let size = Infinity;
  for (const file of files) {
    if (size + file.entry.size > sizeLimit) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)?.push(file);
    size += file.entry.size;
  }
  return batches;
}

/** Takes the output of `cat-file --batch` apart: for each file a line that ends with its size, the bytes, and a line break. */
function deliver(files: readonly WantedFile[], output: Buffer): void {
  let start = 0;
  for (const { entry, resolve, reject } of files) {
    const lineEnd = output.indexOf("\n", start);
    const header = output.toString("latin1", start, lineEnd);
    if (lineEnd < 0 || !header.startsWith(`${entry.id} blob `)) {
      reject(new Error(`git has no object ${entry.id}`));
      start = lineEnd + 1;
      continue;
    }
    start = lineEnd + 1 + entry.size + 1;
    resolve(output.subarray(lineEnd + 1, start - 1));
  }
}
