import type { At } from "../diagnostics/position.js";
import type { PageDocument } from "../edm/document.js";
import type { EnumType, StructuredType } from "../edm/elements.js";
import type { Model, Part, Resource } from "../edm/model.js";
import type { QualifiedName, SimpleName } from "../edm/names.js";
import type { Request } from "../edm/requests.js";
import type { Cause } from "./causes.js";

/** One difference, and where each side says what it says. */
export interface Finding {
  readonly cause: Cause;
  /** What is spoken of: `ns.Type`, `ns.Type/property`, `ns.operation(binding type)`, `GET /path`. */
  readonly element: string;
  /** One sentence. */
  readonly message: string;
  /** Absent: no page speaks of the element. */
  readonly page?: At;
  /** Absent: no CSDL speaks of the element. */
  readonly csdl?: At;
  /** Another page that says otherwise. */
  readonly otherPage?: At;
  /** What the page should say instead. */
  readonly suggestion?: string;
}

/** What one page says, its short names resolved. */
export interface AuditedPage {
  readonly document: PageDocument;
  readonly types: readonly (StructuredType | EnumType)[];
  readonly requests: readonly Request[];
}

/** The name of a type in other capitals than the one that stands. */
export interface Misspelling {
  readonly at: At;
  readonly written: SimpleName;
  readonly stands: QualifiedName;
}

export interface AuditInputs {
  readonly pages: readonly AuditedPage[];
  readonly misspellings: readonly Misspelling[];
  /** What CSDL alone says; absent: the pages are compared with each other. */
  readonly csdl?: Model;
  /** What all sources together say, so that pages can be compared where no CSDL speaks. */
  readonly merged: Model;
  /** Follows the path of a request in the CSDL. */
  readonly follow: (request: Request) => Followed;
}

/** What a path leads to, or the segment at which it ends, and what that may have been meant to be. */
export type Followed =
  | { readonly found: Resource | Part; readonly failed?: never; readonly suggestion?: never }
  | { readonly found?: never; readonly failed: string; readonly suggestion?: string };
