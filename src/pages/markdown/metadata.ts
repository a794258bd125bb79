/** The comments of a page that hold a JSON object. */
import type { JsonValue } from "../../edm/requests.js";
import { membersOf, readJson, readJsonValue, type Json } from "../json/read-json.js";
import type { Metadata, Page } from "../page.js";

/** The object that a comment holds, and its first fault. */
export function readMetadata(text: string): Pick<Json, "fault"> & { readonly values?: Metadata["values"] } {
  const { value, fault } = readJsonValue(text);
  return { ...(isObject(value) && { values: value }), ...(fault && { fault }) };
}

function isObject(value: JsonValue | undefined): value is Metadata["values"] {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The comments whose `blockType` or `type` is the value, e.g. `resource`. */
export function metadataOf({ metadata }: Page, key: "blockType" | "type", value: string): readonly Metadata[] {
  return metadata.filter(({ values }) => values[key] === value);
}

/** The value of a member that is a string. */
export function stringMember({ values }: Metadata, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** Whether a member is `true` or "true". */
export function isTrueMember({ values }: Metadata, name: string): boolean {
  const value = values[name];
  return value === true || value === "true";
}

export function hasMember({ values }: Metadata, name: string): boolean {
  return Object.hasOwn(values, name);
}

/** Offset of the value of a member, behind the quote of a string. The text is read again: few offsets are needed. */
export function offsetOfMember({ text, at }: Metadata, name: string): number {
  const { tree } = readJson(text);
  const value = tree && membersOf(tree).findLast((member) => member.name === name)?.value;
  if (value === undefined) return at;
  return at + value.offset + (value.type === "string" ? 1 : 0);
}
