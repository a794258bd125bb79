/** Types and descriptors of services of OData 2.0 and 3.0, as the generator would write them. */
import type * as edm from "../../../../../src/runtime/edm.js";
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
  type Facts,
  type Many,
  type One,
  type SendRequest,
} from "../../../../../src/runtime/client-v2.js";
import type { Addressed } from "../../../../../src/runtime/http/target.js";

export interface Book {
  "@odata.id"?: string;
  "@odata.etag"?: string;
  ID: edm.Guid;
  title: string;
  stock: number;
  sold?: edm.Int64String | null;
  price?: edm.DecimalString | null;
  weight?: edm.Double | null;
  published?: edm.DateTime | null;
  changed?: edm.DateTimeOffset | null;
  opens?: edm.Time | null;
  cover?: edm.Binary | null;
  available?: boolean | null;
  hidden: boolean;
  author?: Author | null;
  reviews?: Review[];
}

export interface Author {
  ID: number;
  name?: string | null;
  living?: boolean | null;
  address?: { city?: string | null } | null;
}

export interface Review {
  ID: number;
  stars: number;
}

export interface BookEntity {
  read: Book;
  create: {
    ID?: edm.Guid;
    title?: string;
    price?: edm.DecimalString;
    published?: edm.DateTime;
    "author@odata.bind"?: string;
  };
  update: { title?: string; price?: edm.DecimalString };
  key: edm.Guid;
  navigation: { author: One<AuthorEntity>; reviews: Many<ReviewEntity> };
}

export interface AuthorEntity {
  read: Author;
  create: Partial<Author>;
  key: number;
}

export interface ReviewEntity {
  read: Review;
  create: Partial<Review>;
  key: number;
}

export type Color = "red" | "green";

export interface Note {
  text?: string | null;
  open: boolean;
}

export interface Chapter {
  notes?: Note[];
  pages: number;
  draft: boolean;
  text?: string | null;
}

export interface Novel {
  chapters?: Chapter[];
  tags?: string[];
  color?: edm.Open<Color> | null;
  place?: edm.GeographyPoint | null;
}

export interface NoteEntity {
  protocol: "3.0";
  read: Note;
}

export interface ChapterEntity {
  protocol: "3.0";
  read: Chapter;
  navigation: { notes: Many<NoteEntity> };
}

export interface SagaEntity {
  protocol: "3.0";
  read: Novel & { volumes: number };
}

/** A type of OData 3.0. */
export interface NovelEntity {
  protocol: "3.0";
  read: Novel;
  navigation: { chapters: Many<ChapterEntity> };
  derived: { "shop.Saga": SagaEntity };
}

/** A media entity. */
export interface Cover {
  "@odata.mediaReadLink"?: string;
  "@odata.mediaContentType"?: string;
  ID: number;
}

export interface CoverEntity {
  read: Cover;
  key: number;
  segments: { thumbnail: Addressed<unknown, "stream"> };
}

export interface Shop {
  Books: Collection<BookEntity>;
  Authors: Collection<AuthorEntity>;
  Covers: Collection<CoverEntity>;
  restock: Action<{ book: edm.Guid; amount: number }, Book>;
  request: SendRequest;
}

export function createShop(options: ClientOptions, facts: Partial<Facts> = {}): Shop {
  return connect<Shop>(options, {
    protocol: "2.0",
    keys: { Books: edmGuid },
    parameters: { book: edmGuid },
    values: {
      sold: edmInt64,
      price: edmDecimal,
      weight: edmDouble,
      published: edmDateTime,
      changed: edmDateTimeOffset,
      opens: edmTime,
    },
    methods: { restock: "POST" },
    ...facts,
  });
}
