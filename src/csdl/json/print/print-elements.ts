import type {
  EnumType,
  NavigationProperty,
  Operation,
  Parameter,
  Property,
  PropertyRef,
  ReturnType,
  Declared,
  SchemaElement,
  StructuredType,
  Term,
  TypeDefinition,
  TypeRef,
} from "../../../edm/elements.js";
import { simpleNameOf } from "../../../edm/names.js";
import { printAnnotations, printFacets, printType } from "./print-annotations.js";
import { printContainer } from "./print-containers.js";
import { type Json, members, merged } from "./print.js";
import { type Defaults, printDefaultValue, unsaid } from "./unsaid.js";

type Members = ReadonlyMap<string, Json>;

/** One element of a schema; actions and functions are printed one overload at a time. */
function printElement(element: SchemaElement, defaults: Defaults): Members {
  switch (element.kind) {
    case "EntityType":
    case "ComplexType":
      return printStructuredType(element, defaults);
    case "EnumType":
      return printEnumType(element, defaults);
    case "TypeDefinition":
      return printTypeDefinition(element, defaults);
    case "Action":
    case "Function":
      return printOperation(element, defaults);
    case "Term":
      return printTerm(element, defaults);
    case "EntityContainer":
      return printContainer(element, defaults);
  }
}

function yes(flag: boolean | undefined): true | undefined {
  return flag === true ? true : undefined;
}

function printStructuredType(type: StructuredType, defaults: Defaults): Members {
  const head = members(
    ["$Kind", type.kind],
    ["$BaseType", type.base],
    ["$Abstract", yes(type.abstract)],
    ["$OpenType", yes(type.open)],
    ["$HasStream", yes(type.hasStream)],
    ["$Key", type.key?.map(printPropertyRef)],
  );
  const properties = type.properties.map((property) => [property.name, printProperty(property, defaults)] as const);
  const navigation = type.navigationProperties.map(
    (property) => [property.name, printNavigationProperty(property, defaults)] as const,
  );
  return merged(head, new Map([...properties, ...navigation]), printAnnotations(type.annotations, defaults));
}

function printPropertyRef({ name, alias }: PropertyRef): Json {
  return alias === undefined ? name : new Map([[alias, name]]);
}

function printProperty(property: Property, defaults: Defaults): Members {
  return merged(
    printTypeRef(property.type, property, defaults),
    members(["$DefaultValue", printDefaultValue(property.defaultValue, property.type, defaults)]),
    printAnnotations(property.annotations, defaults),
  );
}

/** A type use, with what its notation leaves unsaid and CSDL JSON would take for something else. */
function printTypeRef(type: TypeRef | undefined, by: Declared, defaults: Defaults): Members {
  if (type === undefined) return new Map();
  const nullable = yes(type.nullable ?? unsaid.nullable(type, by));
  return merged(printType(type), members(["$Nullable", nullable]), printFacets(unsaid.facets(type, by, defaults)));
}

function printNavigationProperty(property: NavigationProperty, defaults: Defaults): Members {
  const { type, referentialConstraints: constraints = [] } = property;
  const nullable = type && !type.collection ? yes(type.nullable ?? unsaid.nullable(type, property)) : undefined;
  return merged(
    members(
      ["$Kind", "NavigationProperty"],
      ["$Collection", yes(type?.collection)],
      ["$Type", type?.type],
      ["$Nullable", nullable],
    ),
    members(["$Partner", property.partner], ["$ContainsTarget", yes(property.containsTarget)]),
    members(["$ReferentialConstraint", constraints.length === 0 ? undefined : printConstraints(constraints, defaults)]),
    printAnnotations(property.onDelete?.annotations, defaults, "$OnDelete"),
    members(["$OnDelete", property.onDelete?.action]),
    printAnnotations(property.annotations, defaults),
  );
}

function printConstraints(
  constraints: NonNullable<NavigationProperty["referentialConstraints"]>,
  defaults: Defaults,
): Members {
  return new Map(
    constraints.flatMap(({ property, referencedProperty, annotations }): [string, Json][] => [
      ...printAnnotations(annotations, defaults, property),
      [property, referencedProperty],
    ]),
  );
}

function printEnumType(type: EnumType, defaults: Defaults): Members {
  const values = type.members.flatMap(({ name, value, annotations }, index): [string, Json][] => [
    ...printAnnotations(annotations, defaults, name),
    // CSDL JSON 4.01 §10.3: a member has a value. One that nobody says is counted, as in CSDL XML.
    [name, { number: String(value ?? index) }],
  ]);
  const head = members(["$Kind", "EnumType"], ["$UnderlyingType", type.underlyingType], ["$IsFlags", yes(type.flags)]);
  return merged(head, new Map(values), printAnnotations(type.annotations, defaults));
}

function printTypeDefinition(definition: TypeDefinition, defaults: Defaults): Members {
  const { underlyingType: type } = definition;
  const facets = unsaid.facets(
    { type, collection: false, ...(definition.facets && { facets: definition.facets }) },
    definition,
    defaults,
  );
  return merged(
    members(["$Kind", "TypeDefinition"], ["$UnderlyingType", type]),
    printFacets(facets),
    printAnnotations(definition.annotations, defaults),
  );
}

function printOperation(operation: Operation, defaults: Defaults): Members {
  const { parameters, returnType } = operation;
  return merged(
    members(["$Kind", operation.kind], ["$IsBound", yes(operation.bound)], ["$EntitySetPath", operation.entitySetPath]),
    members(["$IsComposable", yes(operation.composable)]),
    members([
      "$Parameter",
      parameters.length === 0 ? undefined : parameters.map((parameter) => printParameter(parameter, defaults)),
    ]),
    members(["$ReturnType", returnType && printReturnType(returnType, operation, defaults)]),
    printAnnotations(operation.annotations, defaults),
  );
}

function printParameter(parameter: Parameter, defaults: Defaults): Members {
  return merged(
    members(["$Name", parameter.name]),
    printTypeRef(parameter.type, parameter, defaults),
    printAnnotations(parameter.annotations, defaults),
  );
}

function printReturnType(type: ReturnType, by: Declared, defaults: Defaults): Members {
  return merged(printTypeRef(type, by, defaults), printAnnotations(type.annotations, defaults));
}

function printTerm(term: Term, defaults: Defaults): Members {
  return merged(
    members(["$Kind", "Term"]),
    printTypeRef(term.type, term, defaults),
    members(
      ["$DefaultValue", printDefaultValue(term.defaultValue, term.type, defaults)],
      ["$BaseTerm", term.base],
      ["$AppliesTo", term.appliesTo],
    ),
    printAnnotations(term.annotations, defaults),
  );
}

/** The elements of a schema by name; overloads of one name together (CSDL JSON 4.01 §12.2). */
export function printElements(elements: readonly SchemaElement[], defaults: Defaults): Members {
  const result = new Map<string, Json>();
  const overloads = new Map<string, Json[]>();
  for (const element of elements) {
    const name = simpleNameOf(element.name);
    const printed = printElement(element, defaults);
    if (element.kind !== "Action" && element.kind !== "Function") {
      result.set(name, printed);
      continue;
    }
    const group = overloads.get(name) ?? [];
    group.push(printed);
    if (group.length === 1) overloads.set(name, group);
    if (!result.has(name)) result.set(name, group);
  }
  return result;
}
