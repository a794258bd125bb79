/** Entities that are created together (OData JSON Format 4.01 §8.4), and those that are read together. */
import { isObject, type Check, type Context, type JsonObject, type Link, type Name } from "./check-context.js";
import { collection, isReference, lookInto, own } from "./check-object.js";
import { declaredBy } from "./check-strict.js";

/** The checks of related entities by the name of the property; in an array that of the items of a collection. */
export type RelatedChecks = Readonly<Record<string, Check | readonly Check[]>>;

/** Checks an entity that is created, and the entities that are created with it. */
export function created(value: JsonObject, context: Context, check: Check, checks: RelatedChecks): void {
  check(value, context);
  related(value, context, checks, declaredBy(check).links);
}

/** Checks the entities that are created with a complex value, which is checked already. */
export function within(value: JsonObject, context: Context, check: Check, checks: RelatedChecks): void {
  related(value, context, checks, declaredBy(check).links);
  context.undeclared = "found";
}

/** The check of complex values that no entities are created with. */
export function nothing(_: JsonObject, context: Context): void {
  context.undeclared = "found";
}

/** Checks the related entities that are objects; others are reported already. */
export function related(
  value: JsonObject,
  context: Context,
  checks: RelatedChecks,
  links?: ReadonlyMap<Name, Link>,
): void {
  for (const [name, check] of Object.entries(checks)) {
    const entities = own(value, name);
    const one = (item: unknown, at: Name, ofItem: Check): void => {
      if (isObject(item) && !isRelated(item, context, links?.get(name))) lookInto(item, context, at, ofItem);
    };
    if (typeof check === "function") one(entities, name, check);
    else if (Array.isArray(entities))
      collection(entities, context, name, (item, _, index) => check.forEach((ofItem) => one(item, index, ofItem)));
  }
}

/** Whether a written value stands for an entity that exists, which is related (OData JSON Format 4.01 §8.5). */
export function isRelated(value: JsonObject, { strict }: Context, link: Link | undefined): boolean {
  return strict !== undefined && link?.contained !== true && isReference(value);
}
