import { nearest } from "../../diagnostics/near.js";
import type { Report } from "../../diagnostics/report.js";
import type { Declared } from "../../edm/elements.js";
import { namespaceOf, simpleNameOf, type QualifiedName } from "../../edm/names.js";
import type { MergeContext } from "../context.js";

/** Knows which namespaces were loaded, and says of each missing type once what that means. */
export function missingTypeReporter(
  loaded: ReadonlySet<string>,
  known: ReadonlySet<QualifiedName>,
  report: Report,
): MergeContext["reportMissing"] {
  const reported = new Set<string>();
  return (type, by, otherwise) => {
    const key = `${type} ${otherwise}`;
    if (reported.has(key)) return;
    reported.add(key);
    if (by.by !== "csdl") {
      if (otherwise === "type-not-loaded") report.add("type-not-described", by.at, { type });
      else report.add("base-not-loaded", by.at, { type: nameOf(by), base: type });
    } else if (loaded.has(namespaceOf(type))) {
      const beside = [...known].filter((name) => namespaceOf(name) === namespaceOf(type));
      const near = nearest(simpleNameOf(type), beside.map(simpleNameOf));
      report.add("unresolved-type", by.at, { type, suggestion: near && `${namespaceOf(type)}.${near}` });
    } else if (otherwise === "type-not-loaded") {
      report.add("type-not-loaded", by.at, { type });
    } else {
      report.add("base-not-loaded", by.at, { type: nameOf(by), base: type });
    }
  };
}

function nameOf(element: Declared): string {
  return "name" in element && typeof element.name === "string" ? element.name : "";
}
