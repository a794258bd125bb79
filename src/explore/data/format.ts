/**
 * The model of a service as plain data, for the page of `explore` and for other tools: what `explore --format json`
 * prints. A field that is absent was not stated or does not apply. Incompatible changes need a new version number.
 */
import type { DescribedRequest } from "../../permissions/operations-document.js";

export const MODEL_FORMAT = "odata-codegen-model/1";

export interface ModelData {
  readonly format: typeof MODEL_FORMAT;
  /** The name of the service, else of its container. */
  readonly title: string;
  /** The version of OData: `4.0` (of 4.01, too), `3.0` or `2.0`. */
  readonly protocol: string;
  readonly serviceRoot?: string;
  /** The qualified name of the entity container. */
  readonly container?: string;
  /** The flat one first. */
  readonly namespaces: readonly NamespaceData[];
  /** By qualified name. */
  readonly types: readonly TypeData[];
  /** By qualified name; overloads follow each other. */
  readonly operations: readonly OperationData[];
  /** The children of the container by name. */
  readonly children: readonly ChildData[];
  /** By path, then by method. */
  readonly requests: readonly RequestData[];
  /** The inputs, which `said` refers to by index. */
  readonly sources?: readonly SourceData[];
  /** What audit finds, by cause. Absent where pages are not compared. */
  readonly findings?: readonly FindingData[];
  /** What each cause among the findings means. */
  readonly causes?: Readonly<Record<string, string>>;
  /** What changed since another version. */
  readonly changes?: ChangesData;
  /** A picture of the whole, of a small service. */
  readonly picture?: PictureData;
}

export interface NamespaceData {
  readonly name: string;
  /** The name under which `index.ts` exports it; absent for the flat one. */
  readonly exportedAs?: string;
}

/** What every element has. */
export interface ElementData {
  /** Qualified; of a member, parameter or child its own name. */
  readonly name: string;
  /** Paragraphs are separated by an empty line. */
  readonly description?: string;
  readonly deprecated?: { readonly reason?: string; readonly since?: string; readonly removal?: string };
  /** `https` addresses of pages about it. */
  readonly links?: readonly string[];
  /** Terms with their values as text; an empty text for a tag. */
  readonly annotations?: readonly (readonly [term: string, value: string])[];
  /**
   * Who declares it: the declaration that stands first. Examples show an element and declare none: they are among these
   * where they differ, or where nothing else has it.
   */
  readonly said?: readonly SaidData[];
}

/** A declaration: the index of its source, the line from 1, and its authority. */
export interface SaidData {
  readonly by: string;
  readonly source: number;
  readonly line: number;
  /** Its type or value where that differs from what stands. */
  readonly differs?: string;
}

export interface SourceData {
  /** As in diagnostics. */
  readonly name: string;
  /** Where the page is published. */
  readonly link?: string;
}

export type TypeData = StructuredData | EnumData | DefinitionData;

export interface StructuredData extends ElementData {
  readonly kind: "EntityType" | "ComplexType";
  /** The TypeScript types as `index.ts` exports them: `User`, `UserCreate`, `UserUpdate`. */
  readonly read: string;
  readonly create?: string;
  readonly update?: string;
  readonly schema?: string;
  /**
   * Of a part of a service: selected paths lead through the type alone. It has its key and what these paths lead over;
   * `read` is the interface of the client for it.
   */
  readonly passed?: true;
  readonly base?: string;
  readonly abstract?: true;
  readonly open?: true;
  readonly stream?: true;
  /** The names of the properties of its key, inherited too. */
  readonly key?: readonly string[];
  /** How the client takes one of a collection: `byId("…")`. */
  readonly byKey?: string;
  /** What its URL has for that: `/{id}`, `({UserName})`. */
  readonly keyTemplate?: string;
  /** Declared on the type itself. */
  readonly members: readonly MemberData[];
}

export interface MemberData extends ElementData {
  readonly kind: "Property" | "NavigationProperty";
  /** `Collection(Edm.String)`; absent where no source states it. */
  readonly type?: string;
  /** `Nullable`, `MaxLength` and other facets as text: `not null, MaxLength 64`. */
  readonly facets?: string;
  /** The TypeScript type of a value that is read. */
  readonly read: string;
  /** That in a body that creates an entity: absent if the same, null if no such body may have it. */
  readonly create?: string | null;
  readonly update?: string | null;
  /** A body that creates one has to have it. */
  readonly required?: true;
  /** Every value that is read has it. */
  readonly present?: true;
  readonly contained?: true;
  /** Of a navigation property: the one that leads back. */
  readonly partner?: string;
  readonly stream?: true;
  readonly default?: string;
  readonly example?: string;
  /** The client's name for the segment, where it is another than `name`; null where no selected path leads over it. */
  readonly segment?: string | null;
}

export interface EnumData extends ElementData {
  readonly kind: "EnumType";
  readonly read: string;
  readonly schema: string;
  readonly flags?: true;
  readonly members: readonly (ElementData & { readonly value?: string })[];
}

export interface DefinitionData extends ElementData {
  readonly kind: "TypeDefinition";
  readonly read: string;
  readonly underlying: string;
}

/** One overload of an action or function. */
export interface OperationData extends ElementData {
  readonly kind: "Action" | "Function";
  /** `Collection(microsoft.graph.user)` */
  readonly boundTo?: string;
  /** Without the binding parameter. */
  readonly parameters: readonly ParameterData[];
  readonly returns?: string;
  /** The TypeScript type of the result. */
  readonly read?: string;
  readonly segment: string;
  /** How the client calls it: `.sendMail.post({ … })`; absent for what is bound to other values than entities. */
  readonly call?: string;
}

export interface ParameterData extends ElementData {
  readonly type?: string;
  /** The TypeScript type. */
  readonly write?: string;
  readonly required?: true;
}

/** A child of the container. */
export interface ChildData extends ElementData {
  readonly kind: "EntitySet" | "Singleton" | "ActionImport" | "FunctionImport";
  /** The qualified name of its type, or of the operation that it calls. */
  readonly target: string;
  /** The client's name for it. */
  readonly segment: string;
}

/** A request that a reference page or an annotation documents. */
export type RequestData = Omit<DescribedRequest, "headers"> & {
  readonly headers?: DescribedRequest["headers"];
  readonly description?: string;
  readonly snippet: SnippetData;
  readonly said?: readonly SaidData[];
};

/** How to send a request. */
export interface SnippetData {
  /** With the client, and what it imports beside the client itself. */
  readonly client?: string;
  /** Why there is none: `a function has no POST`. */
  readonly noClient?: string;
  /** Checks the body that is sent or read; absent where that has no schema. */
  readonly schema?: string;
  /** `GET /users/{id}/messages HTTP/1.1` with headers and a body. */
  readonly http: string;
}

export interface FindingData {
  readonly cause: string;
  readonly element: string;
  readonly message: string;
  /** The text that the page should have instead. */
  readonly suggestion?: string;
  /** The version of the service that the page documents, where the CSDL is of another one. */
  readonly version?: string;
  /** On the page, and in the CSDL or on the other page. */
  readonly at?: readonly (readonly [source: number, line: number])[];
}

export interface ChangesData {
  /** The name of the version before. */
  readonly against: string;
  readonly verdict: string;
  /** What each code among the changes means. */
  readonly codes?: Readonly<Record<string, string>>;
  /** Breaking ones first, then by element. */
  readonly changes: readonly ChangeData[];
}

export interface ChangeData {
  readonly code: string;
  readonly element: string;
  readonly message: string;
  readonly before?: string;
  readonly after?: string;
  /** For whom it is breaking: readers, writers, source. */
  readonly breaking?: readonly string[];
  /** Who sees it, and works on as before. */
  readonly compatible?: readonly string[];
  /** Of a type that is gone: a new one that may be the same under another name. */
  readonly similar?: string;
}

/** Positions in one unit, from the top left; edges are lists of points. */
export interface PictureData {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly {
    readonly name: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly label: string;
    readonly kind: "base" | "contained" | "reference" | "value";
    readonly points: readonly (readonly [x: number, y: number])[];
    /** The center of the label. */
    readonly at?: readonly [x: number, y: number];
  }[];
}
