import { always, type Check, type ValueCheck } from "./check-context.js";
import { objects } from "./check-object.js";

/** The response to a request for a collection: its items in `value`, beside annotations (OData JSON Format 4.01 §13). */
export function collectionResponse(check: Check): Check {
  return (response, context) => objects(response["value"], context, "value", check, always);
}

/** The response of an operation that returns something other than an object: it is in `value` (OData JSON Format 4.01 §11). */
export function valueResponse(check: ValueCheck): Check {
  return (response, context) => check(response["value"], context, "value", always);
}
