/** The file `operations.json`: the selected requests. */
import { annotatedRequests } from "../permissions/annotated-requests.js";
import type { ResolvedRequest } from "../edm/model.js";
import { operationsDocument, type OperationsDocument } from "../permissions/operations-document.js";
import { statedBeside } from "../vocabularies/resource-permissions.js";
import type { Selection } from "../select/selection.js";
import type { ViewContext } from "./view-context.js";

export const OPERATIONS_FILE = "operations.json";

export function operationsView({ selection, whole }: ViewContext): OperationsDocument {
  const isStated = statedBeside(whole.requests);
  const others = annotatedRequests(selection.paths, isStated).filter((request) => isSelected(request, selection));
  return operationsDocument(selection.paths, others, isStated);
}

function isSelected({ resource, method }: ResolvedRequest, selection: Selection): boolean {
  if (resource === undefined || resource.kind === "Operation") return false;
  const verbs = selection.verbs(resource.kind, resource.type);
  return verbs === "all" || verbs?.methods.has(method) === true;
}
