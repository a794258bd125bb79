import { homePage } from "./home-page.js";
import { namespacePage } from "./namespace-page.js";
import type { PageMaker } from "./page.js";
import { searchPage } from "./search-page.js";
import { typePage } from "./type-page.js";

/** The pages by the first word of their route. */
export const pages: Readonly<Record<string, PageMaker>> = {
  "": homePage,
  namespace: namespacePage,
  search: searchPage,
  type: typePage,
};
