import { isAbsolute, posix, relative } from "node:path";
import { withSlashes } from "../../diagnostics/path-name.js";

/** An input `git:REV:path`: a file, folder or glob as it is at a revision. */
export interface GitInput {
  /** A revision as git takes it: a branch, tag, commit, `HEAD~2`, `main@{1 day ago}`. */
  readonly revision: string;
  /**
   * With `/`. As for git, it starts from the root of the repository, and with `./` or `../` from the working folder.
   * Empty for the whole tree.
   */
  readonly path: string;
}

/** Whether an input names a revision. */
export function isGitInput(input: string): boolean {
  return input.startsWith("git:");
}

/** Undefined if it names no revision, or one that git would take for an option. The colons in braces are part of the revision. */
export function parseGitInput(input: string, separator: "/" | "\\" | undefined): GitInput | undefined {
  const [, revision = "", path = ""] = /^git:((?:\{[^}]*\}|[^:{])+):(.*)$/s.exec(input) ?? [];
  if (revision === "" || revision.startsWith("-") || /\p{Cc}/u.test(input)) return undefined;
  return { revision, path: withSlashes(path, separator) };
}

/** The input of a path, absolute or relative to `folder`, at a revision. */
export function gitInputOf(path: string, folder: string, revision: string): string {
  const fromFolder = withSlashes(isAbsolute(path) ? relative(folder, path) : path);
  return `git:${revision}:./${fromFolder}`;
}

/**
 * The path from the root of the repository, without a slash at its start or end. `prefix` is that of the folder which
 * `./` stands for. Undefined if the path leads out of the repository.
 */
export function pathInTree(path: string, prefix: string): string | undefined {
  const isFromFolder = /^\.{1,2}(?:\/|$)/.test(path);
  const inTree = posix.normalize(posix.join(isFromFolder ? prefix : "", path)).replaceAll(/^\/+|\/+$/g, "");
  if (inTree === ".." || inTree.startsWith("../")) return undefined;
  return inTree === "." ? "" : inTree;
}
