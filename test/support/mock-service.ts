/** The table that a mock runs on, as far as data need it. */
import type { EnumType } from "../../src/edm/elements.js";
import type { Model } from "../../src/edm/model.js";
import { assumptionsOf } from "../../src/facts/assumptions.js";
import { factsOf } from "../../src/facts/facts.js";
import { keyRefsOf } from "../../src/facts/keys.js";
import type { MemberFacts } from "../../src/facts/member-facts.js";
import { decimalDigitsOf, limitOf, type ValueFacts } from "../../src/facts/value-facts.js";
import type { ValueRule } from "../../src/facts/value-rules.js";
import { edmTypeOf } from "../../src/edm/primitive-types.js";
import type {
  MockChild,
  MockEnum,
  MockNavigation,
  MockProperty,
  MockService,
  MockType,
} from "../../src/runtime/mock/service.js";

export function mockServiceOf(model: Model): MockService {
  const facts = factsOf(model, assumptionsOf(model, {}));
  const types = model.structuredTypes.map((type): readonly [string, MockType] => {
    const { kind, ownMembers, base } = facts.types.get(type.name) ?? missing(type.name);
    const members = (wanted: MemberFacts["kind"]) => ownMembers.filter((member) => member.kind === wanted);
    const key = type.key ?? (base === undefined ? keyRefsOf(type, model) : undefined);
    return [
      type.name,
      {
        kind: kind === "EntityType" ? "entity" : "complex",
        ...(base !== undefined && { base }),
        ...(type.abstract === true && { abstract: true }),
        ...(key !== undefined && key.length > 0 && { key: key.map(({ name }) => name) }),
        properties: Object.fromEntries(members("Property").map((member) => [member.name, propertyOf(member)])),
        navigation: Object.fromEntries(
          members("NavigationProperty").map((member) => [member.name, navigationOf(member)]),
        ),
      },
    ];
  });
  const definitions = model.elements.flatMap((one) =>
    one.kind === "TypeDefinition" ? [[one.name, one.underlyingType] as const] : [],
  );
  const children = model.container?.children ?? [];
  return {
    protocol: model.protocol,
    types: Object.fromEntries(types),
    enums: Object.fromEntries(
      model.elements.flatMap((one) => (one.kind === "EnumType" ? [[one.name, enumOf(one)] as const] : [])),
    ),
    definitions: Object.fromEntries(definitions),
    children: Object.fromEntries(
      children.flatMap((child): readonly (readonly [string, MockChild])[] => {
        if (child.kind === "EntitySet") return [[child.name, { kind: "set", type: child.entityType }]];
        return child.kind === "Singleton" ? [[child.name, { kind: "singleton", type: child.type }]] : [];
      }),
    ),
  };
}

function propertyOf(member: ValueFacts & { readonly nullable: boolean }): MockProperty {
  const { type, underlying, facets, nullable, allowedTypes, rules } = member;
  const edmType = underlying && edmTypeOf(underlying);
  const limit = edmType && limitOf(edmType, facets);
  const [precision, scale] = (edmType === "Decimal" && decimalDigitsOf(facets)) || [];
  const maxLength = edmType === "String" || edmType === "Binary" ? limit : undefined;
  return {
    type: type?.type ?? "Edm.Untyped",
    ...(type?.collection === true && { collection: true }),
    ...(nullable && { nullable: true }),
    ...(maxLength !== undefined && { maxLength }),
    ...(precision !== undefined && { precision }),
    ...(scale !== undefined && { scale }),
    ...(allowedTypes !== undefined && { derived: allowedTypes }),
    ...Object.assign({}, ...rules.map(limitsOf)),
  };
}

function limitsOf(rule: ValueRule): Partial<MockProperty> {
  switch (rule.rule) {
    case "pattern":
      return { pattern: rule.source };
    case "minimum":
    case "above":
      return { minimum: rule.limit };
    case "maximum":
    case "below":
      return { maximum: rule.limit };
    case "allowed":
      return { allowed: rule.values };
    default:
      return {};
  }
}

function navigationOf({ type, nullable, allowedTypes }: MemberFacts): MockNavigation {
  return {
    type: type?.type ?? "Edm.EntityType",
    ...(type?.collection === true && { collection: true }),
    ...(nullable && { nullable: true }),
    ...(allowedTypes !== undefined && { derived: allowedTypes }),
  };
}

function enumOf({ members, flags }: EnumType): MockEnum {
  return {
    members: members.map(({ name, value }, index) => [name, String(value ?? index)]),
    ...(flags === true && { flags: true }),
  };
}

function missing(name: string): never {
  throw new RangeError(`${name} has no facts`);
}
