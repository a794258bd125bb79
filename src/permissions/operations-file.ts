import { type ConfigValue, jsonValue } from "../config/config-value.js";
import type { Sources } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import { allSchemes, type ScopeSet } from "../edm/requests.js";
import type { GrantedRequest } from "./least-privilege.js";
import { type DescribedPage, type DescribedPermission, OPERATIONS_FORMAT } from "./operations-document.js";
import type { NamedRequest } from "./requests-named.js";
import type { Io } from "../sources/io.js";
import { loadSources } from "../sources/load-sources.js";

export interface ReadOperationsOptions {
  readonly allowRemote: readonly string[];
  readonly sources: Sources;
}

/** A request in `operations.json`: its permissions, and the properties it can be found by. */
export type OperationRequest = NamedRequest & GrantedRequest;

/** Reads the requests in files of the artifact `operations`. Reports entries that are not valid. */
export async function readOperations(
  inputs: readonly string[],
  io: Io,
  report: Report,
  options: ReadOperationsOptions,
): Promise<readonly OperationRequest[]> {
  const recognize = (text: string) => (/^\s*[{[]/.test(text) ? "operations" : undefined);
  const { loaded } = await loadSources(inputs, io, report, { recognize, ...options });
  return loaded.flatMap(({ source }) => {
    const value = jsonValue(source, report, "operations-malformed");
    return value === undefined ? [] : requestsOf(value, report);
  });
}

function requestsOf(root: ConfigValue, report: Report): readonly OperationRequest[] {
  if (member(root, "format")?.scalar !== OPERATIONS_FORMAT) {
    misfit(root, "format", `"${OPERATIONS_FORMAT}"`, report);
    return [];
  }
  const requests = member(root, "requests");
  if (requests?.items === undefined) misfit(root, "requests", "a list", report);
  return (requests?.items ?? []).flatMap((item) => requestOf(item, report) ?? []);
}

function requestOf(value: ConfigValue, report: Report): OperationRequest | undefined {
  const method = member(value, "method")?.scalar;
  const path = textOf(member(value, "path"));
  const permissions = permissionsOf(value, report);
  if (!isMethod(method)) misfit(value, "method", "an HTTP method", report);
  if (path === undefined) misfit(value, "path", "a text", report);
  if (!isMethod(method) || path === undefined || permissions === undefined) return undefined;
  const operation = operationOf(member(value, "operation"));
  const alsoDocumentedBy = (member(value, "alsoDocumentedBy")?.items ?? []).flatMap(
    (page) => pageOf(page, report) ?? [],
  );
  return {
    method,
    path,
    permissions,
    ...(operation !== undefined && { operation }),
    ...(alsoDocumentedBy.length > 0 && { alsoDocumentedBy }),
  };
}

function isMethod(value: unknown): value is OperationRequest["method"] {
  return typeof value === "string" && ["GET", "POST", "PATCH", "PUT", "DELETE"].includes(value);
}

function operationOf(value: ConfigValue | undefined): OperationRequest["operation"] | undefined {
  const name = value === undefined ? undefined : textOf(member(value, "name"));
  const kind = value === undefined ? undefined : member(value, "kind")?.scalar;
  return name === undefined ? undefined : { kind: kind === "Action" ? kind : "Function", name };
}

function pageOf(value: ConfigValue, report: Report): DescribedPage | undefined {
  const title = textOf(member(value, "title"));
  const link = textOf(member(value, "link"));
  const permissions = member(value, "permissions") === undefined ? undefined : permissionsOf(value, report);
  if (title === undefined) misfit(value, "title", "a text", report);
  if (title === undefined) return undefined;
  return { title, ...(link !== undefined && { link }), ...(permissions != null && { permissions }) };
}

/** Reads permissions: null if unknown. Reports an error and returns undefined if they are not valid. */
function permissionsOf(request: ConfigValue, report: Report): OperationRequest["permissions"] | undefined {
  const value = member(request, "permissions");
  if (value?.scalar === null) return null;
  const read = value?.items?.map(permissionOf);
  if (read !== undefined && !read.includes(undefined)) return read.flatMap((one) => one ?? []);
  misfit(request, "permissions", "null or a list of schemes with their alternatives", report);
  return undefined;
}

function permissionOf(value: ConfigValue): DescribedPermission | undefined {
  const scheme = member(value, "scheme")?.scalar;
  const alternatives = member(value, "alternatives")?.items?.map(scopeSetOf);
  const when = textOf(member(value, "when"));
  if (!isScheme(scheme) || alternatives === undefined || alternatives.includes(undefined)) return undefined;
  return {
    scheme,
    ...(when !== undefined && { when }),
    alternatives: alternatives.flatMap((set) => (set === undefined ? [] : [set])),
    ordered: member(value, "ordered")?.scalar === true,
    ...(member(value, "exact")?.scalar === false && { exact: false }),
  };
}

/** A list of at least one text: an empty set would mean that no scope is needed. */
function scopeSetOf(value: ConfigValue): ScopeSet | undefined {
  const scopes = value.items?.map(textOf);
  if (scopes === undefined || scopes.length === 0 || scopes.includes(undefined)) return undefined;
  return scopes.flatMap((scope) => scope ?? []);
}

function isScheme(value: unknown): value is DescribedPermission["scheme"] {
  return allSchemes.some((scheme) => scheme === value);
}

function member({ entries }: ConfigValue, key: string): ConfigValue | undefined {
  return entries?.find((entry) => entry.key === key)?.value;
}

function textOf(value: ConfigValue | undefined): string | undefined {
  return typeof value?.scalar === "string" ? value.scalar : undefined;
}

function misfit(value: ConfigValue, key: string, expected: string, report: Report): void {
  const found = member(value, key);
  report.add("operations-invalid", (found ?? value).place, { key, expected, found: found?.shown ?? "nothing" });
}
