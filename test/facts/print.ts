import type { Facts } from "../../src/facts/facts.js";
import type { KeyPart } from "../../src/facts/keys.js";
import type { MemberFacts } from "../../src/facts/member-facts.js";
import type { OperationFacts, ParameterFacts } from "../../src/facts/operation-facts.js";
import type { TypeFacts } from "../../src/facts/type-facts.js";
import type { ValueFacts } from "../../src/facts/value-facts.js";

/** The facts of a service, one line for each member and parameter. */
export function printFacts({ types, operations }: Facts): string {
  return [...[...types.values()].flatMap(typeLines), ...[...operations.values()].flatMap(operationLines)].join("\n");
}

function typeLines(type: TypeFacts): readonly string[] {
  const { kind, name, base, key, alternateKeys, open, leaf, ownMembers, members } = type;
  const head = [
    `${kind} ${name}`,
    ...(base === undefined ? [] : [`base ${base}`]),
    ...(key.length === 0 ? [] : [`key ${keyText(key)}`]),
    ...alternateKeys.map((alternate) => `alternate key ${keyText(alternate)}`),
    ...(open ? ["open"] : []),
    ...(leaf ? [] : ["has derived types"]),
    ...(members.length > ownMembers.length ? [`${members.length - ownMembers.length} inherited`] : []),
  ];
  return [head.join(", "), ...ownMembers.map((member) => `  ${memberText(member)}`)];
}

function keyText(key: readonly KeyPart[]): string {
  return key.map(({ name, type }) => `${name}: ${type?.type}`).join(" + ");
}

function memberText(member: MemberFacts): string {
  const { key, nullable, read, create, update, bindable } = member;
  return [
    valueText(member),
    ...(key ? ["key"] : []),
    nullable ? "nullable" : "not null",
    `read ${read}, create ${create}, update ${update}`,
    ...(bindable ? ["bindable"] : []),
    ...documentationText(member),
  ].join("; ");
}

function operationLines({ kind, name, binding, parameters, result, requests }: OperationFacts): readonly string[] {
  const head = [
    `${kind} ${name}`,
    ...(binding === undefined ? [] : [`bound to ${binding.type}`]),
    ...(result === undefined ? [] : [`returns ${result.type.type}${result.nullable ? " or nothing" : ""}`]),
    ...requests.map(({ method, template }) => `${method} ${template}`),
  ];
  return [head.join(", "), ...parameters.map((parameter) => `  ${parameterText(parameter)}`)];
}

function parameterText(parameter: ParameterFacts): string {
  return [
    valueText(parameter),
    parameter.nullable ? "nullable" : "not null",
    parameter.required ? "required" : "optional",
    ...documentationText(parameter),
  ].join("; ");
}

function valueText({ name, type, facets, allowedStrings, rules }: ValueFacts): string {
  const text = type?.collection === true ? `Collection(${type.type})` : String(type?.type);
  return [
    `${name}: ${text}`,
    ...(facets === undefined ? [] : [JSON.stringify(facets)]),
    ...(allowedStrings === undefined ? [] : [`one of ${allowedStrings.strings.join(", ")}`]),
    ...rules.filter(({ rule }) => rule !== "allowed").map((rule) => JSON.stringify(rule)),
  ].join(" ");
}

function documentationText({ documentation }: ValueFacts): readonly string[] {
  return documentation.description === undefined ? [] : [`"${documentation.description}"`];
}
