import { describe } from "vitest";
import type { EnumType, Operation, StructuredType } from "../../src/edm/elements.js";
import { parametersOf } from "../../src/edm/model.js";
import type { OperationRole } from "../../src/naming/roles.js";
import { oddities } from "./drawing/literals.js";
import { Values } from "./drawing/values.js";
import { damaged } from "./support/bodies.js";
import type { Schema } from "./support/generated.js";
import { law } from "./support/law.js";
import type { World } from "./support/worlds.js";

function operationSchema({ generated }: World, operation: Operation, role: OperationRole): Schema | undefined {
  return generated.schema(operation, generated.names.operation(operation, role));
}

interface Call {
  readonly operation: Operation;
  readonly schema: Schema;
}

/** Operations that have a schema for their parameters or result. */
function calls(world: World, role: OperationRole, has: (operation: Operation) => boolean): readonly Call[] {
  return world.generated.model.operations.filter(has).flatMap((operation) => {
    const schema = operationSchema(world, operation, role);
    return schema === undefined ? [] : [{ operation, schema }];
  });
}

function withParameters(world: World): readonly Call[] {
  return calls(world, "parametersSchema", (one) => one.kind === "Action" && parametersOf(one).length > 0);
}

function withCollections(world: World): readonly Call[] {
  return calls(world, "resultSchema", ({ returnType }) => returnType?.collection === true);
}

interface Pages {
  readonly type: StructuredType;
  readonly schema: Schema;
}

function pages({ generated }: World): readonly Pages[] {
  return generated.model.structuredTypes.flatMap((type) => {
    const name = generated.names.role(type.name, "schema").replace(/Schema(?=_*$)/, "CollectionResponseSchema");
    const schema = generated.schema(type.name, name);
    return schema === undefined ? [] : [{ type, schema }];
  });
}

const enums = ({ generated: { model } }: World): readonly EnumType[] =>
  model.elements.filter((element) => element.kind === "EnumType");

describe("validators and the interpreter agree:", () => {
  law("an action is given the parameters that it has", withParameters, ({ operation, schema }, draw, world) => {
    const value = damaged(world, draw, 2)(new Values(draw, world.interpreter).parameters(operation));
    return { schema, value, faults: world.interpreter.parameters(value, operation), about: operation.name };
  });

  law(
    "an operation that returns a collection returns a page of it",
    withCollections,
    ({ operation, schema }, draw, world) => {
      const { returnType } = operation;
      if (returnType === undefined) throw new RangeError(`${operation.name} returns nothing`);
      const values = new Values(draw, world.interpreter, 3);
      const value = damaged(
        world,
        draw,
        2,
      )(values.page(() => values.value({ ...returnType, collection: false }, "read")));
      return { schema, value, faults: world.interpreter.result(value, returnType), about: operation.name };
    },
  );

  law("a page has entities of the type of its collection", pages, ({ type, schema }, draw, world) => {
    const values = new Values(draw, world.interpreter, 3);
    const value = damaged(world, draw, 2)(values.page(() => values.body(type, "read", false)));
    const faults = world.interpreter.page(value, type.name, { mode: "read", derived: false });
    return { schema, value, faults, about: `a page of ${type.name}` };
  });

  law("an enumeration has the members that it declares", enums, (type, draw, { generated, interpreter }) => {
    const names = [...type.members.map(({ name }) => name as string), "x"];
    const some = Array.from({ length: 1 + draw.count(2) }, () => draw.pick(names));
    const value = draw.once(5) ? draw.pick(oddities) : some.slice(0, draw.once(2) ? 1 : 3).join(",");
    const schema = generated.schema(type.name, generated.names.role(type.name, "schema"));
    if (schema === undefined) throw new RangeError(`${type.name} has no schema`);
    return { schema, value, faults: interpreter.member(value, type), about: type.name };
  });
});
