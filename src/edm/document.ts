import type { At, Source } from "../diagnostics/position.js";
import type { Annotation } from "./annotations.js";
import type { EnumType, SchemaElement, StructuredType, TypeName } from "./elements.js";
import type { Request } from "./requests.js";

/** One source as its reader found it: only its own aliases are resolved. */
export type Document = CsdlDocument | PageDocument;

/** Of OData 2.0 and 3.0 (MS-ODATA), 4.0 and 4.01. */
export type CsdlVersion = "2.0" | "3.0" | "4.0" | "4.01";

/** Whether a document is of a version before 4.0; its elements are those of 4.01 nevertheless. */
export function isBefore4(version: CsdlVersion): version is "2.0" | "3.0" {
  return version === "2.0" || version === "3.0";
}

export interface CsdlDocument {
  readonly kind: "csdl";
  readonly source: Source;
  readonly version: CsdlVersion;
  readonly references: readonly Reference[];
  readonly schemas: readonly Schema[];
}

/** CSDL 4.01 §4.1 */
export interface Reference {
  readonly uri: string;
  readonly at: At;
  readonly includes: readonly Include[];
  readonly includeAnnotations: readonly IncludeAnnotations[];
  readonly annotations?: readonly Annotation[];
}

/** CSDL 4.01 §4.2 */
export interface Include {
  readonly namespace: string;
  readonly alias?: string;
  readonly annotations?: readonly Annotation[];
}

/** CSDL 4.01 §4.3 */
export interface IncludeAnnotations {
  readonly termNamespace: string;
  readonly qualifier?: string;
  readonly targetNamespace?: string;
}

/** CSDL 4.01 §5 */
export interface Schema {
  readonly namespace: string;
  readonly alias?: string;
  readonly at: At;
  readonly elements: readonly SchemaElement[];
  /** External annotations (CSDL 4.01 §5.2). */
  readonly targets: readonly AnnotationTarget[];
  readonly annotations?: readonly Annotation[];
}

export function elementsOf(schemas: readonly Schema[]): readonly SchemaElement[] {
  return schemas.flatMap(({ elements }) => elements);
}

export interface AnnotationTarget {
  /** Target path with aliases resolved, e.g. `ns.Type/property`. */
  readonly target: string;
  readonly qualifier?: string;
  readonly at: At;
  readonly annotations: readonly Annotation[];
}

/** One reference page. It may use short names of types, which merge resolves. */
export interface PageDocument {
  readonly kind: "page";
  readonly source: Source;
  readonly title: string;
  readonly namespace?: string;
  readonly age: PageAge;
  /** The types that the page declares; a type may be declared once for each authority, e.g. `apiList` and `example`. */
  readonly types: readonly (StructuredType<TypeName> | EnumType<TypeName>)[];
  readonly requests: readonly Request<TypeName>[];
}

/** How new a page is: its `ms.date`, else the generation that its front matter and sections show. */
export interface PageAge {
  /** ISO date, e.g. `2024-08-01`. */
  readonly date?: string;
  /** 0: older; 1: `ms.localizationpriority`, since 2022; 2: a national-cloud section, since 2023; 3: `ms.subservice`, since 2024. */
  readonly generation: 0 | 1 | 2 | 3;
}
