/** The parameters and the result of an operation in `types.ts`. */
import { code, type Code } from "../../code/code.js";
import type { Operation, TypeRef } from "../../edm/elements.js";
import { operationFactsIn } from "../../facts/facts.js";
import type { ParameterFacts } from "../../facts/operation-facts.js";
import { withTags } from "../docs/doc-tags.js";
import { docOf, sentences } from "../docs/doc.js";
import { valueNotesOf } from "../docs/value-notes.js";
import type { Scope } from "../modules/scope.js";
import type { AliasView, DeclarationView, InterfaceView, MemberView } from "./declaration-views.js";
import { collected, orNull, readType, stringUnion, writtenMemberType } from "./type-expression.js";

export function operationViews(operation: Operation, scope: Scope): readonly DeclarationView[] {
  const { parameters, result } = operationFactsIn(scope.context.facts, operation);
  return [
    ...(parameters.length > 0 ? [parametersView(operation, parameters, scope)] : []),
    ...(result?.type.collection === true ? [resultView(operation, result.type, scope)] : []),
  ];
}

function parametersView(operation: Operation, parameters: readonly ParameterFacts[], scope: Scope): InterfaceView {
  return {
    partial: "interface",
    doc: null,
    name: scope.context.names.operation(operation, "parameters"),
    base: null,
    open: false,
    members: parameters.map((parameter) => parameterView(parameter, scope)),
  };
}

function parameterView(parameter: ParameterFacts, scope: Scope): MemberView {
  const { name, nullable, required, documentation } = parameter;
  const value = parameterType(parameter, scope);
  const type = nullable ? orNull(value) : value;
  return {
    doc: withTags(docOf(sentences(documentation.description, ...valueNotesOf(documentation))), documentation),
    name,
    optional: !required,
    type: required ? type : code`${type} | undefined`,
  };
}

function parameterType({ type, allowedStrings, allowedTypes }: ParameterFacts, scope: Scope): Code {
  if (type === undefined) return code`unknown`;
  return allowedStrings === undefined
    ? writtenMemberType(type, allowedTypes, "create", scope)
    : collected(type, stringUnion(allowedStrings.strings));
}

function resultView(operation: Operation, type: TypeRef, scope: Scope): AliasView {
  return {
    partial: "alias",
    doc: null,
    name: scope.context.names.operation(operation, "result"),
    type: code`edm.Collection<${readType({ ...type, collection: false }, scope)}>`,
  };
}
