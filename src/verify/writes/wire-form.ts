import type { TypeRef } from "../../edm/elements.js";
import { isStructured } from "../../edm/model.js";
import { edmTypeOf } from "../../edm/primitive-types.js";
import type { JsonValue } from "../../edm/requests.js";
import { typeFactsIn } from "../../facts/facts.js";
import { underlyingType } from "../../facts/value-rules.js";
import { writeValue } from "../../runtime/v2/values/named.js";
import { isArray, isObject } from "../../values/value-issue.js";
import type { Verification } from "../verification.js";

/** A value as it is sent: in OData 2.0 and 3.0 dates and long numbers have forms of their own. */
export function wireForm(value: JsonValue, ref: TypeRef | undefined, verification: Verification): JsonValue {
  const { model, facts } = verification;
  if (model.protocol === "4.0" || value === null || ref === undefined) return value;
  if (isArray(value)) return value.map((item) => wireForm(item, ref, verification));
  if (!isObject(value)) {
    // Kinds without a form of their own are left as they are.
    return writeValue(value, edmTypeOf(underlyingType(ref.type, model))) as JsonValue; // a text, or the value
  }
  const type = model.type(ref.type);
  const members = type !== undefined && isStructured(type) ? typeFactsIn(facts, type.name).members : [];
  const refOf = (name: string): TypeRef | undefined => members.find((member) => member.name === name)?.type;
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => [name, wireForm(inside, refOf(name), verification)]),
  );
}
