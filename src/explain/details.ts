/** The details of elements and their parts, by name. */
import type { Operation, SchemaElement, StructuredType } from "../edm/elements.js";
import { partsOf, type Part } from "../edm/find-element.js";
import { isOperation, isStructured, type Model } from "../edm/model.js";
import { operationFactsIn, type Facts } from "../facts/facts.js";
import type { MemberFacts } from "../facts/member-facts.js";
import { facetTexts, typeText } from "./type-text.js";

type Detail = readonly [name: string, value: string];

export function elementDetails(element: SchemaElement, model: Model, facts: Facts): readonly Detail[] {
  if (isStructured(element)) return structuredDetails(element, model);
  if (isOperation(element)) return operationDetails(element, model, facts);
  switch (element.kind) {
    case "EnumType":
      return stated({ "underlying type": element.underlyingType, flags: element.flags });
    case "TypeDefinition":
      return stated({ "underlying type": [element.underlyingType, ...facetTexts(element.facets)].join(", ") });
    case "EntityContainer":
      return stated({ extends: element.extends, protocol: protocolText(model) });
    case "Term":
      return stated({
        type: typeText(element.type),
        base: element.base,
        "applies to": element.appliesTo,
        default: element.defaultValue,
      });
  }
}

function structuredDetails(type: StructuredType, model: Model): readonly Detail[] {
  const operations = [...model.boundTo(type.name, false), ...model.boundTo(type.name, true)];
  return [
    ...stated({
      key: type.key?.map(({ name, alias }) => (alias === undefined ? name : `${name} as ${alias}`)),
      base: type.base,
      abstract: type.abstract,
      open: type.open,
      "has a stream": type.hasStream,
    }),
    ...model
      .bases(type)
      .flatMap((base) => stated({ [`inherited from ${base.name}`]: partsOf(base).map(({ name }) => name) })),
    ...stated({
      "derived types": model.derived(type.name).map(({ name }) => name),
      operations: [...new Set(operations.map(({ name }) => name))],
    }),
  ];
}

/** OData 4.0 and 4.01 are what everything is about. */
function protocolText({ protocol }: Model): string | undefined {
  return protocol === "4.0" ? undefined : `OData ${protocol}`;
}

function operationDetails(operation: Operation, model: Model, facts: Facts): readonly Detail[] {
  const { binding, result } = operationFactsIn(facts, operation);
  return stated({
    "bound to": binding && (binding.collection ? `Collection(${binding.type})` : binding.type),
    returns: typeText(result?.type, result?.nullable),
    composable: operation.composable,
    "entity set path": operation.entitySetPath,
    "HTTP method": methodsOf(operation, model),
  });
}

/** The methods of the function imports of OData 2.0 and 3.0 that call an action, where they are not POST. */
function methodsOf({ name }: Operation, { container }: Model): readonly string[] {
  const children = container?.children ?? [];
  return children.flatMap((child) =>
    child.kind === "ActionImport" && child.action === name ? (child.httpMethod ?? []) : [],
  );
}

/** `facts` are those of a property or navigation property. */
export function partDetails(part: Part, facts: MemberFacts | undefined): readonly Detail[] {
  if (!("kind" in part)) return [];
  if (part.kind === "Property" || part.kind === "NavigationProperty")
    return [...memberDetails(part), ...(facts === undefined ? [] : writeDetails(facts))];
  if (part.kind === "EntitySet" || part.kind === "Singleton") {
    return stated({ bindings: part.navigationPropertyBindings.map(({ path, target }) => `${path} → ${target}`) });
  }
  return stated({
    "entity set": part.entitySet,
    "HTTP method": part.kind === "ActionImport" ? part.httpMethod : undefined,
  });
}

function memberDetails(part: Extract<Part, { readonly kind: "Property" | "NavigationProperty" }>): readonly Detail[] {
  if (part.kind === "Property") return stated({ default: part.defaultValue });
  const { partner, containsTarget, onDelete, referentialConstraints: constraints = [] } = part;
  const pairs = constraints.map(({ property, referencedProperty }) => `${property} = ${referencedProperty}`);
  return stated({ partner, "contains target": containsTarget, "on delete": onDelete?.action, constraints: pairs });
}

/** What a write has to give, or must not. */
function writeDetails({ key, create, update }: MemberFacts): readonly Detail[] {
  return stated({
    key,
    "on create": create === "optional" ? undefined : create,
    "on update": update === "optional" ? undefined : update,
  });
}

/** Without what is false, empty or absent. */
function stated(values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>): readonly Detail[] {
  return Object.entries(values).flatMap(([name, value]): readonly Detail[] => {
    if (value === undefined || value === false || value.toString() === "") return [];
    return [[name, typeof value === "object" ? value.join(", ") : value === true ? "yes" : value]];
  });
}
