import type {
  ContainerChild,
  EntityContainer,
  EnumType,
  NavigationProperty,
  NavigationPropertyBinding,
  Operation,
  Property,
  SchemaElement,
  StructuredType,
  Term,
  TypeDefinition,
  TypeRef,
} from "../../../edm/elements.js";
import { simpleNameOf } from "../../../edm/names.js";
import { printAnnotations, printFacets, printType } from "./print-annotations.js";
import { element, printAttributes, type PrintedElement } from "./print.js";

/** A child of a schema (CSDL XML 4.01 §6 to §14.1). Attributes that the model has no value for are omitted. */
export function printElement(declared: SchemaElement): PrintedElement {
  switch (declared.kind) {
    case "EntityType":
    case "ComplexType":
      return printStructuredType(declared);
    case "EnumType":
      return printEnumType(declared);
    case "TypeDefinition":
      return printTypeDefinition(declared);
    case "Action":
    case "Function":
      return printOperation(declared);
    case "Term":
      return printTerm(declared);
    case "EntityContainer":
      return printContainer(declared);
  }
}

function printTypeRef(type: TypeRef | undefined): string {
  return type === undefined
    ? ""
    : printAttributes({ Type: printType(type), Nullable: type.nullable }) + printFacets(type.facets);
}

function printStructuredType(type: StructuredType): PrintedElement {
  const attributes = printAttributes({
    BaseType: type.base,
    Abstract: type.abstract,
    OpenType: type.open,
    HasStream: type.hasStream,
  });
  const refs = type.key?.map(({ name, alias }) =>
    element("PropertyRef", printAttributes({ Name: name, Alias: alias })),
  );
  return element(type.kind, printAttributes({ Name: simpleNameOf(type.name) }) + attributes, [
    refs && element("Key", "", refs),
    ...type.properties.map(printProperty),
    ...type.navigationProperties.map(printNavigationProperty),
    ...printAnnotations(type.annotations),
  ]);
}

function printProperty({ name, type, defaultValue, annotations }: Property): PrintedElement {
  return element(
    "Property",
    printAttributes({ Name: name }) + printTypeRef(type) + printAttributes({ DefaultValue: defaultValue }),
    printAnnotations(annotations),
  );
}

function printNavigationProperty(property: NavigationProperty): PrintedElement {
  const { name, type, partner, containsTarget, referentialConstraints = [], onDelete, annotations } = property;
  return element(
    "NavigationProperty",
    printAttributes({ Name: name }) +
      printTypeRef(type) +
      printAttributes({ Partner: partner, ContainsTarget: containsTarget }),
    [
      ...referentialConstraints.map((constraint) =>
        element(
          "ReferentialConstraint",
          printAttributes({ Property: constraint.property, ReferencedProperty: constraint.referencedProperty }),
          printAnnotations(constraint.annotations),
        ),
      ),
      onDelete &&
        element("OnDelete", printAttributes({ Action: onDelete.action }), printAnnotations(onDelete.annotations)),
      ...printAnnotations(annotations),
    ],
  );
}

function printEnumType({ name, underlyingType, flags, members, annotations }: EnumType): PrintedElement {
  return element(
    "EnumType",
    printAttributes({ Name: simpleNameOf(name), UnderlyingType: underlyingType, IsFlags: flags }),
    [
      ...members.map((member) =>
        element(
          "Member",
          printAttributes({ Name: member.name, Value: member.value }),
          printAnnotations(member.annotations),
        ),
      ),
      ...printAnnotations(annotations),
    ],
  );
}

function printTypeDefinition({ name, underlyingType, facets, annotations }: TypeDefinition): PrintedElement {
  const attributes =
    printAttributes({ Name: simpleNameOf(name), UnderlyingType: underlyingType }) + printFacets(facets);
  return element("TypeDefinition", attributes, printAnnotations(annotations));
}

function printOperation(operation: Operation): PrintedElement {
  const { kind, name, bound, composable, entitySetPath, parameters, returnType, annotations } = operation;
  return element(
    kind,
    printAttributes({
      Name: simpleNameOf(name),
      IsBound: bound,
      EntitySetPath: entitySetPath,
      IsComposable: composable,
    }),
    [
      ...parameters.map((parameter) =>
        element(
          "Parameter",
          printAttributes({ Name: parameter.name }) + printTypeRef(parameter.type),
          printAnnotations(parameter.annotations),
        ),
      ),
      returnType && element("ReturnType", printTypeRef(returnType), printAnnotations(returnType.annotations)),
      ...printAnnotations(annotations),
    ],
  );
}

function printTerm({ name, type, base, defaultValue, appliesTo, annotations }: Term): PrintedElement {
  const attributes =
    printTypeRef(type) +
    printAttributes({ BaseTerm: base, DefaultValue: defaultValue, AppliesTo: appliesTo?.join(" ") });
  return element("Term", printAttributes({ Name: simpleNameOf(name) }) + attributes, printAnnotations(annotations));
}

function printContainer(container: EntityContainer): PrintedElement {
  return element(
    "EntityContainer",
    printAttributes({ Name: simpleNameOf(container.name), Extends: container.extends }),
    [...container.children.map(printContainerChild), ...printAnnotations(container.annotations)],
  );
}

function printContainerChild(child: ContainerChild): PrintedElement {
  const annotations = printAnnotations(child.annotations);
  switch (child.kind) {
    case "EntitySet":
      return element(
        child.kind,
        printAttributes({
          Name: child.name,
          EntityType: child.entityType,
          IncludeInServiceDocument: child.includeInServiceDocument,
        }),
        [...printBindings(child.navigationPropertyBindings), ...annotations],
      );
    case "Singleton":
      return element(child.kind, printAttributes({ Name: child.name, Type: child.type, Nullable: child.nullable }), [
        ...printBindings(child.navigationPropertyBindings),
        ...annotations,
      ]);
    case "ActionImport":
      return element(
        child.kind,
        printAttributes({ Name: child.name, Action: child.action, EntitySet: child.entitySet }),
        annotations,
      );
    case "FunctionImport":
      return element(
        child.kind,
        printAttributes({
          Name: child.name,
          Function: child.function,
          EntitySet: child.entitySet,
          IncludeInServiceDocument: child.includeInServiceDocument,
        }),
        annotations,
      );
  }
}

function printBindings(bindings: readonly NavigationPropertyBinding[]): readonly PrintedElement[] {
  return bindings.map(({ path, target }) =>
    element("NavigationPropertyBinding", printAttributes({ Path: path, Target: target })),
  );
}
