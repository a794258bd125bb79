import { execFileSync, spawnSync } from "node:child_process";
import { fill, temporaryFolder } from "./temporary-folder.js";

/** Whether git is there; tests that need it are skipped else, and reported as such. */
export const hasGit = spawnSync("git", ["--version"]).status === 0;

if (!hasGit) process.stderr.write("git is not installed: the tests of inputs at a revision are skipped.\n");

/** Runs git in a folder, without the settings of the user and the machine. */
export function git(folder: string, ...args: readonly string[]): string {
  const settings = ["user.name=Tester", "user.email=tester@example.org", "core.autocrlf=false", "commit.gpgSign=false"];
  return execFileSync("git", [...settings.flatMap((setting) => ["-c", setting]), ...args], {
    cwd: folder,
    encoding: "utf8",
    stdio: "pipe",
    env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
  }).trimEnd();
}

/** A repository with a branch `main`, for one test. */
export function repository(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  git(folder, "init", "--quiet", "--initial-branch=main");
  commit(folder, files);
  return folder;
}

/** Commits files, and whatever else changed. */
export function commit(folder: string, files: Readonly<Record<string, string | Uint8Array>> = {}): void {
  fill(folder, files);
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--allow-empty", "--message=Change");
}
