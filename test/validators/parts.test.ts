import { describe } from "vitest";
import type { StructuredType } from "../../src/edm/elements.js";
import { isStructured } from "../../src/edm/model.js";
import type { Draw } from "../laws/draw.js";
import { Values } from "./drawing/values.js";
import type { Reading } from "./interpreter/interpreter.js";
import { allMembers, type Mode } from "./interpreter/members.js";
import { damaged, modesOf, schemaName, schemaOf, withMember } from "./support/bodies.js";
import type { Schema } from "./support/generated.js";
import { law, type Case } from "./support/law.js";
import type { World } from "./support/worlds.js";

/** The functions that make schemas of others, as an output exports them. */
interface Parts {
  readonly pick: (shape: Schema, names: readonly string[]) => Schema;
  readonly partial: (shape: Schema) => Schema;
  readonly withNavigation: (shape: Schema, shapes: Readonly<Record<string, Schema>>) => Schema;
  readonly createOf: (shape: Schema, shapes?: Readonly<Record<string, Schema>>) => Schema;
  readonly collectionOf: (shape: Schema) => Schema;
  readonly deltaOf: (shape: Schema) => Schema;
}

function partsOf({ generated }: World): Parts {
  return generated.root() as unknown as Parts; // every output exports them
}

const types = ({ generated: { model } }: World): readonly StructuredType[] => model.structuredTypes;
const entities = (world: World): readonly StructuredType[] => types(world).filter(({ kind }) => kind === "EntityType");

/** Some names of members that a body may have. */
function drawNames(type: StructuredType, mode: Mode, draw: Draw, world: World): readonly string[] {
  const members = allMembers(type, world.generated.model);
  const possible = members.filter((member) => world.interpreter.presence(member, type, mode) !== "refused");
  const names = possible.map(({ name }) => name as string);
  return names.filter(() => draw.once(2)).slice(0, 5);
}

/** A body with a few changes, judged by a reading, and checked by a schema that is made for it. */
function drawCase(
  world: World,
  draw: Draw,
  type: StructuredType,
  reading: Reading,
  made: (own: Schema) => Schema,
): Case {
  const { mode, derived } = reading;
  const body = new Values(draw, world.interpreter, 3).body(type, mode, derived);
  const value = damaged(world, draw, 2)(body);
  return {
    schema: made(schemaOf(world, type, mode, derived)),
    value,
    faults: world.interpreter.body(value, type.name, reading),
    about: `${mode} ${type.name} ${JSON.stringify(reading.only ?? "")}`,
  };
}

function hasDerivedSchema({ generated }: World, type: StructuredType, mode: Mode): boolean {
  return generated.schema(type.name, schemaName(generated, type, mode, true)) !== undefined;
}

describe("validators and the interpreter agree:", () => {
  law("a part has the members that it is of, each of them", types, (type, draw, world) => {
    const mode = draw.pick(modesOf(type));
    const only = drawNames(type, mode, draw, world);
    const reading = { mode, derived: false, only };
    const one = drawCase(world, draw, type, reading, (own) => partsOf(world).pick(own, only));
    // Bodies have all that is picked more often than not.
    const full = only.reduce<unknown>((body, name) => {
      const given: unknown = Object.entries(Object(body)).find(([other]) => other === name)?.[1];
      return given !== undefined || draw.once(4) ? body : withMember(body, name, null);
    }, one.value);
    const kept = Object.fromEntries(
      Object.entries(Object(full)).filter(([name]) => mode === "read" || only.includes(name) || draw.once(8)),
    );
    return { ...one, value: kept, faults: world.interpreter.body(kept, type.name, reading) };
  });

  law("a partial body needs nothing, and what is within it is whole", types, (type, draw, world) =>
    drawCase(world, draw, type, { mode: draw.pick(modesOf(type)), derived: false, partial: true }, (own) =>
      partsOf(world).partial(own),
    ),
  );

  law("related entities are checked where they are asked for", entities, (type, draw, world) => {
    const { model } = world.generated;
    const navigation = allMembers(type, model).filter((member) => member.kind === "NavigationProperty");
    const wanted = navigation.flatMap(({ name, type: ref }) => {
      const target = ref && model.type(ref.type);
      if (target === undefined || !isStructured(target) || draw.once(3)) return [];
      const derived = hasDerivedSchema(world, target, "read") && draw.once(2);
      return [{ name, target, derived }];
    });
    const schemas = wanted.map(
      ({ name, target, derived }) => [name, schemaOf(world, target, "read", derived)] as const,
    );
    const related = Object.fromEntries(
      wanted.map(({ name, target, derived }) => [
        name,
        { type: target.name, reading: { mode: "read", derived } as const },
      ]),
    );
    return drawCase(world, draw, type, { mode: "read", derived: false, related }, (own) =>
      partsOf(world).withNavigation(own, Object.fromEntries(schemas)),
    );
  });

  law("a new entity can be created with some of those that it is related to", entities, (type, draw, world) => {
    const { model } = world.generated;
    const parts = partsOf(world);
    const wanted = allMembers(type, model).flatMap((member) => {
      const target = member.kind === "NavigationProperty" && member.type && model.type(member.type.type);
      if (!target || !isStructured(target) || draw.once(2)) return [];
      return world.interpreter.presence(member, type, "create") === "refused" ? [] : [{ name: member.name, target }];
    });
    const alone = { mode: "create", derived: false, alone: true } as const;
    const related = Object.fromEntries(wanted.map(({ name, target }) => [name, { type: target.name, reading: alone }]));
    const shapes = wanted.map(({ name, target }) => [name, parts.createOf(schemaOf(world, target, "read"))] as const);
    const value = damaged(world, draw, 1)(new Values(draw, world.interpreter, 1).body(type, "create", false));
    return {
      schema: parts.createOf(schemaOf(world, type, "read"), Object.fromEntries(shapes)),
      value,
      faults: world.interpreter.body(value, type.name, { ...alone, related }),
      about: `create ${type.name} with ${wanted.map(({ name }) => name).join(", ")}`,
    };
  });

  law("a page can be made of any type", types, (type, draw, world) => {
    const derived = hasDerivedSchema(world, type, "read") && draw.once(2);
    const values = new Values(draw, world.interpreter, 3);
    const value = damaged(world, draw, 2)(values.page(() => values.body(type, "read", derived)));
    return {
      schema: partsOf(world).collectionOf(schemaOf(world, type, "read", derived)),
      value,
      faults: world.interpreter.page(value, type.name, { mode: "read", derived }),
      about: `a page of ${type.name}`,
    };
  });

  law("a page of changes has items in part, and those that are removed", entities, (type, draw, world) => {
    const values = new Values(draw, world.interpreter, 3);
    const item = () =>
      draw.once(3)
        ? draw.pick<unknown>([
            { "@removed": { reason: "deleted" }, id: "1" },
            { "@removed": { reason: "changed" }, "@odata.id": "x(1)" },
            { "@removed": 5, id: "1" },
            { "@removed": { reason: 5 } },
          ])
        : damaged(world, draw, 1)(values.body(type, "read", false));
    const page = values.page(item);
    const value = draw.once(3) ? withMember(page, "@odata.deltaLink", draw.pick(["x?$deltatoken=1", 5])) : page;
    return {
      schema: partsOf(world).deltaOf(schemaOf(world, type, "read")),
      value,
      faults: world.interpreter.changes(value, type.name),
      about: `changes of ${type.name}`,
    };
  });
});
