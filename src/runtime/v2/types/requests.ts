/** What the generated client makes of the descriptors of entity types. */
import type { ODataRequest } from "../../http/client-request.js";
import type { Created, Entity, Nothing, Of, Restrictions } from "../../http/entity.js";
import type { CountQuery } from "../../http/query.js";
import type {
  CollectionCasts,
  EmptyAt,
  IsRestricted,
  ItemCasts,
  MatchedActions,
  MatchedRequests,
  NamesIn,
  Paths,
  Replaced,
} from "../../http/requests.js";
import type { Addressed } from "../../http/target.js";
import type { Delete, Patch, Post, Put } from "../../http/verbs.js";
import type { PropertyPaths } from "./properties.js";
import type { Searchable, Unsupported } from "./query.js";
import type { Get, List, RestrictedGet } from "./verbs.js";

/** What a place does not support, and that it can be searched: OData 2.0 and 3.0 have no search of their own. */
export interface RestrictionsV2 extends Restrictions {
  /** Set where `get` takes the option `search`. */
  searchable?: true;
  item?: RestrictionsV2;
}

/** A single-valued navigation property to an entity that D describes, with the restrictions R of this place. */
export interface One<D extends Entity, R extends RestrictionsV2 = RestrictionsV2> {
  readonly many: false;
  readonly entity: D;
  readonly place: ItemAt<D, R>;
}

/** A collection-valued navigation property; see {@link One}. */
export interface Many<D extends Entity, R extends RestrictionsV2 = RestrictionsV2> {
  readonly many: true;
  readonly entity: D;
  readonly place: CollectionAt<D, R>;
}

/** The requests to an entity that D describes, and the paths below it. */
export type Item<D extends Entity> = ItemPaths<D> & ItemRequests<D>;

/** The requests to a collection of entities that D describes, and the paths below it. */
export type Collection<D extends Entity> = CollectionPaths<D> & CollectionRequests<D>;

/** Methods of an entity that D describes. */
export interface ItemRequests<D extends Entity> {
  get: Get<D>;
  patch: Patch<Of<D, "update">, Of<D, "read">>;
  put: Put<Of<D, "update">, Of<D, "read">>;
  delete: Delete;
}

/** Methods of a collection of entities that D describes. */
export interface CollectionRequests<D extends Entity> {
  get: List<D>;
  post: Post<Of<D, "create">, Created<D>>;
  /** The item with this key. No request is sent. */
  byId(key: Of<D, "key", string>): ItemOf<D>;
  /** Reads the number of items. */
  $count(query?: CountQuery<D>): ODataRequest<number>;
}

/** The paths below an entity. */
export type ItemPaths<D extends Entity> = Addressed<D, "item"> &
  Paths<Of<D, "navigation">> &
  Of<D, "segments"> &
  ItemCasting<ItemCasts<D>> &
  PropertyPaths<Of<D, "read">, Of<D, "update">, keyof Of<D, "navigation"> | keyof Of<D, "segments">>;

/** The paths below a collection. */
export type CollectionPaths<D extends Entity> = Addressed<D, "collection"> &
  Of<D, "collectionSegments", Nothing> &
  CollectionCasting<CollectionCasts<D>>;

/** {@link Item}, or the builder that the descriptor names. */
export type ItemOf<D> = "item" extends keyof D ? D["item"] : D extends Entity ? Item<D> : never;

/** {@link Collection}, or the builder that the descriptor names. */
export type CollectionOf<D> = "collection" extends keyof D ? D["collection"] : D extends Entity ? Collection<D> : never;

/** {@link Item} at a place with restrictions. */
export type ItemAt<D extends Entity, R extends RestrictionsV2> = RestrictionsV2 extends R
  ? ItemOf<D>
  : Omit<ItemOf<D>, Replaced<R> | ("needsETag" extends keyof R ? keyof MatchedActions<Of<D, "segments">> : never)> &
      (IsRestricted<R> extends true
        ? { get: RestrictedGet<D, NamesIn<R, "noOptions">, NamesIn<R, "noExpand">, EmptyAt<R>> }
        : "optional" extends keyof R
          ? { get: Get<D, undefined> }
          : unknown) &
      ("needsETag" extends keyof R ? Matched<D, NamesIn<R, "noMethods">> : unknown) &
      Paths<Of<R, "below">>;

/** The changes of an entity that need its ETag (ConcurrencyMode): those that it has, and its actions. */
type Matched<D extends Entity, Missing extends string> = Pick<
  MatchedRequests<D>,
  Exclude<keyof MatchedRequests<D> & keyof ItemOf<D>, Missing>
> &
  MatchedActions<Of<D, "segments">>;

/** {@link Collection} at a place with restrictions. */
export type CollectionAt<D extends Entity, R extends RestrictionsV2> = RestrictionsV2 extends R
  ? CollectionOf<D>
  : Omit<CollectionOf<D>, Replaced<R> | (IsSearchable<R> extends true ? "get" : never)> &
      (true extends IsRestricted<R> | IsSearchable<R>
        ? { get: List<D, Unsupported<NamesIn<R, "noOptions">, NamesIn<R, "noExpand">> & SearchOptions<R>> }
        : unknown) &
      ("body" extends keyof R ? { post: Post<R["body"], Created<D>> } : unknown) &
      (R extends { item: infer I extends RestrictionsV2 }
        ? { byId: (key: Of<D, "key", string>) => ItemAt<D, I> }
        : unknown);

type IsSearchable<R> = "searchable" extends keyof R ? true : false;

/** The options that a collection has beside those of all. */
type SearchOptions<R> = IsSearchable<R> extends true ? Searchable : unknown;

// OData 2.0 has no casts; descriptors have derived types where the service is one of OData 3.0.
type ItemCasting<C> = [C] extends [never]
  ? unknown
  : {
      /** Goes on as a derived type. */
      as: <Name extends keyof C>(type: Name) => ItemOf<C[Name]>;
    };

type CollectionCasting<C> = [C] extends [never]
  ? unknown
  : {
      /** Goes on as a derived type. */
      as: <Name extends keyof C>(type: Name) => CollectionOf<C[Name]>;
    };
