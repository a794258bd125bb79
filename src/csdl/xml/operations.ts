import type { Operation, Parameter, ReturnType, Term } from "../../edm/elements.js";
import { qualify } from "../../edm/names.js";
import { hasItsParameters } from "../binding.js";
import { withoutDuplicates } from "../duplicates.js";
import { annotationName } from "../qualified-names.js";
import { type Reading, defined } from "../reading.js";
import { attribute, childrenNamed, flag, nameOf, path, typeRef } from "./access.js";
import { readAnnotations } from "./annotations.js";
import type { XmlElement } from "./tree/xml-element.js";

/** One overload of an action or a function (CSDL 4.01 §12). */
export function readOperation(
  kind: Operation["kind"],
  element: XmlElement,
  namespace: string,
  reading: Reading,
): Operation | undefined {
  const simple = nameOf(element, kind === "Action" ? "an action" : "a function", reading);
  if (simple === undefined) return undefined;
  const name = qualify(namespace, simple);
  const children = childrenNamed(element, "Parameter");
  const read = children.flatMap((child) => readParameter(child, reading) ?? []);
  const bound = flag(element, "IsBound", reading);
  if (!hasItsParameters({ kind, name, at: element.at, bound, read: read.length, written: children.length }, reading))
    return undefined;
  const parameters = withoutDuplicates(read, "Parameter", name, reading);
  return defined({
    kind,
    name,
    at: element.at,
    by: "csdl" as const,
    bound,
    composable: kind === "Function" ? flag(element, "IsComposable", reading) : undefined,
    entitySetPath: path(element, "EntitySetPath", reading),
    parameters,
    returnType: readReturnType(kind, element, reading),
    annotations: readAnnotations(element, reading),
  });
}

function readParameter(element: XmlElement, reading: Reading): Parameter | undefined {
  const name = nameOf(element, "a parameter", reading);
  return (
    name &&
    defined({
      name,
      at: element.at,
      by: "csdl" as const,
      type: typeRef(element, reading),
      annotations: readAnnotations(element, reading),
    })
  );
}

function readReturnType(kind: Operation["kind"], element: XmlElement, reading: Reading): ReturnType | undefined {
  const [child, second] = childrenNamed(element, "ReturnType");
  if (second !== undefined)
    reading.report.add("duplicate-name", second.at, { what: "The element", name: "ReturnType", owner: element.name });
  // CSDL 4.01 §12.3: a function must have a return type.
  if (child === undefined && kind === "Function")
    reading.report.add("missing-element", element.at, { element: kind, child: "a ReturnType" });
  const type = child && typeRef(child, reading);
  return child && type && defined({ ...type, at: child.at, annotations: readAnnotations(child, reading) });
}

/** A term (CSDL 4.01 §14.1). */
export function readTerm(element: XmlElement, namespace: string, reading: Reading): Term | undefined {
  const name = nameOf(element, "a term", reading);
  if (name === undefined) return undefined;
  const base = attribute(element, "BaseTerm");
  return defined({
    kind: "Term" as const,
    name: qualify(namespace, name),
    at: element.at,
    by: "csdl" as const,
    type: typeRef(element, reading),
    base: base && annotationName(base, reading),
    appliesTo: attribute(element, "AppliesTo")
      ?.value.split(/\s+/)
      .filter((word) => word !== ""),
    defaultValue: attribute(element, "DefaultValue")?.value,
    annotations: readAnnotations(element, reading),
  });
}
