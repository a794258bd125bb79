import { describe, expect, it } from "vitest";
import { filterMatches, pageOf, parseQuery, project, searchMatches } from "../../../../src/runtime/mock/query/index.js";
import type { Entity } from "../../../../src/runtime/mock/query/index.js";
import { faultOf, shopContext } from "./shop-service.js";

const type = { type: "shop.Order", collection: true };
const order: Entity = {
  "@odata.etag": 'W/"1"',
  id: "o1",
  title: "Pens",
  number: 1,
  "number@ns.Unit": "kg",
  address: { street: "Main", city: { name: "Bonn" }, country: { id: 9, name: "Germany" } },
  lines: [{ text: "b" }, { text: "a" }, { text: "ab" }],
  tags: ["x"],
  customer: { "@odata.type": "#shop.Company", id: "c1", name: "Ann", size: 3 },
  items: [
    { id: 1, name: "pen", amount: 2, parts: [{ id: 1, name: "ink" }] },
    { id: 2, name: "cap", amount: 7, parts: [] },
    { id: 3, name: "nib", amount: 7, parts: [] },
  ],
};

function projected(query: string, entity = order): Entity {
  return project(entity, parseQuery(query, type, shopContext), type, shopContext);
}

describe("what is selected and expanded", () => {
  it("is all structural properties, without navigation, by default", () => {
    const { customer: _, items: __, ...structural } = order;
    expect(projected("")).toEqual(structural);
    expect(projected("$select=*")).toEqual(structural);
  });

  const kept = { "@odata.etag": 'W/"1"', id: "o1" };
  it.each<[string, Entity]>([
    ["$select=title", { title: "Pens" }],
    ["$select=number,customer,shop.late,shop.*", { number: 1, "number@ns.Unit": "kg" }],
    ["$select=address/street", { address: { street: "Main" } }],
    ["$select=address/city/name,tags", { address: { city: { name: "Bonn" } }, tags: ["x"] }],
    ["$select=address($select=street)", { address: { street: "Main" } }],
    ["$select=lines($filter=contains(text,'a');$orderby=text desc;$top=1)", { lines: [{ text: "ab" }] }],
    ["$select=lines/text", { lines: [{ text: "b" }, { text: "a" }, { text: "ab" }] }],
    ["$select=shop.BigOrder/rebate", {}],
    ["$select=id&$expand=customer", { customer: { "@odata.type": "#shop.Company", id: "c1", name: "Ann", size: 3 } }],
    ["select=id&expand=customer(select=name)", { customer: { "@odata.type": "#shop.Company", id: "c1", name: "Ann" } }],
    [
      "$select=id&$expand=customer/shop.Company($select=size)",
      { customer: { "@odata.type": "#shop.Company", id: "c1", size: 3 } },
    ],
    [
      "$select=id&$expand=items($select=name;$filter=amount gt 2;$orderby=name;$top=1;$count=true)",
      { "items@odata.count": 2, items: [{ id: 2, name: "cap" }] },
    ],
    [
      "$select=id&$expand=items($select=id;$filter=id eq $it/number;$expand=parts($select=name))",
      { items: [{ id: 1, parts: [{ id: 1, name: "ink" }] }] },
    ],
    ["$select=id&$expand=items($select=id;$search=nib)", { items: [{ id: 3 }] }],
    ["$select=id&$expand=items($select=id;$skip=1;$top=1)", { items: [{ id: 2 }] }],
    ["$select=id&$expand=items/$count($filter=amount eq 7)", { "items@odata.count": 2 }],
    [
      "$select=address/street&$expand=address/country",
      { address: { street: "Main", country: { id: 9, name: "Germany" } } },
    ],
  ])("is what %s says", (query, expected) => {
    expect(projected(query)).toEqual({ ...kept, ...expected });
  });

  it("is references with /$ref, by the addresses that the context gives", () => {
    const context = { ...shopContext, idOf: (entity: Entity) => `customers(${String(entity["id"])})` };
    const query = parseQuery("$select=id&$expand=customer/$ref", type, context);
    expect(project(order, query, type, context)).toEqual({ ...kept, customer: { "@odata.id": "customers(c1)" } });
  });

  it("is null, or nothing, where nothing is related", () => {
    expect(projected("$expand=*", { id: "o2", address: null })).toEqual({
      id: "o2",
      address: null,
      customer: null,
      items: null,
    });
    expect(projected("$expand=address/country", { id: "o2", address: null })).toEqual({ id: "o2", address: null });
  });

  it("goes down as far as $levels says", () => {
    const boss = (level: number): Entity => ({
      id: String(level),
      ...(level < 9 && { orders: [{ id: `o${level}`, customer: boss(level + 1) }] }),
    });
    const depth = (levels: string): number => {
      const query = parseQuery(
        `$expand=customer($expand=orders($expand=customer($levels=${levels})))`,
        type,
        shopContext,
      );
      return JSON.stringify(project({ id: "o", customer: boss(0) }, query, type, shopContext)).split('"id"').length;
    };
    // A customer has no property `customer` to go on with.
    expect([depth("1"), depth("max")]).toEqual([5, 5]);
  });

  it("never changes what is stored", () => {
    const before = structuredClone(order);
    projected("$select=address/street&$expand=address/country,items($select=id)");
    expect(order).toEqual(before);
  });

  it.each([
    ["$select=titel", "titel is no property of shop.Order; the nearest is title."],
    ["$select=address/stret", "stret is no property of shop.Address; the nearest is street."],
    ["$expand=title", "title is no navigation property."],
    ["$expand=itmes", "itmes is no navigation property of shop.Order; the nearest is items."],
    ["$expand=items($select=nam)", "nam is no property of shop.Item; the nearest is name."],
    ["$expand=items($levls=1)", "levls is no query option here."],
    ["$expand=items($top=x)", 'A number is expected at position 11 ("x)").'],
    ["$expand=customer($filter=name eq 'a')", "$filter is for collections."],
    ["$expand=items/$ref($select=id)", "$ref does not have such options at position 22."],
    ["$top=5&$top=6", "$top stands twice."],
    ["$fliter=paid", "$fliter is no system query option; the nearest is $filter."],
    ["$count=yes", 'true or false is expected at position 0 ("yes").'],
  ])("is refused for %s", (query, message) => {
    expect(faultOf(query)).toBe(`400 ${message}`);
  });
});

describe("the items of a collection", () => {
  const query = (text: string) => parseQuery(text, type, shopContext);
  const orders = [3, 1, 2].map((number) => ({ id: `${number}`, number, title: number === 2 ? null : `t${number}` }));

  it.each([
    ["$orderby=number", "1 2 3", 3],
    ["$orderby=number desc&$top=1&$skip=1", "2", 3],
    ["$orderby=title", "2 1 3", 3],
    ["$orderby=title desc,number", "3 1 2", 3],
    ["$filter=number gt 1&$orderby=number", "2 3", 2],
    ["$search=T1", "1", 1],
    ["$top=0", "", 3],
  ])("%s", (text, expected, count) => {
    const page = pageOf(orders, query(text), shopContext);
    expect(page.items.map((one) => (one as Entity)["id"]).join(" ")).toBe(expected);
    expect(page.count).toBe(count);
  });

  it.each([
    ["pen", true],
    ["pe", true],
    ["bonn", true],
    ["x zz", false],
    ["PENS AND bonn", true],
    ["zz OR pens", true],
    ["NOT zz", true],
    ["NOT (pens OR zz)", false],
    ['"main"', true],
    ['"title:pen"', true],
    ['"title:bonn"', false],
    ["AND", false],
  ])("$search=%s: %s", (text, expected) => {
    const { search } = query(`$search=${text}`);
    expect(search && searchMatches(search, order)).toBe(expected);
  });

  it("have plus signs for spaces, and percent-encoding once", () => {
    const { filter } = query("?$filter=title+eq+%27a%2527+b%2Bc%27+and+created+ge+2020-01-01T00:00:00+01:00");
    const entity = { title: "a%27 b+c", created: "2019-12-31T23:00:00Z" };
    expect(filter && filterMatches(filter, entity, shopContext)).toBe(true);
  });

  it("have aliases, options of the service, tokens and the paths that they read", () => {
    const parsed = query(
      "$filter=number in @n and address/city/name eq @x&@n=[1,2]&a=b%20c&$skiptoken=s&$count=true&$format=json",
    );
    const { filter, ...rest } = parsed;
    expect(filter && filterMatches(filter, { number: 2, address: null }, shopContext)).toBe(true);
    expect(filter?.paths).toEqual(["number", "address/city/name"]);
    expect(rest).toEqual({
      custom: { a: "b c" },
      aliases: { "@n": "[1,2]" },
      skiptoken: "s",
      count: true,
      format: "json",
    });
  });

  it("are for paths to collections only", () => {
    for (const option of ["$filter=paid", "$orderby=number", "$top=1", "$skip=1", "$search=a", "$count=true"])
      expect(faultOf(option, { type: "shop.Order" })).toMatch(/^400 \$\w+ is for collections\.$/);
    expect(faultOf("$select=title&$expand=items", { type: "shop.Order" })).toBeUndefined();
  });

  it.each(["$apply=aggregate(number with sum as n)", "$compute=number add 1 as n", "$index=1"])(
    "501 for %s",
    (text) => {
      expect(faultOf(text)).toBe("501 The query option is not supported.");
    },
  );
});
