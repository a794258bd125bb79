import type { Report } from "../diagnostics/report.js";
import type { Document } from "../edm/document.js";
import { createModel, type Model, type ModelParts } from "../edm/model.js";
import type { Request } from "../edm/requests.js";
import { mergeBases } from "./types/bases.js";
import { checkModel } from "./check-model.js";
import { collect, reportClaims } from "./claims.js";
import { createContext, type MergeContext } from "./context.js";
import { mergeElements } from "./types/merge-elements.js";
import { PathResolver } from "./paths/path-resolver.js";
import { placeRequests } from "./paths/place-requests.js";
import { mergeRequests, serviceRootOf } from "./paths/requests.js";
import { redirectRequests, resolveRequests } from "./paths/resolve-requests.js";
import { Replacements } from "./replacements.js";
import { annotateRestrictions } from "./paths/restrictions.js";
import { schemasOf } from "./schemas.js";
import { reportVersions } from "./versions.js";
import { weighingOf } from "./weight.js";

/**
 * Makes one model of all documents: first which types there are, then what the names mean, then
 * the members, each on the type that declares it.
 */
export function merge(documents: readonly Document[], report: Report): Model {
  const weigh = weighingOf(documents);
  const collected = collect(documents, weigh);
  const { context, external, declarations } = createContext(collected, weigh, report);
  reportClaims(collected, report);
  reportVersions(documents, report);
  const bases = mergeBases(collected.structured, collected.known, context);
  const requests = mergeRequests(collected.requests, bases, context);
  const placement = placeRequests(collected, requests, bases, context);
  const elements = mergeElements(collected, placement, context);
  const parts = {
    schemas: schemasOf(elements, collected.schemas, external.left()),
    references: collected.csdl.flatMap(({ references }) => references),
    serviceRoot: serviceRootOf(requests, context),
    declarations,
  };
  const model = withRequests(parts, requests, context);
  checkModel(model, collected.loaded, context);
  return model;
}

/** Requests lead to elements, and what they say of those becomes annotations, by which the elements are new ones. */
function withRequests(parts: Omit<ModelParts, "requests">, requests: readonly Request[], context: MergeContext): Model {
  const bare = createModel({ ...parts, requests: [] });
  if (requests.length === 0) return bare;
  const found = resolveRequests(requests, new PathResolver(bare, context.segmentsOf), context);
  const replacements = new Replacements(context);
  // Those of the bare model are in order already.
  const schemas = annotateRestrictions(bare.schemas, found, replacements);
  return createModel({ ...parts, schemas, requests: redirectRequests(found, replacements, context) });
}
