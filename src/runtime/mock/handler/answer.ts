/** Answers one request. */
import { Dropped, type PlannedFaults } from "../faults/faults.js";
import type { GrantedScopes } from "../faults/scopes.js";
import type { Stubs } from "../faults/stubs.js";
import { answerBatch } from "../batch/batch.js";
import { own } from "../query/names.js";
import { hrefOf, type Answer, type Incoming } from "../web.js";
import { checkMatch } from "../write/bodies.js";
import { write } from "../write/write.js";
import type { Exchange, MockContext } from "./context.js";
import { asksForExact, exactAnswer } from "./forms/exact-numbers.js";
import { documentedAnswer, documentedFor, refuseOther } from "./documented.js";
import { answerOfError, notFound } from "./fault.js";
import { answerMetadata, type Metadata } from "./forms/metadata.js";
import { answerCall, runOnTheWay } from "./operations.js";
import { calledBy } from "./parameters.js";
import { readTarget } from "./read.js";
import { refuseDeniedMethod } from "./denied.js";
import { allowedAt, refuseForm, refuseMethod } from "./refusals.js";
import { resolve, type RunCall } from "./resolve.js";
import { takesShortNames, withShortNames } from "../short-names.js";
import { stubAnswer } from "./stub-answers.js";
import type { CallTarget, Destination } from "./target.js";

/** What a test has set beside the contents. */
export interface Settings {
  readonly faults: PlannedFaults;
  readonly stubs: Stubs;
  readonly scopes: GrantedScopes | undefined;
  readonly metadata: Metadata | undefined;
  /** Keeps a request of a batch, which no `fetch` was given. */
  readonly record: (incoming: Incoming, status: number) => void;
  /** Answers the requests of a batch, where their form is another one. */
  readonly answers?: typeof answer;
  /** A new identifier of a request. */
  readonly nextId: () => string;
}

/** Never rejects, but for a connection that a fault ends. */
export async function answer(
  incoming: Incoming,
  context: MockContext,
  settings: Settings,
  id: string = settings.nextId(),
): Promise<Answer> {
  const isShort = context.service.protocol === "4.0" && takesShortNames(incoming);
  const found = await orError(id, async () => {
    const exchange = exchangeOf(incoming, context);
    const one = exactAnswer(await answerTo(exchange, context, settings), asksForExact(exchange), context.service);
    return isShort ? withShortNames(one) : one;
  });
  const headers = { "odata-version": isShort ? "4.01" : "4.0", ...found.headers };
  return { ...found, headers, ...(incoming.method === "HEAD" && { body: undefined }) };
}

/** What is thrown on the way is the answer, but for the end of a connection. */
export async function orError(id: string, answering: () => Promise<Answer>): Promise<Answer> {
  try {
    const found = await answering();
    return { ...found, headers: { "request-id": id, ...found.headers } };
  } catch (error) {
    if (error instanceof Dropped) throw error;
    return answerOfError(error, id);
  }
}

async function answerTo(exchange: Exchange, context: MockContext, settings: Settings): Promise<Answer> {
  try {
    return await answerByMetadata(exchange, context, settings);
  } catch (error) {
    const documented = documentedFor(error, exchange, context);
    if (documented === undefined) throw error;
    settings.scopes?.meet(exchange.method, documented.template);
    return documentedAnswer(documented, exchange, context);
  }
}

async function answerByMetadata(exchange: Exchange, context: MockContext, settings: Settings): Promise<Answer> {
  const method = exchange.method === "HEAD" ? "GET" : exchange.method;
  const { target, template, keys } = destinationOf(exchange, method, context, settings);
  settings.faults.meet(method, template);
  if (target.kind === "batch" && method === "POST")
    return answerBatch(exchange, context, async (part) => {
      const found = await (settings.answers ?? answer)(part, context, settings);
      settings.record(part, found.status);
      return found;
    });
  settings.scopes?.meet(method, template);
  const allowed = allowedAt(target);
  if (method === "OPTIONS") return { status: 204, headers: { allow: [...allowed, "OPTIONS"].join(", ") } };
  refuseMethod(method, allowed);
  if (target.kind === "metadata") return answerMetadata(exchange, settings.metadata);
  refuseForm(exchange);
  const stub = settings.stubs.find(method, template);
  if (target.kind === "call") {
    checkCondition(target, exchange, context);
    refuseOther(template, exchange, context);
    const called = calledBy(target, exchange, context);
    if (stub === undefined) return answerCall(target, called, template, exchange, context);
    return stubAnswer(stub, { target, called, keys }, exchange, context);
  }
  if (stub !== undefined) return stubAnswer(stub, { target, called: undefined, keys }, exchange, context);
  refuseDeniedMethod(target, method, context);
  if (/^(?:collection|entity)$/.test(target.kind)) refuseOther(template, exchange, context);
  return method === "GET" ? readTarget(target, exchange, context) : write(target, exchange, context);
}

/** A call needs no condition, but one that is sent has to hold (OData Protocol 4.01 §8.2.5). */
function checkCondition({ on }: CallTarget, exchange: Exchange, context: MockContext): void {
  if (on?.kind !== "entity" || on.entity === undefined || exchange.headers["if-match"] === undefined) return;
  checkMatch(on.entity, exchange, context);
}

function destinationOf(exchange: Exchange, method: string, context: MockContext, { faults }: Settings): Destination {
  const run: RunCall = (call, path, template) => runOnTheWay(call, { path, template }, exchange, context);
  try {
    return resolve(exchange.path, context.store, run);
  } catch (error) {
    // A fault is planned for requests whose entity is not there, too.
    faults.meet(method, documentedFor(error, exchange, context)?.template ?? "*");
    throw error;
  }
}

function exchangeOf(incoming: Incoming, { base }: MockContext): Exchange {
  const url = hrefOf(incoming.url, `${base}/`);
  if (url !== base && !url.startsWith(`${base}/`) && !url.startsWith(`${base}?`))
    throw notFound(`The service root is ${base}.`);
  const [path = "", ...search] = url.slice(base.length).replace(/#.*$/s, "").split("?");
  const method = incoming.method.toUpperCase();
  const tunneled = incoming.headers["x-http-method"];
  return {
    ...incoming,
    method: method === "POST" && tunneled !== undefined ? tunneled.toUpperCase() : method,
    path: path.replace(/^\/+|\/+$/g, ""),
    search: search.join("?"),
  };
}

/** Whether the service has a set or singleton of the name. */
export function isChild(name: string, { service }: Pick<MockContext, "service">): boolean {
  const kind = own(service.children, name)?.kind;
  return kind === "set" || kind === "singleton";
}
