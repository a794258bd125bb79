/** The create and update shapes of a type in `types.ts`: the read shape with its differences. */
import { code, joined, propertyKey, type Code } from "../../code/code.js";
import type { QualifiedName } from "../../edm/names.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import type { NonNull } from "../../facts/assumptions.js";
import type { TypeFacts } from "../../facts/type-facts.js";
import type { Scope } from "../modules/scope.js";
import type { AliasView } from "./declaration-views.js";
import { orDerived, orNull, stringUnion, writtenMemberType, type WriteShape } from "./type-expression.js";

export function writeView({ name, members }: TypeFacts, shape: WriteShape, scope: Scope): AliasView {
  const { names, facts } = scope.context;
  const helper = helperOf(shape, facts.assumptions.nonNull);
  const read = names.type(name);
  const differences = [...memberLists(members, shape), ...replacements(members, shape, scope)];
  return {
    partial: "alias",
    doc: null,
    name: names.role(name, shape),
    type:
      differences.length === 0
        ? code`edm.${helper}<${read}>`
        : code`edm.${helper}<${read}, { ${joined(differences, "; ")} }>`,
  };
}

/** The type of the runtime that makes the shape of a read shape. */
function helperOf(shape: WriteShape, nonNull: NonNull): Code {
  if (shape === "update") return code`Update`;
  return nonNull === "notNull" ? code`CreateKeyless` : code`Create`;
}

/** Names of the members that are refused, required, or take the URL of an entity or of several. */
function memberLists(members: readonly MemberFacts[], shape: WriteShape): readonly Code[] {
  const bindable = members.filter((member) => member.bindable);
  const lists: readonly (readonly [Code, readonly MemberFacts[]])[] = [
    [code`omit`, members.filter((member) => member[shape] === "refused")],
    [code`require`, members.filter((member) => member[shape] === "required")],
    [code`bind`, bindable.filter(({ type }) => type?.collection !== true)],
    [code`bindMany`, bindable.filter(({ type }) => type?.collection === true)],
  ];
  return lists.flatMap(([list, listed]) =>
    listed.length === 0 ? [] : [code`${list}: ${stringUnion(listed.map(({ name }) => name))}`],
  );
}

/** Members whose type is not the read type made writable. */
function replacements(members: readonly MemberFacts[], shape: WriteShape, scope: Scope): readonly Code[] {
  const replaced = members.flatMap((member) => {
    const { name, type, nullable, ownWriteType } = member;
    if (type === undefined || !ownWriteType) return [];
    const written = writtenMemberType(type, member.allowedTypes, shape, scope);
    return [code`${propertyKey(name)}: ${nullable ? orNull(written) : written}`];
  });
  return replaced.length === 0 ? [] : [code`replace: { ${joined(replaced, "; ")} }`];
}

/** A body of the type, or of one derived from it. */
export function orDerivedViews(name: QualifiedName, scope: Scope): readonly AliasView[] {
  return (["create", "update"] as const).map((shape) => ({
    partial: "alias",
    doc: null,
    name: scope.context.names.role(name, `${shape}OrDerived`),
    type: orDerived(name, shape, scope),
  }));
}
