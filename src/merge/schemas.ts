import type { AnnotationTarget, Schema } from "../edm/document.js";
import type { Operation, SchemaElement } from "../edm/elements.js";
import { groupBy } from "../edm/grouping.js";
import { compareText, isOperation } from "../edm/model.js";
import { namespaceOf } from "../edm/names.js";

/**
 * The schemas of the model, one for each namespace that a document declares or an element has, sorted: schemas by
 * namespace, their elements by kind, name and signature.
 */
export function schemasOf(
  elements: readonly SchemaElement[],
  declared: readonly Schema[],
  targets: ReadonlyMap<string, readonly AnnotationTarget[]>,
): readonly Schema[] {
  const schemas = groupBy(declared, ({ namespace }) => namespace);
  const byNamespace = groupBy(elements, ({ name }) => namespaceOf(name));
  return [...new Set([...schemas.keys(), ...byNamespace.keys()])]
    .sort(compareText)
    .flatMap(
      (namespace) =>
        schemaOf(namespace, schemas.get(namespace) ?? [], byNamespace.get(namespace) ?? [], targets.get(namespace)) ??
        [],
    );
}

function schemaOf(
  namespace: string,
  declared: readonly Schema[],
  elements: readonly SchemaElement[],
  targets: readonly AnnotationTarget[] = [],
): Schema | undefined {
  const at = declared[0]?.at ?? elements[0]?.at;
  if (at === undefined) return undefined;
  const alias = declared.find((schema) => schema.alias !== undefined)?.alias;
  const annotations = declared.flatMap((schema) => schema.annotations ?? []);
  return {
    namespace,
    ...(alias !== undefined && { alias }),
    at,
    elements: elements.toSorted(compareElements),
    targets,
    ...(annotations.length > 0 && { annotations }),
  };
}

const kindOrder: Readonly<Record<SchemaElement["kind"], number>> = {
  EnumType: 0,
  TypeDefinition: 1,
  ComplexType: 2,
  EntityType: 3,
  Action: 4,
  Function: 5,
  Term: 6,
  EntityContainer: 7,
};

export function compareElements(a: SchemaElement, b: SchemaElement): number {
  return (
    kindOrder[a.kind] - kindOrder[b.kind] ||
    compareText(a.name, b.name) ||
    (isOperation(a) && isOperation(b) ? compareText(signatureOf(a), signatureOf(b)) : 0)
  );
}

/** The parameters of an overload (CSDL 4.01 §12.2, §12.4); unbound overloads come before bound ones. */
function signatureOf({ bound, parameters }: Operation): string {
  const parts = parameters.map(({ name, type }) => `${type?.type} ${type?.collection} ${name}`);
  return [bound === true ? "bound" : "", ...parts].join();
}
