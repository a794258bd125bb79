import type { AnnotationTarget, Schema } from "../../edm/document.js";
import type { SchemaElement } from "../../edm/elements.js";
import { qualify, type QualifiedName } from "../../edm/names.js";
import { resolvePath } from "../qualified-names.js";
import { type Reading, defined, simpleName } from "../reading.js";
import { readAnnotations } from "./annotations.js";
import { containerKeywords, readEntityContainer } from "./containers.js";
import { enumTypeKeywords, readEnumType, readTypeDefinition, typeDefinitionKeywords } from "./enum-types.js";
import type { JsonMember, JsonObject } from "./json-tree.js";
import { readOperation, readTerm, termKeywords } from "./operations.js";
import { keyword, objectOf, type ObjectMembers, classifyMembers, stringOf, wrongKind } from "./object-members.js";
import { readStructuredType, structuredTypeKeywords } from "./structured-types.js";

/** Reads a schema (CSDL JSON 4.01 §5). */
export function readSchema(member: JsonMember, reading: Reading): Schema | undefined {
  const object = objectOf(member.value, member.name, reading);
  if (object === undefined) return undefined;
  const members = classifyMembers(object, "Schema", { keywords: ["$Alias", "$Annotations"], children: true }, reading);
  return defined({
    namespace: member.name,
    alias: stringOf(members, "$Alias", reading)?.value,
    at: member.at,
    elements: members.children.flatMap((child) => readElements(child, member.name, reading)),
    targets: readTargets(members, reading),
    annotations: readAnnotations(members, reading),
  });
}

function readTargets(schema: ObjectMembers, reading: Reading): readonly AnnotationTarget[] {
  const targets = objectOf(keyword(schema, "$Annotations"), "$Annotations", reading);
  return (targets?.members ?? []).flatMap(({ name, value, at }) => {
    const object = objectOf(value, name, reading);
    if (object === undefined) return [];
    const members = classifyMembers(object, "An annotation target", { keywords: [] }, reading);
    return [{ target: resolvePath(name, reading), at, annotations: readAnnotations(members, reading) ?? [] }];
  });
}

/** Reads a schema child: an object is one element of some `$Kind`, an array the overloads of an action or function. */
function readElements(member: JsonMember, namespace: string, reading: Reading): readonly SchemaElement[] {
  const simple = simpleName({ value: member.name, at: member.at }, "a schema element", reading);
  if (simple === undefined) return [];
  const name = qualify(namespace, simple);
  if (member.value.kind === "array") {
    return member.value.items.flatMap((item) => {
      const overload = objectOf(item, `An overload of ${simple}`, reading);
      return (overload && readOperation(name, overload, reading)) ?? [];
    });
  }
  const object = objectOf(member.value, member.name, reading);
  const element = object && readElement(name, member, object, reading);
  return element === undefined ? [] : [element];
}

function readElement(
  name: QualifiedName,
  member: JsonMember,
  object: JsonObject,
  reading: Reading,
): SchemaElement | undefined {
  const kind = object.members.find((candidate) => candidate.name === "$Kind");
  if (kind === undefined) {
    reading.report.add("missing-attribute", object.at, { element: member.name, attribute: "$Kind" });
    return undefined;
  }
  const word = kind.value.kind === "string" ? kind.value.value : "";
  const take = (keywords: readonly string[], annotated = false): ObjectMembers =>
    classifyMembers(object, word, { keywords, children: !NO_CHILDREN.has(word), annotated: () => annotated }, reading);
  switch (word) {
    case "EntityType":
    case "ComplexType":
      return readStructuredType(word, name, member, take(structuredTypeKeywords[word]), reading);
    case "EnumType":
      return readEnumType(name, member, take(enumTypeKeywords, true), reading);
    case "TypeDefinition":
      return readTypeDefinition(name, member, take(typeDefinitionKeywords), reading);
    case "Term":
      return readTerm(name, member, take(termKeywords), reading);
    case "EntityContainer":
      return readEntityContainer(name, member, take(containerKeywords), reading);
    default:
      wrongKind(
        kind.value,
        "$Kind",
        "EntityType, ComplexType, EnumType, TypeDefinition, Term or EntityContainer",
        reading,
      );
      return undefined;
  }
}

const NO_CHILDREN: ReadonlySet<string> = new Set(["TypeDefinition", "Term"]);
