import { importMethods } from "../../../edm/elements.js";
import { attribute } from "../access.js";
import type { XmlAttribute, XmlElement } from "../tree/xml-element.js";
import { annotatingChildren, writtenAnnotations } from "./annotating.js";
import { changed, edmElement, newAttribute } from "./elements.js";
import { METADATA_NAMESPACE, metadataAttribute, oldChildren } from "./namespaces.js";
import type { Translation } from "./translation.js";
import { facetsOf } from "./facets.js";

interface TranslatedImport {
  readonly operation: XmlElement;
  /** Absent for one that is bound. */
  readonly imported?: XmlElement;
}

/**
 * A function import (MC-CSDL): a function where it is called by GET, an action otherwise. `m:HttpMethod` stays on the
 * action import. A function of CSDL 4.01 has a result, so that one called by GET without a result is an action, too.
 */
export function translateFunctionImport(
  element: XmlElement,
  namespace: string,
  translation: Translation,
): TranslatedImport {
  const { annotations } = translation;
  const method = methodOf(element, translation);
  // In OData 3.0 a method that is written makes a service operation, whose parameters stand in the URL.
  const isWritten = metadataAttribute(element, "HttpMethod") !== undefined;
  const returnType = returnTypeOf(element, translation);
  const kind = method.value === "GET" && returnType !== undefined ? "Function" : "Action";
  const isBound = attribute(element, "IsBindable")?.value === "true";
  const name = operationName(element, namespace, translation);
  const attributes = [
    name,
    isBound ? newAttribute("IsBound", "true", element.at) : undefined,
    kind === "Function" ? attribute(element, "IsComposable") : undefined,
    isBound ? attribute(element, "EntitySetPath") : undefined,
  ];
  const parameters = oldChildren(element, "Parameter").map((parameter, index) =>
    translateParameter(parameter, kind === "Function" && !(isBound && index === 0), translation),
  );
  // What other markup says of an import is about what it calls.
  const children = [...parameters, ...(returnType === undefined ? [] : [returnType]), ...annotations.of(element)];
  if (isBound)
    return { operation: edmElement(kind, element.at, attributes, [...children, ...writtenAnnotations(element)]) };
  const imported = edmElement(
    `${kind}Import`,
    element.at,
    [
      attribute(element, "Name"),
      newAttribute(kind, `${namespace}.${name?.value}`, element.at),
      entitySetOf(element),
      kind === "Action" && (isWritten || method.value !== "POST") ? method : undefined,
    ],
    writtenAnnotations(element),
  );
  return { operation: edmElement(kind, element.at, attributes, children), imported };
}

function methodOf(element: XmlElement, translation: Translation): XmlAttribute {
  const { version, report } = translation;
  const written = metadataAttribute(element, "HttpMethod");
  if (written !== undefined) {
    const value = written.value.trim().toUpperCase();
    if (!importMethods.some((method) => method === value)) {
      const expected = `one of ${importMethods.join(", ")}`;
      report.add("illegal-value", written.at, { name: "HttpMethod", value: written.value, expected });
    }
    return { ...newAttribute("HttpMethod", value, element.at), namespace: METADATA_NAMESPACE };
  }
  const method = assumedMethod(element, version);
  if (version === "2.0")
    report.add("http-method-assumed", element.at, { name: attribute(element, "Name")?.value ?? "", method });
  return { ...newAttribute("HttpMethod", method, element.at), namespace: METADATA_NAMESPACE };
}

/** In OData 3.0 what has no side effects is a function, anything else an action (MC-CSDL). */
function assumedMethod(element: XmlElement, version: Translation["version"]): string {
  const isComposable = attribute(element, "IsComposable")?.value === "true";
  const hasResult = attribute(element, "ReturnType") !== undefined || oldChildren(element, "ReturnType").length > 0;
  const hasNoEffects = attribute(element, "IsSideEffecting")?.value === "false" || isComposable;
  return hasNoEffects || (version === "2.0" && hasResult) ? "GET" : "POST";
}

/** The name of the operation: that of the import, unless a type or container of the schema has it. */
function operationName(element: XmlElement, namespace: string, { names }: Translation): XmlAttribute | undefined {
  const written = attribute(element, "Name");
  if (written === undefined) return undefined;
  let name = written.value;
  while (names.isTaken(`${namespace}.${name}`)) name += "_";
  return name === written.value ? written : changed(written, "Name", name);
}

/** The result, as an attribute or as an element; OData 3.0 allows several, of which the first is read. */
function returnTypeOf(element: XmlElement, translation: Translation): XmlElement | undefined {
  const written = attribute(element, "ReturnType");
  const [child, second] = oldChildren(element, "ReturnType");
  const ignored = written === undefined ? second : child;
  if (ignored !== undefined)
    translation.report.add("return-type-ignored", ignored.at, { name: attribute(element, "Name")?.value ?? "" });
  if (written !== undefined)
    return edmElement("ReturnType", element.at, [changed(written, "Type"), ...facetsOf(element, written)]);
  if (child === undefined) return undefined;
  const attributes = [attribute(child, "Type"), attribute(child, "Nullable"), ...facetsOf(child)];
  return edmElement("ReturnType", child.at, attributes, annotatingChildren(child, translation));
}

function entitySetOf(element: XmlElement): XmlAttribute | undefined {
  const [child] = oldChildren(element, "ReturnType");
  return attribute(element, "EntitySet") ?? (child && attribute(child, "EntitySet"));
}

/** A parameter, which a call of a function may leave out unless `Nullable` is false. */
function translateParameter(element: XmlElement, isOfFunction: boolean, translation: Translation): XmlElement {
  const mode = attribute(element, "Mode");
  if (mode !== undefined && mode.value !== "In")
    translation.report.add("parameter-mode", mode.at, {
      name: attribute(element, "Name")?.value ?? "",
      mode: mode.value,
    });
  const nullable = attribute(element, "Nullable");
  const attributes = [attribute(element, "Name"), attribute(element, "Type"), nullable, ...facetsOf(element)];
  const optional =
    isOfFunction && nullable?.value !== "false"
      ? [
          edmElement("Annotation", element.at, [
            newAttribute("Term", "Org.OData.Core.V1.OptionalParameter", element.at),
          ]),
        ]
      : [];
  return edmElement("Parameter", element.at, attributes, [...annotatingChildren(element, translation), ...optional]);
}
