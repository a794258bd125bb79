import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ModelData } from "../../src/explore/data/format.js";
import { convert } from "../../src/convert.js";
import { memoryIo } from "../../src/memory/memory-io.js";
import { lampCsdl, lampFiles } from "../cli/lamp-inputs.js";
import { exploredTexts, looseEnds, saidIn } from "./explored.js";

const people = readFileSync(new URL("inputs/people.xml", import.meta.url), "utf8");

describe("the data of a model", () => {
  it("is what the golden file has, for a service in CSDL with pages", async () => {
    const data = await exploredTexts({ ...lampFiles, "people.xml": people });
    await expect(`${JSON.stringify(data, undefined, 2)}\n`).toMatchFileSnapshot("lamps.json");
    expect(looseEnds(data)).toEqual([]);
  });

  it("is the same for another order of the inputs", async () => {
    const inputs = Object.keys(lampFiles);
    const data = await exploredTexts(lampFiles);
    expect(await exploredTexts(lampFiles, {}, inputs.toReversed())).toEqual(data);
  });

  it("is the same for CSDL in XML and in JSON, but for its lines", async () => {
    const io = memoryIo({ "people.xml": people });
    const { text = "" } = await convert({ inputs: ["people.xml"], to: "csdl-json" }, io);
    const json = await exploredTexts({ "people.json": text }, { without: ["provenance"] });
    expect(json).toEqual(await exploredTexts({ "people.xml": people }, { without: ["provenance"] }));
  });

  it.each<[part: "provenance" | "docs" | "requests" | "audit", lacks: (data: ModelData) => unknown]>([
    ["provenance", (data) => [saidIn(data), data.sources ?? []]],
    ["docs", (data) => [data.types.filter(({ description }) => description !== undefined), []]],
    ["requests", ({ requests }) => [requests, []]],
    ["audit", ({ findings = [] }) => [findings, []]],
  ])("is without %s where that is left out", async (part, lacks) => {
    const files = { ...lampFiles, "people.xml": people };
    expect(lacks(await exploredTexts(files))).not.toEqual([[], []]);
    expect(lacks(await exploredTexts(files, { without: [part] }))).toEqual([[], []]);
  });

  it("has the names that rules give", async () => {
    const { types } = await exploredTexts({ "a.xml": lampCsdl }, { names: { "contoso.home.lamp": "Light" } });
    const lamp = types.find(({ name }) => name === "contoso.home.lamp");
    expect(lamp).toMatchObject({ read: "Light", create: "LightCreate", schema: "lightSchema" });
  });

  it("has the types that patterns only lead through, with their keys and these paths", async () => {
    const key = '<Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32"/>';
    const shop = `<Schema Namespace="shop">
      <EntityType Name="Customer">${key}<Property Name="name" Type="Edm.String"/>
        <NavigationProperty Name="orders" Type="Collection(shop.Order)"/><NavigationProperty Name="self" Type="shop.Customer"/>
      </EntityType>
      <EntityType Name="Order">${key}</EntityType>
      <EntityContainer Name="C"><EntitySet Name="customers" EntityType="shop.Customer"/></EntityContainer></Schema>`;
    const { types } = await exploredTexts({ "shop.xml": shop }, { include: ["/customers/{id}/orders"] });
    expect(types.map(({ name, ...type }) => [name, "passed" in type, type.read])).toEqual([
      ["shop.Customer", true, "CustomerEntity"],
      ["shop.Order", false, "Order"],
    ]);
    expect(types[0]).toMatchObject({ key: ["id"], members: [{ name: "id" }, { name: "orders" }] });
  });

  it("has what patterns select", async () => {
    const { types, children } = await exploredTexts({ "people.xml": people }, { include: ["demo.Address"] });
    expect(types.map(({ name }) => name)).toEqual(["demo.Address"]);
    expect(children).toEqual([]);
  });
});
