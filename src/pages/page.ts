/**
 * The structure of a reference page, the same for markdown and rendered text: sections under headings, and in each
 * section blocks whose texts are slices of the source. Offsets count UTF-16 code units of the source.
 */
import type { JsonValue } from "../edm/requests.js";

/** A piece of the source's text with the offset of its first character. */
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
  /** Offset of the first pipe that the header has no column for. */
  readonly surplusAt?: number;
}

export interface Table {
  readonly kind: "Table";
  readonly at: number;
  /** Header cells in plain text, lower case. */
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  /** Offset of the last row, if the page ends inside it. */
  readonly cutAt?: number;
}

/** A fenced code block, or in rendered text the lines of a request, response or JSON object. */
export interface Code extends Slice {
  readonly kind: "Code";
  /** Info string of the fence in lower case; empty in rendered text. */
  readonly language: string;
}

/** An HTML comment that holds a JSON object, such as `<!-- { "blockType": "resource" } -->`. */
export interface Metadata extends Slice {
  readonly kind: "Metadata";
  readonly values: Readonly<Record<string, JsonValue>>;
}

export type Block = Paragraph | Table | Code | Metadata;

export interface Section {
  /** The heading in plain text, as written. */
  readonly title: string;
  /** The heading by `headingKey`: lower case, without closing punctuation. */
  readonly heading: string;
  readonly at: number;
  /** Keys of the headings above this one, outermost first. */
  readonly ancestors: readonly string[];
  readonly blocks: readonly Block[];
  /** The paragraphs among the blocks. */
  readonly paragraphs: readonly Paragraph[];
  /** Whether this heading or one above it starts an example. */
  readonly inExample: boolean;
  /** Whether this heading or one above it is about permissions. */
  readonly inPermissions: boolean;
  /** Whether this heading or one above it is "HTTP request". */
  readonly inHttpRequest: boolean;
}

/** A reference to another file: `[!INCLUDE [name](target)]`. */
export interface Include {
  readonly name: string;
  readonly target: string;
  readonly at: number;
}

/** The YAML front matter, every value as text. */
export type FrontMatter = ReadonlyMap<string, Slice>;

export interface Page {
  readonly format: "markdown" | "plain";
  readonly title: string;
  readonly titleAt: number;
  readonly frontMatter: FrontMatter;
  /** Targets of link definitions (`[label]: target`) by label in lower case. */
  readonly definitions: ReadonlyMap<string, string>;
  /** The first section holds what precedes the first heading; in markdown the next one has the title. */
  readonly sections: readonly Section[];
  /** The paragraphs of all sections, in order. */
  readonly paragraphs: readonly Paragraph[];
  /** The paragraphs above the first heading that follows the title. */
  readonly intro: readonly Paragraph[];
  readonly metadata: readonly Metadata[];
  readonly includes: readonly Include[];
}
