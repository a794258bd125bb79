/** How one property, navigation property or parameter is checked. */
import { code, literal, propertyKey, type Code } from "../../code/code.js";
import type { EnumType } from "../../edm/elements.js";
import { edmTypeOf, type EdmTypeName } from "../../edm/primitive-types.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import type { ParameterFacts } from "../../facts/operation-facts.js";
import type { ValueFacts } from "../../facts/value-facts.js";
import { reachRole, type Scope } from "../modules/scope.js";
import { memberFlags, parameterFlags } from "./check-flags.js";
import { checkCall } from "./check-call.js";
import type { CheckNames } from "./check-names.js";
import { itemCheckOf, primitiveCheckOf } from "./primitive-checks.js";
import { ruleChecks } from "./rule-checks.js";

interface Checked {
  /** The expression that reads the value. */
  readonly value: Code;
  readonly property: string;
  /** As the runtime names them; none: nullable, and need not be there. */
  readonly flags: Code | null;
}

/** The surroundings of the checks of one file. */
export interface CheckScope extends Scope {
  readonly checks: CheckNames;
}

export function memberChecks(member: MemberFacts, scope: CheckScope): readonly Code[] {
  const checked = { value: accessTo(member.name), property: member.name, flags: memberFlags(member) };
  const check = member.kind === "Property" ? valueCheck(member, checked, scope) : navigationCheck(member, checked);
  return [check, ...ruleChecks(member, checked.value), ...typesCheck(member, checked.value)];
}

export function parameterChecks(parameter: ParameterFacts, scope: CheckScope): readonly Code[] {
  const checked = { value: accessTo(parameter.name), property: parameter.name, flags: parameterFlags(parameter) };
  return [
    valueCheck(parameter, checked, scope),
    ...ruleChecks(parameter, checked.value),
    ...typesCheck(parameter, checked.value),
    ...createdCheck(parameter, scope),
  ];
}

/** The entities that a complex value of a parameter leads to. */
function createdCheck(parameter: ParameterFacts, { checks, context }: CheckScope): readonly Code[] {
  const check = checks.createdWithin(parameter, context);
  return check === undefined
    ? []
    : [checkCall(code`related`, code`o`, code`c`, code`{ ${propertyKey(parameter.name)}: ${check} }`)];
}

/** Values of some derived types alone (Validation.DerivedTypeConstraint). */
function typesCheck({ name, underlying, allowedTypes }: ValueFacts, value: Code): readonly Code[] {
  if (allowedTypes === undefined || underlying === undefined) return [];
  return [checkCall(code`types`, value, code`c`, literal(name), literal(underlying), ...allowedTypes.map(literal))];
}

function valueCheck(value: MemberFacts | ParameterFacts, checked: Checked, scope: CheckScope): Code {
  const { type, underlying } = value;
  if (type === undefined || underlying === undefined) return checkOf(code`known`, checked);
  const primitive = edmTypeOf(underlying);
  if (primitive !== undefined) return primitiveCheck(primitive, type.collection, value, checked);
  const { context, checks } = scope;
  const found = context.model.type(underlying);
  if (found === undefined) return primitiveCheck("Untyped", type.collection, value, checked);
  if (found.kind === "EnumType") return enumCheck(found, type.collection, checked, scope);
  const isVariable = context.usage.withDerived.has(underlying);
  // An entity that exists may be given by its URL.
  const isEntity = "entity" in value && value.entity;
  if (isEntity) {
    const entity = isVariable ? checks.createdVariants(underlying) : checks.created(underlying);
    return checkOf(type.collection ? code`entities` : code`entity`, checked, entity);
  }
  const check = isVariable ? checks.variants(underlying) : checks.type(underlying);
  return checkOf(type.collection ? code`objects` : code`object`, checked, check);
}

function primitiveCheck(name: EdmTypeName, collection: boolean, { facets }: ValueFacts, checked: Checked): Code {
  if (collection) return checkOf(code`collection`, checked, itemCheckOf(name, facets));
  const { helper, limit } = primitiveCheckOf(name, facets);
  if (limit === null) return checkOf(helper, checked);
  const flags = checked.flags ?? code`v.nullable`;
  return checkCall(helper, checked.value, code`c`, literal(checked.property), flags, limit);
}

function enumCheck({ name, flags }: EnumType, collection: boolean, checked: Checked, scope: CheckScope): Code {
  const values = reachRole(name, "values", scope);
  if (collection && flags === true)
    return checkOf(code`collection`, checked, code`(x, d, i, f) => v.flags(x, d, i, ${values}, f)`);
  return checkOf(collection ? code`enumerations` : flags === true ? code`flags` : code`enumeration`, checked, values);
}

/** Navigation properties are only checked for shape, an object or an array: a related entity has a schema of its own. */
function navigationCheck({ type }: MemberFacts, checked: Checked): Code {
  if (type === undefined) return checkOf(code`known`, { ...checked, flags: null });
  return checkOf(type.collection ? code`navigationMany` : code`navigation`, checked);
}

/** The call of a helper that takes the value, the context, the name and, after its own arguments, the flags. */
function checkOf(helper: Code, { value, property, flags }: Checked, ...own: readonly Code[]): Code {
  return checkCall(helper, value, code`c`, literal(property), ...own, flags);
}

/** How a check reads a property; `toString`, `constructor` and the like must be the object's own. */
function accessTo(name: string): Code {
  const quoted = literal(name);
  return name in Object.prototype ? code`v.own(o, ${quoted})` : code`o[${quoted}]`;
}
