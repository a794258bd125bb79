/**
 * Objects as services of OData 2.0 and 3.0 send them, in the form that generated checks read: with the control
 * information of `__metadata` or of names such as `odata.type` (JSON light) as annotations, without links to what was not
 * expanded, and with arrays for `{ results: [...] }`.
 */
import { fail, isObject, type Check, type Context, type JsonObject } from "../../json/check-context.js";
import { isOnTheWire } from "./wire-mode.js";

/** The annotations of the members of `__metadata` (MS-ODATA §2.2.6.3.3). */
const ANNOTATIONS: Readonly<Record<string, string>> = {
  uri: "@odata.id",
  type: "@odata.type",
  etag: "@odata.etag",
  media_src: "@odata.mediaReadLink",
  edit_media: "@odata.mediaEditLink",
  content_type: "@odata.mediaContentType",
  media_etag: "@odata.mediaEtag",
};

/** An object in the form that checks read. */
export interface Form {
  readonly value: JsonObject;
  /** Where what has another name or place on the wire is there. */
  readonly places: ReadonlyMap<string | number, readonly string[]>;
}

// A cache, since objects that many others share are remembered by their check. Weak, as checks are.
const adapted = new WeakMap<Check, Check>();

/** The check of objects in either form. */
export function eitherForm(check: Check): Check {
  const known = adapted.get(check);
  if (known !== undefined) return known;
  const both = adaptedTo(check, formOf);
  adapted.set(check, both);
  return both;
}

/** A check that sees another form of objects on the wire. Its issues are where the payload has the value. */
export function adaptedTo(check: Check, form: (value: JsonObject, context: Context) => Form): Check {
  const both: Check = (value, context) => {
    if (!isOnTheWire(context)) return check(value, context);
    const before = context.found?.issues.length ?? 0;
    const { value: read, places } = form(value, context);
    check(read, context);
    for (const { path } of context.found?.issues.slice(before) ?? []) {
      const place = path[0] === undefined ? undefined : places.get(path[0]);
      // An issue of an array itself has its plain name.
      if (place !== undefined && (path.length > 1 || place[0] !== path[0])) path.splice(0, 1, ...place);
    }
  };
  adapted.set(both, both);
  return both;
}

function formOf(value: JsonObject, context: Context): Form {
  // Without a prototype, which a property of the name `__proto__` would set.
  const form = Object.create(null) as Record<string, unknown>;
  const places = new Map<string, readonly string[]>();
  const annotate = (name: string, fact: unknown, place: readonly string[]) => {
    form[name] = fact;
    places.set(name, place);
  };
  for (const [name, given] of Object.entries(value)) {
    if (name === "__metadata") readMetadata(given, context, annotate);
    else if (name.startsWith("odata.")) annotate(`@${name}`, given, [name]);
    else if (!isObject(given)) form[name] = given;
    else if (isList(given)) annotate(name, given["results"], [name, "results"]);
    else if (!isDeferred(given)) form[name] = given;
  }
  return { value: form, places };
}

type Annotate = (name: string, fact: unknown, place: readonly string[]) => void;

function readMetadata(given: unknown, context: Context, annotate: Annotate): void {
  if (!isObject(given)) return void fail(context, "__metadata", "type", given, "an object");
  for (const [member, annotation] of Object.entries(ANNOTATIONS))
    if (given[member] !== undefined) annotate(annotation, given[member], ["__metadata", member]);
}

/** An object with `results`, which may have a count and a link beside them. */
function isList(value: JsonObject): boolean {
  return Array.isArray(value["results"]) && Object.keys(value).every((name) => /^(?:results$|__)/.test(name));
}

function isDeferred(value: JsonObject): boolean {
  return Object.hasOwn(value, "__deferred");
}
