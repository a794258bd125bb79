/** Items of a page of changes that are no longer part of the collection (OData JSON Format 4.01 §15.3). */
import { FINE, fault, type Fault, type Path } from "./fault.js";

const MARKS = ["@removed", "@odata.removed"];

export function isRemoved(item: object): boolean {
  return MARKS.some((name) => partOf(item, name) !== undefined);
}

/** Why it was removed, and what it was. */
export function removalFaults(item: object, path: Path): readonly Fault[] {
  const inMarks = MARKS.flatMap((name) => markFaults(partOf(item, name), [...path, name]));
  const texts = ["@odata.id", "id", "reason"].filter((name) => !isText(partOf(item, name)));
  return [...inMarks, ...texts.flatMap((name) => fault([...path, name]))];
}

function markFaults(mark: unknown, path: Path): readonly Fault[] {
  if (mark === undefined || mark === null) return FINE;
  if (typeof mark !== "object" || Array.isArray(mark)) return fault(path, "type");
  return isText(partOf(mark, "reason")) ? FINE : fault([...path, "reason"]);
}

function isText(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}

function partOf(value: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
