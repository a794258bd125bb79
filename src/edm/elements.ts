/**
 * The elements of the entity data model, named as in CSDL 4.01. Documents and the model share these interfaces; only in
 * pages a type may be a {@link ShortName}. An absent field was not stated: readers set no defaults.
 */
import type { At } from "../diagnostics/position.js";
import type { Annotation, Facets } from "./annotations.js";
import type { Authority } from "./authority.js";
import type { QualifiedName, SimpleName } from "./names.js";

/** A type as a page names it. */
export interface ShortName {
  /** The word in the cell or sentence. */
  readonly short: SimpleName;
  /** Target of the link as written, e.g. `../resources/intune-enrollment-platform.md`. */
  readonly link?: string;
  /** The namespace of the page. */
  readonly near?: string;
}

export type TypeName = QualifiedName | ShortName;

export interface Declared {
  readonly at: At;
  readonly by: Authority;
  readonly annotations?: readonly Annotation[];
}

/** The use of a type (CSDL 4.01 §7.2); for a collection, `nullable` and facets apply to its items. */
export interface TypeRef<N extends TypeName = QualifiedName> {
  readonly type: N;
  readonly collection: boolean;
  readonly nullable?: boolean;
  readonly facets?: Facets;
}

/** CSDL 4.01 §7 */
export interface Property<N extends TypeName = QualifiedName> extends Declared {
  readonly kind: "Property";
  readonly name: SimpleName;
  readonly type?: TypeRef<N>;
  /** Exact text. */
  readonly defaultValue?: string;
  /** The X of a page's row "Inherited from X". Not set in the model. */
  readonly declaredOn?: N;
  /** The values that a page lists for a property of type String. Not set in the model. */
  readonly values?: readonly Pick<Member, "name">[];
  /** Other types that values of the property have in the same examples. Not set in the model. */
  readonly otherTypes?: readonly QualifiedName[];
}

/** CSDL 4.01 §8 */
export interface NavigationProperty<N extends TypeName = QualifiedName> extends Declared {
  readonly kind: "NavigationProperty";
  readonly name: SimpleName;
  readonly type?: TypeRef<N>;
  readonly partner?: string;
  readonly containsTarget?: boolean;
  readonly referentialConstraints?: readonly ReferentialConstraint[];
  readonly onDelete?: OnDelete;
  readonly declaredOn?: N;
}

/** A structural property or a navigation property. */
export type AnyProperty<N extends TypeName = QualifiedName> = Property<N> | NavigationProperty<N>;

/** CSDL 4.01 §8.5 */
export interface ReferentialConstraint {
  readonly property: string;
  readonly referencedProperty: string;
  readonly at: At;
  readonly annotations?: readonly Annotation[];
}

/** CSDL 4.01 §8.6 */
export interface OnDelete {
  readonly action: "Cascade" | "None" | "SetNull" | "SetDefault";
  readonly at: At;
  readonly annotations?: readonly Annotation[];
}

/** One property of a key (CSDL 4.01 §6.5); `name` may be a path, which then needs an alias. */
export interface PropertyRef {
  readonly name: string;
  readonly alias?: SimpleName;
  readonly at: At;
}

/** CSDL 4.01 §6 and §9 */
export interface StructuredType<N extends TypeName = QualifiedName> extends Declared {
  readonly kind: "EntityType" | "ComplexType";
  readonly name: N;
  readonly base?: N;
  readonly abstract?: boolean;
  readonly open?: boolean;
  readonly hasStream?: boolean;
  readonly key?: readonly PropertyRef[];
  readonly properties: readonly Property<N>[];
  readonly navigationProperties: readonly NavigationProperty<N>[];
}

/** CSDL 4.01 §10.3. Lists on pages have no values. */
export interface Member extends Declared {
  readonly name: SimpleName;
  readonly value?: bigint;
}

/** CSDL 4.01 §10 */
export interface EnumType<N extends TypeName = QualifiedName> extends Declared {
  readonly kind: "EnumType";
  readonly name: N;
  readonly underlyingType?: QualifiedName;
  readonly flags?: boolean;
  readonly members: readonly Member[];
}

/** CSDL 4.01 §11 */
export interface TypeDefinition extends Declared {
  readonly kind: "TypeDefinition";
  readonly name: QualifiedName;
  readonly underlyingType: QualifiedName;
  readonly facets?: Facets;
}

/** CSDL 4.01 §12.9 */
export interface Parameter<N extends TypeName = QualifiedName> extends Declared {
  readonly name: SimpleName;
  readonly type?: TypeRef<N>;
}

/** CSDL 4.01 §12.8 */
export interface ReturnType extends TypeRef {
  readonly at: At;
  readonly annotations?: readonly Annotation[];
}

/** One overload of an action or function (CSDL 4.01 §12). Bound: the first parameter is the binding parameter. */
export interface Operation extends Declared {
  readonly kind: "Action" | "Function";
  readonly name: QualifiedName;
  readonly bound?: boolean;
  readonly composable?: boolean;
  readonly entitySetPath?: string;
  readonly parameters: readonly Parameter[];
  readonly returnType?: ReturnType;
}

/** CSDL 4.01 §13.4 */
export interface NavigationPropertyBinding {
  readonly path: string;
  readonly target: string;
  readonly at: At;
}

/** CSDL 4.01 §13.2 */
export interface EntitySet extends Declared {
  readonly kind: "EntitySet";
  readonly name: SimpleName;
  readonly entityType: QualifiedName;
  readonly includeInServiceDocument?: boolean;
  readonly navigationPropertyBindings: readonly NavigationPropertyBinding[];
}

/** CSDL 4.01 §13.3 */
export interface Singleton extends Declared {
  readonly kind: "Singleton";
  readonly name: SimpleName;
  readonly type: QualifiedName;
  readonly nullable?: boolean;
  readonly navigationPropertyBindings: readonly NavigationPropertyBinding[];
}

/** The method that a function import of OData 2.0 and 3.0 is called with (`m:HttpMethod`). */
export const importMethods = ["GET", "POST", "PUT", "PATCH", "MERGE", "DELETE"] as const;
export type ImportMethod = (typeof importMethods)[number];

/** CSDL 4.01 §13.5 */
export interface ActionImport extends Declared {
  readonly kind: "ActionImport";
  readonly name: SimpleName;
  readonly action: QualifiedName;
  /** Of OData 2.0 and 3.0; POST where it is absent. */
  readonly httpMethod?: ImportMethod;
  readonly entitySet?: string;
}

/** CSDL 4.01 §13.6 */
export interface FunctionImport extends Declared {
  readonly kind: "FunctionImport";
  readonly name: SimpleName;
  readonly function: QualifiedName;
  readonly entitySet?: string;
  readonly includeInServiceDocument?: boolean;
}

export type ContainerChild = EntitySet | Singleton | ActionImport | FunctionImport;

/** CSDL 4.01 §13 */
export interface EntityContainer extends Declared {
  readonly kind: "EntityContainer";
  readonly name: QualifiedName;
  readonly extends?: QualifiedName;
  /** Set for the container of the service where a document of OData 2.0 or 3.0 has several. */
  readonly isDefault?: true;
  readonly children: readonly ContainerChild[];
}

/** CSDL 4.01 §14.1 */
export interface Term extends Declared {
  readonly kind: "Term";
  readonly name: QualifiedName;
  readonly type?: TypeRef;
  readonly base?: QualifiedName;
  readonly appliesTo?: readonly string[];
  readonly defaultValue?: string;
}

export type SchemaElement = StructuredType | EnumType | TypeDefinition | Operation | EntityContainer | Term;
