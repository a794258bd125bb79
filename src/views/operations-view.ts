/** The file `operations.json`: the selected requests. */
import { annotatedRequests } from "../permissions/annotated-requests.js";
import type { ResolvedRequest } from "../edm/model.js";
import { operationsDocument, type OperationsDocument } from "../permissions/operations-document.js";
import { type IsStated, statedBeside } from "../vocabularies/resource-permissions.js";
import type { Selection } from "../select/selection.js";
import type { ViewContext } from "./view-context.js";

export const OPERATIONS_FILE = "operations.json";

export function operationsView({ selection, whole }: ViewContext): OperationsDocument {
  const isStated = statedBeside(whole.requests);
  return operationsDocument(selection.paths, annotatedBeside(selection, isStated), isStated);
}

/** The selected requests that annotations document. */
export function annotatedBeside(selection: Selection, isStated: IsStated): readonly ResolvedRequest[] {
  return annotatedRequests(selection.paths, isStated).filter((request) => isSelected(request, selection));
}

function isSelected({ resource, method }: ResolvedRequest, selection: Selection): boolean {
  if (resource === undefined || resource.kind === "Operation") return false;
  const verbs = selection.verbs(resource.kind, resource.type);
  return verbs === "all" || verbs?.methods.has(method) === true;
}
