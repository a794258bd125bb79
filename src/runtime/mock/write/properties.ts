/** Writes properties, streams and media. */
import { objectOf } from "../handler/body.js";
import type { Exchange, MockContext } from "../handler/context.js";
import { badRequest, notFound } from "../handler/fault.js";
import { check, issuesOf } from "../handler/schemas.js";
import type { EntityTarget, PropertyTarget } from "../handler/target.js";
import type { Entity } from "../query/contract.js";
import { spelledValue } from "../query/spelling.js";
import { isEntity, put } from "../store/members.js";
import { textIn, type Answer } from "../web.js";
import { checkMatch } from "./bodies.js";

export function writeProperty(target: PropertyTarget, exchange: Exchange, context: MockContext): Answer {
  if (target.type === "Edm.Stream") return writeContent(target, exchange, context);
  checkMatch(target.owner, exchange, context);
  const body = exchange.method === "DELETE" ? { value: null } : objectOf(exchange);
  const isComplex = isEntity(target.value) && !("value" in body);
  const patched = isComplex && exchange.method === "PATCH" ? { ...(target.value as Entity), ...body } : body;
  const value = isComplex ? patched : body["value"];
  if (value === undefined) throw badRequest("The body has to have the value in `value`.");
  return setProperty(target, spelledValue(value, target.type, context.service), context);
}

function setProperty({ name, nullable, of, owner }: PropertyTarget, value: unknown, context: MockContext): Answer {
  const { store } = context;
  if (value === null && !nullable) throw badRequest(`${name} must not be null.`);
  if (of === owner) check(issuesOf({ [name]: value }, store.typeOf(owner), "update", context), "The value");
  put(of, name, value);
  store.changed(owner);
  return { status: 204 };
}

/** Writes what stands at `$value`: media, a stream, or the text of a primitive value (OData Protocol 4.01 §11.4.9.1). */
export function writeContent(of: EntityTarget | PropertyTarget, exchange: Exchange, context: MockContext): Answer {
  const owner = of.kind === "property" ? of.owner : of.entity;
  if (owner === undefined) throw notFound("There is no entity at the path.");
  if (of.kind === "property") checkMatch(owner, exchange, context);
  if (of.kind === "property" && of.type !== "Edm.Stream")
    return setProperty(of, exchange.method === "DELETE" ? null : valueOfText(textIn(exchange.bytes), of.type), context);
  const { contents } = context.store.record(owner);
  const name = of.kind === "property" ? of.name : "";
  if (exchange.method === "DELETE") contents.set(name, { bytes: "", type: undefined });
  else contents.set(name, { bytes: exchange.bytes, type: exchange.headers["content-type"] });
  context.store.changed(owner);
  return { status: 204 };
}

/** The JSON of a value that is given as plain text. */
function valueOfText(text: string, type: string): unknown {
  if (type === "Edm.Boolean" && /^(?:true|false)$/.test(text)) return text === "true";
  if (!/^Edm\.(?:S?Byte|Int16|Int32|Single|Double)$/.test(type) || text.trim() === "") return text;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}
