import { nearest } from "../../diagnostics/near.js";
import type { At } from "../../diagnostics/position.js";
import type { Report } from "../../diagnostics/report.js";
import type { Declared } from "../../edm/elements.js";
import { namespaceOf, simpleNameOf, type QualifiedName } from "../../edm/names.js";

/**
 * Reports that a type which `by` refers to is missing: an error where its namespace was loaded, else a warning with the
 * code `otherwise`. Reports each missing type once, and a missing base for each type that has it.
 */
export type ReportMissingType = (
  type: QualifiedName,
  by: Declared,
  otherwise: "base-not-loaded" | "type-not-loaded",
) => void;

export function missingTypeReporter(
  loaded: ReadonlySet<string>,
  known: ReadonlySet<QualifiedName>,
  report: Report,
): ReportMissingType {
  const reported = new Map<string, At[]>();
  return (type, by, otherwise) => {
    const key = otherwise === "base-not-loaded" ? `${nameOf(by)} : ${type}` : type;
    const earlier = reported.get(key);
    if (earlier !== undefined) {
      earlier.push(by.at);
      return;
    }
    const elsewhere: At[] = [];
    reported.set(key, elsewhere);
    if (by.by === "csdl" && loaded.has(namespaceOf(type))) {
      const beside = [...known].filter((name) => namespaceOf(name) === namespaceOf(type));
      const near = nearest(simpleNameOf(type), beside.map(simpleNameOf));
      report.add("unresolved-type", by.at, { type, suggestion: near && `${namespaceOf(type)}.${near}` });
    } else if (otherwise === "base-not-loaded") {
      report.add("base-not-loaded", by.at, { type: nameOf(by), base: type });
    } else {
      report.add(by.by === "csdl" ? "type-not-loaded" : "type-not-described", by.at, { type }, [], elsewhere);
    }
  };
}

function nameOf(element: Declared): string {
  return "name" in element && typeof element.name === "string" ? element.name : "";
}
