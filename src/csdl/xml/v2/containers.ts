import { attribute } from "../access.js";
import type { XmlElement } from "../tree/xml-element.js";
import { annotatingChildren } from "./annotating.js";
import { bindingsOf } from "./bindings.js";
import { edmElement } from "./elements.js";
import { translateFunctionImport } from "./function-imports.js";
import { metadataAttribute, oldChildren } from "./namespaces.js";
import type { Translation } from "./translation.js";

/** A container of CSDL 4.01, and the operations that its function imports declared. */
export interface TranslatedContainer {
  readonly container: XmlElement;
  readonly operations: readonly XmlElement[];
}

export function translateContainer(
  element: XmlElement,
  namespace: string,
  translation: Translation,
): TranslatedContainer {
  const { names } = translation;
  const sets = [...setsOf(element), ...translation.names.basesOfContainer(element).flatMap(setsOf)];
  const entityTypes = new Map(
    sets.map((set) => [attribute(set, "Name")?.value ?? "", names.fullName(attribute(set, "EntityType")?.value)]),
  );
  const bindings = bindingsOf(element, entityTypes, translation);
  const imports = oldChildren(element, "FunctionImport").map((one) =>
    translateFunctionImport(one, namespace, translation),
  );
  const children = [
    ...setsOf(element).map((set) =>
      translateSet(set, bindings.get(attribute(set, "Name")?.value ?? "") ?? [], translation),
    ),
    ...withoutOverloads(imports.flatMap(({ imported }) => imported ?? [])),
    ...annotatingChildren(element, translation),
  ];
  const isDefault = metadataAttribute(element, "IsDefaultEntityContainer");
  const attributes = [attribute(element, "Name"), attribute(element, "Extends"), isDefault];
  return {
    container: edmElement("EntityContainer", element.at, attributes, children),
    operations: imports.map(({ operation }) => operation),
  };
}

function setsOf(container: XmlElement): readonly XmlElement[] {
  return oldChildren(container, "EntitySet");
}

function translateSet(element: XmlElement, bindings: readonly XmlElement[], translation: Translation): XmlElement {
  const attributes = [attribute(element, "Name"), attribute(element, "EntityType")];
  return edmElement("EntitySet", element.at, attributes, [...bindings, ...annotatingChildren(element, translation)]);
}

/** OData 3.0 has a function import for each overload, CSDL 4.01 one for all (CSDL 4.01 §13.6). */
function withoutOverloads(imports: readonly XmlElement[]): readonly XmlElement[] {
  const keyOf = (element: XmlElement) => `${element.name} ${attribute(element, "Name")?.value}`;
  return [...new Map(imports.toReversed().map((element) => [keyOf(element), element])).values()].toReversed();
}
