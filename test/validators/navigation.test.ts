import { describe } from "vitest";
import type { NavigationProperty, StructuredType } from "../../src/edm/elements.js";
import type { Draw } from "../laws/draw.js";
import { oddities } from "./drawing/literals.js";
import { allMembers } from "./interpreter/members.js";
import { bodyCase, damaged, withMember } from "./support/bodies.js";
import { law, memberships } from "./support/law.js";
import type { World } from "./support/worlds.js";

interface Relation {
  readonly type: StructuredType;
  readonly member: NavigationProperty;
}

function relations(world: World): readonly Relation[] {
  return memberships(world).flatMap(({ type, member }) =>
    member.kind === "NavigationProperty" && type.kind === "EntityType" ? [{ type, member }] : [],
  );
}

/** A value in the place of related entities: some entities, or something else. */
function drawRelated({ member }: Relation, draw: Draw): unknown {
  const one = () => draw.pick<unknown>([{}, { id: 1 }, { "@odata.id": "x(1)" }, draw.pick(oddities)]);
  return member.type?.collection === true && !draw.once(4) ? draw.list(2, one) : one();
}

function drawUrls(draw: Draw): unknown {
  return draw.pick<unknown>(["x(1)", ["x(1)"], ["x(1)", "x(2)"], [], null, 5, ["x(1)", null], {}]);
}

describe("validators and the interpreter agree:", () => {
  law("related entities are created with the entity, whole", relations, ({ type }, draw, world) =>
    bodyCase(world, draw, { type, mode: "create", rarity: 1 }, damaged(world, draw, 2)),
  );
  law("what is read or updated is related to entities, whatever they are", relations, (relation, draw, world) =>
    bodyCase(world, draw, { type: relation.type, mode: draw.pick(["read", "update"]), rarity: 5 }, (body) =>
      draw.once(4) ? body : withMember(body, relation.member.name, drawRelated(relation, draw)),
    ),
  );
  law(
    "an entity that exists is related by its URL, where the navigation property takes one",
    relations,
    ({ type, member }, draw, world) =>
      bodyCase(world, draw, { type, mode: draw.pick(["create", "update"]), rarity: 5 }, (body) => {
        const names = allMembers(type, world.generated.model).map(({ name }) => name as string);
        const name = draw.once(4) ? draw.pick([...names, "unheard"]) : member.name;
        return withMember(body, `${name}@${draw.once(3) ? "" : "odata."}bind`, drawUrls(draw));
      }),
  );
});
