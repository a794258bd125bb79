import { allTaken, sendAll, settled, type BatchOptions, type BatchResults } from "../../../functions/batch/batch.js";
import { divided, planned, type Part } from "../../../functions/batch/plan.js";
import type { ODataRequest } from "../../../http/client-request.js";
import { TARGET, type Addressed } from "../../../http/target.js";
import type { SendRequest } from "../../../http/verbs.js";
import { changeSetFormat } from "./change-sets.js";

/** Options of {@link batch}. N are the names of its requests. */
export interface BatchOptionsV2<N extends string> extends Omit<BatchOptions<N>, "format" | "continueOnError"> {
  /**
   * Names of the requests that either all succeed or all fail, in the order in which they are sent. They are changes;
   * each change that is not listed has a set of its own.
   */
  readonly changeSets?: readonly (readonly N[])[] | undefined;
}

/**
 * Sends several requests as one (OData 2.0 Batch Processing). Call it with the requests right after they are made; the
 * promises of the requests settle too, each with its own result. Requests of a change set may refer to what another one
 * creates; see `created`. Rejects, and sends nothing, with a TypeError when names of the options are wrong or depend on
 * each other in a circle, a change set is larger than a batch, has a read or refers to another set, or a request is
 * there twice or of another client; with an ODataError when one is already sent.
 */
export async function batch<const R extends Readonly<Record<string, ODataRequest<unknown>>>>(
  client: { readonly request: SendRequest },
  requests: R,
  options: BatchOptionsV2<keyof R & string> = {},
): Promise<BatchResults<R>> {
  // Every path of a client has it, its root included.
  const { connection } = (client as unknown as Addressed<unknown, "item">)[TARGET];
  const { parts, refusal } = allTaken(Object.entries(requests), connection);
  const results = [...parts].map(async ([name, { request }]) => [name, await settled(request)] as const);
  try {
    if (refusal !== undefined) throw refusal;
    const plan = { ...options, changeSets: completeSets(parts, options.changeSets ?? []) };
    const batches = divided(planned(parts, plan), options.size ?? 20, changeSetFormat.expressesDependencies);
    await sendAll(batches, connection, { ...options, format: changeSetFormat });
  } catch (error) {
    for (const part of parts.values()) part.fail(error);
    throw error;
  }
  return Object.fromEntries(await Promise.all(results)) as BatchResults<R>;
}

type Names = readonly (readonly string[])[];

/** The change sets, with one for each change that is in none. */
function completeSets(parts: ReadonlyMap<string, Part>, changeSets: Names): Names {
  const grouped = new Set(changeSets.flat());
  const alone = [...parts].filter(([name, part]) => isChange(part) && !grouped.has(name)).map(([name]) => [name]);
  const complete = [...changeSets, ...alone];
  for (const names of complete) assertWhole(names.flatMap((name) => parts.get(name) ?? []));
  return complete;
}

/** Throws a TypeError for a change set that a service would refuse, with all that is in it. */
function assertWhole(parts: readonly Part[]): void {
  const before = new Set<string>();
  for (const { call } of parts) {
    if (call.method === "GET") throw new TypeError("A change set has a read.");
    const reference = /\/(\$new\d+)/.exec(call.url.slice(call.connection.base.length))?.[1];
    if (reference !== undefined && !before.has(reference)) {
      throw new TypeError("A request refers to what no earlier request of its change set creates.");
    }
    before.add(`$${call.headers["content-id"] ?? ""}`);
  }
}

function isChange({ call }: Part): boolean {
  return call.method !== "GET";
}
