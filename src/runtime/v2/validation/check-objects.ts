/** Objects and pages of OData 2.0 and 3.0, as apps have them and as services send them. */
import {
  nullable,
  nullableItems,
  type Check,
  type Context,
  type Name,
  type ValueCheck,
} from "../../json/check-context.js";
import { object, objects } from "../../json/check-object.js";
import { collectionResponse, membersResponse, valuesResponse } from "../../json/check-response.js";
import { adaptedTo, eitherForm, type Form } from "./wire-form.js";
import { hasIsoDates } from "./wire-mode.js";
import type { JsonObject } from "../../json/check-context.js";

/** A value of a complex or entity type. */
export function objectInForm(
  value: unknown,
  context: Context,
  name: Name,
  check: Check,
  flags: number = nullable,
): void {
  object(value, context, name, eitherForm(check), flags);
}

/** A collection of complex or entity values. */
export function objectsInForm(
  value: unknown,
  context: Context,
  name: Name,
  check: Check,
  flags: number = nullable | nullableItems,
): void {
  objects(value, context, name, eitherForm(check), flags);
}

/** A page of a collection: `value` for apps, `results` in the payload, and `value` in JSON light of OData 3.0. */
export function collectionPage(check: Check): Check {
  return adaptedTo(collectionResponse(eitherForm(check)), pageForm);
}

/** A page of primitive values; see {@link collectionPage}. `flags` are those of its items. */
export function valuesPage(check: ValueCheck, flags: number = 0): Check {
  return adaptedTo(valuesResponse(check, flags), pageForm);
}

/** A page of enumeration members; see {@link collectionPage}. */
export function membersPage(members: readonly string[], flags: number = 0): Check {
  return adaptedTo(membersResponse(members, flags), pageForm);
}

/** The names of what a page has, in JSON and in JSON light. */
const NAMES = { value: "results", "@odata.count": "__count", "@odata.nextLink": "__next" } as const;
const LIGHT_NAMES = { value: "value", "@odata.count": "odata.count", "@odata.nextLink": "odata.nextLink" } as const;

function pageForm(page: JsonObject, context: Context): Form {
  const isLight = hasIsoDates(context) && !Object.hasOwn(page, "results");
  const names = Object.entries(isLight ? LIGHT_NAMES : NAMES);
  return {
    value: Object.fromEntries(names.map(([name, sent]) => [name, page[sent]])),
    places: new Map(names.map(([name, sent]) => [name, [sent]])),
  };
}
