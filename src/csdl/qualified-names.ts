import { nearest } from "../diagnostics/near.js";
import { edm, edmTypeOf, isOldPrimitiveType, oldPrimitiveTypes, primitiveTypes } from "../edm/primitive-types.js";
import { isBefore4 } from "../edm/document.js";
import { isElementName, simpleNameOf, type QualifiedName } from "../edm/names.js";
import type { Reading, Text } from "./reading.js";

const TYPES_OF_4: ReadonlySet<string> = new Set(["Edm.Date", "Edm.Duration", "Edm.TimeOfDay"]);

/** Resolves the alias in the name of a type, operation or container. Reports a text that cannot be such a name. */
export function qualifiedName(text: Text, reading: Reading, value: string = text.value): QualifiedName | undefined {
  const known = reading.resolved.get(value);
  if (known !== undefined) return known;
  const name = resolveName(value.trim(), reading);
  if (!isElementName(name)) {
    reportIllegal(value, text, reading);
    return undefined;
  }
  if (isUnknownEdmType(name, reading)) {
    const isOld = isBefore4(reading.version);
    reading.report.add("unknown-edm-type", text.at, { name, isOld, suggestion: nearEdmType(name, isOld) });
    return undefined;
  }
  if (isBefore4(reading.version) && TYPES_OF_4.has(name)) reading.report.add("edm-type-of-4", text.at, { name });
  reportUndeclared(value.trim(), text, reading);
  reading.resolved.set(value, name);
  return name;
}

/**
 * Resolves the alias in a name inside an annotation: a term, or the type of a record or cast. Problems are warnings,
 * since faults in annotations are not errors (CSDL 4.01 §14). Only prefixes without a dot, which look like aliases,
 * must be declared: real documents use vocabularies without a Reference.
 */
export function annotationName(text: Text, reading: Reading, value: string = text.value): QualifiedName | undefined {
  const known = reading.resolved.get(value);
  if (known !== undefined) return known;
  const name = resolveName(value.trim(), reading);
  if (!isElementName(name) || isUnknownEdmType(name, reading)) {
    reading.report.add("illegal-annotation-name", text.at, { name: value });
    return undefined;
  }
  if (!prefixOf(value.trim()).includes(".")) reportUndeclared(value.trim(), text, reading);
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

function isUnknownEdmType(name: QualifiedName, { version }: Reading): boolean {
  if (!name.startsWith("Edm.")) return false;
  const known = edmTypeOf(name);
  return known === undefined || (!isBefore4(version) && isOldPrimitiveType(known));
}

function nearEdmType(name: QualifiedName, isOld: boolean): string | undefined {
  // OData 4 has it in the place of that of 2.0 and 3.0, whose name is far from it.
  if (!isOld && /^Edm\.DateTime$/i.test(name)) return edm("DateTimeOffset");
  const near = nearest(simpleNameOf(name), [...primitiveTypes, ...(isOld ? oldPrimitiveTypes : [])]);
  return near && `Edm.${near}`;
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

function reportUndeclared(name: string, text: Text, { aliases, namespaces, report, undeclared }: Reading): void {
  const prefix = prefixOf(name);
  if (prefix === "Edm" || aliases.has(prefix) || namespaces.has(prefix) || undeclared.has(prefix)) return;
  undeclared.add(prefix);
  report.add("unknown-namespace", text.at, { prefix, name });
}

// A string literal of a key predicate, which contains no names, or the text between the separators of paths, parameter
// lists, casts and qualifiers.
const SEGMENT = /'(?:[^']|'')*'|[^/@#(),\s'=]+/gu;

/**
 * Resolves the aliases in all segments of a path (CSDL 4.01 §15.4), such as `Alias.Container/Set`,
 * `Alias.Function(Alias.Type)/parameter` or `property@Alias.Term#Qualifier`.
 */
export function resolvePath(path: string, reading: Reading): string {
  if (!path.includes(".") || reading.aliases.size === 0) return path;
  return path.replace(SEGMENT, (segment) => (segment.startsWith("'") ? segment : resolveName(segment, reading)));
}
