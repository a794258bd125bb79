import { comparesVersions } from "../model/compares.js";
import { changesPage } from "./changes/changes-page.js";
import { findingsPage } from "./findings/findings-page.js";
import { homePage } from "./home-page.js";
import { namespacePage } from "./namespace-page.js";
import { operationPage } from "./operation-page.js";
import type { PageMaker } from "./page.js";
import { picturePage } from "./picture-page.js";
import { markedPage } from "./requests/marked-page.js";
import { requestPage } from "./requests/request-page.js";
import { requestsPage } from "./requests/requests-page.js";
import { scopePage } from "./requests/scope-page.js";
import { scopesPage } from "./requests/scopes-page.js";
import { searchPage } from "./search-page.js";
import { typePage } from "./type-page.js";

/** The pages by the first word of their route. */
export const pages: Readonly<Record<string, PageMaker>> = {
  "": homePage,
  ...(comparesVersions && { changes: changesPage }),
  findings: findingsPage,
  marked: markedPage,
  namespace: namespacePage,
  op: operationPage,
  picture: picturePage,
  req: requestPage,
  requests: requestsPage,
  scope: scopePage,
  scopes: scopesPage,
  search: searchPage,
  type: typePage,
};
