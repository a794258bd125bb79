import type { Annotation, Expression, OperatorKind, PropertyValue } from "../../edm/annotations.js";
import { edm } from "../../edm/primitive-types.js";
import { reportDuplicateAnnotations } from "../duplicates.js";
import { readFacets } from "../facets.js";
import { annotationName, resolvePath } from "../qualified-names.js";
import { qualifierOf, type Reading, defined } from "../reading.js";
import { OPERATORS } from "../operators.js";
import type { JsonObject, JsonScalar, JsonValue } from "./json-tree.js";
import { textOfNativeJson } from "./native-json.js";
import {
  type AnnotationMember,
  arrayOf,
  keyword,
  type ObjectMembers,
  classifyMembers,
  stringOf,
  textOf,
} from "./object-members.js";
import { FACET_KEYWORDS, flag } from "./type-uses.js";

/**
 * Reads the annotations of the member `target`, or of the object itself if `target` is empty (CSDL JSON 4.01 §14.2).
 */
export function readAnnotations(
  members: ObjectMembers,
  reading: Reading,
  target = "",
): readonly Annotation[] | undefined {
  const group = members.annotations.get(target);
  if (group === undefined) return undefined;
  const annotations = group.flatMap((member) => readAnnotation(member, members, reading) ?? []);
  reportDuplicateAnnotations(annotations, reading);
  return annotations.length > 0 ? annotations : undefined;
}

function readAnnotation(member: AnnotationMember, members: ObjectMembers, reading: Reading): Annotation | undefined {
  const term = annotationName({ value: member.term, at: member.at }, reading);
  if (term === undefined) return undefined;
  const qualifier = qualifierOf(
    member.qualifier === undefined ? undefined : { value: member.qualifier, at: member.at },
    reading,
  );
  const annotations = readAnnotations(members, reading, member.name);
  const value = textOfNativeJson(term, member.value) ?? readExpression(member.value, reading);
  return defined({ term, qualifier, value, at: member.at, annotations });
}

/**
 * Reads an expression (CSDL JSON 4.01 §14.3, §14.4). Dates, enum members, model paths and large integers are strings in
 * JSON and become String constants. Numbers become Int or Decimal constants with their exact text.
 */
export function readExpression(value: JsonValue, reading: Reading): Expression {
  switch (value.kind) {
    case "null":
      return { kind: "Null" };
    case "array":
      return { kind: "Collection", items: value.items.map((item) => readExpression(item, reading)) };
    case "object":
      return readObject(value, reading);
    default:
      return readConstant(value);
  }
}

function readConstant({ kind, value }: JsonScalar): Expression {
  if (kind === "string") return { kind: "Constant", type: "String", value };
  if (kind === "boolean") return { kind: "Constant", type: "Bool", value };
  const type = /^-?[0-9]+$/.test(value) ? "Int" : /[eE]/.test(value) ? "Float" : "Decimal";
  return { kind: "Constant", type, value };
}

type Structure = (members: ObjectMembers, value: JsonValue, reading: Reading) => Expression | undefined;

interface StructureRule {
  readonly read: Structure;
  /** Keywords besides the one of the expression itself. */
  readonly keywords?: readonly string[];
}

const structures: ReadonlyMap<string, StructureRule> = new Map<string, StructureRule>([
  ["$Path", { read: readPath }],
  ["$Null", { read: () => ({ kind: "Null" }) }],
  ["$If", { read: (_, value, reading) => ({ kind: "If", operands: operandsOf(value, "$If", [2, 3], reading) }) }],
  ["$Apply", { read: readApply, keywords: ["$Function"] }],
  ["$Cast", { read: readCast("Cast"), keywords: ["$Type", "$Collection", ...FACET_KEYWORDS] }],
  ["$IsOf", { read: readCast("IsOf"), keywords: ["$Type", "$Collection", ...FACET_KEYWORDS] }],
  ["$LabeledElement", { read: readLabeledElement, keywords: ["$Name"] }],
  ["$LabeledElementReference", { read: readLabeledElementReference }],
  ["$UrlRef", { read: (_, value, reading) => ({ kind: "UrlRef", value: readExpression(value, reading) }) }],
  ...Object.entries(OPERATORS).map(
    ([name, arity]) => [`$${name}`, { read: readOperator(name as OperatorKind, arity) }] as const,
  ),
]);

function readObject(object: JsonObject, reading: Reading): Expression {
  for (const { name, value } of object.members) {
    const rule = structures.get(name);
    if (rule === undefined) continue;
    const members = classifyMembers(object, name, { keywords: [name, ...(rule.keywords ?? [])] }, reading);
    const expression = rule.read(members, value, reading);
    if (expression === undefined) return { kind: "Null" };
    const annotations = readAnnotations(members, reading);
    return annotations === undefined ? expression : { ...expression, annotations };
  }
  return readRecord(object, reading);
}

// Control information for the type of a record (`odata.type` in 4.0): a URL whose fragment is the type name.
const TYPE_CONTROLS: ReadonlySet<string> = new Set(["@type", "@odata.type"]);

function readRecord(object: JsonObject, reading: Reading): Expression {
  const control = object.members.find(({ name }) => TYPE_CONTROLS.has(name));
  const rest = { ...object, members: object.members.filter((member) => member !== control) };
  const members = classifyMembers(rest, "A record", { keywords: [], children: true, annotated: () => true }, reading);
  const properties = members.children.map(({ name, value, at }): PropertyValue =>
    defined({ name, value: readExpression(value, reading), at, annotations: readAnnotations(members, reading, name) }),
  );
  return defined({
    kind: "Record" as const,
    type: control && recordType(control.value, reading),
    properties,
    annotations: readAnnotations(members, reading),
  });
}

function recordType(value: JsonValue, reading: Reading): ReturnType<typeof annotationName> {
  if (value.kind !== "string") {
    reading.report.add("illegal-annotation-name", value.at, { name: "@type" });
    return undefined;
  }
  return annotationName(value, reading, value.value.slice(value.value.lastIndexOf("#") + 1));
}

function readOperator(operator: OperatorKind, arity: number): Structure {
  return (_, value, reading) => {
    const operands =
      arity === 1 ? [readExpression(value, reading)] : operandsOf(value, `$${operator}`, [arity, arity], reading);
    return { kind: "Operator", operator, operands };
  };
}

function operandsOf(
  value: JsonValue,
  name: string,
  [least, most]: readonly [number, number],
  reading: Reading,
): readonly Expression[] {
  const items = value.kind === "array" ? value.items : [value];
  if (items.length < least || items.length > most) {
    const expected = `${least === most ? least : `${least} or ${most}`} expressions`;
    reading.report.add("missing-value", value.at, { element: name, expected });
  }
  return items.map((item) => readExpression(item, reading));
}

function readApply(members: ObjectMembers, value: JsonValue, reading: Reading): Expression | undefined {
  const name = stringOf(members, "$Function", reading);
  if (name === undefined) {
    reading.report.add("missing-value", members.object.at, { element: "$Apply", expected: "$Function" });
    return undefined;
  }
  const items = arrayOf(value, "$Apply", reading)?.items ?? [];
  return {
    kind: "Apply",
    function: resolvePath(name.value, reading),
    arguments: items.map((item) => readExpression(item, reading)),
  };
}

function readCast(kind: "Cast" | "IsOf"): Structure {
  return (members, value, reading) => {
    const text = stringOf(members, "$Type", reading);
    const type = text === undefined ? edm("String") : annotationName(text, reading);
    const facets = readFacets((name) => textOf(members, `$${name}`, reading), reading);
    const collection = flag(members, "$Collection", reading) ?? false;
    return type && defined({ kind, type, collection, facets, operand: readExpression(value, reading) });
  };
}

function readLabeledElement(members: ObjectMembers, value: JsonValue, reading: Reading): Expression | undefined {
  const name = stringOf(members, "$Name", reading);
  if (name === undefined)
    reading.report.add("missing-value", members.object.at, { element: "$LabeledElement", expected: "$Name" });
  return name && { kind: "LabeledElement", name: name.value, value: readExpression(value, reading) };
}

function readLabeledElementReference(members: ObjectMembers, _: JsonValue, reading: Reading): Expression | undefined {
  const text = stringOf(members, "$LabeledElementReference", reading);
  const name = text && annotationName(text, reading);
  return name && { kind: "LabeledElementReference", name };
}

function readPath(_: ObjectMembers, value: JsonValue, reading: Reading): Expression | undefined {
  if (value.kind === "string") return { kind: "Path", type: "Path", path: resolvePath(value.value, reading) };
  reading.report.add("missing-value", value.at, { element: "$Path", expected: "a string" });
  return undefined;
}

/** The exact text of a default value (CSDL JSON 4.01 §7.3); undefined for null. */
export function readDefaultValue(members: ObjectMembers, reading: Reading): string | undefined {
  return keyword(members, "$DefaultValue")?.kind === "null"
    ? undefined
    : textOf(members, "$DefaultValue", reading)?.value;
}
