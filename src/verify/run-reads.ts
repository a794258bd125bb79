import {
  callsOf,
  documentedReads,
  exampleReads,
  functionReads,
  rootReads,
  singletonReads,
} from "./reads/other-reads.js";
import { setReads } from "./reads/set-reads.js";
import { placesOf } from "./places.js";
import { Stopped } from "./sender.js";
import type { Reads, Verification } from "./verification.js";

/** How a run ended: all reads were sent, the limit is reached, or a request failed. */
export type Ending =
  | { readonly state: "done" }
  | { readonly state: "limited" }
  | { readonly state: "failed"; readonly failure: NonNullable<Stopped["failure"]> };

/** Sends the reads of all places, one of each in turn: a limit then leaves out the finer reads, not the last places. */
export async function runReads(verification: Verification): Promise<Ending> {
  let runs = readsOf(verification);
  try {
    while (runs.length > 0) {
      const left: Reads[] = [];
      for (const run of runs) if ((await run.next()).done !== true) left.push(run);
      runs = left;
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return error.failure === undefined ? { state: "limited" } : { state: "failed", failure: error.failure };
  }
  return { state: "done" };
}

function readsOf(verification: Verification): Reads[] {
  const places = placesOf(verification.model);
  return [
    rootReads(verification),
    ...places.map((place) => (place.collection ? setReads(place, verification) : singletonReads(place, verification))),
    ...callsOf(verification).map((call) => functionReads(call, verification)),
    ...documentedReads(verification).map((read) => exampleReads(read, verification)),
  ];
}
