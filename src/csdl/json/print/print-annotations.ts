import type { Annotation, Expression, Facets } from "../../../edm/annotations.js";
import type { QualifiedName } from "../../../edm/names.js";
import { nativeJson } from "../native-json.js";
import { type Json, jsonNumber, members, merged } from "./print.js";
import type { Defaults } from "./unsaid.js";

type TypeControls = Pick<Defaults, "typeControl">;

/** For annotations that are printed without their document. */
const ALONE: TypeControls = { typeControl: (type) => ["@type", `#${type}`] };

/**
 * Annotation members (CSDL JSON 4.01 §14.2), of the object itself or of the member called `target`.
 * `groupQualifier` is that of annotations that have none of their own.
 */
export function printAnnotations(
  annotations: readonly Annotation[] | undefined,
  defaults: TypeControls = ALONE,
  target = "",
  groupQualifier?: string,
): ReadonlyMap<string, Json> {
  const result = new Map<string, Json>();
  for (const annotation of annotations ?? []) {
    const qualifier = annotation.qualifier ?? groupQualifier;
    const name = `${target}@${annotation.term}${qualifier === undefined ? "" : `#${qualifier}`}`;
    for (const [nested, value] of printAnnotations(annotation.annotations, defaults, name)) result.set(nested, value);
    result.set(name, nativeJson(annotation.term, annotation.value) ?? printExpression(annotation.value, defaults));
  }
  return result;
}

/** CSDL JSON 4.01 §14.3, §14.4 */
export function printExpression(expression: Expression, defaults: TypeControls): Json {
  switch (expression.kind) {
    case "Constant":
      return printConstant(expression.type, expression.value);
    case "Null":
      return expression.annotations === undefined ? null : annotated(expression, defaults, ["$Null", null]);
    case "Collection":
      return expression.items.map((item) => printExpression(item, defaults));
    case "Record":
      return printRecord(expression, defaults);
    case "Path":
      // Model paths are plain strings; only value paths have a notation of their own.
      return expression.type === "Path" ? annotated(expression, defaults, ["$Path", expression.path]) : expression.path;
    default:
      return printDynamic(expression, defaults);
  }
}

type Dynamic = Exclude<Expression, { readonly kind: "Constant" | "Null" | "Collection" | "Record" | "Path" }>;

function printDynamic(expression: Dynamic, defaults: TypeControls): Json {
  switch (expression.kind) {
    case "Operator":
      return annotated(expression, defaults, [
        `$${expression.operator}`,
        printOperands(expression.operator, expression.operands, defaults),
      ]);
    case "If":
      return annotated(expression, defaults, [
        "$If",
        expression.operands.map((item) => printExpression(item, defaults)),
      ]);
    case "Apply":
      return annotated(
        expression,
        defaults,
        ["$Apply", expression.arguments.map((item) => printExpression(item, defaults))],
        ["$Function", expression.function],
      );
    case "Cast":
    case "IsOf":
      return merged(
        annotated(expression, defaults, [`$${expression.kind}`, printExpression(expression.operand, defaults)]),
        printType(expression),
        printFacets(expression.facets),
      );
    case "LabeledElement":
      return annotated(
        expression,
        defaults,
        ["$LabeledElement", printExpression(expression.value, defaults)],
        ["$Name", expression.name],
      );
    case "LabeledElementReference":
      return annotated(expression, defaults, ["$LabeledElementReference", expression.name]);
    case "UrlRef":
      return annotated(expression, defaults, ["$UrlRef", printExpression(expression.value, defaults)]);
  }
}

function annotated(
  { annotations }: Expression,
  defaults: TypeControls,
  ...entries: readonly (readonly [string, Json])[]
): ReadonlyMap<string, Json> {
  return merged(new Map(entries), printAnnotations(annotations, defaults));
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

/** `Type/A Type/B` as `A,B` (CSDL JSON 4.01 §14.3.6). */
function printEnumMembers(value: string): string {
  return value
    .split(/\s+/)
    .map((member) => member.slice(member.indexOf("/") + 1))
    .join(",");
}

/** What `Has` looks for is of an enum type that nothing around it tells, so the members are cast to it. */
function printSought(expression: Expression, defaults: TypeControls): Json {
  if (expression.kind !== "Constant" || expression.type !== "EnumMember") return printExpression(expression, defaults);
  return members(["$Cast", printEnumMembers(expression.value)], ["$Type", expression.value.split("/", 1)[0]]);
}

function printOperands(operator: string, operands: readonly Expression[], defaults: TypeControls): Json {
  const [first] = operands;
  if ((operator === "Not" || operator === "Neg") && first !== undefined) return printExpression(first, defaults);
  return operands.map((item) => (operator === "Has" ? printSought(item, defaults) : printExpression(item, defaults)));
}

function printRecord({ type, properties, annotations }: Expression & { kind: "Record" }, defaults: TypeControls): Json {
  const values = properties.flatMap((property): [string, Json][] => [
    ...printAnnotations(property.annotations, defaults, property.name),
    [property.name, printExpression(property.value, defaults)],
  ]);
  return merged(
    new Map(type === undefined ? [] : [defaults.typeControl(type)]),
    new Map(values),
    printAnnotations(annotations, defaults),
  );
}

/** `$Type`, which is not said for Edm.String, and `$Collection` (CSDL JSON 4.01 §7.1). */
export function printType({
  type,
  collection,
}: {
  readonly type: QualifiedName;
  readonly collection: boolean;
}): ReadonlyMap<string, Json> {
  return members(["$Collection", collection ? true : undefined], ["$Type", type === "Edm.String" ? undefined : type]);
}

/** CSDL JSON 4.01 §7.2.2 to §7.2.6; there is no "max" length, `$Unicode` defaults to true and `$Scale` to variable. */
export function printFacets(facets: Facets | undefined): ReadonlyMap<string, Json> {
  if (facets === undefined) return new Map(); // as of most types
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
