/** Batches in JSON (OData JSON Format 4.01 §19). */
import type { Entity } from "../query/contract.js";
import { own } from "../query/names.js";
import { isEntity } from "../store/members.js";
import { bytesOfUtf8, hrefOf, textIn, type Answer, type Incoming } from "../web.js";
import { jsonOf } from "../handler/body.js";
import type { MockContext } from "../handler/context.js";
import { badRequest, Fault } from "../handler/fault.js";

/** Answers one request of a batch. */
export type Answering = (request: Incoming) => Promise<Answer>;

interface BatchItem {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly atomicityGroup: string | undefined;
  readonly dependsOn: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The most requests of a batch. */
const MAX_REQUESTS = 1000;

export async function answerBatch(request: Incoming, context: MockContext, answering: Answering): Promise<Answer> {
  const items = batchItems(request);
  const goesOn = !/continue-on-error=false/i.test(request.headers["prefer"] ?? "");
  const run: BatchRun = { base: context.base, answers: new Map(), failed: new Set() };
  for (let at = 0; at < items.length;) {
    const group = groupAt(items, at);
    at += group.length;
    const fails = await answerGroup(group, run, context, answering);
    if (fails && !goesOn) break;
  }
  return { status: 200, body: { responses: [...run.answers].map(([id, answer]) => responseItem(id, answer)) } };
}

function batchItems(request: Incoming): readonly BatchItem[] {
  if (/^multipart\//i.test(request.headers["content-type"] ?? ""))
    throw new Fault(501, "NotImplemented", "The mock takes batches in JSON, not as multipart/mixed.");
  const body = jsonOf(request);
  const list = isEntity(body) ? body["requests"] : undefined;
  if (!Array.isArray(list)) throw badRequest("The body has to have a list of requests.");
  if (list.length > MAX_REQUESTS) throw badRequest(`A batch has at most ${MAX_REQUESTS} requests.`);
  return list.map(itemOf);
}

/** What has been answered so far. */
interface BatchRun {
  readonly base: string;
  readonly answers: Map<string, Answer>;
  /** Requests and groups that failed. */
  readonly failed: Set<string>;
}

/** The request at a position, with those that follow in its atomicity group. */
function groupAt(items: readonly BatchItem[], at: number): readonly BatchItem[] {
  const group = items[at]?.atomicityGroup;
  const end = items.findIndex((item, index) => index > at && (group === undefined || item.atomicityGroup !== group));
  return items.slice(at, end < 0 ? items.length : end);
}

/** Answers requests that change all or nothing. Gives whether one failed. */
async function answerGroup(
  group: readonly BatchItem[],
  run: BatchRun,
  { store }: MockContext,
  answering: Answering,
): Promise<boolean> {
  const name = group[0]?.atomicityGroup;
  const undo = name === undefined ? undefined : store.snapshot();
  for (const item of group) {
    const answer = await answerItem(item, run, answering);
    run.answers.set(item.id, answer);
    if (answer.status < 400) continue;
    run.failed.add(item.id);
    if (name === undefined || undo === undefined) return true;
    undo();
    run.failed.add(name);
    for (const other of group.filter((one) => one !== item)) {
      run.failed.add(other.id);
      run.answers.set(other.id, FAILED_DEPENDENCY);
    }
    return true;
  }
  return false;
}

const FAILED_DEPENDENCY: Answer = {
  status: 424,
  body: { error: { code: "FailedDependency", message: "A request that this one depends on has failed." } },
};

async function answerItem(item: BatchItem, before: BatchRun, answering: Answering): Promise<Answer> {
  const { method, headers, body, dependsOn, atomicityGroup } = item;
  const broken = [...dependsOn, ...(atomicityGroup === undefined ? [] : [atomicityGroup])];
  if (broken.some((id) => before.failed.has(id))) {
    return FAILED_DEPENDENCY;
  }
  const bytes =
    typeof body === "string"
      ? bytesOfUtf8(body)
      : body === undefined
        ? bytesOfUtf8("")
        : bytesOfUtf8(JSON.stringify(body));
  const type = body === undefined ? {} : { "content-type": "application/json" };
  return answering({ method, url: urlOf(item.url, before), headers: { ...type, ...headers }, bytes });
}

/** `$1` stands for what another request has created. */
function urlOf(url: string, { base, answers }: BatchRun): string {
  const [, id, rest = ""] = /^\/?\$([\w-]+)(.*)$/s.exec(url) ?? [];
  const created = id === undefined ? undefined : own(answers.get(id)?.headers, "location");
  if (created !== undefined) return created + rest;
  return /^https?:/i.test(url) ? url : hrefOf(url.replace(/^\//, ""), `${base}/`);
}

function itemOf(item: unknown): BatchItem {
  const { id, method, url, atomicityGroup, dependsOn = [], headers = {}, body }: Entity = isEntity(item) ? item : {};
  if (typeof id !== "string" || typeof method !== "string" || typeof url !== "string" || !Array.isArray(dependsOn))
    throw badRequest("A request of a batch has an id, a method and a URL.");
  const lower = Object.entries(isEntity(headers) ? headers : {}).map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ]);
  return {
    id,
    method: method.toUpperCase(),
    url,
    atomicityGroup: typeof atomicityGroup === "string" ? atomicityGroup : undefined,
    dependsOn: dependsOn.map(String),
    headers: Object.fromEntries(lower) as Readonly<Record<string, string>>, // the values are texts
    body,
  };
}

function responseItem(id: string, { status, headers = {}, body }: Answer): Entity {
  const value = body instanceof Uint8Array ? textIn(body) : body;
  const type = body === undefined || typeof body === "string" ? {} : { "content-type": "application/json" };
  return { id, status, headers: { ...type, ...headers }, ...(value !== undefined && { body: value }) };
}
