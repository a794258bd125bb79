import type { Content } from "../elements/element.js";
import type { ModelIndex } from "../model/model-index.js";
import type { Route } from "../routes/route.js";

/** What a route shows. */
export interface Page {
  readonly title: string;
  readonly content: Content;
  /** The id of an element to scroll to and mark. */
  readonly marked?: string | undefined;
}

/** Makes the page of a route; undefined where the route names nothing. */
export type PageMaker = (route: Route, index: ModelIndex) => Page | undefined;
