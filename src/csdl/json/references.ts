import type { Include, IncludeAnnotations, Reference } from "../../edm/document.js";
import { type NamespaceDeclaration, type Reading, defined, type Text } from "../reading.js";
import { readAnnotations } from "./annotations.js";
import type { JsonMember, JsonObject, JsonValue } from "./json-tree.js";
import { objectOf, objectsOf, partsOf, required, stringOf } from "./parts.js";

/** The namespaces and aliases that hold in a document. What is wrong with their form is said when they are read. */
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

/** CSDL JSON 4.01 §4.1 */
export function readReference({ name: uri, at, value }: JsonMember, reading: Reading): Reference | undefined {
  const object = objectOf(value, uri, reading);
  if (object === undefined) return undefined;
  const parts = partsOf(object, "Reference", { keywords: ["$Include", "$IncludeAnnotations"] }, reading);
  return defined({
    uri,
    at,
    includes: objectsOf(parts, "$Include", reading).flatMap((item) => readInclude(item, reading) ?? []),
    includeAnnotations: objectsOf(parts, "$IncludeAnnotations", reading).flatMap(
      (item) => readIncludeAnnotations(item, reading) ?? [],
    ),
    annotations: readAnnotations(parts, reading),
  });
}

function readInclude(object: JsonObject, reading: Reading): Include | undefined {
  const parts = partsOf(object, "$Include", { keywords: ["$Namespace", "$Alias"] }, reading);
  const namespace = required(parts, "$Namespace", reading)?.value;
  const alias = stringOf(parts, "$Alias", reading)?.value;
  return namespace === undefined
    ? undefined
    : defined({ namespace, alias, annotations: readAnnotations(parts, reading) });
}

function readIncludeAnnotations(object: JsonObject, reading: Reading): IncludeAnnotations | undefined {
  const parts = partsOf(
    object,
    "$IncludeAnnotations",
    { keywords: ["$TermNamespace", "$Qualifier", "$TargetNamespace"] },
    reading,
  );
  const termNamespace = required(parts, "$TermNamespace", reading)?.value;
  const qualifier = stringOf(parts, "$Qualifier", reading)?.value;
  const targetNamespace = stringOf(parts, "$TargetNamespace", reading)?.value;
  return termNamespace === undefined ? undefined : defined({ termNamespace, qualifier, targetNamespace });
}
