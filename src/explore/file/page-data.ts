import type { ModelData } from "../data/format.js";
import type { Layout } from "../data/picture/layout.js";

/** The data as the program of the page has it: with what is computed for the page alone. */
export interface PageData extends ModelData {
  /** The picture of the whole, as it is drawn. */
  readonly drawing?: Layout;
}
