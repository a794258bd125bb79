/** What a generated client of OData 2.0 looks like, written by hand. */
import {
  connect,
  edmDateTime,
  edmDateTimeOffset,
  edmDecimal,
  edmDouble,
  edmGuid,
  edmInt64,
  edmTime,
  type Action,
  type ClientOptions,
  type Collection,
  type CollectionAt,
  type CollectionFunctionRequest,
  type Facts,
  type FunctionRequest,
  type Many,
  type One,
  type SendRequest,
} from "../../../../src/runtime/client-v2.js";
import type * as edm from "../../../../src/runtime/edm.js";

export interface Address {
  street?: string | null;
  since?: edm.DateTime | null;
}

export interface Country {
  code: string;
  name?: string | null;
}

export interface Author {
  ID: number;
  name?: string | null;
  born?: edm.DateTime | null;
  address?: Address | null;
}

export interface Book {
  "@odata.etag"?: string;
  ID: edm.Guid;
  title?: string | null;
  price?: edm.DecimalString | null;
  stock?: edm.Int64String | null;
  weight?: edm.Double | null;
  published?: edm.DateTime | null;
  createdAt?: edm.DateTimeOffset | null;
  opens?: edm.Time | null;
  code?: string | null;
}

export interface Chapter {
  book_ID: edm.Guid;
  number: edm.Int64String;
  text?: string | null;
  pages?: edm.Int64String | null;
}

export interface BookUpdate {
  title?: string | null;
  price?: edm.DecimalString | null;
  stock?: edm.Int64String | null;
  weight?: edm.Double | null;
  published?: edm.DateTime | null;
  createdAt?: edm.DateTimeOffset | null;
  opens?: edm.Time | null;
  "author@odata.bind"?: string | null;
}

export interface BookCreate extends BookUpdate {
  ID?: edm.Guid;
  "chapters@odata.bind"?: readonly string[];
  chapters?: readonly Partial<Chapter>[];
  author?: Partial<Author>;
}

export interface CountryEntity {
  read: Country;
}

export interface AuthorEntity {
  read: Author;
  create: Author;
  update: Omit<Author, "ID">;
  key: number;
  navigation: { books: Many<BookEntity>; country: One<CountryEntity> };
}

export interface ChapterEntity {
  read: Chapter;
  key: { book_ID: edm.Guid; number: edm.Int64String };
}

export interface BookEntity {
  read: Book;
  create: BookCreate;
  update: BookUpdate;
  key: edm.Guid;
  navigation: { author: One<AuthorEntity>; chapters: Many<ChapterEntity> };
}

export interface Shop {
  Books: CollectionAt<BookEntity, { searchable: true }>;
  Authors: Collection<AuthorEntity>;
  Chapters: Collection<ChapterEntity>;
  OldBooks: CollectionAt<BookEntity, { noOptions: "orderby"; noExpand: "author"; noMethods: "post" }>;
  stockOf: (parameters: { book: edm.Guid; day?: edm.DateTime }) => FunctionRequest<edm.Int64String>;
  addressOf: (parameters: { name: string }) => FunctionRequest<Address>;
  newest: (parameters: { count: number }) => CollectionFunctionRequest<BookEntity>;
  order: Action<{ book: edm.Guid; quantity: edm.Int64String; at?: edm.DateTimeOffset }, Book>;
  reprice: Action<{ factor: edm.DecimalString }, void>;
  upsert: Action<object, unknown>;
  request: SendRequest;
}

export const facts: Facts = {
  protocol: "2.0",
  keys: { Books: edmGuid, "Chapters.book_ID": edmGuid, "Chapters.number": edmInt64, chapters: edmInt64 },
  parameters: { book: edmGuid, quantity: edmInt64, day: edmDateTime, at: edmDateTimeOffset, factor: edmDecimal },
  types: { address: "shop.Address" },
  irregular: ["newest", "address"],
  values: {
    price: edmDecimal,
    stock: edmInt64,
    stockOf: edmInt64,
    weight: edmDouble,
    published: edmDateTime,
    createdAt: edmDateTimeOffset,
    opens: edmTime,
    born: edmDateTime,
    number: edmInt64,
    "shop.Address/since": edmDateTime,
    "shop.Author/price": "",
  },
  methods: { order: "POST", reprice: "MERGE" },
};

export function createShop(options: ClientOptions, more: Partial<Facts> = {}): Shop {
  return connect<Shop>(options, { ...facts, ...more });
}
