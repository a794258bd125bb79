/** Control information: what names with `@` state of a value (OData JSON Format 4.01 §4.6). */
import { fail, nullable, reject, type Context, type JsonObject, type Link, type Name } from "./check-context.js";

/** A text, such as a link or an ETag; null states nothing. */
function text(value: unknown, context: Context, name: Name): void {
  if (typeof value !== "string" && value !== undefined) reject(value, context, name, nullable, "a string");
}

/** The number of items: with IEEE754Compatible a string (OData JSON Format 4.01 §3.2). */
function count(value: unknown, context: Context, name: Name): void {
  const isCount = typeof value === "string" ? /^\d{1,19}$/.test(value) : typeof value === "number";
  if (!isCount) reject(value, context, name, nullable, "a number");
}

const TEXT =
  /^(?:context|id|etag|type|(?:edit|read|next|delta|navigation|association|mediaEdit|mediaRead)Link|media(?:Etag|ContentType))$/;

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

/** Checks the value of an annotation by what stands after the `@`; unknown ones pass. */
export function annotation(name: string, value: unknown, context: Context): void {
  const [, term = ""] = name.split(/@(?:odata\.)?/);
  if (term === "count") count(value, context, name);
  else if (TEXT.test(term)) text(value, context, name);
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
  else if (link?.contained === true) fail(context, name, "unknown-property", value, "no value");
  else if (link === undefined ? !areUrls && !isUrl : !(link.many ? areUrls : isUrl))
    fail(context, name, "type", value, link?.many === true ? "an array of URLs" : "a URL");
}
