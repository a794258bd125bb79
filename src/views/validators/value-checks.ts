/** How one property, navigation property or parameter is checked. */
import { code, type Code, literal } from "../../code/code.js";
import type { EnumType } from "../../edm/elements.js";
import { edmTypeOf, type EdmTypeName } from "../../edm/primitive-types.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import type { ParameterFacts } from "../../facts/operation-facts.js";
import type { ValueFacts } from "../../facts/value-facts.js";
import type { TypesImports } from "../modules/imports.js";
import type { Scope } from "../modules/scope.js";
import { memberFlags, parameterFlags } from "./check-flags.js";
import type { CheckNames } from "./check-names.js";
import { ruleChecks, type RuleCheckView } from "./rule-checks.js";

interface Checked {
  readonly value: Code;
  readonly property: string;
  /** As the runtime names them; none: nullable, and need not be there. */
  readonly flags: Code | null;
}

/** The partial is the name of the template that prints it. */
export type PropertyCheckView =
  | (Checked & { readonly partial: "check-value"; readonly helper: Code })
  | (Checked & { readonly partial: "check-text"; readonly maxLength: number })
  | (Checked & { readonly partial: "check-member"; readonly helper: Code; readonly values: Code })
  | (Checked & { readonly partial: "check-object"; readonly helper: Code; readonly check: Code })
  | (Checked & { readonly partial: "check-items"; readonly helper: Code })
  | (Checked & { readonly partial: "check-flags-items"; readonly values: Code })
  | (Checked & { readonly partial: "check-known" })
  | RuleCheckView;

/** The surroundings of the checks of one file. */
export interface CheckScope extends Scope {
  readonly imports: TypesImports;
  readonly checks: CheckNames;
}

export function memberChecks(member: MemberFacts, scope: CheckScope): readonly PropertyCheckView[] {
  const checked = { value: accessTo(member.name), property: member.name, flags: memberFlags(member) };
  const check = member.kind === "Property" ? valueCheck(member, checked, scope) : navigationCheck(member, checked);
  return [check, ...ruleChecks(member, checked.value)];
}

export function parameterChecks(parameter: ParameterFacts, scope: CheckScope): readonly PropertyCheckView[] {
  const checked = { value: accessTo(parameter.name), property: parameter.name, flags: parameterFlags(parameter) };
  return [valueCheck(parameter, checked, scope), ...ruleChecks(parameter, checked.value)];
}

function valueCheck(value: ValueFacts, checked: Checked, scope: CheckScope): PropertyCheckView {
  const { type, underlying } = value;
  if (type === undefined || underlying === undefined) return { partial: "check-known", ...checked };
  const primitive = edmTypeOf(underlying);
  if (primitive !== undefined) return primitiveCheck(primitive, type.collection, value, checked);
  const { context, checks, imports } = scope;
  const found = context.model.type(underlying);
  if (found === undefined) return { partial: "check-known", ...checked };
  if (found.kind === "EnumType") return enumCheck(found, type.collection, checked, imports);
  const check = context.usage.withDerived.has(underlying) ? checks.variants(underlying) : checks.type(underlying);
  return { partial: "check-object", helper: type.collection ? code`objects` : code`object`, check, ...checked };
}

function primitiveCheck(
  name: EdmTypeName,
  collection: boolean,
  { facets }: ValueFacts,
  checked: Checked,
): PropertyCheckView {
  const helper = helperOf(name);
  // A stream stands in a payload by its annotations only (OData JSON Format 4.01 §9).
  if (name === "Stream") return { partial: "check-known", ...checked, flags: null };
  if (helper === undefined) return { partial: "check-known", ...checked };
  if (collection) return { partial: "check-items", helper, ...checked };
  const maxLength = name === "String" ? facets?.maxLength : undefined;
  if (typeof maxLength !== "number") return { partial: "check-value", helper, ...checked };
  return { partial: "check-text", maxLength, ...checked, flags: checked.flags ?? code`v.nullable` };
}

function enumCheck(
  { name, flags }: EnumType,
  collection: boolean,
  checked: Checked,
  imports: TypesImports,
): PropertyCheckView {
  const values = imports.values(name);
  if (collection && flags === true) return { partial: "check-flags-items", values, ...checked };
  const helper = collection ? code`enumerations` : flags === true ? code`flags` : code`enumeration`;
  return { partial: "check-member", helper, values, ...checked };
}

/** Navigation properties are only checked for shape, an object or an array: a related entity has a validator of its own. */
function navigationCheck({ type }: MemberFacts, checked: Checked): PropertyCheckView {
  if (type === undefined) return { partial: "check-known", ...checked, flags: null };
  const helper = type.collection ? code`navigationMany` : code`navigation`;
  return { partial: "check-value", helper, ...checked };
}

/** How a check reads a property; `toString`, `constructor` and the like must be the object's own. */
function accessTo(name: string): Code {
  const quoted = literal(name);
  return name in Object.prototype ? code`v.own(o, ${quoted})` : code`o[${quoted}]`;
}

/** The check of a primitive type; undefined where every value will do. */
export function helperOf(name: EdmTypeName): Code | undefined {
  switch (name) {
    case "Stream":
    case "Untyped":
    case "PrimitiveType":
    case "ComplexType":
    case "EntityType":
      return undefined;
    case "SByte":
      return code`sbyte`;
    default:
      if (name.endsWith("Path")) return code`string`;
      if (name.startsWith("Geography")) return code`geography`;
      if (name.startsWith("Geometry")) return code`geometry`;
      return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}` as Code;
  }
}
