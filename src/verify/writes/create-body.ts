/** The smallest body that creates an entity. */
import { isStructured, type Model } from "../../edm/model.js";
import type { NavigationProperty, StructuredType } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import type { JsonValue } from "../../edm/requests.js";
import { typeFactsIn } from "../../facts/facts.js";
import { entityOf } from "../../runtime/mock/data/data.js";
import { isArray, isObject, type JsonObject } from "../../values/value-issue.js";
import { valueAt } from "../keys.js";
import type { Place } from "../places.js";
import { refTo } from "../reads/read-place.js";
import type { Verification } from "../verification.js";
import type { WriteData } from "./write-data.js";

/** A body by the schema of creates, `media` for one that is the content itself, or why there is none. */
export type CreateBody = { readonly body: JsonObject } | { readonly media: true } | { readonly reason: string };

export function createBodyFor(place: Place, data: WriteData, verification: Verification): CreateBody {
  const { model, checker } = verification;
  const made = entityOf(place.type.name, `${place.name}/${data.position}`, { service: data.service, seed: 1 });
  // JSON, as the mock sends it.
  const required = requiredPart(made as JsonObject, place.type.name, verification);
  const type = typeOf(required, place.type, model);
  if (typeFactsIn(verification.facts, type.name).hasStream) return { media: true };
  const related = relatedPart(type, required, verification);
  if (typeof related === "string") return { reason: `it needs an entity of ${related}, and none was found` };
  const body = { ...required, ...related };
  const [issue] = checker.check(body, refTo(place.type.name), "create");
  return issue === undefined ? { body } : { reason: `no body is valid: ${issue.path.join("/")} ${issue.message}` };
}

/** The type that `@odata.type` names in what was made, else the declared one. */
function typeOf(body: JsonObject, declared: StructuredType, model: Model): StructuredType {
  const named = body["@odata.type"];
  // Names of types, as the table has them.
  const type = typeof named === "string" ? model.type(named.slice(1) as QualifiedName) : undefined;
  return type !== undefined && isStructured(type) ? type : declared;
}

/** The members without which the entity, and the values in it, cannot be created. */
function requiredPart(made: JsonObject, declared: QualifiedName, verification: Verification): JsonObject {
  const { model, facts } = verification;
  const declaredType = model.type(declared);
  if (declaredType === undefined || !isStructured(declaredType)) return made;
  const { members } = typeFactsIn(facts, typeOf(made, declaredType, model).name);
  const kept = members.flatMap(({ name, type, create, key }): readonly (readonly [string, JsonValue])[] => {
    const value = made[name];
    // A key that the service may make is given, so that the entity can be named whatever happens.
    if (value === undefined || !(create === "required" || (key && create === "optional"))) return [];
    const inside = (item: JsonValue): JsonValue =>
      type !== undefined && isObject(item) ? requiredPart(item, type.type, verification) : item;
    return [[name, isArray(value) ? value.map(inside) : inside(value)]];
  });
  const named = made["@odata.type"];
  return Object.fromEntries(named === undefined ? kept : [["@odata.type", named], ...kept]);
}

/** Foreign keys and bindings of entities that have to be there; the type of one of which none was found. */
function relatedPart(type: StructuredType, body: JsonObject, verification: Verification): JsonObject | string {
  const { model } = verification;
  const related: Record<string, JsonValue> = {};
  for (const navigation of [type, ...model.bases(type)].flatMap((one) => one.navigationProperties)) {
    const { referentialConstraints = [], type: target } = navigation;
    const foreign = referentialConstraints.filter(({ property }) => body[property] != null);
    const isBound = foreign.length === 0 && isNeeded(navigation) && model.protocol === "4.0";
    if (target === undefined || target.collection || (foreign.length === 0 && !isBound)) continue;
    const [found] = verification.known.ofType(target.type, model);
    if (found === undefined) return target.type;
    if (isBound) related[`${navigation.name}@odata.bind`] = found.path;
    for (const { property, referencedProperty } of foreign)
      related[property] = valueAt(found.entity, referencedProperty) ?? null;
  }
  return related;
}

function isNeeded({ type, containsTarget }: NavigationProperty): boolean {
  return type?.nullable === false && containsTarget !== true;
}
