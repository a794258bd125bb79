import { documentedRead, documentedReads, needsKeys } from "./reads/documented-reads.js";
import { callsOf, functionReads, rootReads, singletonReads } from "./reads/other-reads.js";
import { setReads } from "./reads/set-reads.js";
import { placesOf } from "./places.js";
import { Stopped } from "./sender.js";
import type { Reads, Verification } from "./verification.js";
import { writeSet } from "./writes/write-set.js";
import type { WriteData, WriteLog } from "./writes/write-data.js";

/** How a run ended: all requests were sent, the limit is reached, or a request failed. */
export type Ending =
  | { readonly state: "done" }
  | { readonly state: "limited" }
  | { readonly state: "failed"; readonly failure: NonNullable<Stopped["failure"]> };

/** What a run writes, and where it says what it wrote. */
export interface Writes {
  readonly data: WriteData;
  readonly log: WriteLog;
}

/** Sends the reads of all places, then the writes of one set after the other, if there are to be any. */
export async function runRequests(verification: Verification, writes?: Writes): Promise<Ending> {
  try {
    await runReads(verification);
    if (writes !== undefined) await runWrites(writes, verification);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return error.failure === undefined ? { state: "limited" } : { state: "failed", failure: error.failure };
  }
  return { state: "done" };
}

async function runWrites({ data, log }: Writes, verification: Verification): Promise<void> {
  for (const place of placesOf(verification.model))
    if (place.collection) await writeSet(place, data, log, verification);
}

/** One read of each place in turn: a limit then leaves out the finer reads, not the last places. */
async function runInTurn(reads: readonly Reads[]): Promise<void> {
  let runs = reads;
  while (runs.length > 0) {
    const left: Reads[] = [];
    for (const run of runs) if ((await run.next()).done !== true) left.push(run);
    runs = left;
  }
}

/** Reads that need keys of entities that others read come last. */
async function runReads(verification: Verification): Promise<void> {
  const documented = documentedReads(verification);
  const readsWith = (keys: boolean): readonly Reads[] =>
    documented
      .filter(({ request }) => needsKeys(request.template) === keys)
      .map((read) => documentedRead(read, verification));
  await runInTurn([...placeReads(verification), ...readsWith(false)]);
  await runInTurn(readsWith(true));
}

function placeReads(verification: Verification): readonly Reads[] {
  const places = placesOf(verification.model);
  return [
    rootReads(verification),
    ...places.map((place) => (place.collection ? setReads(place, verification) : singletonReads(place, verification))),
    ...callsOf(verification).map((call) => functionReads(call, verification)),
  ];
}
