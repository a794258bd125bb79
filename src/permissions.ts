import { Sources } from "./diagnostics/position.js";
import { Report } from "./diagnostics/report.js";
import { loadModel, type ModelRequest } from "./load-model.js";
import { annotatedRequests } from "./permissions/annotated-requests.js";
import { leastPrivilege, type SchemeGrant } from "./permissions/least-privilege.js";
import { operationsDocument } from "./permissions/operations-document.js";
import { type OperationRequest, readOperations } from "./permissions/operations-file.js";
import { requestsNamed } from "./permissions/requests-named.js";
import { load, type RunOptions } from "./read/read.js";
import type { Io } from "./sources/io.js";
import { statedBeside } from "./vocabularies/resource-permissions.js";

/** Operations, and what documents the permissions that they need. */
export interface PermissionsRequest extends Omit<ModelRequest, "inputs"> {
  /** `GET /users/{id}`, a pattern of paths (`/users/**`), or the name of an action or function. */
  readonly operations: readonly string[];
  /** Reference pages, and CSDL with annotations. */
  readonly inputs?: readonly string[];
  /** In the place of inputs: files of the artifact `operations`, and folders of them. */
  readonly from?: readonly string[];
}

export interface PermissionsResult {
  /** The requests that the operations name, as `GET /users/{id}`. Empty, as all else, when an error was reported. */
  readonly requests: readonly string[];
  /** For each scheme the smallest set of scopes that suffices for all of them. */
  readonly schemes: readonly SchemeGrant[];
  readonly report: Report;
  readonly sources: Sources;
}

/** Computes the least privileges that operations need together. */
export async function permissions(
  request: PermissionsRequest,
  io: Io,
  options: RunOptions = {},
): Promise<PermissionsResult> {
  const { report, sources } = options.loaded ?? { report: new Report(), sources: new Sources() };
  const documented = await documentedRequests(request, io, { ...options, report, sources });
  return { ...grantsOf(request.operations, documented, report), report, sources };
}

/** The least privileges for those of the documented requests that operations name. Reports an operation that names none. */
export function grantsOf(
  operations: readonly string[],
  documented: readonly OperationRequest[],
  report: Report,
): Pick<PermissionsResult, "requests" | "schemes"> {
  const named = report.failed ? [] : requestsNamed(operations, documented, report);
  if (report.failed) return { requests: [], schemes: [] };
  return { requests: named.map(({ method, path }) => `${method} ${path}`), schemes: leastPrivilege(named) };
}

interface Reading extends RunOptions {
  readonly report: Report;
  readonly sources: Sources;
}

/** The requests that inputs, or files of the artifact `operations`, document with their permissions. */
export async function documentedRequests(
  request: Omit<PermissionsRequest, "operations">,
  io: Io,
  options: Reading,
): Promise<readonly OperationRequest[]> {
  const { from, inputs = [], ...rest } = request;
  const { report, sources } = options;
  if (from !== undefined)
    return readOperations(from, io, report, { ...rest, allowRemote: rest.allowRemote ?? [], sources });
  const loaded = options.loaded ?? (await load({ ...rest, inputs }, io, { report, sources }));
  const { model } = await loadModel({ ...rest, inputs }, io, { ...options, loaded });
  const isStated = statedBeside(model.requests);
  return operationsDocument(model, annotatedRequests(model, isStated), isStated).requests;
}
