import type { Annotation, Expression, Facets } from "../../edm/annotations.js";
import type { QualifiedName } from "../../edm/names.js";
import { type Json, jsonNumber, members, merged } from "./print.js";

/**
 * Annotation members (CSDL JSON 4.01 §14.2), of the object itself or of the member called `target`.
 * `groupQualifier` is that of annotations that have none of their own.
 */
export function printAnnotations(
  annotations: readonly Annotation[] | undefined,
  target = "",
  groupQualifier?: string,
): ReadonlyMap<string, Json> {
  const result = new Map<string, Json>();
  for (const annotation of annotations ?? []) {
    const qualifier = annotation.qualifier ?? groupQualifier;
    const name = `${target}@${annotation.term}${qualifier === undefined ? "" : `#${qualifier}`}`;
    for (const [nested, value] of printAnnotations(annotation.annotations, name)) result.set(nested, value);
    result.set(name, printExpression(annotation.value));
  }
  return result;
}

/** CSDL JSON 4.01 §14.3, §14.4 */
export function printExpression(expression: Expression): Json {
  switch (expression.kind) {
    case "Constant":
      return printConstant(expression.type, expression.value);
    case "Null":
      return expression.annotations === undefined ? null : annotated(expression, ["$Null", null]);
    case "Collection":
      return expression.items.map(printExpression);
    case "Record":
      return printRecord(expression);
    case "Path":
      // Model paths are plain strings; only value paths have a notation of their own.
      return expression.type === "Path" ? annotated(expression, ["$Path", expression.path]) : expression.path;
    default:
      return printDynamic(expression);
  }
}

type Dynamic = Exclude<Expression, { readonly kind: "Constant" | "Null" | "Collection" | "Record" | "Path" }>;

function printDynamic(expression: Dynamic): Json {
  switch (expression.kind) {
    case "Operator":
      return annotated(expression, [`$${expression.operator}`, printOperands(expression.operator, expression.operands)]);
    case "If":
      return annotated(expression, ["$If", expression.operands.map(printExpression)]);
    case "Apply":
      return annotated(expression, ["$Apply", expression.arguments.map(printExpression)], ["$Function", expression.function]);
    case "Cast":
    case "IsOf":
      return merged(
        annotated(expression, [`$${expression.kind}`, printExpression(expression.operand)]),
        printType(expression),
        printFacets(expression.facets),
      );
    case "LabeledElement":
      return annotated(expression, ["$LabeledElement", printExpression(expression.value)], ["$Name", expression.name]);
    case "LabeledElementReference":
      return annotated(expression, ["$LabeledElementReference", expression.name]);
    case "UrlRef":
      return annotated(expression, ["$UrlRef", printExpression(expression.value)]);
  }
}

function annotated({ annotations }: Expression, ...entries: readonly (readonly [string, Json])[]): ReadonlyMap<string, Json> {
  return merged(new Map(entries), printAnnotations(annotations));
}

function printConstant(type: (Expression & { kind: "Constant" })["type"], value: string): Json {
  switch (type) {
    case "Bool":
      return value === "true" || value === "false" ? value === "true" : value;
    case "Int":
    case "Decimal":
    case "Float":
      return jsonNumber(value);
    case "EnumMember":
      // `Type/A Type/B` as `A,B` (CSDL JSON 4.01 §14.3.6).
      return value.split(/\s+/).map((member) => member.slice(member.indexOf("/") + 1)).join(",");
    default:
      return value;
  }
}

function printOperands(operator: string, operands: readonly Expression[]): Json {
  const [first] = operands;
  return (operator === "Not" || operator === "Neg") && first !== undefined ? printExpression(first) : operands.map(printExpression);
}

function printRecord({ type, properties, annotations }: Expression & { kind: "Record" }): Json {
  const values = properties.flatMap((property): [string, Json][] => [
    ...printAnnotations(property.annotations, property.name),
    [property.name, printExpression(property.value)],
  ]);
  return merged(members(["@type", type === undefined ? undefined : `#${type}`]), new Map(values), printAnnotations(annotations));
}

/** `$Type`, which is not said for Edm.String, and `$Collection` (CSDL JSON 4.01 §7.1). */
export function printType({ type, collection }: { readonly type: QualifiedName; readonly collection: boolean }): ReadonlyMap<string, Json> {
  return members(["$Collection", collection ? true : undefined], ["$Type", type === "Edm.String" ? undefined : type]);
}

/** CSDL JSON 4.01 §7.2.2 to §7.2.6; there is no "max" length, `$Unicode` defaults to true and `$Scale` to variable. */
export function printFacets({ maxLength, precision, scale, srid, unicode }: Facets = {}): ReadonlyMap<string, Json> {
  return members(
    ["$MaxLength", maxLength === "max" ? undefined : printNumber(maxLength)],
    ["$Unicode", unicode === false ? false : undefined],
    ["$Precision", printNumber(precision)],
    ["$Scale", scale === "variable" ? undefined : typeof scale === "string" ? scale : printNumber(scale)],
    ["$SRID", srid === undefined ? undefined : String(srid)],
  );
}

function printNumber(value: number | undefined): Json | undefined {
  return value === undefined ? undefined : { number: String(value) };
}
