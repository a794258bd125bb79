/** Runs the requests of a batch, in the order in which they stand there. */
import { own } from "../query/names.js";
import { bytesOfUtf8, hrefOf, textIn, type Answer, type Incoming } from "../web.js";
import { preference, type MockContext } from "../handler/context.js";
import { badRequest } from "../handler/fault.js";
import { FAILED_DEPENDENCY, type Answering, type BatchItem } from "./items.js";
import { jsonBatch } from "./json.js";
import { multipartBatch } from "./multipart.js";

/** The most requests of a batch. */
const MAX_REQUESTS = 1000;

export async function answerBatch(request: Incoming, context: MockContext, answering: Answering): Promise<Answer> {
  const isMultipart = /^multipart\//i.test(request.headers["content-type"] ?? "");
  const { items, stops, answer } = isMultipart ? multipartBatch(request) : jsonBatch(request);
  if (items.length > MAX_REQUESTS) throw badRequest(`A batch has at most ${MAX_REQUESTS} requests.`);
  if (new Set(items.map(({ id }) => id)).size < items.length)
    throw badRequest("Two requests of the batch have the same identifier.");
  const asked = preference(request, "continue-on-error");
  const goesOn = asked === undefined ? !stops : asked !== "false";
  const run: BatchRun = { base: context.base, answers: new Map(), failed: new Set() };
  for (let at = 0; at < items.length;) {
    const group = groupAt(items, at);
    at += group.length;
    const fails = await answerGroup(group, run, context, answering);
    if (fails && !goesOn) break;
  }
  return answer(run.answers);
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

async function answerItem(item: BatchItem, before: BatchRun, answering: Answering): Promise<Answer> {
  const { method, url, headers, bytes, dependsOn, atomicityGroup } = item;
  const broken = [...dependsOn, ...(atomicityGroup === undefined ? [] : [atomicityGroup])];
  if (broken.some((id) => before.failed.has(id))) return FAILED_DEPENDENCY;
  return answering({ method, url: urlOf(url, before), headers, bytes: withAddresses(bytes, headers, before) });
}

/** An absolute path is one of the host, or, as in batches of Graph, one of the service. */
function urlOf(url: string, run: BatchRun): string {
  const { base } = run;
  const created = createdAt(url.replace(/^\//, ""), run);
  if (created !== undefined) return created;
  if (/^https?:/i.test(url)) return url;
  const href = hrefOf(url, `${base}/`);
  return href.startsWith(`${base}/`) ? href : hrefOf(url.replace(/^\//, ""), `${base}/`);
}

/** `$1` stands for what another request has created (OData Protocol 4.01 §11.7.3.1). */
function createdAt(url: string, { answers }: BatchRun): string | undefined {
  const [, id = "", rest = ""] = /^\$([\w.~-]+)(.*)$/s.exec(url) ?? [];
  const location = own(answers.get(id)?.headers, "location");
  return location === undefined ? undefined : location + rest;
}

/** The members of a body that have addresses: one, or a list of them. */
const ADDRESSES = /"[^"]*@(?:odata\.)?(?:bind|id)"\s*:\s*(?:"\$[^"]*"|\[[^\]]*\])/g;

/** The addresses of entities in a body may be references to requests, too. */
function withAddresses(bytes: Uint8Array, headers: BatchItem["headers"], run: BatchRun): Uint8Array {
  if (!/json/i.test(headers["content-type"] ?? "")) return bytes;
  const text = textIn(bytes);
  const changed = text.replace(ADDRESSES, (member) =>
    member.replace(/"(\$[^"]*)"/g, (whole, url: string) => JSON.stringify(createdAt(url, run)) ?? whole),
  );
  return changed === text ? bytes : bytesOfUtf8(changed);
}
