import { describe, expect, it } from "vitest";
import { pictureData } from "../../../src/explore/data/picture/picture-data.js";
import { smallPicture } from "../../../src/explore/data/picture/small-picture.js";
import { wholeLayout } from "../../../src/explore/data/picture/whole-layout.js";
import { layoutText, overlaps, tooLarge } from "../../explorer/types/layout-laws.js";
import { dataOf, mail, structured } from "../../explorer/types/small-data.js";

const short = (name: string) => name.replace("ns.", "");

describe("the picture of the whole", () => {
  it("places types and labels beside each other, and what refers to itself in its box", () => {
    const layout = wholeLayout(pictureData(mail), short);
    expect(overlaps(layout)).toEqual([]);
    expect(tooLarge(layout)).toEqual([]);
    expect(layoutText({ ...layout, lines: [] })).toMatchInlineSnapshot(`
      "0,0 620 × 90
      560,66 60 × 24 Entity
      418,17 114 × 38 Folder / ↻ childFolders[]
      74,40 68 × 24 Message
      0,40 46 × 24 Note
      294,57 46 × 24 User
      286.5,21 messages[]
      160,64 sender, replyTo[]
      369.5,47 inbox
      193.5,2 sent[]"
    `);
  });

  it("is the same each time", () => {
    expect(pictureData(mail)).toEqual(pictureData(mail));
  });

  it("has a line for each relation of two types, and room for types without any", () => {
    const data = dataOf({ types: [...mail.types, structured("Alone", [])] });
    const { edges, nodes } = pictureData(data);
    expect(edges.map(({ from, kind, to, label }) => `${short(from)} ${kind} ${short(to)} ${label}`)).toEqual([
      "Folder base Entity ",
      "Folder contained Folder childFolders[]",
      "Folder contained Message messages[]",
      "Message base Entity ",
      "Message reference User sender, replyTo[]",
      "Note base Message ",
      "User base Entity ",
      "User contained Folder inbox",
      "User reference Message sent[]",
    ]);
    expect(nodes.length).toBe(6);
    expect(overlaps(wholeLayout(pictureData(data), short))).toEqual([]);
  });

  it("there is none of more than forty types, nor of one", async () => {
    const types = Array.from({ length: 41 }, (_, at) => structured(`T${at}`, []));
    expect(await smallPicture(dataOf({ types }))).toBeUndefined();
    expect((await smallPicture(dataOf({ types: types.slice(1) })))?.nodes.length).toBe(40);
    expect(await smallPicture(dataOf({ types: types.slice(40) }))).toBeUndefined();
  });
});
