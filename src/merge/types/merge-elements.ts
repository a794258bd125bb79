import type { SchemaElement, Term, TypeDefinition } from "../../edm/elements.js";
import { isOperation } from "../../edm/model.js";
import { mergeAnnotations } from "./annotations.js";
import { type Collected, withClaims } from "../claims.js";
import { mergeContainers } from "./containers.js";
import type { MergeContext } from "../context.js";
import { mergeEnum } from "./enums.js";
import { assignMembers } from "./member-owners.js";
import { mergeOperations } from "./operations.js";
import type { Placement } from "../paths/place-requests.js";
import { mergeStructuredTypes } from "./structured.js";

/** Makes one element of everything said of each, members on the type that declares them. */
export function mergeElements(
  { enums, structured, definitions, elements }: Collected,
  placement: Placement,
  context: MergeContext,
): readonly SchemaElement[] {
  const { bases, placed, items } = placement;
  const claims = withClaims(structured, placement.claims, context.weigh);
  const members = assignMembers(claims, bases, context);

  const terms = elements.filter((element) => element.kind === "Term");
  const containers = elements.filter((element) => element.kind === "EntityContainer");
  return [
    ...[...enums.values()].map((lists) => mergeEnum(lists, context)),
    ...mergeStructuredTypes({ claims, bases, members, placed, items }, context),
    ...[...definitions, ...terms].map((element) => withAnnotations(element, context)),
    ...mergeOperations([...elements.filter(isOperation), ...placement.operations], context),
    ...mergeContainers([...containers, ...(placement.container ? [placement.container] : [])], context),
  ];
}

function withAnnotations<T extends TypeDefinition | Term>(element: T, context: MergeContext): T {
  const merged = { ...element, ...mergeAnnotations(element.name, [element], context) };
  context.declare(merged, [element]);
  return merged;
}
