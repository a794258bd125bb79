import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageData } from "../../../src/explore/file/page-file.js";
import { openModel } from "../../../src/explorer/model/model.js";
import { structuredType } from "../../../src/explorer/model/types.js";
import { relationsLayout } from "../../../src/explorer/picture/relations-layout.js";
import { type Relations, relationsOf } from "../../../src/explorer/picture/relations.js";
import { layoutText, overlaps, tooLarge } from "./layout-laws.js";
import { mail } from "./small-data.js";

function relations(name: string): Relations {
  openModel(pageData(mail));
  const type = structuredType(name);
  if (type === undefined) throw new Error(name);
  return relationsOf(type);
}

const name = fc.string({ minLength: 1, maxLength: 50 });
const relation = fc.record({
  name,
  kind: fc.constantFrom("contained", "reference", "value"),
  members: fc.array(name, { minLength: 1, maxLength: 4 }),
});
const anyRelations: fc.Arbitrary<Relations> = fc.record({
  type: name,
  bases: fc.array(name, { maxLength: 5 }),
  derived: fc.array(name, { maxLength: 20 }),
  uses: fc.array(relation, { maxLength: 30 }),
  usedBy: fc.array(relation, { maxLength: 30 }),
  itself: fc.array(relation, { maxLength: 1 }),
});

describe("the relations of a type", () => {
  it("has one relation for each type, containment first, and itself apart", () => {
    expect(relations("ns.Folder")).toEqual({
      type: "ns.Folder",
      bases: ["ns.Entity"],
      derived: [],
      uses: [{ name: "ns.Message", kind: "contained", members: ["messages[]"] }],
      usedBy: [{ name: "ns.User", kind: "contained", members: ["inbox"] }],
      itself: [{ name: "ns.Folder", kind: "contained", members: ["childFolders[]"] }],
    });
    expect(relations("ns.Message").uses).toEqual([
      { name: "ns.User", kind: "reference", members: ["sender", "replyTo[]"] },
    ]);
  });

  it("is a picture of three columns", () => {
    const layout = relationsLayout(relations("ns.Folder"), (text) => text.replace("ns.", ""));
    expect(layoutText(layout)).toMatchInlineSnapshot(`
      "-201,-44 488 × 69
      0,-12 138 × 24 Folder
      0,-44 138 × 24 Entity
      -201,-12 68 × 24 Message
      241,-12 46 × 24 User
      28,14 childFolders[]
      -125,-13 messages[]
      202,-13 inbox
      base M20 -12V-20
      contained M118 12v8a4 4 0 0 0 8 0v-8
      contained M0 0C-28 0 -28 0 -56 0H-133
      contained M241 0H194C166 0 166 0 138 0"
    `);
  });

  it("shows fourteen types a side, the last of which is the number of the others", () => {
    const uses = Array.from({ length: 40 }, (_, at) => ({ name: `T${at}`, kind: "value", members: ["m"] }) as const);
    const { boxes } = relationsLayout({ ...relations("ns.Note"), bases: [], uses }, (text) => text);
    expect(boxes.length).toBe(15);
    expect(boxes.at(-1)).toMatchObject({ lines: ["and 27 more"], list: "uses" });
  });

  it("is a picture whose texts fit, and lie on nothing else, for all names and numbers", () => {
    fc.assert(
      fc.property(anyRelations, (any) => {
        const layout = relationsLayout(any, (text) => text);
        expect(overlaps(layout)).toEqual([]);
        expect(tooLarge(layout)).toEqual([]);
      }),
    );
  });
});
