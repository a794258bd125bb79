/**
 * Rules of CSDL that a merged model can break, since pages do not state which types are entities, nor always what a key
 * is. Such elements are written as the model has them, for any other type or kind would lose what is known of them.
 */
import type { Report } from "../../diagnostics/report.js";
import type { AnyProperty, StructuredType } from "../../edm/elements.js";
import { isStructured, type ElementIndex } from "../../edm/model.js";
import { edm, edmTypeOf } from "../../edm/primitive-types.js";

/** Reports every element of a completed model that breaks one of the rules. */
export function reportBrokenRules(model: ElementIndex, report: Report): void {
  for (const type of model.structuredTypes) {
    for (const property of type.properties) reportRule(type, property, ruleOfProperty(property, model), report);
    for (const property of type.navigationProperties)
      reportRule(type, property, ruleOfRelated(property, model), report);
    for (const property of keysOf(type, model)) reportRule(type, property, ruleOfKey(property, model), report);
  }
}

function reportRule({ name }: StructuredType, property: AnyProperty, rule: string | undefined, report: Report): void {
  if (rule !== undefined) report.add("csdl-rule-broken", property.at, { element: `${name}/${property.name}`, rule });
}

function keysOf(type: StructuredType, model: ElementIndex): readonly AnyProperty[] {
  const names = new Set<string>(type.key?.map(({ name }) => name));
  return [type, ...model.bases(type)]
    .flatMap((one): readonly AnyProperty[] => [...one.properties, ...one.navigationProperties])
    .filter(({ name }) => names.has(name));
}

function ruleOfProperty({ type }: AnyProperty, model: ElementIndex): string | undefined {
  const target = type && model.type(type.type);
  return target?.kind === "EntityType"
    ? "is a property of an entity type, of which only navigation properties can be (CSDL 4.01 §7.1)"
    : undefined;
}

function ruleOfRelated({ type }: AnyProperty, model: ElementIndex): string | undefined {
  if (type === undefined || type.type === edm("EntityType")) return undefined;
  const target = model.type(type.type);
  const isOther = target === undefined ? edmTypeOf(type.type) !== undefined : target.kind !== "EntityType";
  return isOther ? "is a navigation property of a type that is no entity type (CSDL 4.01 §8.1)" : undefined;
}

/** The primitive types that a key cannot have (CSDL 4.01 §6.5). */
const NO_KEY = /^Edm\.(?:Binary|Double|Single|Stream|Untyped|PrimitiveType|ComplexType|EntityType|Geo\w+|\w+Path)$/;

function ruleOfKey({ kind, type }: AnyProperty, model: ElementIndex): string | undefined {
  if (type === undefined) return undefined;
  const target = model.type(type.type);
  const isKey = kind === "Property" && !type.collection && !NO_KEY.test(type.type);
  return isKey && (target === undefined || !isStructured(target))
    ? undefined
    : "is a key, which only a single primitive value or enum member can be (CSDL 4.01 §6.5)";
}
