import { describe } from "vitest";
import { edmTypeOf, type EdmTypeName } from "../../src/edm/primitive-types.js";
import type { Draw } from "../laws/draw.js";
import { oddities } from "./drawing/literals.js";
import { samplesOf } from "./drawing/values.js";
import { underlying } from "./interpreter/members.js";
import { bodyCase, modesOf, withMember } from "./support/bodies.js";
import { law, memberships, type Membership } from "./support/law.js";
import type { World } from "./support/worlds.js";

/** Members of some primitive types, or of a type definition that stands for one of them. */
function ofTypes(...names: readonly EdmTypeName[]) {
  return (world: World): readonly Membership[] =>
    memberships(world).filter(({ member }) => names.includes(primitiveOf(member, world) ?? "Untyped"));
}

function primitiveOf({ type }: Membership["member"], { generated: { model } }: World): EdmTypeName | undefined {
  return type && edmTypeOf(underlying(type.type, model) as typeof type.type); // a name of the model again
}

/** A body in which one member has any of the values that lie at the borders of its type. */
function drawCase({ type, member }: Membership, draw: Draw, world: World) {
  const samples = samplesOf(primitiveOf(member, world) ?? "Untyped");
  const one = () => draw.pick(draw.once(8) ? oddities : samples);
  const value = member.type?.collection === true && !draw.once(12) ? draw.list(3, one) : one();
  const mode = draw.pick(modesOf(type));
  return bodyCase(world, draw, { type, mode, rarity: 12 }, (body) => withMember(body, member.name, value));
}

describe("validators and the interpreter agree:", () => {
  law(
    "integers are whole numbers within the range of their type",
    ofTypes("Byte", "SByte", "Int16", "Int32"),
    drawCase,
  );
  law("integers of 64 bits are numbers that JSON keeps, or text", ofTypes("Int64"), drawCase);
  law("decimals are numbers or text, with as many digits as Precision and Scale allow", ofTypes("Decimal"), drawCase);
  law("floating-point numbers are finite, or one of three names", ofTypes("Double", "Single"), drawCase);
  law("true and false are no text", ofTypes("Boolean"), drawCase);
  law("text has at most MaxLength characters, those of ASCII where Unicode is false", ofTypes("String"), drawCase);
  law("GUIDs have their form", ofTypes("Guid"), drawCase);
  law("binary values are base64url or base64 of at most MaxLength octets", ofTypes("Binary"), drawCase);
  law("dates exist", ofTypes("Date"), drawCase);
  law(
    "times have their form, and at most Precision digits of a second",
    ofTypes("TimeOfDay", "DateTimeOffset"),
    drawCase,
  );
  law("durations have their form, and at most Precision digits of a second", ofTypes("Duration"), drawCase);
  law(
    "geometries have the coordinates of their type",
    ofTypes(
      "Geography",
      "GeographyPoint",
      "GeographyPolygon",
      "GeographyMultiPolygon",
      "GeometryLineString",
      "GeometryMultiPoint",
      "GeometryMultiLineString",
      "GeometryCollection",
    ),
    drawCase,
  );
  law(
    "values of unknown types are anything, those of primitive ones no objects",
    ofTypes("Untyped", "PrimitiveType", "Stream"),
    drawCase,
  );
});
