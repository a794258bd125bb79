/** What the generated client makes of the descriptors of entity types. */
import type { Created, Entity, Nothing, Of, Restrictions } from "./entity.js";
import type { ODataRequest } from "./client-request.js";
import type { WriteOptions } from "./http.js";
import type { PropertyPaths } from "./properties.js";
import type { CountQuery } from "./query.js";
import type { Addressed } from "./target.js";
import type { Delete, Get, List, Patch, Post, Put, RestrictedGet, RestrictedList } from "./verbs.js";

/** A single-valued navigation property to an entity that D describes, with the restrictions R of this place. */
export interface One<D extends Entity, R extends Restrictions = Restrictions> {
  readonly many: false;
  readonly entity: D;
  readonly place: ItemAt<D, R>;
}

/** A collection-valued navigation property; see {@link One}. */
export interface Many<D extends Entity, R extends Restrictions = Restrictions> {
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
export type ItemAt<D extends Entity, R extends Restrictions> = Restrictions extends R
  ? ItemOf<D>
  : Omit<ItemOf<D>, Replaced<R> | ("needsETag" extends keyof R ? keyof MatchedActions<Of<D, "segments">> : never)> &
      (IsRestricted<R> extends true
        ? { get: RestrictedGet<D, NamesIn<R, "noOptions">, NamesIn<R, "noExpand">, EmptyAt<R>> }
        : "optional" extends keyof R
          ? { get: Get<D, undefined> }
          : unknown) &
      ("needsETag" extends keyof R ? Matched<D, NamesIn<R, "noMethods">> : unknown) &
      Paths<Of<R, "below">>;

/** The changes of an entity that need its ETag (Core.OptimisticConcurrency): those that it has, and its actions. */
type Matched<D extends Entity, Missing extends string> = Pick<
  MatchedRequests<D>,
  Exclude<keyof MatchedRequests<D> & keyof ItemOf<D>, Missing>
> &
  MatchedActions<Of<D, "segments">>;

export type MatchedActions<S> = {
  [P in keyof S as IsAction<S[P]> extends true ? P : never]: S[P] extends {
    post: (parameters: infer B, options?: WriteOptions) => infer Sent;
  }
    ? { post: (parameters: B, options: Matching) => Sent }
    : never;
};

/** Collections of entities have other methods beside `post`. */
type IsAction<M> = [keyof M] extends ["post"] ? ("post" extends keyof M ? true : false) : false;

/** Methods of an entity, with its ETag. */
export interface MatchedRequests<D extends Entity> {
  patch: (body: Of<D, "update">, options: Matching) => ODataRequest<Of<D, "read"> | undefined>;
  put: (body: Of<D, "update">, options: Matching) => ODataRequest<Of<D, "read"> | undefined>;
  delete: (options: Matching) => ODataRequest<void>;
}

interface Matching extends WriteOptions {
  readonly ifMatch: string | object;
}

/** {@link Collection} at a place with restrictions. */
export type CollectionAt<D extends Entity, R extends Restrictions> = Restrictions extends R
  ? CollectionOf<D>
  : Omit<CollectionOf<D>, Replaced<R>> &
      (IsRestricted<R> extends true
        ? { get: RestrictedList<D, NamesIn<R, "noOptions">, NamesIn<R, "noExpand">> }
        : unknown) &
      ("body" extends keyof R ? { post: Post<R["body"], Created<D>> } : unknown) &
      (R extends { item: infer I extends Restrictions }
        ? { byId: (key: Of<D, "key", string>) => ItemAt<D, I> }
        : unknown);

/** What reading a place gives where there is no entity. */
export type EmptyAt<R> = "optional" extends keyof R ? undefined : never;

export type NamesIn<R, Member extends keyof Restrictions> = Of<R, Member, never> & string;

export type IsRestricted<R> = "noOptions" extends keyof R ? true : "noExpand" extends keyof R ? true : false;

export type Replaced<R> =
  | NamesIn<R, "noMethods">
  | (IsRestricted<R> extends true ? "get" : "optional" extends keyof R ? "get" : never)
  | ("body" extends keyof R ? "post" : never)
  | ("needsETag" extends keyof R ? keyof MatchedRequests<Entity> : never)
  | ("item" extends keyof R ? "byId" : never)
  | keyof Of<R, "below", Nothing>;

// The types of the members are found one by one, when they are used: an entity may lead back to itself.
export type Paths<N> = { [P in keyof N]: N[P] extends { readonly place: infer Place } ? Place : never };

export type ItemCasts<D> = Of<D, "itemCasts", Of<D, "derived", never>>;
export type CollectionCasts<D> = Of<D, "collectionCasts", ItemCasts<D>>;

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
