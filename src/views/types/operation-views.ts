/** The parameters of an operation in `writes.ts`, and its result in `responses.ts`. */
import { code } from "../../code/code.js";
import type { Operation, TypeRef } from "../../edm/elements.js";
import { operationFactsIn } from "../../facts/facts.js";
import type { ParameterFacts } from "../../facts/operation-facts.js";
import { withTags } from "../docs/doc-tags.js";
import { docOf, sentences } from "../docs/doc.js";
import { valueNotesOf } from "../docs/value-notes.js";
import type { Scope } from "../modules/scope.js";
import type { AliasView, InterfaceView, MemberView } from "./declaration-views.js";
import { aliasView, memberView } from "./member-views.js";
import { readType, writtenMemberType } from "./type-expression.js";

export function parametersViews(operation: Operation, scope: Scope): readonly InterfaceView[] {
  const { parameters } = operationFactsIn(scope.context.facts, operation);
  return parameters.length > 0 ? [parametersView(operation, parameters, scope)] : [];
}

export function resultViews(operation: Operation, scope: Scope): readonly AliasView[] {
  const { result } = operationFactsIn(scope.context.facts, operation);
  return result?.type.collection === true ? [resultView(operation, result.type, scope)] : [];
}

function parametersView(operation: Operation, parameters: readonly ParameterFacts[], scope: Scope): InterfaceView {
  return {
    partial: "interface",
    doc: null,
    name: scope.context.names.operation(operation, "parameters"),
    heritage: null,
    index: null,
    members: parameters.map((parameter) => parameterView(parameter, scope)),
  };
}

function parameterView(parameter: ParameterFacts, scope: Scope): MemberView {
  const { name, required, documentation } = parameter;
  const doc = withTags(docOf(sentences(documentation.description, ...valueNotesOf(documentation))), documentation);
  return memberView({ doc, name, optional: !required }, writtenMemberType(parameter, required, "create", scope));
}

function resultView(operation: Operation, type: TypeRef, scope: Scope): AliasView {
  const item = readType({ ...type, collection: false }, scope);
  return aliasView(null, scope.context.names.operation(operation, "result"), [code`edm.Collection<${item}>`]);
}
