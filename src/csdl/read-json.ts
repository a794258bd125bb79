import type { Source } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import type { CsdlDocument } from "../edm/document.js";
import { withoutDuplicateElements } from "./duplicates.js";
import { type JsonMember, type JsonObject, type JsonValue, readJson } from "./json/json-tree.js";
import { objectOf, wrongKind } from "./json/object-members.js";
import { readDeclarations, readReference } from "./json/references.js";
import { readSchema } from "./json/schemas.js";
import { qualifiedName } from "./qualified-names.js";
import { type Reading, startReading } from "./reading.js";

/**
 * Reads a CSDL JSON document of version 4.0 or 4.01. The result equals that of the same document in XML, with two
 * exceptions: JSON does not tell dates, enum members and paths from other strings, and a missing `$Nullable` means
 * false. Returns undefined when the text is not JSON or not CSDL.
 */
export function readCsdlJson(source: Source, report: Report): CsdlDocument | undefined {
  const root = readJson(source, report);
  if (root === undefined) return undefined;
  if (root.kind !== "object") {
    report.add("not-csdl", root.at, { root: `a JSON ${root.kind}` });
    return undefined;
  }
  const version = versionOf(root, report);
  return version && readDocument(root, version, source, report);
}

const KEYWORDS: ReadonlySet<string> = new Set(["$Version", "$EntityContainer", "$Reference"]);

function readDocument(
  root: JsonObject,
  version: CsdlDocument["version"],
  source: Source,
  report: Report,
): CsdlDocument {
  const members = root.members.filter(({ name }) => !name.startsWith("$"));
  const references = root.members.find(({ name }) => name === "$Reference")?.value;
  const reading = startReading({ source, version }, report, readDeclarations(references, members));
  for (const { name, at, value } of root.members) {
    if (name.startsWith("$") && !KEYWORDS.has(name))
      report.add("unknown-attribute", at, { attribute: name, element: "The document" });
    if (name === "$EntityContainer") checkContainerName(value, reading);
  }
  const read = members.flatMap((member) => readSchema(member, reading) ?? []);
  const schemas = withoutDuplicateElements(read, reading);
  return {
    kind: "csdl",
    source,
    version,
    references: (objectOf(references, "$Reference", reading)?.members ?? []).flatMap(
      (member) => readReference(member, reading) ?? [],
    ),
    schemas,
  };
}

/** The model takes the container from the schemas; the name is checked as any other. */
function checkContainerName(value: JsonValue, reading: Reading): void {
  if (value.kind === "string") qualifiedName(value, reading);
  else wrongKind(value, "$EntityContainer", "the qualified name of a container", reading);
}

function versionOf(root: JsonObject, report: Report): CsdlDocument["version"] | undefined {
  const member: JsonMember | undefined = root.members.find(({ name }) => name === "$Version");
  if (member === undefined) {
    report.add("missing-attribute", root.at, { element: "The document", attribute: "$Version" });
    return "4.01";
  }
  const version = member.value.kind === "string" ? member.value.value : "";
  if (version === "4.0" || version === "4.01") return version;
  if (version.startsWith("4.")) {
    report.add("newer-version", member.value.at, { version });
    return "4.01";
  }
  report.add("illegal-value", member.value.at, { name: "$Version", value: version, expected: `"4.0" or "4.01"` });
  return undefined;
}
