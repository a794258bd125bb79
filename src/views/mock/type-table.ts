/** The types in the table of the mock. */
import type { EnumType, StructuredType } from "../../edm/elements.js";
import type { Model } from "../../edm/model.js";
import { alternateKeysOf } from "../../vocabularies/alternate-keys.js";
import { typeFactsIn } from "../../facts/facts.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import type { MockEnum, MockType } from "../../runtime/mock/service.js";
import type { ViewContext } from "../view-context.js";
import { mockNavigation, mockProperty } from "./property-table.js";
import { schemaNamesOf } from "./schema-names.js";

/** The selected types, and those that selected paths lead through. */
export function mockTypes(context: ViewContext): Readonly<Record<string, MockType>> {
  const { model, selection } = context;
  const others = selection.paths.structuredTypes.filter(({ name }) => model.type(name) === undefined);
  return Object.fromEntries([...model.structuredTypes, ...others].map((type) => [type.name, mockType(type, context)]));
}

function mockType(type: StructuredType, context: ViewContext): MockType {
  const { model, facts, pathFacts, selection } = context;
  const isData = model.type(type.name) !== undefined;
  const own = typeFactsIn(isData ? facts : pathFacts, type.name);
  const paths = selection.paths.type(type.name);
  const links = new Map(
    [type, ...(paths !== undefined && "navigationProperties" in paths ? [paths] : [])]
      .flatMap(({ navigationProperties }) => navigationProperties)
      .map((element) => [element.name, element] as const),
  );
  const members = own.ownMembers;
  const alternate = alternateKeysOf(type);
  return {
    kind: type.kind === "EntityType" ? "entity" : "complex",
    ...(own.base !== undefined && { base: own.base }),
    ...(type.abstract === true && { abstract: true }),
    ...(own.open && { open: true }),
    ...(own.hasStream && { stream: true }),
    ...(type.key !== undefined && { key: type.key.map(({ name }) => name) }),
    ...(alternate.length > 0 && {
      alternateKeys: alternate.map((key) => Object.fromEntries(key.map(({ name, path }) => [name, path]))),
    }),
    ...schemaNamesOf(type, context),
    properties: tableOf(members, "Property", mockProperty),
    ...(members.some(({ kind }) => kind === "NavigationProperty") && {
      navigation: tableOf(members, "NavigationProperty", (member) => mockNavigation(member, links.get(member.name))),
    }),
  };
}

function tableOf<T>(
  members: readonly MemberFacts[],
  wanted: MemberFacts["kind"],
  made: (member: MemberFacts) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(members.filter(({ kind }) => kind === wanted).map((member) => [member.name, made(member)]));
}

export function mockEnums({ elements }: Model): Readonly<Record<string, MockEnum>> {
  const enums = elements.filter((element) => element.kind === "EnumType");
  return Object.fromEntries(enums.map((type) => [type.name, mockEnum(type)]));
}

/** Lists on pages have no values: members count from zero then, as CSDL 4.01 §10.3 says. */
function mockEnum({ members, flags }: EnumType): MockEnum {
  return {
    members: members.map(({ name, value }, index) => [name, String(value ?? index)]),
    ...(flags === true && { flags: true }),
  };
}

export function mockDefinitions({ elements }: Model): Readonly<Record<string, string>> {
  const definitions = elements.filter((element) => element.kind === "TypeDefinition");
  return Object.fromEntries(definitions.map(({ name, underlyingType }) => [name, underlyingType]));
}
