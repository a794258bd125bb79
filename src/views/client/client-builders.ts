/** The declarations of the client for one entity type. */
import type { QualifiedName } from "../../edm/names.js";
import type { BuilderView } from "./builder-view.js";
import type { ClientFile } from "./client-file.js";
import { descriptorView } from "./descriptor.js";
import { partsOf } from "./entity-parts.js";
import { collectionRequests, hasCollection, itemRequests } from "./entity-requests.js";

/** What leads on from an entity, its descriptor, then the requests to it and to collections of it. */
export function buildersOf(name: QualifiedName, client: ClientFile): readonly BuilderView[] {
  const parts = partsOf(name, client);
  const passed = client.paths.type(name);
  const isPassed = passed?.kind === "EntityType";
  const requests = {
    item: isPassed ? itemRequests(passed, client) : undefined,
    collection: isPassed && hasCollection(name, client) ? collectionRequests(passed, client) : undefined,
  };
  return [
    ...parts.flatMap(({ own }) => own ?? []),
    descriptorView(name, parts, requests, client),
    ...[requests.item, requests.collection].flatMap((view) => view?.view ?? []),
  ];
}
