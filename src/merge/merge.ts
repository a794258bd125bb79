import type { Report } from "../diagnostics/report.js";
import type { Document } from "../edm/document.js";
import { createModel, type Model } from "../edm/model.js";
import { checkModel } from "./check-model.js";
import { collect } from "./collect.js";
import { createContext } from "./context.js";
import { resolvePages, type ResolvedPages } from "./names/resolve-names.js";
import { annotateRestrictions } from "./paths/annotate-restrictions.js";
import { inferElements } from "./paths/infer-elements.js";
import { pageRanking } from "./paths/page-rank.js";
import { mergeRequests, serviceRootOf } from "./paths/requests.js";
import { resolveRequests } from "./paths/resolve-requests.js";
import { precedenceOf } from "./precedence.js";
import { protocolOf } from "./protocol.js";
import { reportDeclarations } from "./report-declarations.js";
import { schemasOf } from "./schemas.js";
import { mergeBases } from "./types/bases.js";
import { withCommonBases } from "./types/common-bases.js";
import { withListedEnums } from "./types/listed-values.js";
import { mergeElements } from "./types/merge-elements.js";
import { reportVersions } from "./versions.js";

/**
 * Makes one model of all documents. Where they disagree, the declaration of the higher authority stands. `container` is
 * the name of the entity container, where there are several; `pages` are those of the documents.
 */
export function merge(
  documents: readonly Document[],
  report: Report,
  container?: string,
  pages: ResolvedPages = resolvePages(documents),
): Model {
  const precedence = precedenceOf(documents);
  const declared = withListedEnums(collect(documents, pages, precedence));
  const context = createContext(declared, precedence, report, container);
  reportDeclarations(declared, report);
  reportVersions(documents, report);
  const bases = mergeBases(declared.structured, declared.known, context);
  const collected = withCommonBases(declared, bases);
  const ranking = pageRanking(collected.requests, documents);
  const requests = mergeRequests(collected.requests, ranking, bases, context);
  const inferred = inferElements(collected, requests, bases, context);
  const elements = mergeElements(collected, inferred, context);
  const schemas = schemasOf(elements, collected.schemas, context.external.left());
  const resolved = resolveRequests(requests, schemas, context);
  const model = createModel({
    protocol: protocolOf(documents, report),
    ...annotateRestrictions(schemas, resolved, context),
    references: collected.csdl.flatMap(({ references }) => references),
    serviceRoot: serviceRootOf(requests),
    declarations: context.declarations,
  });
  checkModel(model, collected.loaded, context);
  return model;
}
