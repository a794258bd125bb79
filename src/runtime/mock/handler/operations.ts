/** Calls of actions and functions: a stub answers, else the example of a page, else a value is made. */
import { resultOf } from "../data/data.js";
import { pageOf } from "../query/apply-query.js";
import type { Entity } from "../query/contract.js";
import { actualType, isDerived, own } from "../query/names.js";
import { parseQuery } from "../query/parse-query.js";
import type { MockOperation } from "../service.js";
import { requestsAt } from "../store/examples.js";
import { isEntity } from "../store/members.js";
import { setOfType } from "../store/targets.js";
import type { Answer } from "../web.js";
import type { Exchange, MockContext } from "./context.js";
import { badRequest, Fault } from "./fault.js";
import { jsonAnswer, listAnswer, paged } from "./forms/pages.js";
import { calledBy } from "./parameters.js";
import { readCollection, shown } from "./read.js";
import type { CallTarget, Target } from "./target.js";

/** A call with its parameters as values. */
export interface Called {
  readonly operation: MockOperation;
  readonly parameters: Entity;
}

/** The answer to a call without a stub. */
export function answerCall(
  call: CallTarget,
  { operation }: Called,
  template: string,
  exchange: Exchange,
  context: MockContext,
): Answer {
  const { on } = call;
  if (isDelta(operation) && on?.kind === "collection" && on.rows !== undefined)
    return readCollection(on, exchange, context, true);
  const { returns } = operation;
  const { example } = requestsAt(context.service, exchange.method, template).find((one) => one.example) ?? {};
  if (example !== undefined || returns === undefined) return example ?? { status: 204 };
  const value = resultFor(call, returns, exchange, context);
  return resultAnswer(value, returns, exchange, context, { "x-mock": "generated" });
}

/** Functions of Graph that return what has changed. */
function isDelta({ name, on, kind }: MockOperation): boolean {
  return kind === "function" && on?.collection === true && name.endsWith(".delta");
}

export type Returns = NonNullable<MockOperation["returns"]>;

/** Entities that a set has, where there is one; else new ones. */
function resultFor(call: CallTarget, returns: Returns, { path }: Exchange, { store, service }: MockContext): unknown {
  const { type, collection } = returns;
  const rows = store.child(call.set ?? setOfType(service, type) ?? "");
  const items = rows?.items.filter((item) => isDerived(service, store.typeOf(item), type)) ?? [];
  if (items.length > 0) return collection === true ? items : items[0];
  return resultOf(returns, path, store.data);
}

/** A result as JSON: entities as they are asked for, and in pages. */
export function resultAnswer(
  value: unknown,
  { type, collection }: Returns,
  exchange: Exchange,
  context: MockContext,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  if (value === undefined || value === null) return { status: 204, headers };
  const options = exchange.method === "GET" ? systemOptions(exchange.search) : "";
  const query = parseQuery(options, { type, collection }, context.query);
  const of = (item: unknown): unknown => shown(item, query, { type }, context);
  const more = { headers, type };
  if (collection === true) {
    const all = [value].flat();
    const page = all.every(isEntity) ? paged(all, query, exchange, context) : pageOf(all, query, context.query);
    return listAnswer(`Collection(${type})`, { ...page, items: page.items.map(of) }, query, context, more);
  }
  const one = of(value);
  return jsonAnswer(type, isEntity(one) ? one : { value: one }, context, more);
}

/** Parameters of functions stand among the options. */
function systemOptions(search: string): string {
  return search
    .split("&")
    .filter((option) => /^(?:\$|%24)/.test(option))
    .join("&");
}

/** The result of a function that a path goes on from. */
export function runOnTheWay(call: CallTarget, exchange: Exchange, context: MockContext): Target {
  const { operation } = calledBy(call, exchange, context);
  const { kind, returns, name } = operation;
  if (kind === "action" || returns === undefined) throw badRequest(`No path goes on from ${name}.`);
  const value = resultFor(call, returns, exchange, context);
  const { type, collection } = returns;
  if (collection === true) return { kind: "collection", type, items: [value].flat().filter(isEntity) };
  if (!isEntity(value) || own(context.service.types, type) === undefined)
    throw new Fault(501, "NotImplemented", "The mock goes on from results that are entities alone.");
  return { kind: "entity", type: actualType(value, type), entity: value };
}
