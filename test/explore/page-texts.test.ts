import { expect, it } from "vitest";
import type { ModelData } from "../../src/explore/data/format.js";
import { pageNamespaces, pageTexts } from "../../src/explore/file/page-texts.js";
import { smallModel } from "../explorer/search/small-model.js";
import { mail } from "../explorer/types/small-data.js";

it("the page says what there is of a service", () => {
  expect(pageTexts(mail).counts).toBe("6 types · 8 members · 2 operations · 1 entry point");
  expect(pageTexts(smallModel)).toMatchObject({
    counts: "5 types · 9 members · 1 operation · 1 entry point · 1 documented request",
    changes: {
      verdict: "Something that worked does not: a major step.",
      counts: "there are 1 breaking changes and 1 others.",
    },
  });
});

it("names of sources are shown without the folder of all", () => {
  const folderOf = (...names: readonly string[]) =>
    pageTexts({ ...mail, sources: names.map((name) => ({ name })) }).folder;
  expect(folderOf("docs/pages/user.md", "docs/csdl.xml")).toBe("docs/");
  expect(folderOf("docs/a.md", "documents/b.md")).toBe("");
  expect(folderOf()).toBe("");
  expect(pageTexts(mail).authorities).toMatchObject({ csdl: "CSDL", resourceList: "resource page, inline list" });
});

it("a large namespace has the numbers of what it has", () => {
  const [type] = mail.types;
  const types = Array.from({ length: 201 }, (_, at) => ({ ...type, name: `ns.T${at}` })) as ModelData["types"];
  expect(pageNamespaces(mail)).toEqual(mail.namespaces);
  expect(pageNamespaces({ ...mail, types })).toEqual([{ name: "ns", counts: "201 entity types, 2 operations" }]);
});
