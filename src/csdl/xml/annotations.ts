import type { Annotation, Expression, OperatorKind, PropertyValue } from "../../edm/annotations.js";
import { reportDuplicateAnnotations } from "../duplicates.js";
import { OPERATORS } from "../operators.js";
import { annotationName, resolvePath } from "../qualified-names.js";
import { qualifierOf, type Reading, defined } from "../reading.js";
import { attribute, facets, isEdm, readChildren, typeNamed } from "./access.js";
import { readAttributeExpression, readText } from "./text-expressions.js";
import type { XmlElement } from "./tree/xml-element.js";

const operatorArity: ReadonlyMap<string, number> = new Map(Object.entries(OPERATORS));

/** The value of an annotation that has none: the default of its term (CSDL 4.01 §14.2), which is true for tagging terms. */
const NO_VALUE: Expression = { kind: "Constant", type: "Bool", value: "true" };

/** The annotations of an element, or undefined when it has none (CSDL 4.01 §14.2). */
export function readAnnotations(
  element: XmlElement,
  reading: Reading,
  groupQualifier?: string,
): readonly Annotation[] | undefined {
  if (element.children.length === 0) return undefined;
  const annotations = readChildren(element, "Annotation", reading, (child) =>
    readAnnotation(child, reading, groupQualifier),
  );
  if (annotations.length === 0) return undefined;
  reportDuplicateAnnotations(annotations, reading);
  return annotations;
}

function readAnnotation(
  element: XmlElement,
  reading: Reading,
  groupQualifier: string | undefined,
): Annotation | undefined {
  const termText = attribute(element, "Term");
  const term = termText && annotationName(termText, reading);
  if (term === undefined) return undefined;
  const qualifier = qualifierOf(attribute(element, "Qualifier"), reading);
  return defined({
    term,
    qualifier: qualifier ?? groupQualifier,
    value: readValue(element, reading) ?? NO_VALUE,
    at: element.at,
    annotations: readAnnotations(element, reading),
  });
}

/** The value of an annotation, property value or labeled element, in attribute or element notation. */
function readValue(holder: XmlElement, reading: Reading): Expression | undefined {
  const values: Expression[] = [];
  for (const candidate of holder.attributes) {
    const value = readAttributeExpression(candidate, reading);
    if (value !== undefined) values.push(value);
  }
  values.push(...readOperands(holder, reading));
  if (values.length > 1) reading.report.add("conflicting-values", holder.at, { element: holder.name });
  return values[0];
}

function isExpression({ name }: XmlElement): boolean {
  return name !== "Annotation" && name !== "PropertyValue";
}

function readOperands(element: XmlElement, reading: Reading): readonly Expression[] {
  const operands: Expression[] = [];
  for (const child of element.children) {
    const operand = isEdm(child) && isExpression(child) ? readExpression(child, reading) : undefined;
    if (operand !== undefined) operands.push(operand);
  }
  return operands;
}

function readExpression(element: XmlElement, reading: Reading): Expression | undefined {
  const arity = operatorArity.get(element.name);
  if (arity !== undefined) {
    const operator = element.name as OperatorKind;
    return annotated(
      { kind: "Operator", operator, operands: exactly(arity, arity, element, reading) },
      element,
      reading,
    );
  }
  // Blanks around a value are layout, except in a string.
  const text = element.name === "String" ? element.text : element.text.trim();
  return readText(element.name, text, () => element.at, reading) ?? readStructure(element, text, reading);
}

function readStructure(element: XmlElement, text: string, reading: Reading): Expression | undefined {
  switch (element.name) {
    case "Null":
      return annotated({ kind: "Null" }, element, reading);
    case "Collection":
      return { kind: "Collection", items: readOperands(element, reading) };
    case "Record":
      return readRecord(element, reading);
    case "If":
      return annotated({ kind: "If", operands: exactly(2, 3, element, reading) }, element, reading);
    case "Apply":
      return readApply(element, reading);
    case "Cast":
    case "IsOf":
      return readCast(element.name, element, reading);
    case "LabeledElement":
      return readLabeledElement(element, reading);
    case "LabeledElementReference": {
      const name = annotationName({ value: text, at: element.at }, reading);
      return name && { kind: "LabeledElementReference", name };
    }
    case "UrlRef":
      return withOperand(element, reading, (value) => ({ kind: "UrlRef", value }));
    default:
      return undefined;
  }
}

function readRecord(element: XmlElement, reading: Reading): Expression {
  const text = attribute(element, "Type");
  const type = text && annotationName(text, reading);
  const properties = readChildren(element, "PropertyValue", reading, readPropertyValue);
  return annotated(defined({ kind: "Record" as const, type, properties }), element, reading);
}

function readPropertyValue(element: XmlElement, reading: Reading): PropertyValue | undefined {
  const name = attribute(element, "Property");
  if (name === undefined) return undefined;
  // CSDL 4.01 §14.4.12 requires exactly one expression, yet published vocabularies omit default values.
  const value = readValue(element, reading) ?? NO_VALUE;
  return defined({ name: name.value, value, at: element.at, annotations: readAnnotations(element, reading) });
}

function readApply(element: XmlElement, reading: Reading): Expression | undefined {
  const name = attribute(element, "Function");
  if (name === undefined) return undefined;
  return annotated(
    { kind: "Apply", function: resolvePath(name.value, reading), arguments: readOperands(element, reading) },
    element,
    reading,
  );
}

function readCast(kind: "Cast" | "IsOf", element: XmlElement, reading: Reading): Expression | undefined {
  const named = typeNamed(element, reading, annotationName);
  if (named === undefined) return undefined;
  return withOperand(element, reading, (operand) =>
    defined({ kind, ...named, facets: facets(element, reading), operand }),
  );
}

function readLabeledElement(element: XmlElement, reading: Reading): Expression | undefined {
  const name = attribute(element, "Name");
  const value = readValue(element, reading);
  if (value === undefined)
    reading.report.add("missing-value", element.at, { element: element.name, expected: "one expression" });
  if (name === undefined || value === undefined) return undefined;
  return annotated({ kind: "LabeledElement", name: name.value, value }, element, reading);
}

function withOperand(
  element: XmlElement,
  reading: Reading,
  make: (operand: Expression) => Expression,
): Expression | undefined {
  const [operand] = exactly(1, 1, element, reading);
  return operand && annotated(make(operand), element, reading);
}

/** The operands of an element, with an error for fewer than `least` or more than `most`. */
function exactly(least: number, most: number, element: XmlElement, reading: Reading): readonly Expression[] {
  const operands = readOperands(element, reading);
  if (operands.length < least || operands.length > most) {
    const count = least === most ? String(least) : `${least} or ${most}`;
    const expected = `${count} ${most === 1 ? "expression" : "expressions"}`;
    reading.report.add("missing-value", element.at, { element: element.name, expected });
  }
  return operands;
}

function annotated(expression: Expression, element: XmlElement, reading: Reading): Expression {
  const annotations: readonly Annotation[] | undefined = readAnnotations(element, reading);
  return annotations === undefined ? expression : { ...expression, annotations };
}
