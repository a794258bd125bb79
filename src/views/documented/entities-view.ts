/**
 * The view `entities` of artifacts of one's own: what a service has, as plain data. Every text comes from the service
 * or is a name in the output, so a template prints it by a helper. What is not stated is null, or an empty list.
 */
export interface EntitiesView {
  /** The version of OData: `4.0` (of 4.01, too), `3.0` or `2.0`. */
  readonly protocol: string;
  /** The qualified name of the entity container. */
  readonly container: string | null;
  /** The URL of the service, where an option or a reference page has it. */
  readonly serviceRoot: string | null;
  /** The namespaces with selected elements, the flat one first. */
  readonly namespaces: readonly DescribedNamespace[];
  readonly entitySets: readonly DescribedSet[];
  readonly singletons: readonly DescribedSet[];
  /** Actions and functions that are called by an import of the container. */
  readonly imports: readonly DescribedImport[];
}

/** A namespace and its elements, each in the order of their names. */
export interface DescribedNamespace {
  readonly name: string;
  /** The name under which `index.ts` exports it; null for the flat one. */
  readonly exportedAs: string | null;
  readonly types: readonly DescribedType[];
  readonly enums: readonly DescribedEnum[];
  readonly definitions: readonly DescribedDefinition[];
  readonly operations: readonly DescribedOperation[];
}

/** What every element has. */
export interface DescribedElement {
  /** The qualified name, such as `microsoft.graph.user`; of a member, parameter or set its own name. */
  readonly name: string;
  /** Paragraphs are separated by an empty line. */
  readonly description: string | null;
  /** Set where the service deprecates it. */
  readonly deprecated: DescribedDeprecation | null;
  /** The addresses of pages about it. */
  readonly addresses: readonly string[];
}

/** Why and since when an element is deprecated. */
export interface DescribedDeprecation {
  readonly reason: string | null;
  /** The version or date with which it was deprecated. */
  readonly since: string | null;
  /** The date when it goes away. */
  readonly removal: string | null;
}

/** An entity type or complex type. */
export interface DescribedType extends DescribedElement {
  /** The name without namespace. */
  readonly simpleName: string;
  /** The TypeScript type of what is read, as `index.ts` exports it: `User`, `callRecords.Session`. */
  readonly readType: string;
  /** That of a body that creates one. */
  readonly createType: string;
  /** That of a body that updates one. */
  readonly updateType: string;
  /** An entity type, else a complex type. */
  readonly isEntity: boolean;
  /** Whether no value is of the type itself. */
  readonly isAbstract: boolean;
  /** Whether values may have properties that are not declared. */
  readonly isOpen: boolean;
  readonly hasStream: boolean;
  /** The qualified name of its base type. */
  readonly base: string | null;
  /** The qualified names of all types derived from it. */
  readonly derived: readonly string[];
  /** The names of the properties of its key. */
  readonly keyNames: readonly string[];
  /** With inherited ones, base first. */
  readonly properties: readonly DescribedProperty[];
  readonly navigationProperties: readonly DescribedProperty[];
  /** Actions and functions that are bound to it or to a collection of it. */
  readonly operations: readonly DescribedOperation[];
  /** Requests that reference pages document. */
  readonly requests: readonly DescribedRequest[];
}

/** A property or navigation property. */
export interface DescribedProperty extends DescribedElement {
  /** The type of the service, such as `Collection(Edm.String)`; null where no source states it. */
  readonly type: string | null;
  /** The qualified name of the type of the service without `Collection`, where this service declares it. */
  readonly refersTo: string | null;
  readonly isCollection: boolean;
  /** Whether its content is read and written by requests of its own. */
  readonly isStream: boolean;
  /** The TypeScript type of a value that is read; `unknown` for a stream. */
  readonly readType: string;
  /** The TypeScript type in a body that creates an entity; null where that must not have the property. */
  readonly createType: string | null;
  /** The same of a body that updates one. */
  readonly updateType: string | null;
  /** Whether it is the key, or a part of it. */
  readonly isKey: boolean;
  /** Whether a base type declares it. */
  readonly isInherited: boolean;
  /** Whether its value can be null. */
  readonly isNullable: boolean;
  /** Whether every value that is read has it, unless `$select` leaves it out. */
  readonly isPresent: boolean;
  /** Whether a body that creates an entity has to have it. */
  readonly isRequired: boolean;
  /** Whether no body may have it. */
  readonly isReadOnly: boolean;
  readonly defaultValue: string | null;
  /** A value that the service shows. */
  readonly example: string | null;
}

export interface DescribedEnum extends DescribedElement {
  readonly simpleName: string;
  /** The TypeScript type, as `index.ts` exports it. */
  readonly readType: string;
  /** Whether a value may have several members. */
  readonly isFlags: boolean;
  readonly members: readonly DescribedMember[];
}

/** A member of an enumeration. */
export interface DescribedMember extends DescribedElement {
  /** Its number, where a source states one. */
  readonly value: string | null;
}

/** A type definition. */
export interface DescribedDefinition extends DescribedElement {
  readonly simpleName: string;
  readonly readType: string;
  readonly underlyingType: string;
}

/** One overload of an action or function. */
export interface DescribedOperation extends DescribedElement {
  readonly simpleName: string;
  readonly isAction: boolean;
  /** The type that it is bound to, such as `Collection(microsoft.graph.user)`. */
  readonly boundTo: string | null;
  /** Without the binding parameter. */
  readonly parameters: readonly DescribedParameter[];
  /** The type of the service that it returns. */
  readonly returns: string | null;
  readonly requests: readonly DescribedRequest[];
}

export interface DescribedParameter extends DescribedElement {
  readonly type: string | null;
  readonly isRequired: boolean;
  readonly isNullable: boolean;
}

/** An entity set or singleton. */
export interface DescribedSet extends DescribedElement {
  /** The qualified name of the type of its entities. */
  readonly type: string;
}

/** An action import or function import. */
export interface DescribedImport extends DescribedElement {
  /** The qualified name of the action or function. */
  readonly operation: string;
  readonly isAction: boolean;
}

/** A request that a reference page documents. */
export interface DescribedRequest {
  readonly method: string;
  /** Such as `/users/{id}/messages`. */
  readonly path: string;
  readonly title: string;
  readonly description: string | null;
  readonly address: string | null;
}
