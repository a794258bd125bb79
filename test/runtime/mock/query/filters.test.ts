import { describe, expect, it, test } from "vitest";
import { faultOf, holds } from "./shop-service.js";

const order = {
  id: "01234567-89AB-cdef-0123-456789abcdef",
  title: "it's",
  paid: null,
  archived: false,
  number: 5,
  bytes: "9223372036854775807",
  total: "0.30",
  weight: 1.5,
  day: "2020-02-29",
  at: "07:59:59.5",
  created: "2020-01-01T00:30:00.25+02:00",
  span: "PT90M",
  stamp: "-_8=",
  color: "green",
  rights: "read,share",
  tags: ["a", "b"],
  numbers: [1, 2],
  address: { "@odata.type": "#shop.ForeignAddress", street: "Main", state: null, city: { name: "Bonn" } },
  lines: [{ text: "x" }, { text: null }],
  unlisted: { deep: 5 },
  customer: { "@odata.type": "#shop.Company", id: "1", name: "Ann", size: 3, orders: [] },
  items: [
    { id: 1, name: "pen", amount: 2, parts: [{ id: 1, name: "ink" }] },
    { id: 2, name: null, amount: 7, parts: [] },
  ],
};

describe("a filter holds", () => {
  test.each([
    // Null (URL Conventions 4.01 §5.1.1.1)
    "paid eq null",
    "null eq null",
    "not (paid ne null)",
    "(paid and archived) eq false",
    "(paid and true) eq null",
    "(paid or true) eq true",
    "(not paid) eq null",
    "(paid gt null) eq false",
    "number ne null and not (paid eq true)",
    "(tolower(address/shop.ForeignAddress/state) eq null) eq true",
    "(number add null) eq null",
    // Numbers: of mixed types, and exact
    "number eq 5.0 and number lt 5.5 and number eq 5e0",
    "total eq 0.3 and 0.1 add 0.2 eq total",
    "bytes gt 9223372036854775806 and bytes eq 9223372036854775807",
    "bytes add 1 eq 9223372036854775808",
    "number div 2 eq 2 and number divby 2 eq 2.5 and number mod 3 eq 2",
    "-7 div 2 eq -3 and -number eq -5 and - number add 6 eq 1",
    "1 add 2 mul 3 eq 7 and (1 add 2) mul 3 eq 9 and 9 sub 3 sub 2 eq 4",
    "(number div 0) eq null and weight div 0 eq INF and -weight div 0 eq -INF",
    "(NaN eq NaN) eq false and NaN ne NaN",
    "round(2.5) eq 3 and round(-2.5) eq -3 and round(2.4) eq 2",
    "floor(-1.5) eq -2 and ceiling(-1.5) eq -1 and floor(weight) eq 1",
    // Dates as instants, durations as seconds
    "created eq 2019-12-31T22:30:00.25Z and created lt 2019-12-31T22:30:00.250000000001Z",
    "year(created) eq 2020 and hour(created) eq 0 and minute(created) eq 30 and second(created) eq 0",
    "fractionalseconds(created) eq 0.25 and totaloffsetminutes(created) eq 120",
    "date(created) eq 2020-01-01 and time(created) eq 00:30:00.25",
    "day eq 2020-02-29 and day(day) eq 29 and day add duration'P1D' eq 2020-03-01",
    "span eq duration'PT1H30M' and totalseconds(span) eq 5400 and span mul 2 eq duration'PT3H'",
    "created sub 2019-12-31T22:30:00Z eq duration'PT0.25S' and -span eq duration'-PT90M'",
    "at lt 08:00 and now() gt mindatetime() and now() lt maxdatetime()",
    // Other literals
    "id eq 01234567-89ab-cdef-0123-456789ABCDEF",
    "stamp eq binary'-_8' and title eq 'it''s'",
    "color eq 'green' and color gt 'red' and color ne shop.Color'blue' and color in ('red','green')",
    "rights has 'share' and not (rights has shop.Right'read,write') and rights eq 'share,read' and rights eq '5'",
    // Functions
    "contains(title,'t''') and startswith(title,'it') and endswith(title,'s') and length(title) eq 4",
    "indexof(title,'s') eq 3 and substring(title,1) eq 't''s' and substring(title,1,1) eq 't'",
    "concat(toupper(title),trim(' x ')) eq 'IT''Sx' and matchesPattern(title,'^i.*s$')",
    "cast(number,Edm.String) eq '5' and cast('7',Edm.Int32) eq 7 and (cast(title,Edm.Int32) eq null)",
    "isof(customer,shop.Company) and not isof(shop.BigOrder) and isof('shop.Order') and isof(number,Edm.Int32)",
    // Paths, casts, collections
    "address/city/name eq 'Bonn' and address/shop.ForeignAddress/state eq null",
    "customer/shop.Company/size eq 3 and (shop.BigOrder/rebate eq null)",
    "unlisted/deep eq 5 and unlisted ne null",
    "tags/any() and tags/any(t:t eq 'b') and tags/all(t:t lt 'c') and not customer/shop.Company/orders/any()",
    "items/any(i:i/amount gt number and i/name eq null) and items/all(i:i/parts/all(p:p/id eq i/id))",
    "items/any(i:i/amount eq $it/number add 2 and tags/any(t:t eq 'a'))",
    "items/$count eq 2 and items/$count($filter=amount gt 2) eq 1 and items/$count($search=PEN) eq 1",
    "lines/$filter(text eq null)/$count eq 1 and tags/$count gt 1",
    "'a' in tags and not ('c' in tags) and not (number in numbers)",
    "null in ('a',null) and title in ['x',\"it's\"]",
    'tags eq [\'a\',\'b\'] and tags ne ["b","a"] and address/city eq {"name":"Bonn"}',
    "hassubset(tags,['b','a']) and not hassubsequence(tags,['b','a']) and hassubsequence(tags,['a'])",
    // Operators bind as in §5.1.1.17
    "true or false and false",
    "not archived and archived eq false",
    "not number in (1,2)",
    "1 eq 1 eq true and number gt 4 eq true",
    "number Eq 5 AND NOT archived",
  ])("%s", (filter) => {
    expect(holds(filter, order)).toBe(true);
  });

  test.each(["paid", "paid eq true", "not paid", "paid and true", "title gt null", "items/all(i:i/name eq 'pen')"])(
    "of no item with null: %s",
    (filter) => {
      expect(holds(filter, order)).toBe(false);
    },
  );
});

describe("a filter is refused", () => {
  it.each([
    ["titel eq 'a'", "titel is no property of shop.Order; the nearest is title."],
    ["customer/nme eq 'a'", "nme is no property of shop.Customer; the nearest is name."],
    ["customer/size eq 3", "size is no property of shop.Customer."],
    ["items/amount eq 3", "amount is no property of the collection of shop.Item; the nearest is $count."],
    ["items/any(i:j/amount eq 3)", "j is no property of shop.Order."],
    ["color eq 'gren'", "gren is no member of shop.Color; the nearest is green."],
    ["color eq shop.Colour'green'", "shop.Colour is no enumeration; the nearest is shop.Color."],
    ["containz(title,'a')", "containz is no function; the nearest is contains."],
    ["title eq 5", '"eq" cannot have Edm.String and Edm.Int64 as operands.'],
    ["title add 1 eq 2", '"add" cannot have Edm.String and Edm.Int64 as operands.'],
    ["tags eq 'a'", '"eq" cannot have Collection(Edm.String) and Edm.String as operands.'],
    ["address gt null", '"gt" cannot have shop.Address and Edm.Untyped as operands.'],
    ["length(number) eq 1", "length does not take Edm.Int32."],
    ["substring(title) eq 'a'", "substring takes 2 parameters, not 1."],
    ["number", "$filter is for conditions, and Edm.Int32 is none."],
    ["number and paid", "and is for conditions, and Edm.Int32 is none."],
    ["number eq 5L", "Numbers have no suffix in OData 4.0: 5L."],
    ["id eq guid'1'", "guid is no enumeration."],
    ["day eq 2021-02-29", "2021-02-29 is no Edm.Date."],
    ["title eq 'a", 'A name is expected at position 9 ("\'a").'],
    ["(title eq 'a'", '")" is expected at position 13.'],
    ["title eq 'a' or", 'The text goes on at position 12 (" or").'],
    ["paid eq", 'The text goes on at position 4 (" eq").'],
  ])("%s", (filter, message) => {
    expect(faultOf(`$filter=${encodeURIComponent(filter)}`)).toBe(`400 ${message}`);
  });

  it.each([
    ["geo.distance(place,place) lt 1", "geo.distance is not supported."],
    ["shop.late()", "Calls of shop.late in expressions are not supported."],
    ["items(1)/amount eq 1", "Keys in expressions are not supported."],
    ["$root/orders/any()", "$root is not supported."],
  ])("as not supported: %s", (filter, message) => {
    expect(faultOf(`$filter=${encodeURIComponent(filter)}`)).toBe(`501 ${message}`);
  });
});
