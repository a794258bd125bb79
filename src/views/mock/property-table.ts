/** The properties and parameters in the table of the mock. */
import type { MockNavigation, MockProperty } from "../../runtime/mock/service.js";
import type { NavigationProperty } from "../../edm/elements.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import type { ParameterFacts } from "../../facts/operation-facts.js";
import type { ValueFacts } from "../../facts/value-facts.js";
import type { ValueRule } from "../../facts/value-rules.js";

/** The type of values that no source gives a type. */
const UNTYPED = "Edm.Untyped";

export function mockProperty(member: MemberFacts): MockProperty {
  const { nullable, create, update, defaultValue } = member;
  return {
    ...valueOf(member, nullable),
    ...(defaultValue !== undefined && { default: defaultValue }),
    ...(create === "refused" && update === "refused" && { computed: true }),
    ...(create !== "refused" && update === "refused" && { immutable: true }),
  };
}

export function mockParameter(parameter: ParameterFacts): MockProperty {
  // One that may be left out is null to the mock.
  const value = valueOf(parameter, parameter.nullable || !parameter.required);
  const { type } = parameter;
  // What does not say that it is never null may be left out, as ODL reads it.
  return { ...value, ...(type?.collection === true && type.nullable !== false && { nullable: true }) };
}

export function mockNavigation(member: MemberFacts, element: NavigationProperty | undefined): MockNavigation {
  const { type, nullable, allowedTypes } = member;
  const constraints = element?.referentialConstraints ?? [];
  return {
    type: type?.type ?? UNTYPED,
    ...(type?.collection === true && { collection: true }),
    ...(nullable && { nullable: true }),
    ...(element?.containsTarget === true && { contained: true }),
    ...(element?.partner !== undefined && { partner: element.partner }),
    ...(constraints.length > 0 && {
      constraints: Object.fromEntries(
        constraints.map(({ property, referencedProperty }) => [property, referencedProperty]),
      ),
    }),
    ...(allowedTypes !== undefined && { derived: allowedTypes }),
  };
}

function valueOf(value: ValueFacts, nullable: boolean): MockProperty {
  const { type, allowedStrings, allowedTypes, rules } = value;
  return {
    type: type?.type ?? UNTYPED,
    ...(type?.collection === true && { collection: true }),
    ...(nullable && type?.collection !== true && { nullable: true }),
    ...facetsIn(value),
    ...Object.assign({}, ...rules.map(ruled)),
    ...(allowedStrings !== undefined && { allowed: allowedStrings.strings }),
    ...(allowedTypes !== undefined && { derived: allowedTypes }),
  };
}

/** Facets that limit something: zero and `max` stand for those that are not stated. */
function facetsIn({ facets = {} }: ValueFacts): Partial<MockProperty> {
  const { maxLength, precision, scale } = facets;
  return {
    ...(typeof maxLength === "number" && maxLength > 0 && { maxLength }),
    ...(typeof precision === "number" && precision > 0 && { precision }),
    ...(scale !== undefined && { scale }),
  };
}

function ruled(rule: ValueRule): Partial<MockProperty> {
  switch (rule.rule) {
    case "minItems":
    case "maxItems":
      return { [rule.rule]: rule.count };
    case "pattern":
      return { pattern: rule.source };
    case "allowed":
      return { allowed: rule.values };
    default:
      return { [rule.rule]: rule.limit };
  }
}
