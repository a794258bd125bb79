/** What the mock knows of a service: the table that generated code gives it. Absent fields have their usual value. */

export interface MockService {
  readonly protocol: "4.0" | "3.0" | "2.0";
  /** Namespaces of which the wire takes the simple names of bound operations (Core.DefaultNamespace). */
  readonly defaultNamespaces?: readonly string[];
  /** Entity types and complex types by qualified name. */
  readonly types: Readonly<Record<string, MockType>>;
  readonly enums: Readonly<Record<string, MockEnum>>;
  /** Type definitions by qualified name, with their underlying types. */
  readonly definitions?: Readonly<Record<string, string>>;
  /** The children of the container by name. */
  readonly children: Readonly<Record<string, MockChild>>;
  /** Overloads of bound and unbound operations. */
  readonly operations?: readonly MockOperation[];
  /** Documented requests: examples, and the scopes that they need. */
  readonly requests?: readonly MockRequest[];
  /** Whether names in requests are found in any letters' case, as the documentation of the service writes them. */
  readonly anyCase?: true;
  /** The service root. */
  readonly baseUrl?: string;
}

export interface MockType {
  readonly kind: "entity" | "complex";
  readonly base?: string;
  readonly abstract?: true;
  readonly open?: true;
  /** Whether entities are media entities. */
  readonly stream?: true;
  /** The names of the key properties; inherited where absent. */
  readonly key?: readonly string[];
  /** Other keys (Core.AlternateKeys): paths of properties by the names that a key predicate has. */
  readonly alternateKeys?: readonly Readonly<Record<string, string>>[];
  /**
   * What the names of the generated schemas begin with, such as `user` of `userSchema` and `userCreateSchema`, after the
   * identifier of another module (`callRecords.session`). Absent where there are none.
   */
  readonly schema?: string;
  /** Names of schemas that are made in another way, by their usual endings. */
  readonly schemas?: Readonly<Record<string, string>>;
  /** Declared on the type itself. */
  readonly properties: Readonly<Record<string, MockProperty>>;
  readonly navigation?: Readonly<Record<string, MockNavigation>>;
}

export interface MockProperty {
  /** The qualified name, without `Collection`. */
  readonly type: string;
  readonly collection?: true;
  readonly nullable?: true;
  readonly maxLength?: number;
  readonly precision?: number;
  readonly scale?: number | "variable" | "floating";
  readonly minimum?: number | string;
  readonly maximum?: number | string;
  /** Limits that are no values themselves. */
  readonly above?: number | string;
  readonly below?: number | string;
  readonly multipleOf?: number | string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  /** The values that are allowed (Validation.AllowedValues). */
  readonly allowed?: readonly (string | number | boolean)[];
  readonly default?: string;
  /** The service sets it: a write is refused, or ignored in a create body (Core.Computed). */
  readonly computed?: true;
  /** Set on create only (Core.Immutable). */
  readonly immutable?: true;
  /** Types of values that are allowed (Validation.DerivedTypeConstraint). */
  readonly derived?: readonly string[];
}

export interface MockNavigation {
  readonly type: string;
  readonly collection?: true;
  readonly nullable?: true;
  /** Part of the entity that has it, with no other place. */
  readonly contained?: true;
  readonly partner?: string;
  /** Properties of the entity that have the values of properties of the related one (ReferentialConstraint). */
  readonly constraints?: Readonly<Record<string, string>>;
  readonly derived?: readonly string[];
}

export interface MockEnum {
  /** Names with their numbers, in order. */
  readonly members: readonly (readonly [name: string, value: string])[];
  readonly flags?: true;
}

export type MockChild =
  | {
      readonly kind: "set" | "singleton";
      readonly type: string;
      /** The sets and singletons that navigation properties lead to, by their path. */
      readonly bindings?: Readonly<Record<string, string>>;
      /** Requests answer with ETags and take `If-Match` (Core.OptimisticConcurrency). */
      readonly etag?: true;
      /** What the capabilities deny, for `strict`. */
      readonly denied?: MockDenied;
    }
  | { readonly kind: "import"; readonly operation: string; readonly set?: string };

/** What a set does not support (Org.OData.Capabilities.V1). */
export interface MockDenied {
  readonly methods?: readonly ("GET" | "POST" | "PATCH" | "DELETE")[];
  /** Query options: `$filter`, `$orderby` … */
  readonly options?: readonly string[];
  readonly filter?: readonly string[];
  readonly orderby?: readonly string[];
}

export interface MockOperation {
  readonly kind: "action" | "function";
  readonly name: string;
  /** The type that it is bound to. */
  readonly on?: { readonly type: string; readonly collection?: true };
  /** Without the binding parameter. */
  readonly parameters: Readonly<Record<string, MockProperty>>;
  readonly returns?: { readonly type: string; readonly collection?: true; readonly nullable?: true };
  readonly composable?: true;
  /** The generated schema of the parameters of an action. */
  readonly schema?: string;
  /** Of OData 2.0 and 3.0: the method that calls it. */
  readonly method?: string;
}

export interface MockRequest {
  readonly method: string;
  /** Such as `/users/{id}/messages`. */
  readonly path: string;
  /** For each scheme, alternatives of scopes that are needed together. */
  readonly scopes?: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** A response of a page that is right by its schema. */
  readonly example?: { readonly status: number; readonly body?: unknown };
  /** What the body of the request is, where the page sends no JSON, such as `text/html`. */
  readonly sends?: string;
  /** What the page says that comes back, where it has no such example. */
  readonly status?: number;
  readonly returns?: MockOperation["returns"];
}
