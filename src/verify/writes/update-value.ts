import { isStructured } from "../../edm/model.js";
import type { StructuredType } from "../../edm/elements.js";
import type { JsonValue } from "../../edm/requests.js";
import { typeFactsIn } from "../../facts/facts.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import { valueOf } from "../../runtime/mock/data/data.js";
import { memberOf } from "../../runtime/mock/query/names.js";
import { valueAt } from "../keys.js";
import { sameStored } from "./same-stored.js";
import { refTo } from "../reads/read-place.js";
import type { Verification } from "../verification.js";
import type { WriteData } from "./write-data.js";

/** A change of one property. */
export interface Change {
  readonly name: string;
  readonly value: JsonValue;
}

/** Positions that values are made for, until one differs from that of the entity. */
const TRIED = 8;

/** A change of a property of an entity, texts first; undefined where the metadata lets none be changed. */
export function changeOf(
  entity: JsonValue,
  type: StructuredType,
  data: WriteData,
  verification: Verification,
): Change | undefined {
  const { facts, checker } = verification;
  const foreign = new Set<string>(
    [type, ...verification.model.bases(type)].flatMap(({ navigationProperties }) =>
      navigationProperties.flatMap(({ referentialConstraints = [] }) =>
        referentialConstraints.map(({ property }) => property),
      ),
    ),
  );
  const members = typeFactsIn(facts, type.name).members.filter((member) => isChangeable(member, foreign, verification));
  const texts = members.filter(({ underlying }) => underlying === "Edm.String");
  for (const { name } of [...texts, ...members.filter((member) => !texts.includes(member))]) {
    const value = otherValue(name, valueAt(entity, name), type, data);
    const isValid = value != null && checker.check({ [name]: value }, refTo(type.name), "update").length === 0;
    if (isValid) return { name, value };
  }
  return undefined;
}

function isChangeable(member: MemberFacts, foreign: ReadonlySet<string>, { model }: Verification): boolean {
  const { kind, name, type, key, update, stream } = member;
  if (kind !== "Property" || key || update === "refused" || stream || foreign.has(name)) return false;
  const declared = type && model.type(type.type);
  return type?.collection === false && !(declared !== undefined && isStructured(declared));
}

function otherValue(
  name: string,
  old: JsonValue | undefined,
  type: StructuredType,
  { service, position }: WriteData,
): JsonValue | undefined {
  const member = memberOf(service, type.name, name);
  if (member === undefined || member.navigation === true) return undefined;
  const { nullable: _, ...property } = member;
  for (let step = 1; step <= TRIED; step++) {
    // A primitive value is JSON.
    const value = valueOf(property, name, `${type.name}/${position + step}`, { service, seed: 1 }) as JsonValue;
    if (!sameStored(value, old)) return value;
  }
  return undefined;
}
