/** Answers one request. */
import { Dropped, type PlannedFaults } from "../faults/faults.js";
import type { GrantedScopes } from "../faults/scopes.js";
import type { Stubs } from "../faults/stubs.js";
import { answerBatch } from "../batch/batch.js";
import { own } from "../query/names.js";
import { hrefOf, type Answer, type Incoming } from "../web.js";
import { jsonOf } from "./body.js";
import type { Exchange, MockContext } from "./context.js";
import { answerOfError, Fault, notFound } from "./fault.js";
import { answerCall, calledBy, resultAnswer, runOnTheWay } from "./operations.js";
import { readTarget } from "./read.js";
import { resolve } from "./resolve.js";
import type { CallTarget, Destination, Target } from "./target.js";
import { methodsOf, write } from "./write.js";

/** What a test has set beside the contents. */
export interface Settings {
  readonly faults: PlannedFaults;
  readonly stubs: Stubs;
  readonly scopes: GrantedScopes | undefined;
  /** A new identifier of a request. */
  readonly nextId: () => string;
}

/** Never rejects, but for a connection that a fault ends. */
export async function answer(incoming: Incoming, context: MockContext, settings: Settings): Promise<Answer> {
  const id = settings.nextId();
  try {
    const found = await answerTo(incoming, context, settings);
    const headers = { "odata-version": "4.0", "request-id": id, ...found.headers };
    return incoming.method === "HEAD" ? { status: found.status, headers } : { ...found, headers };
  } catch (error) {
    if (error instanceof Dropped) throw error;
    return answerOfError(error, id);
  }
}

async function answerTo(incoming: Incoming, context: MockContext, settings: Settings): Promise<Answer> {
  const exchange = exchangeOf(incoming, context);
  const method = exchange.method === "HEAD" ? "GET" : exchange.method;
  const run = (call: CallTarget): Target => runOnTheWay(call, exchange, context);
  let place: Destination;
  try {
    place = resolve(exchange.path, context.store, run);
  } catch (error) {
    // A fault is planned for requests whose entity is not there, too.
    settings.faults.meet(method, "*");
    throw error;
  }
  const { target, template, keys } = place;
  settings.faults.meet(method, template);
  if (target.kind === "batch" && method === "POST")
    return answerBatch(incoming, context.base, (part) => answer(part, context, settings));
  settings.scopes?.meet(method, template);
  const allowed = target.kind === "call" ? methodsOfCall(target) : ["GET", "HEAD", ...methodsOf(target)];
  if (method === "OPTIONS") return { status: 204, headers: { allow: [...allowed, "OPTIONS"].join(", ") } };
  if (!allowed.includes(method))
    throw new Fault(405, "MethodNotAllowed", `${method} is not supported here.`, {
      headers: { allow: allowed.join(", ") },
    });
  refuseForm(exchange);
  const stub = settings.stubs.find(method, template);
  if (target.kind === "call") {
    const called = calledBy(target, exchange, context);
    if (stub === undefined) return answerCall(target, called, template, exchange, context);
    const { operation, parameters } = called;
    const value = await stub({ body: jsonOf(exchange), parameters, keys, headers: exchange.headers });
    return stubbed(value, operation.returns, exchange, context);
  }
  if (stub !== undefined) {
    const value = await stub({ body: jsonOf(exchange), parameters: undefined, keys, headers: exchange.headers });
    return stubbed(value, typeAt(target), exchange, context);
  }
  refuseMethod(target, method, context);
  return method === "GET" ? readTarget(target, exchange, context) : write(target, exchange, context);
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

function methodsOfCall({ operations }: CallTarget): readonly string[] {
  return operations.some(({ kind }) => kind === "action") ? ["POST"] : ["GET", "HEAD"];
}

function typeAt(target: Target): { readonly type: string; readonly collection?: true } | undefined {
  if (target.kind === "collection") return { type: target.type, collection: true };
  return target.kind === "entity" ? { type: target.type } : undefined;
}

function stubbed(
  value: unknown,
  returns: { readonly type: string; readonly collection?: true } | undefined,
  exchange: Exchange,
  context: MockContext,
): Answer {
  if (value === undefined || value === null) return { status: 204 };
  if (returns === undefined) return { status: 200, body: value };
  const list = returns.collection === true && typeof value === "object" && "value" in value ? value.value : value;
  const created = exchange.method === "POST" && returns.collection === true && !Array.isArray(list);
  return resultAnswer(list, created ? { type: returns.type } : returns, exchange, context);
}

/** The mock speaks JSON alone. */
function refuseForm({ headers }: Exchange): void {
  const accept = headers["accept"];
  if (accept === undefined || /json|\*\/\*|application\/\*|text\/|octet-stream|image|multipart/i.test(accept)) return;
  throw new Fault(406, "NotAcceptable", `The mock answers in JSON, not in ${accept}.`);
}

/** What the capabilities of a set deny, in strict mode. */
function refuseMethod(target: Target, method: string, { strict }: MockContext): void {
  const rows = target.kind === "collection" || target.kind === "entity" ? target.rows : undefined;
  const denied = strict ? (rows?.child?.denied?.methods ?? []) : [];
  const name = method === "PUT" || method === "MERGE" ? "PATCH" : method;
  if (denied.some((one) => one === name))
    throw new Fault(405, "MethodNotAllowed", `The set does not support ${method}.`);
}

/** Whether the service has a set or singleton of the name. */
export function isChild(name: string, { service }: Pick<MockContext, "service">): boolean {
  const kind = own(service.children, name)?.kind;
  return kind === "set" || kind === "singleton";
}
