/** Elements by the names that people write. */
import { describe, expect, it } from "vitest";
import { allPaths, dottedParts, findElements, partPaths } from "../../src/edm/find-element.js";
import { modelOf } from "../support/model.js";

const schema = (namespace: string, alias: string, inside: string) =>
  `<Schema Namespace="${namespace}"${alias === "" ? "" : ` Alias="${alias}"`} xmlns="http://docs.oasis-open.org/odata/ns/edm">${inside}</Schema>`;

const { model } = modelOf({
  "a.xml": `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>${
    schema(
      "a.b",
      "self",
      `<EntityType Name="base"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/></EntityType>
<EntityType Name="user" BaseType="a.b.base"><Property Name="name" Type="Edm.String"/><NavigationProperty Name="manager" Type="a.b.user"/></EntityType>
<EnumType Name="mode"><Member Name="on"/></EnumType>
<Action Name="send"><Parameter Name="text" Type="Edm.String"/></Action>
<Function Name="find"><Parameter Name="text" Type="Edm.String"/><ReturnType Type="Edm.Int32"/></Function>
<Function Name="find"><ReturnType Type="Edm.Int32"/></Function>
<EntityContainer Name="Service"><EntitySet Name="users" EntityType="a.b.user"/></EntityContainer>`,
    ) + schema("a", "", `<ComplexType Name="user"><Property Name="name" Type="Edm.String"/></ComplexType>`)
  }</edmx:DataServices></edmx:Edmx>`,
});

describe("a name", () => {
  it.each<[name: string, paths: readonly string[]]>([
    ["a.b.user", ["a.b.user"]],
    ["self.user", ["a.b.user"]],
    ["user", ["a.user", "a.b.user"]],
    ["mode", ["a.b.mode"]],
    ["a.b.find", ["a.b.find", "a.b.find"]],
    ["User", []],
    ["b.user", []],
    ["a.b.user/name", ["a.b.user/name"]],
    ["a.b.user/id", ["a.b.base/id"]],
    ["user/name", ["a.user/name", "a.b.user/name"]],
    ["self.user/manager", ["a.b.user/manager"]],
    ["a.b.user/none", []],
    ["a.b.user/name/more", []],
    ["a.b.user.name", ["a.b.user/name"]],
    ["a.b.user.id", ["a.b.base/id"]],
    ["self.mode.on", ["a.b.mode/on"]],
    ["manager", ["a.b.user/manager"]],
    ["id", ["a.b.base/id"]],
    ["text", ["a.b.send/text", "a.b.find/text"]],
    ["users", ["a.b.Service/users"]],
    ["Service/users", ["a.b.Service/users"]],
    ["nothing", []],
    ["nothing.at.all", []],
  ])("%s", (name, paths) => {
    expect(
      findElements(name, model)
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(paths.toSorted());
  });

  it("has the part beside its element", () => {
    const [found] = findElements("a.b.user/id", model);
    expect([found?.element.name, found?.part?.name]).toEqual(["a.b.base", "id"]);
    expect(findElements("a.b.user", model)[0]).not.toHaveProperty("part");
  });
});

it("parts with a dot stand behind each element that the name begins with", () => {
  expect(dottedParts("a.b.user.name", model).map(({ owner, part }) => [owner, part])).toEqual([["a.b.user", "name"]]);
  expect(dottedParts("user.name.x", model).map(({ owner, part }) => [owner, part])).toEqual([["user", "name.x"]]);
  expect(dottedParts(".name", model)).toEqual([]);
});

it("all paths are those of elements, then those of their parts", () => {
  const paths = allPaths(model);
  expect(paths.slice(0, 3)).toEqual(["a.user", "a.b.mode", "a.b.base"]);
  expect(paths).toContain("a.b.Service/users");
  expect(paths).toContain("a.b.find/text");
  expect(partPaths("a.b.user", model)).toEqual(["a.b.user/name", "a.b.user/manager", "a.b.base/id"]);
});
