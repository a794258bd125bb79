/** The create and update shapes of a type in `writes.ts`: the read shape with its differences. */
import { code, joined, type Code } from "../../code/code.js";
import { groupBy } from "../../edm/grouping.js";
import { isStructured, type Model } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import type { NonNull } from "../../facts/assumptions.js";
import type { TypeFacts } from "../../facts/type-facts.js";
import type { WriteShape } from "../../edm/examples/example-types.js";
import { reachType, type Scope } from "../modules/scope.js";
import type { AliasView, DeclarationView, MemberView } from "./declaration-views.js";
import { fitsLine } from "../../code/lines.js";
import {
  aliasView,
  genericType,
  genericLines,
  heritageView,
  lineView,
  memberView,
  type Generic,
} from "./member-views.js";
import { listsDerived, orDerived, writtenMemberType } from "./type-expression.js";

export function writeViews(type: TypeFacts, scope: Scope): readonly DeclarationView[] {
  return [
    shapeView(type, "create", scope),
    shapeView(type, "update", scope),
    ...(listsDerived(type.name, scope)
      ? [orDerivedView(type.name, "create", scope), orDerivedView(type.name, "update", scope)]
      : []),
  ];
}

function shapeView({ name: type, members }: TypeFacts, shape: WriteShape, scope: Scope): DeclarationView {
  const { names, facts, model } = scope.context;
  const name = names.role(type, shape);
  const others = members.filter((member) => isOther(member, shape));
  const written = {
    generic: helperOf(shape, facts.assumptions.nonNull),
    arguments: [reachType(type, scope)],
    names: others.filter((member) => isLeftOut(member, shape, model)).map((member) => member.name),
  };
  const bases = [written, ...bindings(others, shape)];
  const own = others.flatMap((member) => ownView(member, shape, scope));
  return own.length === 0
    ? combinationView(name, bases)
    : { partial: "interface", doc: null, name, heritage: heritageView(name, bases), members: own, index: null };
}

/** Whether a shape has more or less of a member than what the runtime makes of its read shape. */
function isOther(member: MemberFacts, shape: WriteShape): boolean {
  const { stream, inherited, bindable, [shape]: presence } = member;
  return stream || inherited || bindable || presence !== "optional" || member.ownWriteShapes.includes(shape);
}

/** The type of the runtime that makes the shape of a read shape. */
function helperOf(shape: WriteShape, nonNull: NonNull): Code {
  return shape === "create" && nonNull === "present" ? code`edm.Insertable` : code`edm.Writable`;
}

/** A member whose type is not that of the read shape made writable. */
function ownView(member: MemberFacts, shape: WriteShape, scope: Scope): readonly MemberView[] {
  const { name, inherited, ownWriteShapes, [shape]: presence } = member;
  if (presence === "refused") return [lineView(name, code`edm.NotWritable`)];
  const required = presence === "required";
  if (!required && !inherited && !ownWriteShapes.includes(shape)) return [];
  return [memberView({ doc: null, name, optional: !required }, writtenMemberType(member, required, shape, scope))];
}

/** Whether the type of an own member is another than a narrower one, which an interface may not state anew. */
function isLeftOut(member: MemberFacts, shape: WriteShape, model: Model): boolean {
  const { stream, inherited, ownWriteShapes, type, [shape]: presence } = member;
  if (stream) return false; // not a member of the read shape
  if (presence === "refused" || inherited || ownWriteShapes.includes(shape)) return true;
  const structured = type && model.type(type.type);
  return presence === "required" && structured !== undefined && isStructured(structured);
}

/** Navigation properties that take the URL of an entity, none, or several. */
function bindings(members: readonly MemberFacts[], shape: WriteShape): readonly Generic[] {
  const bound = groupBy(
    members.filter((member) => member.bindable && member[shape] !== "refused"),
    bindingOf,
  );
  return BINDINGS.flatMap((generic) => {
    const names = bound.get(generic)?.map(({ name }) => name);
    return names === undefined ? [] : [{ generic, arguments: [], names }];
  });
}

const BIND = code`edm.Bind`;
const BIND_ONE = code`edm.BindOne`;
const BIND_MANY = code`edm.BindMany`;
const BINDINGS = [BIND, BIND_ONE, BIND_MANY];

function bindingOf({ type, nullable }: MemberFacts): Code {
  if (type?.collection === true) return BIND_MANY;
  return nullable ? BIND : BIND_ONE;
}

/** A shape without members of its own. */
function combinationView(name: Code, bases: readonly Generic[]): DeclarationView {
  const type = joined(bases.map(genericType), " & ");
  return fitsLine(`export type ${name} = ${type};`)
    ? aliasView(null, name, [type])
    : { partial: "combination-lines", doc: null, name, bases: bases.map(genericLines) };
}

/** A body of the type, or of one derived from it. */
function orDerivedView(name: QualifiedName, shape: WriteShape, scope: Scope): AliasView {
  return aliasView(null, scope.context.names.role(name, `${shape}OrDerived`), orDerived(name, shape, scope));
}
