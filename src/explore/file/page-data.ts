import type { PermissionScheme } from "../../edm/requests.js";
import type { ModelData, NamespaceData } from "../data/format.js";
import type { Layout } from "../data/picture/layout.js";

/** The data as the program of the page has it: with what is computed for the page alone. */
export interface PageData extends ModelData {
  readonly namespaces: readonly PageNamespace[];
  /** The picture of the whole, as it is drawn. */
  readonly drawing?: Layout;
  readonly texts: PageTexts;
}

export interface PageNamespace extends NamespaceData {
  /** What a large one has, which has a page of its own: `302 entity types, 4 operations`. */
  readonly counts?: string;
}

/** What pages say of the whole. */
export interface PageTexts {
  /** `8 types · 43 members` */
  readonly counts: string;
  readonly findings?: string;
  readonly changes?: { readonly verdict: string; readonly counts: string };
  readonly picture?: string;
  readonly schemes: Readonly<Record<PermissionScheme, string>>;
  /** The folder that all sources are in, with its slash. */
  readonly folder: string;
  /** The kinds of declarations in words: `resource page`. */
  readonly authorities: Readonly<Record<string, string | undefined>>;
}
