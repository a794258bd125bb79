/**
 * Describes an entity type of the service. The generated client has one descriptor for each type; a member is absent
 * where the type has nothing of the kind.
 */
export interface Entity {
  /** As it is read. */
  read?: unknown;
  /** The body that creates one. */
  create?: unknown;
  /** What creating one gives, if not what is read: `undefined`, too, where the response has no content. */
  created?: unknown;
  /** The body that updates one. */
  update?: unknown;
  /** The value or object that `byId` takes; a string by default. */
  key?: unknown;
  /** Navigation properties, which are segments of paths as well as names in `expand`: `One` and `Many`. */
  navigation?: object;
  /** Navigation properties that `expand` takes, while no selected path leads over them. */
  expansion?: object;
  /** Further segments after an entity: the operations bound to it. */
  segments?: object;
  /** Segments after a collection: the operations bound to it. */
  collectionSegments?: object;
  /** Descriptors of derived types by qualified name, as `expand` takes them. */
  derived?: object;
  /** Those that the path of an entity can be cast to, if not all. */
  itemCasts?: object;
  /** Those that the path of a collection can be cast to, if not the same. */
  collectionCasts?: object;
  /** The builder of an entity, if it is not `Item` of this descriptor. */
  item?: object;
  /** The builder of a collection, if it is not `Collection` of this descriptor. */
  collection?: object;
}

/** A member of a descriptor, or the default where it is absent. */
export type Of<D, Member extends PropertyKey, Default = unknown> = Member extends keyof D ? D[Member] : Default;

/** What creating an entity that D describes gives. */
export type Created<D> = Of<D, "created", Of<D, "read">>;

/** Derived types by qualified name. */
export type Casts<D> = Of<D, "derived", Nothing>;

/** Navigation properties that `expand` takes. */
export type Expandable<D> = "expansion" extends keyof D
  ? Of<D, "navigation"> & D["expansion"]
  : Of<D, "navigation", Nothing>;

/** What a place of the service does not support (vocabulary Org.OData.Capabilities.V1). */
export interface Restrictions {
  /** Methods that the place does not have. */
  noMethods?: string;
  /** Query options that `get` does not take. */
  noOptions?: string;
  /** Navigation properties that `get` does not expand. */
  noExpand?: string;
  /** The body of `post`, where not all derived types are allowed. */
  body?: unknown;
  /** Set where there may be no entity: reading it then has no content (OData Protocol 4.01 §11.2.4.1). */
  optional?: true;
  /** Set where a change needs the ETag of the entity. */
  needsETag?: true;
  /** Restrictions of the items by key. */
  item?: Restrictions;
  /** Navigation properties of an entity whose restrictions differ at this place. */
  below?: object;
}

export type Nothing = Record<never, never>;
