/**
 * Segments whose name does not tell whether they lead to a collection: the client takes a name that ends with `s`, and
 * the function `delta`, for those of collections, and of OData 2.0 and 3.0 all entity sets.
 */
import type { ContainerChild, NavigationProperty, Operation, TypeRef } from "../../../edm/elements.js";
import { groupBy } from "../../../edm/grouping.js";
import { compareText, type Model } from "../../../edm/model.js";

type Segment = NavigationProperty | Operation | ContainerChild;

/** A name that stands for single resources and for collections counts as one of single resources. */
export function irregularNames(model: Model, nameOf: (segment: Segment) => string): readonly string[] {
  const names = groupBy(segmentsOf(model), nameOf);
  const irregular = [...names].filter(([name, segments]) => {
    const looksPlural = segments.every(isFunction) ? name === "delta" : name.endsWith("s");
    return segments.every((segment) => isCollection(segment, model)) !== looksPlural;
  });
  return irregular.map(([name]) => name).sort(compareText);
}

function segmentsOf({ container, operations, protocol, structuredTypes }: Model): readonly Segment[] {
  const known = protocol === "4.0" ? /^ActionImport$/ : /^(ActionImport|EntitySet)$/;
  return [
    ...(container?.children ?? []).filter(({ kind }) => !known.test(kind)),
    ...structuredTypes.flatMap(({ navigationProperties }) => navigationProperties),
    ...operations.filter(({ bound, kind }) => bound === true && kind === "Function"),
  ];
}

function isFunction({ kind }: Segment): boolean {
  return kind === "Function" || kind === "FunctionImport";
}

function isCollection(segment: Segment, model: Model): boolean {
  switch (segment.kind) {
    case "EntitySet":
      return true;
    case "NavigationProperty":
      return segment.type?.collection === true;
    case "Function":
      return isEntities(segment.returnType, model);
    case "FunctionImport":
      return model.overloads(segment.function).every(({ returnType }) => isEntities(returnType, model));
    default:
      return false;
  }
}

function isEntities(type: TypeRef | undefined, model: Model): boolean {
  return type?.collection === true && model.type(type.type)?.kind === "EntityType";
}
