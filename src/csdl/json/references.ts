import type { Include, IncludeAnnotations, Reference } from "../../edm/document.js";
import { type NamespaceDeclaration, type Reading, defined, type Text } from "../reading.js";
import { readAnnotations } from "./annotations.js";
import type { JsonMember, JsonObject, JsonValue } from "./json-tree.js";
import { objectOf, objectsOf, classifyMembers, required, stringOf } from "./object-members.js";

/**
 * The namespaces and aliases declared in a document. Malformed declarations are skipped here and reported when they are
 * read.
 */
export function readDeclarations(
  references: JsonValue | undefined,
  schemas: readonly JsonMember[],
): readonly NamespaceDeclaration[] {
  const included = membersOf(references)
    .flatMap(({ value }) => itemsOf(memberOf(value, "$Include")))
    .flatMap((include) => {
      const namespace = text(memberOf(include, "$Namespace"));
      return namespace === undefined ? [] : [{ namespace, alias: text(memberOf(include, "$Alias")) }];
    });
  const own = schemas.map(({ name, at, value }) => ({
    namespace: { value: name, at },
    alias: text(memberOf(value, "$Alias")),
  }));
  return [...included, ...own];
}

function membersOf(value: JsonValue | undefined): readonly JsonMember[] {
  return value?.kind === "object" ? value.members : [];
}

function memberOf(value: JsonValue, name: string): JsonValue | undefined {
  return membersOf(value).find((member) => member.name === name)?.value;
}

function itemsOf(value: JsonValue | undefined): readonly JsonValue[] {
  return value?.kind === "array" ? value.items : [];
}

function text(value: JsonValue | undefined): Text | undefined {
  return value?.kind === "string" ? value : undefined;
}

/** Reads a reference to another document (CSDL JSON 4.01 §4.1). */
export function readReference({ name: uri, at, value }: JsonMember, reading: Reading): Reference | undefined {
  const object = objectOf(value, uri, reading);
  if (object === undefined) return undefined;
  const members = classifyMembers(object, "Reference", { keywords: ["$Include", "$IncludeAnnotations"] }, reading);
  return defined({
    uri,
    at,
    includes: objectsOf(members, "$Include", reading).flatMap((item) => readInclude(item, reading) ?? []),
    includeAnnotations: objectsOf(members, "$IncludeAnnotations", reading).flatMap(
      (item) => readIncludeAnnotations(item, reading) ?? [],
    ),
    annotations: readAnnotations(members, reading),
  });
}

function readInclude(object: JsonObject, reading: Reading): Include | undefined {
  const members = classifyMembers(object, "$Include", { keywords: ["$Namespace", "$Alias"] }, reading);
  const namespace = required(members, "$Namespace", reading)?.value;
  const alias = stringOf(members, "$Alias", reading)?.value;
  return namespace === undefined
    ? undefined
    : defined({ namespace, alias, annotations: readAnnotations(members, reading) });
}

function readIncludeAnnotations(object: JsonObject, reading: Reading): IncludeAnnotations | undefined {
  const members = classifyMembers(
    object,
    "$IncludeAnnotations",
    { keywords: ["$TermNamespace", "$Qualifier", "$TargetNamespace"] },
    reading,
  );
  const termNamespace = required(members, "$TermNamespace", reading)?.value;
  const qualifier = stringOf(members, "$Qualifier", reading)?.value;
  const targetNamespace = stringOf(members, "$TargetNamespace", reading)?.value;
  return termNamespace === undefined ? undefined : defined({ termNamespace, qualifier, targetNamespace });
}
