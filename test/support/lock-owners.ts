/** Owners of a lock, as the names that they have in it. */
import { processStart } from "../../src/output/lock/computer.js";
import { nameOf, type Owner, ownOwner } from "../../src/output/lock/owner.js";

/** The process that runs the tests: it is at work. */
export const atWork: Owner = {
  ...(await ownOwner()),
  pid: process.ppid,
  start: await processStart(process.ppid),
};

/** The largest process number of no system. */
export const killed: Owner = { ...atWork, pid: 2 ** 31 - 1, start: "1" };

export const atWorkName = nameOf(atWork);
export const killedName = nameOf(killed);
