import type { Content } from "../elements/element.js";

/** What a route shows. */
export interface Page {
  readonly title: string;
  readonly content: Content;
  /** The id of an element to scroll to and mark. */
  readonly marked?: string | undefined;
}

/** Makes a page of the parts of its route; undefined where they name nothing. */
export type PageMaker = (parts: readonly string[]) => Page | undefined;
