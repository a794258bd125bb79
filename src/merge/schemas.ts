import type { AnnotationTarget, Schema } from "../edm/document.js";
import type { SchemaElement } from "../edm/elements.js";
import { groupBy } from "../edm/grouping.js";
import { namespaceOf } from "../edm/names.js";

/** The schemas of the model: one for each namespace, whichever sources speak of it. */
export function schemasOf(
  elements: readonly SchemaElement[],
  said: readonly Schema[],
  targets: ReadonlyMap<string, readonly AnnotationTarget[]>,
): readonly Schema[] {
  const declared = groupBy(said, ({ namespace }) => namespace);
  const byNamespace = groupBy(elements, ({ name }) => namespaceOf(name));
  return [...new Set([...declared.keys(), ...byNamespace.keys()])].flatMap((namespace) => {
    const own = byNamespace.get(namespace) ?? [];
    const schemas = declared.get(namespace) ?? [];
    const at = schemas[0]?.at ?? own[0]?.at;
    if (at === undefined) return [];
    const alias = schemas.find((schema) => schema.alias !== undefined)?.alias;
    const annotations = schemas.flatMap((schema) => schema.annotations ?? []);
    const schema: Schema = {
      namespace,
      ...(alias !== undefined && { alias }),
      at,
      elements: own,
      targets: targets.get(namespace) ?? [],
      ...(annotations.length > 0 && { annotations }),
    };
    return [schema];
  });
}
