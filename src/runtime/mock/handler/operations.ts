/** Calls of actions and functions: a stub answers, else the example of a page, else a value is made. */
import { resultOf } from "../data/data.js";
import { pageOf } from "../query/apply-query.js";
import type { Entity } from "../query/contract.js";
import { actualType, isDerived, own } from "../query/names.js";
import { parseQuery } from "../query/parse-query.js";
import type { MockOperation } from "../service.js";
import { templateOf } from "../store/examples.js";
import { plainText } from "../store/keys.js";
import { isEntity } from "../store/members.js";
import type { Rows } from "../store/rows.js";
import type { Answer } from "../web.js";
import { jsonOf } from "./body.js";
import { deltaLink } from "./changes.js";
import type { Exchange, MockContext } from "./context.js";
import { badRequest, Fault } from "./fault.js";
import { overloadFor } from "./overloads.js";
import { paged, readCollection, shown } from "./read.js";
import { check, detailsOf, schemaAt } from "./schemas.js";
import type { CallTarget, CollectionTarget, EntityTarget, Target } from "./target.js";

/** A call with its parameters as values. */
export interface Called {
  readonly operation: MockOperation;
  readonly parameters: Entity;
}

/** Finds the overload, and checks what is given. */
export function calledBy(call: CallTarget, exchange: Exchange, { service, schemas }: MockContext): Called {
  const isAction = call.operations.some(({ kind }) => kind === "action");
  if (!isAction) {
    const { custom, aliases } = parseAliases(exchange.search);
    const implicit = Object.keys(custom).filter((name) => call.operations.some(({ parameters }) => name in parameters));
    const operation = overloadFor(call, implicit);
    const literals = new Map([...call.given, ...implicit.map((name) => [name, custom[name] ?? ""] as const)]);
    const values = [...literals].map(([name, literal]) => {
      const text = literal.startsWith("@") ? (aliases[literal] ?? "null") : literal;
      return [name, valueOfLiteral(text, own(operation.parameters, name)?.type ?? "")] as const;
    });
    return { operation, parameters: Object.fromEntries(values) };
  }
  const body = jsonOf(exchange) ?? {};
  if (!isEntity(body)) throw badRequest("The body has to be an object with the parameters.");
  const operation = overloadFor(
    call,
    Object.keys(body).filter((name) => !name.includes("@")),
  );
  if (operation.schema !== undefined) check(detailsOf(body, schemaAt(operation.schema, schemas)), "The body");
  else if (Object.keys(body).length > 0 && service.protocol === "4.0")
    throw badRequest("The action has no parameters.");
  return { operation, parameters: body };
}

function parseAliases(search: string): {
  custom: Readonly<Record<string, string>>;
  aliases: Readonly<Record<string, string>>;
} {
  const entries = search.split("&").flatMap((option) => {
    const [name = "", ...value] = option.split("=");
    return name === "" ? [] : [[decodeURIComponent(name), decodeURIComponent(value.join("="))] as const];
  });
  const isAlias = ([name]: readonly [string, string]): boolean => name.startsWith("@");
  return {
    custom: Object.fromEntries(entries.filter((entry) => !isAlias(entry))),
    aliases: Object.fromEntries(entries.filter(isAlias)),
  };
}

/** The JSON value of a literal in a URL. */
function valueOfLiteral(text: string, type: string): unknown {
  if (text === "null") return null;
  if (/^[[{]/.test(text)) {
    try {
      return JSON.parse(text);
    } catch {
      throw badRequest(`${text} is no JSON.`);
    }
  }
  if (type === "Edm.Boolean") return text === "true";
  const plain = plainText(text);
  const isNumber = /^Edm\.(?:S?Byte|Int\d\d|Double|Single|Decimal)$/.test(type) && plain !== "";
  // Longer numbers are given as text, so that no digit is lost.
  const isExact = !/Int64|Decimal/.test(type) || String(Number(plain)) === plain;
  return isNumber && isExact ? Number(plain) : plain;
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
  if (isDelta(operation) && on?.kind === "collection" && on.rows !== undefined) return delta(on, exchange, context);
  const example = exampleAt(exchange.method, template, context);
  if (example !== undefined) return example;
  const { returns } = operation;
  if (returns === undefined) return { status: 204 };
  return resultAnswer(resultFor(call, operation, exchange, context), returns, exchange, context, {
    "x-mock": "generated",
  });
}

/** Functions of Graph that return what has changed. */
function isDelta({ name, on, kind }: MockOperation): boolean {
  return kind === "function" && on?.collection === true && name.endsWith(".delta");
}

function delta(on: CollectionTarget, exchange: Exchange, context: MockContext): Answer {
  const answer = readCollection(on, exchange, context);
  const body = answer.body as Entity;
  const isWhole = body["@odata.nextLink"] === undefined && body["@odata.deltaLink"] === undefined;
  return isWhole
    ? { ...answer, body: { ...body, "@odata.deltaLink": deltaLink(exchange.path, exchange, context) } }
    : answer;
}

function exampleAt(method: string, template: string, { service }: MockContext): Answer | undefined {
  const found = (service.requests ?? []).find(
    (request) => request.method === method && request.example !== undefined && templateOf(request.path) === template,
  );
  return found?.example;
}

export type Returns = NonNullable<MockOperation["returns"]>;

/** Entities that a set has, where there is one; else new ones. */
function resultFor(
  call: CallTarget,
  { returns }: MockOperation,
  { path }: Exchange,
  { store, service }: MockContext,
): unknown {
  const { type, collection } = returns as Returns; // the caller has looked
  const set =
    call.set ?? Object.entries(service.children).find(([, child]) => child.kind === "set" && child.type === type)?.[0];
  const items = (set === undefined ? undefined : store.child(set)?.items)?.filter((item) =>
    isDerived(service, store.typeOf(item), type),
  );
  if (items !== undefined && items.length > 0) return collection === true ? items : items[0];
  return resultOf(returns as Returns, path.replace(/[?].*/, ""), store.data);
}

/** A result as JSON: entities as they are asked for, collections in pages. */
export function resultAnswer(
  value: unknown,
  { type, collection }: Returns,
  exchange: Exchange,
  context: MockContext,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  if (value === undefined || value === null) return { status: 204, headers };
  const start = { "@odata.context": `${context.base}/$metadata#${collection ? `Collection(${type})` : type}` };
  const options = exchange.method === "GET" ? systemOptions(exchange.search) : "";
  const query = parseQuery(options, { type, collection }, context.query);
  const of = (item: unknown): unknown => (isEntity(item) ? shown(item, query, { type }, context) : item);
  if (collection === true) {
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    const isPaged = all.every(isEntity);
    const { items, count, next } = isPaged
      ? paged(all, query, exchange, context)
      : { ...pageOf(all, query, context.query), next: undefined };
    const more = { ...(query.count && { "@odata.count": count }), value: items.map(of) };
    return {
      status: 200,
      headers,
      type,
      body: { ...start, ...more, ...(next !== undefined && { "@odata.nextLink": next }) },
    };
  }
  const one = of(value);
  return { status: 200, headers, type, body: isEntity(one) ? { ...start, ...one } : { ...start, value: one } };
}

/** Parameters of functions stand among the options. */
function systemOptions(search: string): string {
  return search
    .split("&")
    .filter((option) => /^(?:\$|%24)/.test(option))
    .join("&");
}

/** The result of a function that a path goes on from. An entity is held where its path is. */
export function runOnTheWay(
  call: CallTarget,
  place: Pick<Rows, "path" | "template">,
  exchange: Exchange,
  context: MockContext,
): Target {
  const { operation } = calledBy(call, exchange, context);
  const { returns } = operation;
  if (operation.kind === "action" || returns === undefined)
    throw new Fault(400, "BadRequest", `No path goes on from ${operation.name}.`);
  const value = resultFor(call, operation, { ...exchange, path: place.path }, context);
  if (returns.collection === true) {
    const items = (Array.isArray(value) ? value : []).filter(isEntity);
    return { kind: "collection", type: returns.type, items } satisfies CollectionTarget;
  }
  if (!isEntity(value) || own(context.service.types, returns.type) === undefined)
    throw new Fault(501, "NotImplemented", "The mock goes on from results that are entities alone.");
  const entity = context.store.has(value) ? value : context.store.hold(value, returns.type, place);
  return { kind: "entity", type: actualType(entity, returns.type), entity } satisfies EntityTarget;
}
