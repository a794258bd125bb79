import { pendingRequest, type ODataRequest } from "../../http/client-request.js";
import type { Of } from "../../http/entity.js";
import { callOf, json, type RequestOptions } from "../../http/http.js";
import type { Page } from "../../http/page.js";
import { root } from "../../http/place.js";
import { TARGET, type Addressed } from "../../http/target.js";
import { pathV2 } from "../http/query-string.js";
import { unwrappedV2 } from "../json/reply.js";
import { writeJson } from "../json/write.js";
import { connectionOfNode, uriOf } from "./links.js";

/** An entity to create or to update, that D describes. `@odata.id` is its address where its properties have no key. */
export type Upsertable<D> = (Of<D, "create", object> | Of<D, "update", object>) & { "@odata.id"?: string };

/** Options of {@link upsert}. */
export interface UpsertOptions extends RequestOptions {
  /** Query options of the service: `purgeType: "full"` removes related entities that are not given. */
  readonly custom?: Readonly<Record<string, string | number | boolean>> | undefined;
}

/** What became of an entity. */
export interface UpsertResult {
  /** The key of the entity, such as `User/userId=42`; null where there is none. */
  readonly key: string | null;
  readonly status: "OK" | "ERROR" | (string & {});
  readonly editStatus: "INSERTED" | "UPDATED" | "UPSERTED" | "ACCEPTED" | (string & {}) | null;
  /** What is wrong; null where nothing is. */
  readonly message: string | null;
  /** The place of the entity in the list that was sent, from 0. */
  readonly index: number;
  readonly httpCode: number;
  /** What became of the related entities in it. */
  readonly inlineResults: readonly unknown[] | null;
}

/**
 * Creates the entities that do not exist, and updates the others, in one request: the function import `upsert` of SAP
 * SuccessFactors (SAP SuccessFactors API Reference Guide, Upsert). It succeeds also where entities are refused: each
 * has a result of its own.
 */
export function upsert<D>(
  collection: Addressed<D, "collection">,
  entities: readonly Upsertable<D>[],
  options: UpsertOptions = {},
): ODataRequest<readonly UpsertResult[]> {
  const connection = connectionOfNode(collection);
  const { type } = collection[TARGET].place;
  const bodies = entities.map((entity) =>
    writeJson(connection, { "@odata.id": uriOf(collection), ...(entity as object) }, type),
  );
  const path = pathV2({ ...root, path: "/upsert" }, { custom: options.custom });
  return pendingRequest(
    callOf(connection, {
      method: "POST",
      path,
      options,
      body: bodies,
      read: async (response, url) => {
        const result = unwrappedV2(connection, await json(response, url), url, root) as Page<unknown> | undefined;
        return result?.value ?? [];
      },
    }),
  ) as unknown as ODataRequest<readonly UpsertResult[]>;
}
