/** Objects and pages of OData 2.0 and 3.0: as apps have them and as services send them. */
import { describe, expect, it } from "vitest";
import * as v from "../../src/runtime/validation-v2.js";

interface Address {
  Street?: string | null;
  Since?: string | null;
}

interface Book {
  Id: number;
  Title?: string | null;
  Tags?: string[];
  Printer?: Address | null;
  Branches?: Address[];
  Author?: Author | null;
}

interface Author {
  Name: string;
  Books?: Book[];
}

const checkAddress: v.Check = (o, c) => {
  v.controlOfTyped(o["@odata.type"] ?? o["@type"], o, c);
  v.leaf(c, "shop.Address");
  v.string(o["Street"], c, "Street");
  v.dateTime(o["Since"], c, "Since");
};

const checkBook: v.Check = (o, c) => {
  v.control(o, c);
  v.int32(o["Id"], c, "Id", v.required);
  v.string(o["Title"], c, "Title");
  v.collection(o["Tags"], c, "Tags", v.string, v.optional);
  v.object(o["Printer"], c, "Printer", checkAddress);
  v.objects(o["Branches"], c, "Branches", checkAddress, v.optional);
  v.navigation(o["Author"], c, "Author");
};

const checkNovel: v.Check = (o, c) => {
  checkBook(o, c);
  v.leaf(c, "shop.Novel");
  v.string(o["Genre"], c, "Genre", v.required);
};

const checkAuthor: v.Check = (o, c) => {
  v.control(o, c);
  v.leaf(c, "shop.Author");
  v.string(o["Name"], c, "Name", v.required);
  v.navigationMany(o["Books"], c, "Books", v.optional);
};

const checkBookOrDerived = v.variants("shop.Book", checkBook, { "shop.Novel": checkNovel });

const book: v.Shape<Book> = v.readSchema(() => checkBook);
const bookWire: v.Shape<v.Wire<Book>> = v.wireSchema(() => checkBook);
const bookWire3: v.Shape<v.Wire<Book>> = v.wire3Schema(() => checkBook);
const authorWire: v.Shape<v.Wire<Author>> = v.wireSchema(() => checkAuthor);
const anyBookWire: v.Shape<v.Wire<Book>> = v.wireSchema(() => checkBookOrDerived);
const booksWire: v.Shape<v.ResultsPage<v.Wire<Book>>> = v.wireSchema(() => v.collectionResponse(checkBook));
const booksWire3: v.Shape<unknown> = v.wire3Schema(() => v.collectionResponse(checkBook));

/** `path code` of each issue. */
function issues(schema: v.Schema<unknown>, value: unknown): readonly string[] {
  const { issues: found = [] } = schema.validate(value);
  expect(schema.is(value)).toBe(found.length === 0);
  return found.map(({ path, code }) => `${path.join("/")} ${code}`);
}

const sent = {
  __metadata: { uri: "https://host/Books(1)", type: "shop.Book", etag: 'W/"1"' },
  Id: 1,
  Tags: { results: ["a"] },
  Printer: { __metadata: { type: "shop.Address" }, Street: "x", Since: "/Date(0)/" },
  Branches: { results: [{ Since: "/Date(0)/" }] },
  Author: { __deferred: { uri: "Books(1)/Author" } },
};

describe("an entity of OData 2.0", () => {
  it("is accepted as it is sent, and not as apps have it", () => {
    expect(issues(bookWire, sent)).toEqual([]);
    expect(issues(book, { Id: 1, Printer: { Since: "2020-01-01T00:00:00" }, Tags: [], Branches: [] })).toEqual([]);
    expect(issues(book, sent)).toEqual(["Tags type", "Printer/Since format", "Branches type"]);
  });

  it("may have arrays as they are", () => {
    expect(issues(bookWire, { Id: 1, Tags: ["a"], Branches: [{ Street: null }] })).toEqual([]);
  });

  it("has issues where the payload has the value", () => {
    const wrong = {
      __metadata: { type: "shop.Book", etag: 5 },
      Id: "x",
      Tags: { results: ["a", 1] },
      Printer: { __metadata: { type: 5 }, Since: "2020-01-01T00:00:00" },
      Branches: { results: [{}, { Street: 5 }], __count: "2" },
      Author: 5,
    };
    expect(issues(bookWire, wrong)).toEqual([
      "__metadata/etag type",
      "Id type",
      "Tags/results/1 type",
      "Printer/__metadata/type type",
      "Printer/Since format",
      "Branches/results/1/Street type",
      "Author type",
    ]);
    expect(issues(bookWire, { Id: 1, __metadata: "x" })).toEqual(["__metadata type"]);
    expect(issues(bookWire, [sent])).toEqual([" type"]);
  });

  it("of a derived type is checked as one", () => {
    const type = { __metadata: { type: "shop.Novel" } };
    expect(issues(anyBookWire, { ...type, Id: 1, Genre: "x" })).toEqual([]);
    expect(issues(anyBookWire, { ...type, Id: 1 })).toEqual(["Genre missing"]);
    expect(issues(anyBookWire, { Id: 1 })).toEqual([]);
  });

  it("is neither changed nor copied", () => {
    const frozen = Object.freeze({ ...sent });
    expect(bookWire.parse(frozen)).toBe(frozen);
  });

  it("may be its own part, or share parts", () => {
    const cyclic: Record<string, unknown> = { Id: 1 };
    cyclic["Printer"] = cyclic;
    const tree: v.Check = (o, c) => v.objects(o["Parts"], c, "Parts", tree, v.optional);
    const treeWire = v.wireSchema(() => tree);
    expect(treeWire.is(Array.from({ length: 300 }).reduce((part) => ({ Parts: { results: [part, part] } }), {}))).toBe(
      true,
    );
    const own: Record<string, unknown> = {};
    own["Parts"] = { results: [own, own] };
    expect(treeWire.validate(own).issues?.map(({ code }) => code)).toEqual(["depth"]);
    expect(issues(bookWire, cyclic)).toEqual([]);
  });

  it("may have properties of any name", () => {
    const hostile: unknown = JSON.parse(
      '{ "Id": 1, "__proto__": { "__deferred": {} }, "constructor": { "results": 1 } }',
    );
    expect(issues(bookWire, hostile)).toEqual([]);
    const getter = Object.defineProperty({ Id: 1 }, "Title", {
      enumerable: true,
      get: () => JSON.parse("") as unknown,
    });
    expect(issues(bookWire, getter)).toEqual([" unreadable"]);
  });
});

describe("an entity of OData 3.0", () => {
  it("is accepted in JSON light", () => {
    const light = {
      "odata.metadata": "https://host/$metadata#Books/@Element",
      "odata.type": "shop.Book",
      "odata.etag": 'W/"1"',
      Id: 1,
      Tags: ["a"],
      Printer: { "odata.type": "shop.Address", Since: "2020-01-01T00:00:00" },
      "Author@odata.navigationLinkUrl": "Books(1)/Author",
    };
    expect(issues(bookWire3, light)).toEqual([]);
    expect(issues(bookWire3, { ...light, "odata.etag": 5, Printer: { "odata.type": {} } })).toEqual([
      "odata.etag type",
      "Printer/odata.type type",
    ]);
  });

  it("is accepted in verbose JSON", () => {
    expect(issues(bookWire3, sent)).toEqual([]);
  });
});

describe("a page", () => {
  it("has its items in results, with a count and a link", () => {
    expect(issues(booksWire, { results: [sent], __count: "1", __next: "Books?$skiptoken=1" })).toEqual([]);
    expect(issues(booksWire, { results: [sent], __count: 1 })).toEqual([]);
    expect(issues(booksWire, { results: [{ ...sent, Id: null }], __count: "x", __next: 5 })).toEqual([
      "results/0/Id null",
      "__count type",
      "__next type",
    ]);
    expect(issues(booksWire, {})).toEqual(["results missing"]);
    expect(issues(booksWire, { value: [sent] })).toEqual(["results missing"]);
  });

  it("of JSON light has them in value", () => {
    expect(issues(booksWire3, { value: [{ Id: 1 }], "odata.count": "1", "odata.nextLink": "x" })).toEqual([]);
    expect(issues(booksWire3, { value: [{ Id: "x" }], "odata.count": {} })).toEqual([
      "value/0/Id type",
      "odata.count type",
    ]);
    expect(issues(booksWire3, { results: [sent], __count: "1" })).toEqual([]);
  });

  it("of values or members", () => {
    const dates = v.wireSchema(() => v.valuesResponse(v.dateTime));
    expect(issues(dates, { results: ["/Date(0)/", null] })).toEqual(["results/1 null"]);
    const colors = v.wireSchema(() => v.membersResponse(["red"]));
    expect(issues(colors, { results: ["red", "blue", 1] })).toEqual(["results/2 type"]);
  });

  it("is in d, as the whole response is", () => {
    expect(issues(v.responseOf(booksWire), { d: { results: [sent] } })).toEqual([]);
    expect(issues(v.responseOf(bookWire), { d: { ...sent, Id: "x" } })).toEqual(["d/Id type"]);
    expect(issues(v.responseOf(bookWire), sent)).toEqual(["d missing"]);
  });
});

describe("schemas that are made of others", () => {
  it("pick and partial", () => {
    expect(issues(v.pick(bookWire, ["Printer"]), { Printer: { Since: "/Date(0)/" } })).toEqual([]);
    expect(issues(v.pick(bookWire, ["Printer"]), {})).toEqual(["Printer missing"]);
    expect(issues(v.partial(bookWire), { Title: 5 })).toEqual(["Title type"]);
    expect(issues(v.wirePageOf(v.pick(bookWire, ["Title"])), { results: [{ Title: 5 }] })).toEqual([
      "results/0/Title type",
    ]);
  });

  it("with related entities, where they were expanded", () => {
    const schema = v.withNavigation(authorWire, { Books: v.withNavigation(bookWire, { Author: authorWire }) });
    expect(issues(schema, { Name: "x", Books: { __deferred: { uri: "x" } } })).toEqual([]);
    expect(issues(schema, { Name: "x", Books: { results: [sent, { ...sent, Author: { Name: 5 } }] } })).toEqual([
      "Books/results/1/Author/Name type",
    ]);
    expect(issues(schema, { Name: "x", Books: [{ ...sent, Author: null, Id: "x" }] })).toEqual(["Books/0/Id type"]);
  });
});

describe("the body of an error", () => {
  it("has the message in an object", () => {
    const error = { code: "SY/530", message: { lang: "en", value: "Wrong" }, innererror: { errordetails: [] } };
    expect(issues(v.odataErrorSchema, { error })).toEqual([]);
    expect(issues(v.odataErrorSchema, { error: { code: "", message: { value: "Wrong" } } })).toEqual([]);
    expect(issues(v.odataErrorSchema, { error: { code: "", message: "Wrong" } })).toEqual(["error/message type"]);
  });
});
