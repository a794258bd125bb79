import { describe } from "vitest";
import type { StructuredType } from "../../src/edm/elements.js";
import type { Draw } from "../laws/draw.js";
import { oddities } from "./drawing/literals.js";
import { allMembers, type Mode } from "./interpreter/members.js";
import { bodyCase, damaged, modesOf, withMember } from "./support/bodies.js";
import { law, memberships, type Membership } from "./support/law.js";
import type { World } from "./support/worlds.js";

const types = ({ generated: { model } }: World): readonly StructuredType[] => model.structuredTypes;
const entities = (world: World): readonly StructuredType[] => types(world).filter(({ kind }) => kind === "EntityType");

/** Some members are left out, null, or what no member is. */
function drawMembers(mode: Mode) {
  return (type: StructuredType, draw: Draw, world: World) =>
    bodyCase(world, draw, { type, mode, rarity: 3 }, (body) => {
      const members = allMembers(type, world.generated.model);
      const changes = draw.list(3, () => [draw.pickMaybe(members)?.name ?? "x", drawAbsence(draw)] as const);
      return changes.reduce((changed, [name, value]) => withMember(changed, name, value), body);
    });
}

function drawAbsence(draw: Draw): unknown {
  return draw.once(5) ? draw.pick(oddities) : draw.once(2) ? null : undefined;
}

/** A member that the mode refuses, at times. */
function drawRefused(mode: Mode) {
  return ({ type, member }: Membership, draw: Draw, world: World) =>
    bodyCase(world, draw, { type, mode, rarity: 6 }, (body) =>
      draw.once(3) ? body : withMember(body, member.name, draw.pick([null, "x", 1, {}, []])),
    );
}

function refusedIn(mode: Mode) {
  return (world: World): readonly Membership[] =>
    memberships(world).filter(
      ({ type, member }) => type.kind === "EntityType" && world.interpreter.presence(member, type, mode) === "refused",
    );
}

const collections = (world: World): readonly Membership[] =>
  memberships(world).filter(({ member }) => member.type?.collection === true);

describe("validators and the interpreter agree:", () => {
  law("keys and values that are never null are there when they are read", types, drawMembers("read"));
  law("a new entity has what it needs", entities, drawMembers("create"));
  law("an update needs nothing", entities, drawMembers("update"));
  law("a new entity is not given what the service makes", refusedIn("create"), drawRefused("create"));
  law("an update leaves keys and immutable values alone", refusedIn("update"), drawRefused("update"));
  law(
    "items are null only where the model allows it, and in responses where it leaves it open",
    collections,
    (subject, draw, world) => {
      const { type, member } = subject;
      return bodyCase(world, draw, { type, mode: draw.pick(modesOf(type)), rarity: 6 }, (body) => {
        const given: unknown = Object.entries(Object(body)).find(([name]) => name === member.name)?.[1];
        const items: readonly unknown[] = Array.isArray(given) ? given : [];
        return withMember(body, member.name, draw.once(3) ? items : [...items, draw.once(4) ? undefined : null]);
      });
    },
  );
  law("properties that no type declares are written to open types only", types, (type, draw, world) =>
    bodyCase(world, draw, { type, mode: draw.pick(modesOf(type)), rarity: 4 }, (body) => {
      const others = memberships(world).map(({ member }) => member.name as string);
      const name = draw.once(2) ? draw.pick(others) : draw.pick(["unheard", "of", "toString", "__proto__", "a b"]);
      return draw.once(3) ? body : withMember(body, name, [1, "x", null, {}, undefined][draw.count(4)]);
    }),
  );
  law("what is no object is no body", types, (type, draw, world) =>
    bodyCase(world, draw, { type, mode: draw.pick(modesOf(type)) }, (body) =>
      draw.once(2) ? body : draw.pick(oddities),
    ),
  );
  law("each of several faults is found, at any depth", types, (type, draw, world) =>
    bodyCase(world, draw, { type, mode: draw.pick(modesOf(type)) }, damaged(world, draw, 4)),
  );
});
