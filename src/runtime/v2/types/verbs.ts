import type { ListRequest, ODataRequest } from "../../http/client-request.js";
import type { Entity, Expandable, Nothing, Of } from "../../http/entity.js";
import type { Key, Narrow } from "../../http/query.js";
import type { Addressed } from "../../http/target.js";
import type { Expand, ItemQuery, ListQuery, Unsupported } from "./query.js";

/** Reads an entity that D describes (GET), or gives Empty where there is none. Restricted is what the place lacks. */
export type Get<D extends Entity, Empty = never, Restricted = unknown> = GetOf<
  Of<D, "read">,
  Expandable<D>,
  Empty,
  Restricted
>;

interface GetOf<T, X, Empty, Restricted> {
  <const S extends readonly Key<T, X>[] = readonly [], const E extends Expand<X> = Nothing>(
    query?: ItemQuery<T, X, S, E> & Restricted,
  ): ODataRequest<Narrow<T, X, S, E> | Empty>;
}

/** Reads a collection of entities (GET): `await` resolves to the first page, `for await` iterates all items. */
export type List<D extends Entity, Restricted = unknown> = ListOf<Of<D, "read">, Expandable<D>, D, Restricted>;

interface ListOf<T, X, D, Restricted> {
  <const S extends readonly Key<T, X>[] = readonly [], const E extends Expand<X> = Nothing>(
    query?: ListQuery<T, X, S, E, D> & Restricted,
  ): ListRequest<Narrow<T, X, S, E>>;
}

/** {@link Get} where the service does not support the query options N, nor expanding P. */
export type RestrictedGet<D extends Entity, N extends string, P extends string, Empty = never> = Get<
  D,
  Empty,
  Unsupported<N, P>
>;

/** A call of a function that returns a collection of entities that D describes; `get` sends it. */
export interface CollectionFunctionRequest<D extends Entity> extends Addressed<D, "collection"> {
  get: List<D>;
}
