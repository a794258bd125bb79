import { describe } from "vitest";
import { annotations } from "./drawing/damage.js";
import { bodyCase, modesOf, withMember } from "./support/bodies.js";
import { law, memberships } from "./support/law.js";

describe("validators and the interpreter agree:", () => {
  law("control information has the kind of value that it is of", memberships, ({ type, member }, draw, world) =>
    bodyCase(world, draw, { type, mode: draw.pick(modesOf(type)), rarity: 6 }, (body) => {
      const [name, values] = draw.pick(annotations);
      const property = draw.once(3) ? member.name : "";
      return withMember(body, `${property}@${draw.once(3) ? "" : "odata."}${name}`, draw.pick(values));
    }),
  );
});
