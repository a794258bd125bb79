/** The comments of a page that hold JSON, and what they say. */
import type { JsonValue } from "../../edm/requests.js";
import { entriesOf } from "../json/json-tree.js";
import type { Metadata, Page } from "../page.js";
import { parseStrictly } from "../json/strict-json.js";
import { parseTolerantly, type TolerantJson } from "../json/tolerant-json.js";

/** The object that such a comment holds, and its first fault. */
export function readMetadata(text: string): Pick<TolerantJson, "fault"> & { readonly values?: Metadata["values"] } {
  const strict = parseStrictly(text);
  if (isObject(strict)) return { values: strict };
  const { value, fault } = parseTolerantly(text);
  return { ...(isObject(value) && { values: value }), ...(fault && { fault }) };
}

function isObject(value: JsonValue | undefined): value is Metadata["values"] {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Those of one block type, e.g. `resource`. */
export function metadataOf({ metadata }: Page, key: "blockType" | "type", value: string): readonly Metadata[] {
  return metadata.filter(({ values }) => values[key] === value);
}

/** The string that a member has. */
export function textIn({ values }: Metadata, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** Whether a member is `true`, or the word. */
export function isTrueIn({ values }: Metadata, name: string): boolean {
  const value = values[name];
  return value === true || value === "true";
}

export function hasIn({ values }: Metadata, name: string): boolean {
  return Object.hasOwn(values, name);
}

/** Offset of the value of a member. Few of them are ever asked for, so they are looked for only then. */
export function placeIn({ text, at }: Metadata, name: string): number {
  const { tree } = parseTolerantly(text);
  const value = tree && entriesOf(tree).findLast((entry) => entry.name === name)?.value;
  if (value === undefined) return at;
  return at + value.at + (value.kind === "scalar" && typeof value.value === "string" ? 1 : 0);
}
