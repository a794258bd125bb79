import { parse, sep } from "node:path";
import { withSlashes } from "../../diagnostics/path-name.js";
import { reasonOf } from "../../diagnostics/reason-of.js";
import type { Report } from "../../diagnostics/report.js";
import { globFiles } from "../glob-files.js";
import type { Io, Located } from "../io.js";
import { type GitInput, isGitInput, parseGitInput, pathInTree } from "./git-input.js";
import { GitTree } from "./git-tree.js";
import { runGit } from "./run-git.js";

/** A revision as a folder of its own, at a path that the file system does not have. */
interface Mount {
  readonly folder: string;
  readonly revision: string;
  readonly tree: GitTree;
}

/**
 * An `Io` that also reads the inputs `git:REV:path` among those given. `base` is a folder of the repository. Reports an
 * input without a revision, one that the repository does not have, and failures of git.
 */
export async function withGitInputs(inputs: readonly string[], base: string, io: Io, report: Report): Promise<Io> {
  const parsed = inputs.filter(isGitInput).map((input) => ({ input, parsed: parseGitInput(input, io.separator) }));
  const valid = parsed.flatMap(({ input, parsed }) => (parsed === undefined ? [] : [{ input, ...parsed }]));
  for (const { input, parsed: one } of parsed)
    if (one === undefined) report.add("git-input-invalid", { path: input }, { input });
  const [first] = valid;
  if (first === undefined) return io;
  const mounts = new Map<string, Mount>();
  const places = new Map<string, Located>();
  try {
    const prefix = (await runGit(["rev-parse", "--show-prefix"], { folder: base })).toString().trimEnd();
    for (const { input, ...one } of valid) await addPlace(input, one, { mounts, places, prefix, base, io, report });
  } catch (failure) {
    report.add("git-failed", { path: first.input }, { reason: reasonOf(failure) });
  }
  return mountedIo(io, [...mounts.values()], places);
}

interface Mounting {
  readonly mounts: Map<string, Mount>;
  readonly places: Map<string, Located>;
  /** The path of `base` from the root of the repository. */
  readonly prefix: string;
  readonly base: string;
  readonly io: Io;
  readonly report: Report;
}

async function addPlace(input: string, { revision, path }: GitInput, mounting: Mounting): Promise<void> {
  const { mounts, places, prefix, base, io, report } = mounting;
  const mount = mounts.get(revision) ?? (await mountOf(revision, base, io));
  if (mount === undefined) return report.add("git-revision-unknown", { path: input }, { revision });
  mounts.set(revision, mount);
  const inTree = pathInTree(path, prefix);
  if (inTree === undefined) return report.add("git-path-outside", { path: input }, { input });
  const fromBase = pathInTree(`./${path}`, prefix) ?? "";
  if (fromBase !== inTree && (await isHere(fromBase, mount)) && !(await isHere(inTree, mount)))
    return report.add("git-path-from-root", { path: input }, { input, meant: `git:${revision}:./${path}` });
  places.set(withSlashes(input, io.separator), { path: inFolder(mount.folder, inTree), base: mount.folder });
}

async function isHere(path: string, { tree }: Mount): Promise<boolean> {
  return (await tree.entry(path)) !== undefined;
}

/** Undefined if there is no such revision. */
async function mountOf(revision: string, base: string, io: Io): Promise<Mount | undefined> {
  const id = await treeIdOf(revision, base);
  if (id === undefined) return undefined;
  return { folder: `${parse(io.cwd).root}git:${id}`, revision, tree: new GitTree(base, id) };
}

async function treeIdOf(revision: string, folder: string): Promise<string | undefined> {
  try {
    const id = await runGit(["rev-parse", "--verify", "--quiet", `${revision}^{tree}`], { folder });
    return id.toString().trim();
  } catch {
    return undefined; // the folder is in a repository, as its prefix was found before
  }
}

function inFolder(folder: string, path: string): string {
  return path === "" ? folder : `${folder}${sep}${path.replaceAll("/", sep)}`;
}

/** Reads paths below the mounts from git, and all others as `io` does. */
function mountedIo(io: Io, mounts: readonly Mount[], places: ReadonlyMap<string, Located>): Io {
  const found = (path: string) => foundIn(mounts, path);
  return {
    ...io,
    locate: (input) => places.get(input) ?? io.locate?.(input),
    nameOf: (path) => {
      const at = found(path);
      return at === undefined ? io.nameOf?.(path) : `${at.mount.revision}:${at.path}`;
    },
    stat: async (path) => {
      const at = found(path);
      if (at === undefined) return io.stat(path);
      return at.mount.tree.entry(at.path);
    },
    realPath: async (path) => (found(path) === undefined ? io.realPath(path) : path),
    list: async (folder) => {
      const at = found(folder);
      return at === undefined ? io.list(folder) : at.mount.tree.list(at.path);
    },
    glob: async (pattern, base) => {
      const at = found(base);
      return at === undefined ? io.glob(pattern, base) : globbed(pattern, at.mount, places);
    },
    readFile: async (path, limit) => {
      const at = found(path);
      return at === undefined ? io.readFile(path, limit) : readFrom(at.mount, at.path, limit);
    },
  };
}

/** The mount that has a path, and the path in its tree. */
function foundIn(mounts: readonly Mount[], path: string): { readonly mount: Mount; readonly path: string } | undefined {
  const native = withSlashes(path);
  for (const mount of mounts) {
    const folder = withSlashes(mount.folder);
    if (native === folder) return { mount, path: "" };
    if (native.startsWith(`${folder}/`)) return { mount, path: native.slice(folder.length + 1).replace(/\/$/, "") };
  }
  return undefined;
}

async function readFrom({ tree }: Mount, path: string, limit: number): Promise<Uint8Array> {
  const entry = await tree.entry(path);
  if (entry?.kind !== "file") throw new Error("no regular file");
  return tree.read(entry, limit);
}

function globbed(pattern: string, { folder, tree }: Mount, places: ReadonlyMap<string, Located>) {
  const inTree = withSlashes(places.get(pattern)?.path ?? "").slice(folder.length + 1);
  const list = (path: string) =>
    tree.list(
      withSlashes(path)
        .slice(folder.length + 1)
        .replace(/\/$/, ""),
    );
  return globFiles(inTree, folder, list);
}
