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
import { type PrintContext, printDefaultValue, xmlDefaults } from "./print-context.js";

type Members = ReadonlyMap<string, Json>;

/** Prints one schema element, or one overload of an action or function. */
function printElement(element: SchemaElement, context: PrintContext): Members {
  switch (element.kind) {
    case "EntityType":
    case "ComplexType":
      return printStructuredType(element, context);
    case "EnumType":
      return printEnumType(element, context);
    case "TypeDefinition":
      return printTypeDefinition(element, context);
    case "Action":
    case "Function":
      return printOperation(element, context);
    case "Term":
      return printTerm(element, context);
    case "EntityContainer":
      return printContainer(element, context);
  }
}

function yes(flag: boolean | undefined): true | undefined {
  return flag === true ? true : undefined;
}

function printStructuredType(type: StructuredType, context: PrintContext): Members {
  const head = members(
    ["$Kind", type.kind],
    ["$BaseType", type.base],
    ["$Abstract", yes(type.abstract)],
    ["$OpenType", yes(type.open)],
    ["$HasStream", yes(type.hasStream)],
    ["$Key", type.key?.map(printPropertyRef)],
  );
  const properties = type.properties.map((property) => [property.name, printProperty(property, context)] as const);
  const navigation = type.navigationProperties.map(
    (property) => [property.name, printNavigationProperty(property, context)] as const,
  );
  return merged(head, new Map([...properties, ...navigation]), printAnnotations(type.annotations, context));
}

function printPropertyRef({ name, alias }: PropertyRef): Json {
  return alias === undefined ? name : new Map([[alias, name]]);
}

function printProperty(property: Property, context: PrintContext): Members {
  return merged(
    printTypeRef(property.type, property, context),
    members(["$DefaultValue", printDefaultValue(property.defaultValue, property.type, context)]),
    printAnnotations(property.annotations, context),
  );
}

/** Prints a type reference. Defaults of CSDL XML that differ from those of CSDL JSON are written out. */
function printTypeRef(type: TypeRef | undefined, by: Declared, context: PrintContext): Members {
  if (type === undefined) return new Map();
  const nullable = yes(type.nullable ?? xmlDefaults.nullable(type, by));
  return merged(printType(type), members(["$Nullable", nullable]), printFacets(xmlDefaults.facets(type, by, context)));
}

function printNavigationProperty(property: NavigationProperty, context: PrintContext): Members {
  const { type, referentialConstraints: constraints = [] } = property;
  const nullable = type && !type.collection ? yes(type.nullable ?? xmlDefaults.nullable(type, property)) : undefined;
  return merged(
    members(
      ["$Kind", "NavigationProperty"],
      ["$Collection", yes(type?.collection)],
      ["$Type", type?.type],
      ["$Nullable", nullable],
    ),
    members(["$Partner", property.partner], ["$ContainsTarget", yes(property.containsTarget)]),
    members(["$ReferentialConstraint", constraints.length === 0 ? undefined : printConstraints(constraints, context)]),
    printAnnotations(property.onDelete?.annotations, context, "$OnDelete"),
    members(["$OnDelete", property.onDelete?.action]),
    printAnnotations(property.annotations, context),
  );
}

function printConstraints(
  constraints: NonNullable<NavigationProperty["referentialConstraints"]>,
  context: PrintContext,
): Members {
  return new Map(
    constraints.flatMap(({ property, referencedProperty, annotations }): [string, Json][] => [
      ...printAnnotations(annotations, context, property),
      [property, referencedProperty],
    ]),
  );
}

function printEnumType(type: EnumType, context: PrintContext): Members {
  const values = type.members.flatMap(({ name, value, annotations }, index): [string, Json][] => [
    ...printAnnotations(annotations, context, name),
    // Members must have a value (CSDL JSON 4.01 §10.3). Missing ones are counted from 0, as in CSDL XML.
    [name, { number: String(value ?? index) }],
  ]);
  const head = members(["$Kind", "EnumType"], ["$UnderlyingType", type.underlyingType], ["$IsFlags", yes(type.flags)]);
  return merged(head, new Map(values), printAnnotations(type.annotations, context));
}

function printTypeDefinition(definition: TypeDefinition, context: PrintContext): Members {
  const { underlyingType: type } = definition;
  const facets = xmlDefaults.facets(
    { type, collection: false, ...(definition.facets && { facets: definition.facets }) },
    definition,
    context,
  );
  return merged(
    members(["$Kind", "TypeDefinition"], ["$UnderlyingType", type]),
    printFacets(facets),
    printAnnotations(definition.annotations, context),
  );
}

function printOperation(operation: Operation, context: PrintContext): Members {
  const { parameters, returnType } = operation;
  return merged(
    members(["$Kind", operation.kind], ["$IsBound", yes(operation.bound)], ["$EntitySetPath", operation.entitySetPath]),
    members(["$IsComposable", yes(operation.composable)]),
    members([
      "$Parameter",
      parameters.length === 0 ? undefined : parameters.map((parameter) => printParameter(parameter, context)),
    ]),
    members(["$ReturnType", returnType && printReturnType(returnType, operation, context)]),
    printAnnotations(operation.annotations, context),
  );
}

function printParameter(parameter: Parameter, context: PrintContext): Members {
  return merged(
    members(["$Name", parameter.name]),
    printTypeRef(parameter.type, parameter, context),
    printAnnotations(parameter.annotations, context),
  );
}

function printReturnType(type: ReturnType, by: Declared, context: PrintContext): Members {
  return merged(printTypeRef(type, by, context), printAnnotations(type.annotations, context));
}

function printTerm(term: Term, context: PrintContext): Members {
  return merged(
    members(["$Kind", "Term"]),
    printTypeRef(term.type, term, context),
    members(
      ["$DefaultValue", printDefaultValue(term.defaultValue, term.type, context)],
      ["$BaseTerm", term.base],
      ["$AppliesTo", term.appliesTo],
    ),
    printAnnotations(term.annotations, context),
  );
}

/** Prints the elements of a schema by name; overloads are an array (CSDL JSON 4.01 §12.2). */
export function printElements(elements: readonly SchemaElement[], context: PrintContext): Members {
  const result = new Map<string, Json>();
  const overloads = new Map<string, Json[]>();
  for (const element of elements) {
    const name = simpleNameOf(element.name);
    const printed = printElement(element, context);
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
