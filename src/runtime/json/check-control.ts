/** Control information: what names with `@` state of a value (OData JSON Format 4.01 §4.6). */
import {
  fail,
  failUnknown,
  nullable,
  reject,
  type Context,
  type JsonObject,
  type Link,
  type Name,
} from "./check-context.js";

// Terms of vocabularies, which may have other values, are qualified.
const TEXT = /@(odata\.)?(context|id|etag|type|\w+Link|media\w+)$/;
const COUNT = /@(odata\.)?count$/;

/** Checks the control information of what is read, its own and that of its properties. */
export function control(value: JsonObject, context: Context): void {
  if (context.strict) return;
  for (const name in value) if (name.includes("@")) annotation(name, value[name], context);
}

/**
 * The same, where a value names its type: services annotate nothing else in a closed value of single values, and a look
 * at the names of all of them takes a tenth of a validation.
 */
export function controlOfTyped(type: unknown, value: JsonObject, context: Context): void {
  if (type !== undefined && type !== null) control(value, context);
}

/**
 * Checks the value of an annotation by its name: texts, such as links and ETags, and numbers of items, which are
 * strings with IEEE754Compatible (OData JSON Format 4.01 §3.2). Null states nothing, and unknown ones pass.
 */
export function annotation(name: string, value: unknown, context: Context): void {
  const kind = COUNT.test(name) ? "number" : TEXT.test(name) ? "string" : typeof value;
  if (typeof value === kind || (typeof value === "string" && /^\d+$/.test(value))) return;
  reject(value, context, name, nullable, `a ${kind}`);
}

/**
 * Checks an annotation of a body. `links` are the navigation properties that the type declares, and `closed` tells
 * whether there are no others.
 */
export function written(
  name: string,
  value: unknown,
  context: Context,
  links: ReadonlyMap<Name, Link>,
  closed: boolean,
): void {
  const [property = "", term = ""] = name.split(/@(?:odata\.)?/);
  if (term === "bind") bind(value, context, name, links.get(property) ?? (closed ? NONE : undefined));
  else annotation(name, value, context);
}

const NONE: Link = { many: false, nullable: false, contained: true, flags: 0 };

/**
 * The entities that exist and are to be related, by their URLs (OData JSON Format 4.01 §8.5). Of an open type, any name
 * may lead to some.
 */
function bind(value: unknown, context: Context, name: Name, link: Link | undefined): void {
  const areUrls = Array.isArray(value) && value.every((item) => typeof item === "string");
  const isUrl = typeof value === "string" || (value === null && link?.nullable === true);
  if (link !== undefined && link.flags & context.refused) fail(context, name, "read-only", value, "no value");
  else if (link?.contained === true) failUnknown(context, name, value);
  else if (link === undefined ? !areUrls && !isUrl : !(link.many ? areUrls : isUrl))
    fail(context, name, "type", value, link?.many === true ? "an array of URLs" : "a URL");
}
