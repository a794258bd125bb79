import type { Operation, Parameter, ReturnType, Term } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import { hasItsParameters } from "../binding.js";
import { withoutDuplicates } from "../duplicates.js";
import { annotationName, resolvePath } from "../qualified-names.js";
import { type Reading, defined, simpleName } from "../reading.js";
import { readAnnotations, readDefaultValue } from "./annotations.js";
import type { JsonMember, JsonObject } from "./json-tree.js";
import {
  arrayOf,
  keyword,
  objectOf,
  objectsOf,
  type ObjectMembers,
  classifyMembers,
  required,
  stringOf,
  wrongKind,
} from "./object-members.js";
import { flag, TYPE_KEYWORDS, typeRef } from "./type-uses.js";

const OPERATION = ["$Kind", "$IsBound", "$IsComposable", "$EntitySetPath", "$Parameter", "$ReturnType"];

/** Reads one overload of an action or function (CSDL JSON 4.01 §12.2, §12.4). */
export function readOperation(name: QualifiedName, object: JsonObject, reading: Reading): Operation | undefined {
  const kind = kindOf(object, reading);
  if (kind === undefined) return undefined;
  const members = classifyMembers(object, kind, { keywords: OPERATION }, reading);
  const objects = objectsOf(members, "$Parameter", reading);
  const read = objects.flatMap((parameter) => readParameter(parameter, reading) ?? []);
  const bound = flag(members, "$IsBound", reading);
  if (!hasItsParameters({ kind, name, at: object.at, bound, read: read.length, written: objects.length }, reading))
    return undefined;
  const parameters = withoutDuplicates(read, "Parameter", name, reading);
  const entitySetPath = stringOf(members, "$EntitySetPath", reading);
  return defined({
    kind,
    name,
    at: object.at,
    by: "csdl" as const,
    bound,
    composable: flag(members, "$IsComposable", reading),
    entitySetPath: entitySetPath && resolvePath(entitySetPath.value, reading),
    parameters,
    returnType: readReturnType(kind, members, reading),
    annotations: readAnnotations(members, reading),
  });
}

function kindOf(object: JsonObject, reading: Reading): Operation["kind"] | undefined {
  const value = object.members.find(({ name }) => name === "$Kind")?.value;
  if (value?.kind === "string" && (value.value === "Action" || value.value === "Function")) return value.value;
  if (value === undefined)
    reading.report.add("missing-attribute", object.at, { element: "An overload", attribute: "$Kind" });
  else wrongKind(value, "$Kind", "Action or Function", reading);
  return undefined;
}

function readParameter(object: JsonObject, reading: Reading): Parameter | undefined {
  const members = classifyMembers(object, "Parameter", { keywords: ["$Name", ...TYPE_KEYWORDS] }, reading);
  const text = required(members, "$Name", reading);
  const name = text && simpleName(text, "a parameter", reading);
  const type = typeRef(members, reading);
  return (
    name && defined({ name, at: object.at, by: "csdl" as const, type, annotations: readAnnotations(members, reading) })
  );
}

function readReturnType(kind: Operation["kind"], operation: ObjectMembers, reading: Reading): ReturnType | undefined {
  const object = objectOf(keyword(operation, "$ReturnType"), "$ReturnType", reading);
  if (object === undefined) {
    if (kind === "Function")
      reading.report.add("missing-element", operation.object.at, { element: kind, child: "$ReturnType" });
    return undefined;
  }
  const members = classifyMembers(object, "$ReturnType", { keywords: TYPE_KEYWORDS }, reading);
  const type = typeRef(members, reading);
  return type && defined({ ...type, at: object.at, annotations: readAnnotations(members, reading) });
}

export const termKeywords = ["$Kind", ...TYPE_KEYWORDS, "$DefaultValue", "$BaseTerm", "$AppliesTo"];

/** Reads a term (CSDL JSON 4.01 §14.1). */
export function readTerm(name: QualifiedName, member: JsonMember, members: ObjectMembers, reading: Reading): Term {
  const base = stringOf(members, "$BaseTerm", reading);
  return defined({
    kind: "Term" as const,
    name,
    at: member.at,
    by: "csdl" as const,
    type: typeRef(members, reading),
    base: base && annotationName(base, reading),
    appliesTo: readAppliesTo(members, reading),
    defaultValue: readDefaultValue(members, reading),
    annotations: readAnnotations(members, reading),
  });
}

function readAppliesTo(members: ObjectMembers, reading: Reading): readonly string[] | undefined {
  return arrayOf(keyword(members, "$AppliesTo"), "$AppliesTo", reading)?.items.flatMap((item) => {
    if (item.kind === "string") return [item.value];
    wrongKind(item, "An item of $AppliesTo", "a string", reading);
    return [];
  });
}
