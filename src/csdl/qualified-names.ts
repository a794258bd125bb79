import { edmTypeOf, primitiveTypes } from "../edm/primitive-types.js";
import { isQualifiedName, type QualifiedName } from "../edm/names.js";
import type { Reading, Text } from "./reading.js";

/** A name of a type, operation or container, with its alias resolved; an error when it is none. */
export function qualifiedName(text: Text, reading: Reading, value: string = text.value): QualifiedName | undefined {
  const known = reading.resolved.get(value);
  if (known !== undefined) return known;
  const name = resolveName(value.trim(), reading);
  if (!isQualifiedName(name)) {
    reportIllegal(value, text, reading);
    return undefined;
  }
  if (isUnknownEdmType(name)) {
    reading.report.add("unknown-edm-type", text.at, { name });
    return undefined;
  }
  reportStranger(value.trim(), text, reading);
  reading.resolved.set(value, name);
  return name;
}

/**
 * A name inside an annotation: of a term, or of the type of a record or cast. What is wrong in an annotation is
 * never an error (CSDL 4.01 §14). And as real documents use vocabularies without a Reference, a full namespace
 * need not be declared; only what looks like an alias must be one.
 */
export function annotationName(text: Text, reading: Reading, value: string = text.value): QualifiedName | undefined {
  const known = reading.resolved.get(value);
  if (known !== undefined) return known;
  const name = resolveName(value.trim(), reading);
  if (!isQualifiedName(name) || isUnknownEdmType(name)) {
    reading.report.add("illegal-annotation-name", text.at, { name: value });
    return undefined;
  }
  if (!prefixOf(value.trim()).includes(".")) reportStranger(value.trim(), text, reading);
  reading.resolved.set(value, name);
  return name;
}

function prefixOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf(".")));
}

function resolveName(name: string, { aliases }: Reading): string {
  const prefix = prefixOf(name);
  const namespace = aliases.get(prefix);
  return namespace === undefined ? name : namespace + name.slice(prefix.length);
}

function isUnknownEdmType(name: QualifiedName): boolean {
  return name.startsWith("Edm.") && edmTypeOf(name) === undefined;
}

function reportIllegal(value: string, text: Text, { namespaces, report }: Reading): void {
  if (value.includes(".")) {
    report.add("illegal-name", text.at, { what: "a model element", name: value });
    return;
  }
  const primitive = primitiveTypes.find((name) => name.toLowerCase() === value.toLowerCase());
  const [first = "Edm"] = namespaces;
  report.add("unqualified-name", text.at, {
    name: value,
    hint: primitive === undefined ? `${first}.${value}` : `Edm.${primitive}`,
  });
}

function reportStranger(name: string, text: Text, { aliases, namespaces, report, strangers }: Reading): void {
  const prefix = prefixOf(name);
  if (prefix === "Edm" || aliases.has(prefix) || namespaces.has(prefix) || strangers.has(prefix)) return;
  strangers.add(prefix);
  report.add("unknown-namespace", text.at, { prefix, name });
}

// A string literal (in a key predicate), which holds no names, or what stands between the separators of paths,
// parameter lists, casts and qualifiers.
const SEGMENT = /'(?:[^']|'')*'|[^/@#(),\s'=]+/gu;

/**
 * A path with the aliases of its segments resolved (CSDL 4.01 §15.4): `Alias.Container/Set`,
 * `Alias.Function(Alias.Type)/parameter`, `property@Alias.Term#Qualifier`.
 */
export function resolvePath(path: string, reading: Reading): string {
  if (!path.includes(".") || reading.aliases.size === 0) return path;
  return path.replace(SEGMENT, (segment) => (segment.startsWith("'") ? segment : resolveName(segment, reading)));
}
