/** Edm.Int64 and Edm.Decimal as strings, where a request asks for them (OData JSON Format 4.01 §3.2). */
import type { Entity } from "../../query/contract.js";
import { actualType, memberOf, primitiveName } from "../../query/names.js";
import type { MockService } from "../../service.js";
import { isEntity } from "../../store/members.js";
import type { Answer, Incoming } from "../../web.js";

export function asksForExact({ headers }: Pick<Incoming, "headers">): boolean {
  return /IEEE754Compatible=true/i.test(headers["accept"] ?? "");
}

/** The answer with such values as strings, or as numbers where they were stored as strings. */
export function exactAnswer(answer: Answer, exact: boolean, service: MockService): Answer {
  const { body, type } = answer;
  if (type === undefined || !isEntity(body) || service.protocol !== "4.0") return answer;
  const headers = exact ? { "content-type": "application/json;IEEE754Compatible=true" } : {};
  return { ...answer, headers: { ...headers, ...answer.headers }, body: exactBody(body, type, exact, service) };
}

function exactBody(body: Entity, type: string, exact: boolean, service: MockService): Entity {
  // An object stays one.
  if (!("value" in body) || memberOf(service, type, "value") !== undefined)
    return exactValue(body, type, exact, service) as Entity;
  const count = body["@odata.count"];
  const value = exactValue(body["value"], type, exact, service);
  return { ...body, ...(exact && count !== undefined && { "@odata.count": String(count) }), value };
}

function exactValue(value: unknown, declared: string, exact: boolean, service: MockService): unknown {
  if (Array.isArray(value)) return value.map((item) => exactValue(item, declared, exact, service));
  if (!isEntity(value)) return exactNumber(value, primitiveName(service, declared), exact);
  const type = actualType(value, declared);
  const members = Object.entries(value).map(([name, member]) => {
    if (name.endsWith("@odata.count")) return [name, exact ? String(member) : member] as const;
    return [name, exactValue(member, memberOf(service, type, name)?.type ?? "", exact, service)] as const;
  });
  return Object.fromEntries(members);
}

function exactNumber(value: unknown, type: string, exact: boolean): unknown {
  if (type !== "Edm.Int64" && type !== "Edm.Decimal") return value;
  if (exact) return typeof value === "number" ? String(value) : value;
  return typeof value === "string" && Number.isFinite(Number(value)) ? Number(value) : value;
}
