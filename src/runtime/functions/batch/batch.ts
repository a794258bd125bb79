import { CALL, type ODataRequest } from "../../http/client-request.js";
import { linkOf, ownLink, type Connection } from "../../http/connection.js";
import { failure, retryAfterOf } from "../../http/error.js";
import { callOf, perform, type Call, type RequestOptions } from "../../http/http.js";
import type { FetchResponse } from "../../http/platform.js";
import { TARGET, type Addressed } from "../../http/target.js";
import type { SendRequest } from "../../http/verbs.js";
import { answered } from "../shared/answered.js";
import { isAborted, isStream, pause, reasonOf } from "../shared/platform.js";
import type { Answers, BatchFormat } from "./format.js";
import { jsonBatch } from "./json-batch.js";
import { divided, planned, type BatchPlan, type Part, type Unit } from "./plan.js";

/** The result of a request of a batch. The error is an ODataError, or the reason of a signal that was aborted. */
export type Settled<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

/** Options of {@link batch}. N are the names of its requests. */
export interface BatchOptions<N extends string> extends BatchPlan<N>, Pick<RequestOptions, "headers" | "signal"> {
  /** Whether the service goes on after an error; true by default. Else the requests that it left out fail. */
  readonly continueOnError?: boolean | undefined;
  /** The most requests that the service takes in a batch; 20 by default. Further ones are sent in further batches. */
  readonly size?: number | undefined;
  /**
   * How often a request is repeated at most that the service refused with 429, or with 503 and `Retry-After`; 3 by
   * default.
   */
  readonly times?: number | undefined;
  /** JSON by default; `multipart` for services that do not take it. */
  readonly format?: BatchFormat | undefined;
}

/** Results by the names of the requests. */
export type BatchResults<R> = { -readonly [N in keyof R]: Settled<Awaited<R[N]>> };

/**
 * Sends several requests as one (OData Protocol 4.01 §11.7). Call it with the requests right after they are made; the
 * promises of the requests settle too, each with its own result. Rejects, and sends nothing, with a TypeError when
 * names of the options are wrong or depend on each other in a circle, a change set is larger than a batch, or a request
 * is there twice or of another client; with an ODataError when one is already sent.
 */
export async function batch<const R extends Readonly<Record<string, ODataRequest<unknown>>>>(
  client: { readonly request: SendRequest },
  requests: R,
  options: BatchOptions<keyof R & string> = {},
): Promise<BatchResults<R>> {
  const { format = jsonBatch, size = 20 } = options;
  // Every path of a client has it, its root included.
  const { connection } = (client as unknown as Addressed<unknown, "item">)[TARGET];
  const { parts, refusal } = allTaken(Object.entries(requests), connection);
  const results = [...parts].map(async ([name, { request }]) => [name, await settled(request)] as const);
  try {
    if (refusal !== undefined) throw refusal;
    await sendAll(divided(planned(parts, options), size, format.expressesDependencies), connection, options);
  } catch (error) {
    for (const part of parts.values()) part.fail(error);
    throw error;
  }
  return Object.fromEntries(await Promise.all(results)) as BatchResults<R>;
}

export interface TakenPart extends Part {
  readonly request: ODataRequest<unknown>;
}

/** Takes all requests, also where one of them is refused: the others must not be sent alone. */
export function allTaken(
  requests: readonly (readonly [string, ODataRequest<unknown>])[],
  connection: Connection,
): { parts: Map<string, TakenPart>; refusal: unknown } {
  const parts = new Map<string, TakenPart>();
  let refusal: unknown;
  for (const [name, request] of requests) {
    try {
      const call = request[CALL];
      if (call.connection !== connection) refusal = new TypeError(`"${name}" is of another client.`);
      if ([...parts.values()].some((part) => part.call === call)) refusal = new TypeError(`"${name}" is there twice.`);
      else parts.set(name, { ...taken(call, String(parts.size + 1)), request });
    } catch (error) {
      refusal = error;
    }
  }
  return { parts, refusal };
}

export function settled<T>(request: ODataRequest<T>): Promise<Settled<T>> {
  return request.then(
    (value) => ({ ok: true, value }),
    (error: unknown) => ({ ok: false, error }),
  );
}

/** Makes the request wait for its part of the batch. */
function taken(call: Call, id: string): Part {
  let part: Pick<Part, "answer" | "fail"> | undefined;
  const response = new Promise<FetchResponse>((answer, fail) => (part = { answer, fail }));
  call.send = async (sent) => answered(sent, await response);
  return { id, call, inside: [], answer: (answer) => part?.answer(answer), fail: (error) => part?.fail(error) };
}

export async function sendAll(
  batches: readonly Unit[][],
  connection: Connection,
  options: BatchOptions<string>,
): Promise<void> {
  const failed = new Set<Unit>();
  for (const batch of batches) {
    let left: readonly Unit[] = batch;
    for (let times = options.times ?? 3; left.length > 0; times--) {
      const sent = left.filter((unit) => !isRefused(unit, failed));
      left = await sendRound(sent, connection, options, times, failed);
    }
  }
}

/** Sends a batch; settles its requests but for those that are to be sent again, after the pause that they need. */
async function sendRound(
  units: readonly Unit[],
  connection: Connection,
  options: BatchOptions<string>,
  times: number,
  failed: Set<Unit>,
): Promise<Unit[]> {
  let left = units;
  try {
    if (units.length === 0) return [];
    const answers = await exchange(units, connection, options);
    const wait = longestWait(answers);
    const again = times > 0 && wait <= MAX_WAIT ? refusedIn(answers, units) : new Set<Unit>();
    for (const unit of units) if (!again.has(unit)) answerUnit(unit, answers, failed);
    left = [...again];
    if (again.size > 0) await pause(wait, options.signal);
    return [...again];
  } catch (error) {
    for (const unit of left) failUnit(unit, error, failed);
    return [];
  }
}

/** Milliseconds. */
const MAX_WAIT = 60_000;
const DEFAULT_WAIT = 1000;

async function exchange(
  units: readonly Unit[],
  connection: Connection,
  { format = jsonBatch, continueOnError = true, signal, headers }: BatchOptions<string>,
): Promise<Answers> {
  const { type, content } = await format.encode(units);
  const prefer = format.preference(continueOnError);
  const call = callOf(connection, {
    method: "POST",
    path: "/$batch",
    body: content,
    options: { signal, prefer, headers: { accept: format.accept, "content-type": type, ...headers } },
    read: async (response) => response,
  });
  return format.decode(await perform(call), units, (link) => {
    const url = ownLink(connection, linkOf(link, call.url, ""));
    return perform({ ...call, method: "GET", url, headers: { accept: format.accept }, body: undefined });
  });
}

/** Fails a unit that cannot be sent: what it depends on has failed, or it is aborted. */
function isRefused(unit: Unit, failed: Set<Unit>): boolean {
  const aborted = unit.parts.find(({ call }) => isAborted(call.signal));
  if (aborted !== undefined) failUnit(unit, reasonOf(aborted.call.signal), failed);
  else if ([...unit.after].some((earlier) => failed.has(earlier))) {
    failUnit(
      unit,
      failure("424", "A request of the batch that this one depends on has failed.", { status: 424 }),
      failed,
    );
  } else return false;
  return true;
}

function failUnit(unit: Unit, error: unknown, failed: Set<Unit>): void {
  failed.add(unit);
  for (const part of unit.parts) part.fail(error);
}

function answerUnit(unit: Unit, answers: Answers, failed: Set<Unit>): void {
  for (const part of unit.parts) {
    const response = answers.get(part);
    if (response === undefined || response.status >= 400) failed.add(unit);
    if (response !== undefined) part.answer(response);
    else part.fail(failure("notAnswered", "The response to the batch has none to this request."));
  }
}

/** Units with a request that the service refused for now, and those that depend on them. */
function refusedIn(answers: Answers, units: readonly Unit[]): Set<Unit> {
  const refused = new Set<Unit>();
  for (const unit of units) {
    const statuses = unit.parts.map((part) => answers.get(part)?.status);
    const isDependent = statuses.includes(424) && [...unit.after].some((earlier) => refused.has(earlier));
    const isRepeatable = !unit.parts.some(({ call }) => isStream(call.body));
    if (isRepeatable && (isDependent || unit.parts.some((part) => isThrottling(answers.get(part))))) refused.add(unit);
  }
  return refused;
}

function isThrottling(response: FetchResponse | undefined): boolean {
  return response?.status === 429 || (response?.status === 503 && retryAfterOf(response.headers) !== undefined);
}

/** The longest wait that a response demands, in milliseconds. */
function longestWait(answers: Answers): number {
  const seconds = [...answers.values()].filter(isThrottling).map(({ headers }) => retryAfterOf(headers));
  return Math.max(0, ...seconds.map((wait) => (wait === undefined ? DEFAULT_WAIT : wait * 1000)));
}
