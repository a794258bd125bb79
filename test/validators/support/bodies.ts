/** Bodies of structured types, and the schemas that check them. */
import type { StructuredType } from "../../../src/edm/elements.js";
import type { Draw } from "../../laws/draw.js";
import { Damage } from "../drawing/damage.js";
import { Values } from "../drawing/values.js";
import type { Mode } from "../interpreter/members.js";
import type { Schema } from "./generated.js";
import type { Case } from "./law.js";
import type { World } from "./worlds.js";

const roles = { read: "schema", create: "createSchema", update: "updateSchema" } as const;

/** Complex types have no bodies of their own: they are only read by themselves. */
export function modesOf({ kind }: StructuredType): readonly Mode[] {
  return kind === "EntityType" ? ["read", "create", "update"] : ["read"];
}

export function schemaName({ names }: World["generated"], type: StructuredType, mode: Mode, derived = false): string {
  const name: string = names.role(type.name, roles[mode]);
  return derived ? name.replace(/Schema(?=_*$)/, "OrDerivedSchema") : name;
}

export function schemaOf({ generated }: World, type: StructuredType, mode: Mode, derived = false): Schema {
  const name = schemaName(generated, type, mode, derived);
  const schema = generated.schema(type.name, name);
  if (schema === undefined) throw new RangeError(`${name} is not generated`);
  return schema;
}

interface BodyRequest {
  readonly type: StructuredType;
  readonly mode: Mode;
  readonly derived?: boolean;
  /** How rare members are that may be left out. */
  readonly rarity?: number;
}

/** A body that is valid but for `changes`, which are drawn. */
export function bodyCase(
  world: World,
  draw: Draw,
  { type, mode, derived = false, rarity = 2 }: BodyRequest,
  changed: (body: unknown) => unknown = (body) => body,
): Case {
  const value = changed(new Values(draw, world.interpreter, rarity).body(type, mode, derived));
  return {
    schema: schemaOf(world, type, mode, derived),
    value,
    faults: world.interpreter.body(value, type.name, { mode, derived }),
    about: `${mode} ${type.name}${derived ? " or derived" : ""}`,
  };
}

/** The same body with another value of a member. */
export function withMember(body: unknown, name: string, value: unknown): unknown {
  const entries = Object.entries(typeof body === "object" && body !== null ? body : {});
  const others = entries.filter(([other]) => other !== name);
  return Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
}

export function damaged(world: World, draw: Draw, most: number): (body: unknown) => unknown {
  return (body) => new Damage(draw, world.generated.model).some(body, most);
}
