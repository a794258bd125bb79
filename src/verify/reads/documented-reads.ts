/** Reads that pages document, with the queries of their examples, and keys of entities that were read before. */
import { isStructured, type ResolvedRequest } from "../../edm/model.js";
import { checkValue } from "../answers/check-values.js";
import { pageIn } from "../answers/unwrapped.js";
import { keyOf, predicateOf } from "../keys.js";
import type { Answered } from "../sender.js";
import type { Reads, Verification } from "../verification.js";
import { entitiesIn, refTo } from "./read-place.js";

export interface DocumentedRead {
  readonly request: ResolvedRequest;
  /** With `?`, or empty. */
  readonly query: string;
}

/**
 * The documented reads in an order in which collections stand before their entities; those without keys in their paths
 * are first.
 */
export function documentedReads({ model }: Verification): readonly DocumentedRead[] {
  const reads = model.requests.flatMap((request) => {
    if (request.method !== "GET") return [];
    const queries = request.examples.flatMap((example) => queryOf(example.request?.url, request.template) ?? []);
    return ["", ...queries].map((query) => ({ request, query }));
  });
  const distinct = [...new Map(reads.map((read) => [read.request.template + read.query, read])).values()];
  return distinct.toSorted((a, b) => rank(a) - rank(b));
}

/** Of paths with keys the number of segments, which is greater in those that need an entity of others. */
function rank({ request: { template } }: DocumentedRead): number {
  return needsKeys(template) ? template.split("/").length : 0;
}

export function needsKeys(template: string): boolean {
  return template.includes("{");
}

/** The query of an example of the path. */
function queryOf(url: string | undefined, template: string): string | undefined {
  if (url === undefined || !URL.canParse(url, "https://host/")) return undefined;
  const { pathname, search } = new URL(url, "https://host/");
  const literals = template.split(/\{[^{}]*\}/).map((text) => text.replace(/[^\w/]/g, "\\$&"));
  return search !== "" && new RegExp(`${literals.join("[^/]+")}$`, "i").test(pathname) ? search : undefined;
}

/** The path with keys of entities that were read; undefined where one of its collections has none. */
export function pathOf(template: string, verification: Verification): string | undefined {
  const [, ...segments] = template.split("/");
  return segments.reduce<string | undefined>(
    (path, segment) => (path === undefined ? undefined : withSegment(path, segment, verification)),
    "",
  );
}

/** A key stands as a segment, or in parentheses behind the name of its collection. */
function withSegment(before: string, segment: string, { known }: Verification): string | undefined {
  const start = before === "" ? "" : `${before}/`;
  if (!needsKeys(segment)) return start + segment;
  const [, name = ""] = /^([^(){}]*)(?:\((?:\w+=)?'?\{[^{}]*\}'?\)|\{[^{}]*\})$/.exec(segment) ?? [];
  const key = known.keyIn(name === "" ? before : start + name);
  if (key === undefined) return undefined;
  if (name !== "") return start + name + predicateOf(key);
  const [part] = key;
  return part === undefined || key.length > 1 ? undefined : start + encodeURIComponent(String(part.value));
}

export async function* documentedRead({ request, query }: DocumentedRead, verification: Verification): Reads {
  const { sender, findings, known } = verification;
  const path = pathOf(request.template, verification);
  // Paths of several pages may differ in the names of their keys alone.
  if (path === undefined || (needsKeys(request.template) && !known.isFirstVisit(path + query))) return;
  const answer = await sender.get(path + query);
  const subject = request.template.slice(1);
  const isRefused = !answer.ok && ![401, 403, 404].includes(answer.status); // what is not there may be there for others
  if (isRefused) {
    const message = `a documented read is answered with ${answer.status}`;
    findings.add("read-refused", subject, message, answer.exchange);
  }
  if (answer.ok && answer.status !== 204) checkDocumented(answer, request, path, verification);
  // Others read on by what was found.
  yield;
}

function checkDocumented(
  answer: Answered,
  { resource, template }: ResolvedRequest,
  path: string,
  verification: Verification,
): void {
  const { model, known } = verification;
  const subject = template.slice(1);
  const isPart = answer.exchange.request.includes("$select");
  if (resource === undefined || resource.kind === "Operation") return;
  if (resource.kind !== "Collection") {
    if (isPart || pageIn(answer.body, "4.0") !== undefined) return;
    const checked = { subject, ref: refTo(resource.type), exchange: answer.exchange };
    return checkValue(answer.body ?? null, checked, verification);
  }
  const [entity] = entitiesIn(answer, { subject, type: resource.type, isPart }, verification)?.items ?? [];
  const type = model.type(resource.type);
  const key =
    entity === undefined || type === undefined || !isStructured(type) ? undefined : keyOf(entity, type, verification);
  if (key !== undefined) known.addKey(path, key);
}
