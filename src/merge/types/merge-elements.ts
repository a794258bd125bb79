import type { SchemaElement, Term, TypeDefinition } from "../../edm/elements.js";
import { isOperation } from "../../edm/model.js";
import { type Collected, withDeclarations } from "../collect.js";
import type { MergeContext } from "../context.js";
import type { InferredElements } from "../paths/infer-elements.js";
import { mergeAnnotations } from "./annotations.js";
import { mergeContainers } from "./containers.js";
import { mergeEnum } from "./enums.js";
import { mergeOperations } from "./operations.js";
import { assignProperties } from "./property-owners.js";
import { mergeStructuredTypes } from "./structured.js";

/** Makes the elements of the model from what the documents declare and what the paths of requests imply. */
export function mergeElements(
  { enums, structured, definitions, elements }: Collected,
  inferred: InferredElements,
  context: MergeContext,
): readonly SchemaElement[] {
  const { bases, addressed, items } = inferred;
  const types = withDeclarations(structured, inferred.types, context.precedence);
  const properties = assignProperties(types, bases, context);

  const terms = elements.filter((element) => element.kind === "Term");
  const containers = elements.filter((element) => element.kind === "EntityContainer");
  return [
    ...[...enums.values()].map((declarations) => mergeEnum(declarations, context)),
    ...mergeStructuredTypes({ types, bases, properties, addressed, items }, context),
    ...[...[...definitions.values()].flat(), ...terms].map((element) => withAnnotations(element, context)),
    ...mergeOperations([...elements.filter(isOperation), ...inferred.operations], context),
    ...mergeContainers([...containers, ...(inferred.container ? [inferred.container] : [])], context),
  ];
}

function withAnnotations<T extends TypeDefinition | Term>(element: T, context: MergeContext): T {
  const merged = { ...element, ...mergeAnnotations(element.name, [element], context) };
  context.declarations.set(merged, [element]);
  return merged;
}
