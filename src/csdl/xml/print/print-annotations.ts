import type { Annotation, Expression, Facets, PropertyValue } from "../../../edm/annotations.js";
import type { QualifiedName } from "../../../edm/names.js";
import { element, printAttributes, type PrintedElement, textElement } from "./print.js";

/** Annotations (CSDL XML 4.01 §14.2). */
export function printAnnotations(annotations: readonly Annotation[] | undefined): readonly PrintedElement[] {
  return (annotations ?? []).map(({ term, qualifier, value, annotations: nested }) =>
    holder("Annotation", printAttributes({ Term: term, Qualifier: qualifier }), value, nested),
  );
}

/** An element with a value, which is an attribute if it is a constant or a path, otherwise a child element. */
function holder(
  name: string,
  attributes: string,
  value: Expression,
  annotations: readonly Annotation[] | undefined,
): PrintedElement {
  const nested = printAnnotations(annotations);
  if (value.kind === "Constant")
    return element(name, attributes + printAttributes({ [value.type]: value.value }), nested);
  if (value.kind === "Path") return element(name, attributes + printAttributes({ [value.type]: value.path }), nested);
  return element(name, attributes, [printExpression(value), ...nested]);
}

/** An expression as an element (CSDL XML 4.01 §14.3, §14.4). */
export function printExpression(expression: Expression): PrintedElement {
  const nested = printAnnotations(expression.annotations);
  switch (expression.kind) {
    case "Constant":
      return textElement(expression.type, expression.value);
    case "Path":
      return textElement(expression.type, expression.path);
    case "LabeledElementReference":
      return textElement("LabeledElementReference", expression.name);
    case "Null":
      return element("Null", "", nested);
    case "Collection":
      return element("Collection", "", expression.items.map(printExpression));
    case "Record":
      return element("Record", printAttributes({ Type: expression.type }), [
        ...expression.properties.map(printPropertyValue),
        ...nested,
      ]);
    case "Operator":
      return element(expression.operator, "", [...expression.operands.map(printExpression), ...nested]);
    case "If":
      return element("If", "", [...expression.operands.map(printExpression), ...nested]);
    case "Apply":
      return element("Apply", printAttributes({ Function: expression.function }), [
        ...expression.arguments.map(printExpression),
        ...nested,
      ]);
    case "Cast":
    case "IsOf":
      return element(
        expression.kind,
        printAttributes({ Type: printType(expression) }) + printFacets(expression.facets),
        [printExpression(expression.operand), ...nested],
      );
    case "LabeledElement":
      return holder(
        "LabeledElement",
        printAttributes({ Name: expression.name }),
        expression.value,
        expression.annotations,
      );
    case "UrlRef":
      return element("UrlRef", "", [printExpression(expression.value), ...nested]);
  }
}

function printPropertyValue({ name, value, annotations }: PropertyValue): PrintedElement {
  return holder("PropertyValue", printAttributes({ Property: name }), value, annotations);
}

export function printType({
  type,
  collection,
}: {
  readonly type: QualifiedName;
  readonly collection: boolean;
}): string {
  return collection ? `Collection(${type})` : type;
}

export function printFacets(facets: Facets = {}): string {
  const { maxLength, precision, scale, srid, unicode } = facets;
  return printAttributes({ MaxLength: maxLength, Precision: precision, Scale: scale, SRID: srid, Unicode: unicode });
}
