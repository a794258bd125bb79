/** Control information: what names with `@` state of a value (OData JSON Format 4.01 §4.6). */
import { fail, nullable, reject, type Context, type JsonObject, type Link, type Name } from "./check-context.js";

/** A text, such as a link or an ETag; null states nothing. */
export function text(value: unknown, context: Context, name: Name): void {
  if (typeof value !== "string" && value !== undefined) reject(value, context, name, nullable, "a string");
}

/** The number of items: with IEEE754Compatible a string (OData JSON Format 4.01 §3.2). */
function count(value: unknown, context: Context, name: Name): void {
  const isCount = typeof value === "string" ? /^\d{1,19}$/.test(value) : typeof value === "number";
  if (!isCount) reject(value, context, name, nullable, "a number");
}

const TEXT =
  /^(?:context|id|etag|type|(?:edit|read|next|delta|navigation|association|mediaEdit|mediaRead)Link|media(?:Etag|ContentType))$/;

const OF_STREAM = /.@(?:odata\.)?media/;

/**
 * Checks the control information of what is read, where a value has some of its own; else {@link controlOf} looks at
 * that of the properties that may have some. That of streams is up to their checks.
 */
export function control(value: JsonObject, context: Context): void {
  if (context.strict) return;
  for (const own in value) {
    if (own[0] !== "@") continue;
    for (const name in value) if (name.includes("@")) readAnnotation(name, value, context);
    context.current = undefined;
    return;
  }
}

/** Checks the control information of a property of the current object, unless that of all is checked already. */
export function controlOf(property: Name, context: Context): void {
  const { current, strict } = context;
  if (strict || current === undefined) return;
  for (const name in current) {
    if (name.startsWith(`${String(property)}@`)) readAnnotation(name, current, context);
  }
}

function readAnnotation(name: string, value: JsonObject, context: Context): void {
  if (!OF_STREAM.test(name)) annotation(name, value[name], context);
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
