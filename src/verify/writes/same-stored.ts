import type { JsonValue } from "../../edm/requests.js";

const DATE_TIME = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)?$/;
const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whether a value that is read is the one that was sent, in any of the forms that a service may give it. */
export function sameStored(sent: JsonValue | undefined, read: JsonValue | undefined): boolean {
  if (JSON.stringify(sent) === JSON.stringify(read)) return true;
  if (typeof sent !== typeof read && !(isNumeric(sent) && isNumeric(read))) return false;
  if (isNumeric(sent) && isNumeric(read)) return Number(sent) === Number(read);
  if (typeof sent !== "string" || typeof read !== "string") return false;
  if (GUID.test(sent)) return sent.toLowerCase() === read.toLowerCase();
  if (!DATE_TIME.test(sent) || !DATE_TIME.test(read)) return false;
  // OData 2.0 has no type of dates: services keep the day alone of an Edm.DateTime.
  return Date.parse(sent) === Date.parse(read) || read === `${sent.slice(0, 10)}T00:00:00`;
}

function isNumeric(value: JsonValue | undefined): boolean {
  return typeof value === "number" || (typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value));
}
