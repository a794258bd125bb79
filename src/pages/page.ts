/**
 * The structure of a reference page, whichever front read it: sections under headings, and in them
 * blocks whose texts are slices of the source. Offsets count UTF-16 code units of the source.
 */
import type { JsonValue } from "../edm/requests.js";

/** A slice of the source's text with the offset of its first character. */
export interface Slice {
  readonly text: string;
  readonly at: number;
}

export interface Paragraph extends Slice {
  readonly kind: "Paragraph";
}

export interface Row {
  readonly at: number;
  readonly cells: readonly Slice[];
  /** The pipe that the row has too many, when it has more cells than the header. */
  readonly surplusAt?: number;
}

export interface Table {
  readonly kind: "Table";
  readonly at: number;
  /** Header words in plain text, lower case. */
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

/** A fenced block; the plain front finds the same by its first line. */
export interface Code extends Slice {
  readonly kind: "Code";
  /** What stands behind the fence, lower case; the plain front knows none. */
  readonly language: string;
}

/** An HTML comment that holds a JSON object about what stands beside it. */
export interface Metadata extends Slice {
  readonly kind: "Metadata";
  readonly values: Readonly<Record<string, JsonValue>>;
}

export type Block = Paragraph | Table | Code | Metadata;

export interface Section {
  /** The heading in plain text, as written. */
  readonly title: string;
  /** The heading as sections are told apart by: lower case, blanks collapsed. */
  readonly heading: string;
  readonly at: number;
  /** Normalised headings above this one, outermost first. */
  readonly ancestors: readonly string[];
  readonly blocks: readonly Block[];
  /** Those of the blocks that are prose. */
  readonly paragraphs: readonly Paragraph[];
  /** Whether it shows an example: by itself or by a heading above it. So, too, of the next two. */
  readonly inExample: boolean;
  readonly inPermissions: boolean;
  readonly inHttpRequest: boolean;
}

/** A `[!INCLUDE [name](target)]`: a text that another file holds. */
export interface Include {
  readonly name: string;
  readonly target: string;
  readonly at: number;
}

/** Front matter; every value as text. */
export type FrontMatter = ReadonlyMap<string, Slice>;

export interface Page {
  readonly front: "markdown" | "plain";
  readonly title: string;
  readonly titleAt: number;
  readonly frontMatter: FrontMatter;
  /** Link definitions at the end of a page, by lower-cased label. */
  readonly definitions: ReadonlyMap<string, string>;
  /** The first section is what stands above the first heading, the second has the title. */
  readonly sections: readonly Section[];
  /** What stands in all the sections, in order: every reader of a fact looks through them. */
  readonly paragraphs: readonly Paragraph[];
  /** Those that stand above the first heading below the title. */
  readonly intro: readonly Paragraph[];
  readonly metadata: readonly Metadata[];
  readonly includes: readonly Include[];
}
