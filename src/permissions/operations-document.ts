/**
 * The documented requests as plain JSON for other tools: the file `operations.json`. `docs/operations.md` documents the
 * format; incompatible changes need a new version number.
 */
import type { Operation, TypeRef } from "../edm/elements.js";
import {
  bindingTypeOf,
  compareText,
  isPart,
  type Model,
  type Part,
  type ResolvedRequest,
  type Resource,
} from "../edm/model.js";
import type { Method, Permission, PermissionScheme, ScopeSet } from "../edm/requests.js";
import { safeLink } from "../vocabularies/links.js";
import { annotatedPermissions, type IsStated } from "../vocabularies/resource-permissions.js";
import { deprecationOf, type Deprecation } from "../vocabularies/revisions.js";

export const OPERATIONS_FORMAT = "odata-codegen-operations/2";

export interface OperationsDocument {
  readonly format: typeof OPERATIONS_FORMAT;
  readonly serviceRoot?: string;
  /** The requests, ordered by path, then by method. */
  readonly requests: readonly DescribedRequest[];
}

/** A request. Types are qualified names, or `Collection(ns.Type)`. */
export type DescribedRequest = {
  readonly method: Method;
  readonly path: string;
  readonly title?: string;
  readonly link?: string;
  /** Other pages that document the request, for a use of their own. */
  readonly alsoDocumentedBy?: readonly DescribedPage[];
  readonly deprecated?: Deprecation;
  readonly operation?: DescribedOperation;
  /** The resource at the path; undefined for operations, and if the path does not exist in the model. */
  readonly addresses?: DescribedAddress;
  readonly body?: string;
  /** Names of the required properties of the body. */
  readonly required?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly type: string | null }[];
  readonly returns?: string;
  readonly status?: number;
  /** The permissions by scheme. Null if unknown, like every scheme that is not listed. */
  readonly permissions: readonly DescribedPermission[] | null;
  /** Null if unknown. */
  readonly clouds: readonly string[] | null;
  /** Null if unknown. */
  readonly queryOptions: { readonly names: readonly string[]; readonly others: boolean } | null;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
};

export type DescribedOperation = {
  readonly kind: "Action" | "Function";
  readonly name: string;
  readonly boundTo?: string;
};

/**
 * An entity, a collection, or a part `of` one or of an operation's result: a property, `$value`, `$ref`, `$count` or an
 * item.
 */
export type DescribedAddress =
  | { readonly kind: "Entity" | "Collection"; readonly type: string }
  | DescribedOperation
  | { readonly kind: "Property"; readonly name: string; readonly of: DescribedAddress }
  | { readonly kind: Exclude<Part["kind"], "Property">; readonly of: DescribedAddress };

export type DescribedPage = {
  readonly title: string;
  readonly link?: string;
  /** What the page takes, where that is not what the request takes. */
  readonly permissions?: readonly DescribedPermission[];
};

/** Any one alternative suffices; its scopes are needed together. Without alternatives, the scheme is not supported. */
export type DescribedPermission = {
  readonly scheme: PermissionScheme;
  /** The condition under which these scopes apply; undefined if they always apply. */
  readonly when?: string;
  readonly alternatives: readonly ScopeSet[];
  /** Whether the alternatives are ordered from least to most privileged. */
  readonly ordered: boolean;
  /** False if the documentation leaves open what is needed: less may be enough. */
  readonly exact?: false;
};

/** The document of the requests in a model, and of `others` with a method and path that the model does not document. */
export function operationsDocument(
  model: Pick<Model, "requests" | "serviceRoot">,
  others: readonly ResolvedRequest[],
  isStated: IsStated,
): OperationsDocument {
  const { serviceRoot } = model;
  return {
    format: OPERATIONS_FORMAT,
    ...(serviceRoot !== undefined && { serviceRoot }),
    requests: documentedRequests(model, others).map((request) => describedRequest(request, isStated)),
  };
}

/** The requests that the document has, in its order. */
export function documentedRequests(
  { requests }: Pick<Model, "requests">,
  others: readonly ResolvedRequest[],
): readonly ResolvedRequest[] {
  const known = new Set(requests.map(keyOf));
  const all = [...requests, ...others.filter((request) => !known.has(keyOf(request)))];
  return all.sort((a, b) => compareText(a.template, b.template) || compareText(a.method, b.method));
}

/** A key that ignores the names of placeholders. */
function keyOf({ method, template }: ResolvedRequest): string {
  return `${method} ${template.replace(/\{[^{}]*\}/g, "{}")}`;
}

export function describedRequest(request: ResolvedRequest, isStated: IsStated): DescribedRequest {
  const {
    method,
    template,
    title,
    body,
    required = [],
    parameters,
    returns,
    status,
    clouds,
    queryOptions,
    headers,
  } = request;
  const link = safeLink(request.link);
  const deprecated = deprecationOf(request) ?? deprecatedOperation(request);
  return {
    method,
    path: template,
    ...(title !== "" && { title }),
    ...(link !== undefined && { link }),
    ...alsoDocumented(request),
    ...(deprecated !== undefined && { deprecated }),
    ...targetOf(request),
    ...(body !== undefined && { body: typeText(body) }),
    ...(required.length > 0 && { required }),
    ...(parameters !== undefined && {
      parameters: parameters.map(({ name, type }) => ({ name, type: type === undefined ? null : typeText(type) })),
    }),
    ...(returns !== undefined && { returns: typeText(returns) }),
    ...(status !== undefined && { status }),
    permissions: permissionsOf(request, isStated),
    clouds: clouds ?? null,
    queryOptions: queryOptions === undefined ? null : { names: queryOptions.names, others: queryOptions.others },
    headers: headers.map(({ name, value }) => ({ name, value })),
  };
}

function deprecatedOperation({ resource }: ResolvedRequest): Deprecation | undefined {
  return resource?.kind === "Operation" ? deprecationOf(resource.operation) : undefined;
}

function targetOf({ resource, part }: ResolvedRequest): Pick<DescribedRequest, "operation" | "addresses"> {
  if (resource?.kind === "Operation") return { operation: describedOperation(resource.operation) };
  const addressed = resource ?? part;
  return addressed === undefined ? {} : { addresses: describedAddress(addressed) };
}

function describedAddress(addressed: Resource | Part): DescribedAddress {
  if (!isPart(addressed)) {
    if (addressed.kind === "Operation") return describedOperation(addressed.operation);
    return { kind: addressed.kind, type: addressed.type };
  }
  const of = describedAddress(addressed.of);
  return addressed.kind === "Property"
    ? { kind: addressed.kind, name: addressed.property.name, of }
    : { kind: addressed.kind, of };
}

function describedOperation(operation: Operation): DescribedOperation {
  const { kind, name } = operation;
  const binding = bindingTypeOf(operation);
  return { kind, name, ...(binding !== undefined && { boundTo: typeText(binding) }) };
}

function typeText({ type, collection }: TypeRef): string {
  return collection ? `Collection(${type})` : type;
}

/** The permissions on the page, else those in annotations of the element at the path. */
function permissionsOf(
  { permissions, resource, method }: ResolvedRequest,
  isStated: IsStated,
): DescribedRequest["permissions"] {
  const element = resource?.kind === "Operation" ? resource.operation : resource?.through;
  const documented =
    permissions ??
    (resource === undefined || element === undefined
      ? undefined
      : annotatedPermissions(element, resource.kind, method, isStated));
  return documented?.map(describedPermission) ?? null;
}

function describedPermission({ scheme, when, alternatives, ordered, exact }: Permission): DescribedPermission {
  return {
    scheme,
    ...(when !== undefined && { when }),
    alternatives,
    ordered,
    ...(exact !== undefined && { exact }),
  };
}

function alsoDocumented({ alsoDocumentedBy }: ResolvedRequest): Pick<DescribedRequest, "alsoDocumentedBy"> {
  if (alsoDocumentedBy === undefined) return {};
  return {
    alsoDocumentedBy: alsoDocumentedBy.map(({ title, link: address, permissions }) => {
      const link = safeLink(address);
      return {
        title,
        ...(link !== undefined && { link }),
        ...(permissions !== undefined && { permissions: permissions.map(describedPermission) }),
      };
    }),
  };
}
