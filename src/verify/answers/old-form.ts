import type { TypeRef } from "../../edm/elements.js";
import { isStructured } from "../../edm/model.js";
import { isQualifiedName } from "../../edm/names.js";
import { edmTypeOf } from "../../edm/primitive-types.js";
import type { JsonValue } from "../../edm/requests.js";
import { typeFactsIn } from "../../facts/facts.js";
import { underlyingType } from "../../facts/value-rules.js";
import { readValue } from "../../runtime/v2/values/named.js";
import { isArray, isObject, type JsonObject } from "../../values/value-issue.js";
import type { Verification } from "../verification.js";

const NUMERIC = /^[+-]?\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?$/;
const SHORT: ReadonlySet<string> = new Set(["Byte", "SByte", "Int16", "Int32"]);

/**
 * A value of OData 2.0 or 3.0 in the form that checks read: dates as ISO 8601 text, numbers that services write as texts
 * as numbers, collections as arrays, control information as annotations, and nothing of what is not expanded.
 */
export function checkedForm(value: JsonValue, ref: TypeRef | undefined, verification: Verification): JsonValue {
  if (verification.model.protocol === "4.0" || value === null) return value;
  if (isArray(value)) return value.map((item) => checkedForm(item, ref, verification));
  if (!isObject(value)) return primitiveForm(value, ref, verification);
  const { results } = value;
  if (results !== undefined && isArray(results)) return checkedForm(results, ref, verification);
  return objectForm(value, ref, verification);
}

function primitiveForm(value: JsonValue, ref: TypeRef | undefined, { model }: Verification): JsonValue {
  const kind = ref && edmTypeOf(underlyingType(ref.type, model));
  if (kind === undefined) return value;
  if (SHORT.has(kind)) return typeof value === "string" && NUMERIC.test(value) ? Number(value) : value;
  return readValue(value, kind) as JsonValue; // other kinds stay as they are, and so does what is no JSON
}

function objectForm(value: JsonObject, ref: TypeRef | undefined, verification: Verification): JsonValue {
  const { model, facts } = verification;
  const metadata = value["__metadata"] ?? null;
  const stated = (isObject(metadata) ? metadata["type"] : undefined) ?? value["odata.type"];
  const own = typeof stated === "string" ? stated.replace(/^#/, "") : undefined;
  const name = own !== undefined && isQualifiedName(own) && model.type(own) !== undefined ? own : ref?.type;
  const type = name === undefined ? undefined : model.type(name);
  const members = type !== undefined && isStructured(type) ? typeFactsIn(facts, type.name).members : [];
  const refs = new Map(members.map((member): [string, TypeRef | undefined] => [member.name, member.type]));
  const entries = Object.entries(value).flatMap(([key, member]): readonly (readonly [string, JsonValue])[] => {
    if (key === "__metadata" || key.startsWith("odata.") || key.includes("@") || isDeferred(member)) return [];
    return [[key, checkedForm(member, refs.get(key), verification)]];
  });
  return Object.fromEntries(own === undefined ? entries : [["@odata.type", `#${own}`], ...entries]);
}

/** A link in the place of related entities or of a stream. */
function isDeferred(value: JsonValue): boolean {
  return isObject(value) && ("__deferred" in value || "__mediaresource" in value);
}
