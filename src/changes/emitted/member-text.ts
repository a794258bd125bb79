/** Members as the emitted code declares them, printed by the module that emits them. */
import { propertyKey, type Code } from "../../code/code.js";
import { edm } from "../../edm/primitive-types.js";
import type { WriteShape } from "../../edm/examples/example-types.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import type { ParameterFacts } from "../../facts/operation-facts.js";
import { oneLine } from "../../views/types/type-text.js";
import { readMemberType, readType, writtenMemberType } from "../../views/types/type-expression.js";
import type { TypeRef } from "../../edm/elements.js";
import type { Side } from "../side.js";

/** `displayName?: string | null` */
export function readText(member: MemberFacts, { scope }: Side): string {
  if (member.stream) return "";
  return declared(member.name, member.read === "optional", oneLine(readMemberType(member, scope)));
}

export function writtenText(member: MemberFacts, shape: WriteShape, { scope }: Side): string {
  const presence = member[shape];
  if (presence === "refused") return `${propertyKey(member.name)}?: edm.NotWritable`;
  const required = presence === "required";
  return declared(member.name, !required, oneLine(writtenMemberType(member, required, shape, scope)));
}

export function parameterText(parameter: ParameterFacts, { scope }: Side): string {
  const { name, required } = parameter;
  return declared(name, !required, oneLine(writtenMemberType(parameter, required, "create", scope)));
}

/** `void` where nothing is returned. */
export function resultText(type: TypeRef | undefined, { scope }: Side): string {
  if (type === undefined) return "void";
  return type.type === edm("Stream") ? "StreamNode" : readType(type, scope);
}

function declared(name: string, optional: boolean, type: Code): string {
  return `${propertyKey(name)}${optional ? "?" : ""}: ${type}`;
}
