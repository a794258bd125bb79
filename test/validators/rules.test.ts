import { describe } from "vitest";
import type { Draw } from "../laws/draw.js";
import { edmTypeOf } from "../../src/edm/primitive-types.js";
import { samplesOf } from "./drawing/values.js";
import { stated, type TermName } from "./interpreter/annotations.js";
import { underlying, type Mode } from "./interpreter/members.js";
import { bodyCase, modesOf, withMember } from "./support/bodies.js";
import { law, memberships, type Membership } from "./support/law.js";
import type { World } from "./support/worlds.js";

/** Members of entities that a term restricts, by itself or by the type definition that their type is. */
function restrictedBy(...terms: readonly TermName[]) {
  return (world: World): readonly Membership[] =>
    memberships(world).filter(({ type, member }) => {
      const definition = member.type && world.generated.model.type(member.type.type);
      const isStated = (term: TermName) =>
        stated(member, term) !== undefined ||
        (definition?.kind === "TypeDefinition" && stated(definition, term) !== undefined);
      return type.kind === "EntityType" && terms.some(isStated);
    });
}

function drawCase(...modes: readonly Mode[]) {
  return ({ type, member }: Membership, draw: Draw, world: World) => {
    const name = underlying(member.type?.type ?? "", world.generated.model);
    const samples = samplesOf(edmTypeOf(name as typeof type.name) ?? "Untyped");
    const most = draw.once(3) ? 3 : 1;
    const value = member.type?.collection === true ? draw.list(most, () => draw.pick(samples)) : draw.pick(samples);
    return bodyCase(world, draw, { type, mode: draw.pick(modes), rarity: 12 }, (body) =>
      withMember(body, member.name, value),
    );
  };
}

const limits = ["Validation.Minimum", "Validation.Maximum", "Validation.MultipleOf"] as const;

describe("validators and the interpreter agree:", () => {
  law(
    "what is written lies between Minimum and Maximum, and is a multiple of MultipleOf",
    restrictedBy(...limits),
    drawCase("create", "update"),
  );
  law(
    "what is written matches its Pattern, and is one of its AllowedValues",
    restrictedBy("Validation.Pattern", "Validation.AllowedValues"),
    drawCase("create", "update"),
  );
  law(
    "what is written has from MinItems to MaxItems items",
    restrictedBy("Validation.MinItems", "Validation.MaxItems"),
    drawCase("create", "update"),
  );
  law(
    "rules say nothing of what is read",
    restrictedBy(...limits, "Validation.Pattern", "Validation.AllowedValues", "Validation.MaxItems"),
    drawCase("read"),
  );
  law(
    "what is written is of a type that DerivedTypeConstraint names",
    restrictedBy("Validation.DerivedTypeConstraint"),
    ({ type }, draw, world) => bodyCase(world, draw, { type, mode: draw.pick(modesOf(type)) }),
  );
});
