import type { At } from "../diagnostics/position.js";
import type { PageDocument } from "../edm/document.js";
import type { EnumType, StructuredType } from "../edm/elements.js";
import type { Model, Part, Resource } from "../edm/model.js";
import type { QualifiedName, SimpleName } from "../edm/names.js";
import type { Request } from "../edm/requests.js";
import type { Cause } from "./causes.js";

/** A difference between a page and the CSDL, or between two pages, with the positions of both. */
export interface Finding {
  readonly cause: Cause;
  /** The element: `ns.Type`, `ns.Type/property`, `ns.operation(binding type)` or `GET /path`. */
  readonly element: string;
  /** The difference in words, without the element: "documented as String, declared as Int32 in the CSDL". */
  readonly message: string;
  /** The position on the page; undefined if no page documents the element. */
  readonly page?: At;
  /** The position in the CSDL; undefined if the CSDL does not declare the element. */
  readonly csdl?: At;
  /** The position on another page that contradicts this one. */
  readonly otherPage?: At;
  /** The text that the page should have instead. */
  readonly suggestion?: string;
  /** The version of the service that the page documents, where the CSDL is of another one. */
  readonly version?: string;
}

/** The declarations and requests of a page, with short names resolved to qualified ones. */
export interface AuditedPage {
  readonly document: PageDocument;
  readonly types: readonly (StructuredType | EnumType)[];
  readonly requests: readonly Request[];
}

/** A type name whose letter case differs from that of the type that exists. */
export interface Misspelling {
  readonly at: At;
  readonly written: SimpleName;
  readonly stands: QualifiedName;
}

/** The inputs of an audit. */
export interface AuditInputs {
  readonly pages: readonly AuditedPage[];
  readonly misspellings: readonly Misspelling[];
  /** The model of the CSDL alone. If undefined, the pages are compared with each other. */
  readonly csdl?: Model;
  /** The version in the name of the CSDL, such as `beta`; undefined without one. */
  readonly csdlVersion?: string;
  /** The model of all sources, to compare pages where the CSDL declares nothing. */
  readonly merged: Model;
  /** The model that examples are checked against: that of the CSDL, else of all sources. */
  readonly examples: Model;
  /** Resolves the path of a request in the CSDL. */
  readonly follow: (request: Request) => Followed;
}

/** The resource at a path, or the segment that does not exist, with the nearest segment that does. */
export type Followed =
  | { readonly found: Resource | Part; readonly failed?: never; readonly suggestion?: never }
  | { readonly found?: never; readonly failed: string; readonly suggestion?: string };
