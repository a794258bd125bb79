import { always, type Check, type ValueCheck } from "./check-context.js";
import { objects } from "./check-object.js";

/** A collection response: an object with the items in `value` (OData JSON Format 4.01 §13). */
export function collectionResponse(check: Check): Check {
  return (response, context) => objects(response["value"], context, "value", check, always);
}

/**
 * The response of an operation whose result is not an object: an object with the result in `value` (OData JSON Format
 * 4.01 §11).
 */
export function valueResponse(check: ValueCheck): Check {
  return (response, context) => check(response["value"], context, "value", always);
}
