import { describe } from "vitest";
import { isStructured } from "../../src/edm/model.js";
import type { StructuredType } from "../../src/edm/elements.js";
import { Values } from "./drawing/values.js";
import { bodyCase, damaged, modesOf, schemaName, withMember } from "./support/bodies.js";
import { law, memberships, type Membership } from "./support/law.js";
import type { World } from "./support/worlds.js";
import type { Draw } from "../laws/draw.js";

/** Types that have schemas which look at `@odata.type`. */
function withDerived({ generated }: World): readonly StructuredType[] {
  return generated.model.structuredTypes.filter(
    (type) => generated.schema(type.name, schemaName(generated, type, "read", true)) !== undefined,
  );
}

function nestedWithDerived(world: World): readonly Membership[] {
  const { model } = world.generated;
  return memberships(world).filter(({ member }) => {
    const type = member.type && model.type(member.type.type);
    return type?.kind === "ComplexType" && model.derived(type.name).length > 0;
  });
}

/** The name of any type of the model, or what is none. */
function drawTypeName(draw: Draw, { generated: { model } }: World): unknown {
  return draw.once(4)
    ? draw.pick([5, null, "", "#ns.Unheard", "#Collection(Edm.String)"])
    : `#${draw.pick(model.structuredTypes).name}`;
}

describe("validators and the interpreter agree:", () => {
  law("a body of a derived type is checked by the type that it names", withDerived, (type, draw, world) =>
    bodyCase(world, draw, { type, mode: draw.pick(modesOf(type)), derived: true }, damaged(world, draw, 2)),
  );
  law("a body names a type that it may be of", withDerived, (type, draw, world) =>
    bodyCase(world, draw, { type, mode: draw.pick(modesOf(type)), derived: true, rarity: 8 }, (body) =>
      draw.once(2) ? body : withMember(body, draw.pick(["@odata.type", "@type"]), drawTypeName(draw, world)),
    ),
  );
  law(
    "a type without derived ones takes no other name",
    (world) => world.generated.model.structuredTypes,
    (type, draw, world) =>
      bodyCase(world, draw, { type, mode: "read", rarity: 8 }, (body) =>
        draw.once(3) ? body : withMember(body, draw.pick(["@odata.type", "@type"]), drawTypeName(draw, world)),
      ),
  );
  law(
    "a value within another is checked by the type that it names",
    nestedWithDerived,
    ({ type, member }, draw, world) =>
      bodyCase(world, draw, { type, mode: draw.pick(modesOf(type)), rarity: 8 }, (body) => {
        const declared = member.type && world.generated.model.type(member.type.type);
        if (declared === undefined || !isStructured(declared) || member.type === undefined) return body;
        const one = () => {
          const value = new Values(draw, world.interpreter, 3).body(declared, "create", true);
          return draw.once(2) ? value : withMember(value, "@odata.type", drawTypeName(draw, world));
        };
        return withMember(body, member.name, member.type.collection ? draw.list(2, one) : one());
      }),
  );
  law(
    "an abstract type has values of others only",
    ({ generated: { model } }) => model.structuredTypes.filter(({ abstract }) => abstract === true),
    (type, draw, world) =>
      bodyCase(world, draw, { type, mode: draw.pick(modesOf(type)), rarity: 5 }, (body) =>
        draw.once(2) ? body : withMember(withMember(body, "@type", undefined), "@odata.type", undefined),
      ),
  );
});
