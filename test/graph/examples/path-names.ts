import type { ServiceNames } from "../../support/abnf/odata-url.js";
import type { Member, PathModel, TypeUse } from "./model.js";
import type { ResolvedPath, Step } from "./path.js";

type Rule = keyof ServiceNames;

/** The names that stand in a path, by the rule of the OData grammar for what each leads to. */
export function pathNames({ steps }: ResolvedPath, model: PathModel): ServiceNames {
  const names: Partial<Record<Rule, string[]>> = {};
  for (const [index, step] of steps.entries())
    for (const [rule, name] of namesOf(step, index === 0, model)) (names[rule] ??= []).push(name);
  return names;
}

function namesOf(step: Step, first: boolean, model: PathModel): readonly (readonly [Rule, string])[] {
  switch (step.kind) {
    case "member":
      return [[first ? childRule(step.member) : memberRule(step.member, model), step.member.name]];
    case "cast":
      return [["entityTypeName", simple(step.type)], ["complexTypeName", simple(step.type)], ...namespaces(step.type)];
    case "call": {
      const { name, returns } = step.function;
      const parameters = [...step.parameters.keys()].map((parameter) => ["parameterName", parameter] as const);
      return [[`${kindOf(returns, model)}Function`, simple(name)], ...parameters, ...namespaces(name)];
    }
    default:
      return [];
  }
}

function childRule({ collection }: Member): Rule {
  return collection ? "entitySetName" : "singletonEntity";
}

function memberRule(member: Member, model: PathModel): Rule {
  if (member.kind === "navigation")
    return member.collection ? "entityColNavigationProperty" : "entityNavigationProperty";
  if (member.type === "Edm.Stream") return "streamProperty";
  const complex = model.typeName(member.type) !== undefined;
  if (member.collection) return complex ? "complexColProperty" : "primitiveColProperty";
  return complex ? "complexProperty" : "primitiveNonKeyProperty";
}

function kindOf({ type, collection }: TypeUse, model: PathModel) {
  const kind = model.isEntity(type) ? "entity" : model.typeName(type) === undefined ? "primitive" : "complex";
  return collection ? (`${kind}Col` as const) : kind;
}

function namespaces(qualified: string): readonly (readonly [Rule, string])[] {
  return qualified
    .split(".")
    .slice(0, -1)
    .map((part) => ["namespacePart", part] as const);
}

function simple(qualified: string): string {
  return qualified.slice(qualified.lastIndexOf(".") + 1);
}
