import type { Annotation, Expression, Facets } from "../../../edm/annotations.js";
import type { QualifiedName } from "../../../edm/names.js";
import { nativeJson } from "../native-json.js";
import { type Json, jsonNumber, members, merged } from "./print.js";
import type { PrintContext } from "./print-context.js";

type TypeControls = Pick<PrintContext, "typeControl">;

/** The context of annotations that are printed outside of a document. */
const ALONE: TypeControls = { typeControl: (type) => ["@type", `#${type}`] };

/**
 * Prints annotations as members (CSDL JSON 4.01 §14.2), of the member `target` or, if that is empty, of the object
 * itself. `groupQualifier` is the qualifier of annotations that have none.
 */
export function printAnnotations(
  annotations: readonly Annotation[] | undefined,
  context: TypeControls = ALONE,
  target = "",
  groupQualifier?: string,
): ReadonlyMap<string, Json> {
  const result = new Map<string, Json>();
  for (const annotation of annotations ?? []) {
    const qualifier = annotation.qualifier ?? groupQualifier;
    const name = `${target}@${annotation.term}${qualifier === undefined ? "" : `#${qualifier}`}`;
    for (const [nested, value] of printAnnotations(annotation.annotations, context, name)) result.set(nested, value);
    result.set(name, nativeJson(annotation.term, annotation.value) ?? printExpression(annotation.value, context));
  }
  return result;
}

/** Prints an expression (CSDL JSON 4.01 §14.3, §14.4). */
export function printExpression(expression: Expression, context: TypeControls): Json {
  switch (expression.kind) {
    case "Constant":
      return printConstant(expression.type, expression.value);
    case "Null":
      return expression.annotations === undefined ? null : annotated(expression, context, ["$Null", null]);
    case "Collection":
      return expression.items.map((item) => printExpression(item, context));
    case "Record":
      return printRecord(expression, context);
    case "Path":
      // Only value paths are objects with `$Path`; model paths are plain strings.
      return expression.type === "Path" ? annotated(expression, context, ["$Path", expression.path]) : expression.path;
    default:
      return printDynamic(expression, context);
  }
}

type Dynamic = Exclude<Expression, { readonly kind: "Constant" | "Null" | "Collection" | "Record" | "Path" }>;

function printDynamic(expression: Dynamic, context: TypeControls): Json {
  switch (expression.kind) {
    case "Operator":
      return annotated(expression, context, [
        `$${expression.operator}`,
        printOperands(expression.operator, expression.operands, context),
      ]);
    case "If":
      return annotated(expression, context, ["$If", expression.operands.map((item) => printExpression(item, context))]);
    case "Apply":
      return annotated(
        expression,
        context,
        ["$Apply", expression.arguments.map((item) => printExpression(item, context))],
        ["$Function", expression.function],
      );
    case "Cast":
    case "IsOf":
      return merged(
        annotated(expression, context, [`$${expression.kind}`, printExpression(expression.operand, context)]),
        printType(expression),
        printFacets(expression.facets),
      );
    case "LabeledElement":
      return annotated(
        expression,
        context,
        ["$LabeledElement", printExpression(expression.value, context)],
        ["$Name", expression.name],
      );
    case "LabeledElementReference":
      return annotated(expression, context, ["$LabeledElementReference", expression.name]);
    case "UrlRef":
      return annotated(expression, context, ["$UrlRef", printExpression(expression.value, context)]);
  }
}

function annotated(
  { annotations }: Expression,
  context: TypeControls,
  ...entries: readonly (readonly [string, Json])[]
): ReadonlyMap<string, Json> {
  return merged(new Map(entries), printAnnotations(annotations, context));
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
      return printEnumMembers(value);
    default:
      return value;
  }
}

/** Prints `Type/A Type/B` as `A,B` (CSDL JSON 4.01 §14.3.6). */
function printEnumMembers(value: string): string {
  return value
    .split(/\s+/)
    .map((member) => member.slice(member.indexOf("/") + 1))
    .join(",");
}

/** Prints an operand of `Has`. Enum members are cast to their type, which JSON would otherwise lose. */
function printHasOperand(expression: Expression, context: TypeControls): Json {
  if (expression.kind !== "Constant" || expression.type !== "EnumMember") return printExpression(expression, context);
  return members(["$Cast", printEnumMembers(expression.value)], ["$Type", expression.value.split("/", 1)[0]]);
}

function printOperands(operator: string, operands: readonly Expression[], context: TypeControls): Json {
  const [first] = operands;
  if ((operator === "Not" || operator === "Neg") && first !== undefined) return printExpression(first, context);
  return operands.map((item) => (operator === "Has" ? printHasOperand(item, context) : printExpression(item, context)));
}

function printRecord({ type, properties, annotations }: Expression & { kind: "Record" }, context: TypeControls): Json {
  const values = properties.flatMap((property): [string, Json][] => [
    ...printAnnotations(property.annotations, context, property.name),
    [property.name, printExpression(property.value, context)],
  ]);
  return merged(
    new Map(type === undefined ? [] : [context.typeControl(type)]),
    new Map(values),
    printAnnotations(annotations, context),
  );
}

/** Prints `$Type`, unless it is Edm.String, and `$Collection` (CSDL JSON 4.01 §7.1). */
export function printType({
  type,
  collection,
}: {
  readonly type: QualifiedName;
  readonly collection: boolean;
}): ReadonlyMap<string, Json> {
  return members(["$Collection", collection ? true : undefined], ["$Type", type === "Edm.String" ? undefined : type]);
}

/**
 * Prints facets (CSDL JSON 4.01 §7.2.2 to §7.2.6). The length "max" and the defaults, `$Unicode` true and `$Scale`
 * variable, are omitted.
 */
export function printFacets(facets: Facets | undefined): ReadonlyMap<string, Json> {
  if (facets === undefined) return new Map();
  const { maxLength, precision, scale, srid, unicode } = facets;
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
