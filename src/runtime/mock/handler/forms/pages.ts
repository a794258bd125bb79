/** Lists as JSON, in pages. */
import { pageOf } from "../../query/apply-query.js";
import type { Entity, ParsedQuery } from "../../query/contract.js";
import type { Answer } from "../../web.js";
import { preference, type Exchange, type MockContext } from "../context.js";
import { badRequest } from "../fault.js";

export interface Page {
  readonly items: readonly unknown[];
  /** Of all pages. */
  readonly count: number;
  /** The URL of the next page. */
  readonly next?: string | undefined;
}

/** JSON with its context URL, of which the fragment is given (OData Protocol 4.01 §10). */
export function jsonAnswer(
  fragment: string,
  body: Entity,
  { base }: Pick<MockContext, "base">,
  more?: Partial<Answer>,
): Answer {
  return { status: 200, ...more, body: { "@odata.context": `${base}/$metadata#${fragment}`, ...body } };
}

export function listAnswer(
  fragment: string,
  { items, count, next }: Page,
  query: ParsedQuery,
  context: Pick<MockContext, "base">,
  more?: Partial<Answer>,
): Answer {
  const counted = query.count && { "@odata.count": count };
  const body = { ...counted, value: items, ...(next !== undefined && { "@odata.nextLink": next }) };
  return jsonAnswer(fragment, body, context, more);
}

/** The items of one page. The token of the next one is the number of items before it. */
export function paged(all: readonly unknown[], query: ParsedQuery, exchange: Exchange, context: MockContext): Page {
  const { skip = 0, top = Infinity, skiptoken = "0" } = query;
  const before = numberOfToken(skiptoken);
  if (before === undefined) throw badRequest("The $skiptoken is none of this service.");
  const { items, count } = pageOf(all, { ...query, skip: 0, top: Infinity }, context.query);
  const asked = Number(preference(exchange, "maxpagesize")) || Infinity;
  const size = Math.max(1, Math.min(context.pageSize ?? Infinity, asked));
  const start = skip + before;
  const end = Math.min(skip + top, start + size);
  const isLast = end >= Math.min(count, skip + top);
  const next = isLast ? undefined : linkWith(`$skiptoken=${before + size}`, exchange, context);
  return { items: items.slice(start, end), count, next };
}

/** The number that a token of this service is; undefined for any other text. */
export function numberOfToken(token: string): number | undefined {
  return /^\d{1,9}$/.test(token) ? Number(token) : undefined;
}

/** The URL of a request with another token. */
export function linkWith(token: string, { path, search }: Exchange, { base }: MockContext): string {
  const isToken = /^(?:\$|%24)?(?:skip|delta)token=/i;
  const others = search.split("&").filter((option) => option !== "" && !isToken.test(option));
  return `${base}/${path}?${[...others, token].join("&")}`;
}
