/** HTTP requests that pages document. They are no part of the entity data model. */
import type { At } from "../diagnostics/position.js";
import type { Parameter, Declared, TypeName, TypeRef } from "./elements.js";
import type { QualifiedName, SimpleName } from "./names.js";

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

export type PermissionScheme = (typeof allSchemes)[number];

/** In the order of the tables on reference pages. */
export const allSchemes = ["delegatedWork", "delegatedPersonal", "application"] as const;

/** Scopes that are needed together; never empty. */
export type ScopeSet = readonly string[];

/** What one scheme takes: any one of the alternatives. Without alternatives the scheme is not supported. */
export interface Permission {
  readonly scheme: PermissionScheme;
  readonly alternatives: readonly ScopeSet[];
  /** Whether the page gives the alternatives from least to most privileged. */
  readonly ordered: boolean;
  /**
   * Set where the page leaves open what is needed: a list whose `and` may mean "all" or "any" is read as all, and prose
   * may name further alternatives.
   */
  readonly exact?: false;
  /** The case that these scopes apply to, e.g. `Policy Set` or `Calendar`; absent: every case. */
  readonly when?: string;
  readonly at: At;
}

/** The query options that a page names, e.g. `$select`, and whether it mentions others without naming them. */
export interface QueryOptions {
  readonly names: readonly string[];
  readonly others: boolean;
}

export interface Header {
  readonly name: string;
  readonly value: string;
}

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** A JSON body with the position of its first character. */
export interface Body {
  readonly at: At;
  readonly value: JsonValue;
  /** The type that the comment beside it names. */
  readonly said?: Pick<TypeRef, "type" | "collection">;
}

export interface ExampleRequest {
  readonly at: At;
  readonly method: Method;
  /** Absolute, or a path of the service, as shown. */
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body?: Body;
}

export interface ExampleResponse {
  readonly at: At;
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body?: Body;
}

export interface Example {
  readonly request?: ExampleRequest;
  readonly response?: ExampleResponse;
}

/** A page that documents a request beside the one about its resource, for a use of its own. */
export interface OtherPage {
  readonly title: string;
  readonly link?: string;
  /** What the page takes, where that is not what the request takes. */
  readonly permissions?: readonly Permission[];
  readonly at: At;
}

/** One documented request: method and path template, e.g. `/users/{id}/messages`. */
export interface Request<N extends TypeName = QualifiedName> extends Declared {
  readonly kind: "Request";
  readonly method: Method;
  readonly template: string;
  /** First heading of the page. */
  readonly title: string;
  readonly description?: string;
  /** Where the page is published, e.g. `https://learn.microsoft.com/en-us/graph/api/user-get?view=graph-rest-1.0`. */
  readonly link?: string;
  /** Of a merged request; never empty. */
  readonly alsoDocumentedBy?: readonly OtherPage[];
  /** Set where the last segment is an operation. */
  readonly operation?: "Action" | "Function";
  /** Absent: not known, since the page has none or includes them from a file that was not read. */
  readonly permissions?: readonly Permission[];
  /** Absent: not stated. Empty: the page states that the request takes none. */
  readonly queryOptions?: QueryOptions;
  readonly headers: readonly Header[];
  /** National clouds that the page names; absent: not stated. */
  readonly clouds?: readonly string[];
  /** Type of the body; an operation has parameters instead. */
  readonly body?: TypeRef<N>;
  /** Properties of the body that the page marks `Required`; absent: not stated. */
  readonly required?: readonly SimpleName[];
  readonly parameters?: readonly Parameter<N>[];
  readonly status?: number;
  readonly returns?: TypeRef<N>;
  readonly examples: readonly Example[];
}
