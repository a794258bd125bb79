import type { EntitySet, Singleton, StructuredType } from "../edm/elements.js";
import { isStructured, type Model } from "../edm/model.js";
import { capabilitiesOf, defaultLayers, layerOf, type ResourceCapabilities } from "../vocabularies/capabilities.js";
import { needsETag } from "../vocabularies/core.js";

/** An entity set or singleton of the service. */
export interface Place {
  readonly name: string;
  readonly collection: boolean;
  readonly type: StructuredType;
  readonly capabilities: ResourceCapabilities;
  /** Whether changes need the ETag of an entity (Core.OptimisticConcurrency). */
  readonly etag: boolean;
}

export function placesOf(model: Model): readonly Place[] {
  return (model.container?.children ?? []).flatMap((child) =>
    child.kind === "EntitySet" || child.kind === "Singleton" ? placeOf(child, model) : [],
  );
}

function placeOf(child: EntitySet | Singleton, model: Model): readonly Place[] {
  const collection = child.kind === "EntitySet";
  const type = model.type(collection ? child.entityType : child.type);
  if (type === undefined || !isStructured(type)) return [];
  const own = [child, type].flatMap((annotated) => layerOf(annotated) ?? []);
  const capabilities = capabilitiesOf([...own, ...defaultLayers(model.container)], child);
  return [{ name: child.name, collection, type, capabilities, etag: needsETag(child) }];
}
