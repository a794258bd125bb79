import { expectTypeOf, test } from "vitest";
import type * as edm from "../../src/runtime/edm.js";
import * as v from "../../src/runtime/validation-v2.js";

interface Address {
  "@odata.type"?: string;
  Since?: edm.DateTime | null;
}

interface Book {
  "@odata.etag"?: string;
  Id: edm.Int64String;
  Kind: edm.Open<"Novel" | "Poem">;
  Title?: string | null;
  Price: edm.DecimalString;
  Pages: number;
  Sold: boolean;
  Tags: string[];
  Branches?: Address[];
  Printer: Address;
  Cover?: unknown;
  Author?: Author | null;
}

interface Author {
  Name: string;
  Books?: Book[];
}

type Sent = v.Wire<Book>;
type Of<S> = S extends v.Schema<infer T> ? T : never;

declare const bookWire: v.Shape<v.Wire<Book>>;
declare const authorWire: v.Shape<v.Wire<Author>>;
declare const book: v.Shape<Book>;
declare const author: v.Shape<Author>;

test("what is sent has the properties, and metadata in the place of annotations", () => {
  expectTypeOf<Sent>().not.toHaveProperty("@odata.etag");
  expectTypeOf<Sent["__metadata"]>().toEqualTypeOf<v.WireMetadata | undefined>();
  expectTypeOf<Sent["Title"]>().toEqualTypeOf<string | null | undefined>();
  expectTypeOf<Sent["Sold"]>().toEqualTypeOf<boolean>();
  expectTypeOf<Sent["Cover"]>().toEqualTypeOf<unknown>();
});

test("numbers may be strings, and strings of digits numbers", () => {
  expectTypeOf<Sent["Id"]>().toEqualTypeOf<number | string>();
  expectTypeOf<Sent["Price"]>().toEqualTypeOf<number | string>();
  expectTypeOf<Sent["Pages"]>().toEqualTypeOf<number | string>();
  expectTypeOf<v.Wire<Address>["Since"]>().toEqualTypeOf<string | null | undefined>();
});

test("collections may be objects with results, and related entities deferred", () => {
  expectTypeOf<Sent["Tags"]>().toEqualTypeOf<string[] | { results: string[] } | v.Deferred>();
  expectTypeOf<Extract<Sent["Branches"], readonly unknown[]>[number]["Since"]>().toEqualTypeOf<
    string | null | undefined
  >();
  expectTypeOf<Extract<Sent["Author"], { Name: string }>["Name"]>().toEqualTypeOf<string>();
  expectTypeOf<v.Deferred>().toExtend<Sent["Author"]>();
});

test("withNavigation has the related entities in the form of the schema", () => {
  const sent = v.withNavigation(authorWire, { Books: v.pick(bookWire, ["Title"]) });
  type Titled = { Title: string | null };
  expectTypeOf<Of<typeof sent>["Books"]>().toEqualTypeOf<Titled[] | { results: Titled[] } | v.Deferred | undefined>();
  const seen = v.withNavigation(author, { Books: v.pick(book, ["Title"]) });
  expectTypeOf<Of<typeof seen>["Books"]>().toEqualTypeOf<Titled[] | undefined>();
  const one = v.withNavigation(book, { Author: author });
  expectTypeOf<Of<typeof one>["Author"]>().toEqualTypeOf<Author | null | undefined>();
});

test("pages and whole responses", () => {
  const page = v.wirePageOf(bookWire);
  expectTypeOf<Of<typeof page>["results"][number]>().toEqualTypeOf<Sent>();
  const body = v.responseOf(page);
  expectTypeOf<Of<typeof body>["d"]>().toEqualTypeOf<v.ResultsPage<Sent>>();
  expectTypeOf<v.WirePage<edm.Collection<edm.Int64String>>>().toEqualTypeOf<v.ResultsPage<string | number>>();
  expectTypeOf<v.WirePage3<edm.Collection<number>>>().toEqualTypeOf<
    v.ResultsPage<string | number> | v.LightPage<string | number>
  >();
});
