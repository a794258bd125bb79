/** Checks the output folder of a service without changing it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathName } from "../../diagnostics/path-name.js";
import { foundAt } from "../../output/disk/node-files.js";
import { nodeOutputIo } from "../../output/disk/node-output-io.js";
import { targetAt } from "../../output/disk/target.js";
import { stagingName } from "../../output/journal/change.js";
import { readJournal } from "../../output/journal/journal.js";
import { lockState } from "../../output/lock/lock.js";
import { manifestName, parseManifest } from "../../output/manifest.js";
import { type Check, shownPaths, type State } from "./check.js";

type Found = readonly [state: State, message: string];

/** `folder` is absolute. */
export async function checkOutputFolder(service: string, folder: string, cwd: string): Promise<readonly Check[]> {
  const name = pathName(folder, "", cwd);
  const found = (await foundAt(folder)) === "folder" ? await inFolder(folder, name) : [notGenerated(name)];
  return found.map(([state, message]) => ({ about: "output", service, state, message }));
}

async function inFolder(folder: string, name: string): Promise<readonly Found[]> {
  const unsettled = [...(await lockOf(folder, name)), ...(await journalOf(folder, name))];
  return unsettled.length > 0 ? unsettled : [await filesOf(folder, name)];
}

async function lockOf(folder: string, name: string): Promise<readonly Found[]> {
  const lock = await lockState(folder);
  switch (lock.state) {
    case "free":
      return [];
    case "held":
      return [
        ["warning", `process ${lock.owner.pid} on ${lock.owner.host} is writing to "${name}"; wait until it ends`],
      ];
    case "abandoned":
      return [["warning", `a run that was killed left its lock in "${name}"; run generate, which takes it over`]];
    case "invalid":
      return [["error", `the lock in "${name}" is not valid: ${lock.reason}; delete it`]];
  }
}

async function journalOf(folder: string, name: string): Promise<readonly Found[]> {
  const journal = await readJournal(join(folder, stagingName), nodeOutputIo);
  switch (journal.state) {
    case "missing":
      return [];
    case "valid":
      return [["error", `a run was cut short while it replaced files in "${name}"; run generate, which finishes it`]];
    case "invalid":
      return [
        [
          "error",
          `"${name}/${stagingName}" has no journal that can be used: ${journal.reason}; run generate, which says what to do`,
        ],
      ];
  }
}

function notGenerated(name: string): Found {
  return ["warning", `"${name}" does not exist yet; run generate`];
}

async function filesOf(folder: string, name: string): Promise<Found> {
  if ((await foundAt(join(folder, manifestName))) !== "file")
    return ["warning", `"${name}" has no manifest, so nothing was generated into it yet; run generate`];
  const manifest = parseManifest(await readFile(join(folder, manifestName), "utf8"));
  if (!manifest.ok)
    return [
      "error",
      `"${name}/${manifestName}" is not valid: ${manifest.reason}; restore it, or delete "${name}" and run generate`,
    ];
  const [edited, missing]: [string[], string[]] = [[], []];
  for (const [path, hash] of manifest.files) {
    const target = await targetAt(folder, path, nodeOutputIo);
    if (target.state === "missing") missing.push(path);
    else if (target.state !== "file" || target.hash !== hash) edited.push(path);
  }
  if (edited.length > 0)
    return [
      "error",
      `${shownPaths(edited)} in "${name}" ${edited.length === 1 ? "was" : "were"} edited; move the changes elsewhere, then run generate --force`,
    ];
  if (missing.length > 0)
    return [
      "warning",
      `${shownPaths(missing)} in "${name}" ${missing.length === 1 ? "was" : "were"} deleted; run generate`,
    ];
  return ["ok", `the files in "${name}" are as they were generated`];
}
