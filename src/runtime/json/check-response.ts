import { always, type Check, type ValueCheck } from "./check-context.js";
import { control } from "./check-control.js";
import { enumerations } from "./check-enum.js";
import { collection, objects } from "./check-object.js";

/** A collection response: an object with the items in `value` (OData JSON Format 4.01 §13). */
export function collectionResponse(check: Check): Check {
  return (response, context) => {
    objects(response["value"], context, "value", check, always);
    control(response, context);
  };
}

/** A response with primitive values in `value` (OData JSON Format 4.01 §11). `flags` are those of its items. */
export function valuesResponse(check: ValueCheck, flags: number = 0): Check {
  return (response, context) => {
    collection(response["value"], context, "value", check, always | flags);
    control(response, context);
  };
}

/** A response with a collection of enumeration members in `value`. */
export function membersResponse(members: readonly string[], flags: number = 0): Check {
  return (response, context) => {
    enumerations(response["value"], context, "value", members, always | flags);
    control(response, context);
  };
}
