/** Writes properties, streams and media. */
import { objectOf } from "../handler/body.js";
import type { Exchange, MockContext } from "../handler/context.js";
import { badRequest, notFound } from "../handler/fault.js";
import { check, issuesOf } from "../handler/schemas.js";
import type { EntityTarget, PropertyTarget } from "../handler/target.js";
import type { Entity } from "../query/contract.js";
import { isEntity } from "../store/members.js";
import type { Answer } from "../web.js";
import { checkMatch } from "./bodies.js";

export function writeProperty(target: PropertyTarget, exchange: Exchange, context: MockContext): Answer {
  const { store } = context;
  if (target.type === "Edm.Stream") return writeContent(target, exchange, context);
  checkMatch(target.owner, exchange, context);
  const body = exchange.method === "DELETE" ? { value: null } : objectOf(exchange);
  const isComplex = isEntity(target.value) && !("value" in body);
  const patched = isComplex && exchange.method === "PATCH" ? { ...(target.value as Entity), ...body } : body;
  const value = isComplex ? patched : body["value"];
  if (value === undefined) throw badRequest("The body has to have the value in `value`.");
  if (value === null && !target.nullable) throw badRequest(`${target.name} must not be null.`);
  if (target.of === target.owner)
    check(issuesOf({ [target.name]: value }, store.typeOf(target.owner), "update", context), "The value");
  target.of[target.name] = value;
  store.changed(target.owner);
  return { status: 204 };
}

export function writeContent(of: EntityTarget | PropertyTarget, exchange: Exchange, context: MockContext): Answer {
  const owner = of.kind === "property" ? of.owner : of.entity;
  if (owner === undefined) throw notFound("There is no entity at the path.");
  if (of.kind === "property" && of.type !== "Edm.Stream") {
    of.of[of.name] = /^Edm\.(?:String|Guid)$/.test(of.type) ? String.fromCharCode(...exchange.bytes) : of.value;
    return { status: 204 };
  }
  if (of.kind === "property") checkMatch(owner, exchange, context);
  const { contents } = context.store.record(owner);
  const name = of.kind === "property" ? of.name : "";
  if (exchange.method === "DELETE") contents.set(name, { bytes: "", type: undefined });
  else contents.set(name, { bytes: exchange.bytes, type: exchange.headers["content-type"] });
  context.store.changed(owner);
  return { status: 204 };
}
