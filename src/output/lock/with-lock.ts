import { join } from "node:path";
import type { Report } from "../../diagnostics/report.js";
import type { OutputFolder } from "../folder-rules.js";
import { reportObstacle } from "../report-obstacle.js";
import { lockName } from "./lock.js";

/**
 * Does work under the lock of a folder. Reports an error and returns undefined if another run holds the lock for longer
 * than `patience`, in milliseconds. The lock of a run that was killed is taken over.
 */
export async function withLock<T>(
  folder: OutputFolder,
  report: Report,
  work: () => Promise<T>,
  patience = 0,
): Promise<T | undefined> {
  const found = await folder.io.found(join(folder.path, lockName));
  if (found !== "missing" && found !== "folder") {
    reportObstacle({ path: lockName, found, wanted: "folder" }, folder, report);
    return undefined;
  }
  const lock = await folder.io.lock(folder.path, patience);
  if (lock.state === "held") {
    const path = `${folder.name}/${lockName}`;
    report.add("output-locked", { path }, { path, pid: lock.owner.pid, host: lock.owner.host });
    return undefined;
  }
  try {
    return await work();
  } finally {
    await Promise.allSettled([lock.release()]); // a lock that stays is taken over by the next run
  }
}
