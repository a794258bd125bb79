import type { Facets } from "../../../edm/annotations.js";
import { elementsOf, type CsdlDocument } from "../../../edm/document.js";
import type { Declared, TypeRef } from "../../../edm/elements.js";
import { namespaceOf, type QualifiedName } from "../../../edm/names.js";
import { isCsdlJson } from "../../recognize.js";
import { vocabularyUri } from "../../vocabulary-uris.js";
import { type Json, jsonNumber } from "./print.js";

/** What printing a part needs to know of the document around it. */
export interface Defaults {
  /** CSDL XML has other defaults than CSDL JSON. */
  readonly xml: boolean;
  readonly underlyingTypes: ReadonlyMap<QualifiedName, QualifiedName>;
  /** The control information that gives a record its type (CSDL JSON 4.01 §14.4.12), by name and value. */
  typeControl(type: QualifiedName): readonly [string, string];
}

export function defaultsOf({ source, version, schemas, references }: CsdlDocument): Defaults {
  const definitions = elementsOf(schemas).filter((element) => element.kind === "TypeDefinition");
  const uris = new Map(
    references.flatMap(({ uri, includes }) => includes.map(({ namespace }) => [namespace, vocabularyUri(uri, "json")])),
  );
  return {
    xml: !isCsdlJson(source.text),
    underlyingTypes: new Map(definitions.map(({ name, underlyingType }) => [name, underlyingType])),
    // A type of another document is named with the URL of that document; `odata.` may be left out since 4.01
    // (OData JSON Format 4.01 §4.6.3).
    typeControl: (type) => [
      version === "4.0" ? "@odata.type" : "@type",
      `${uris.get(namespaceOf(type)) ?? ""}#${type}`,
    ],
  };
}

const TEMPORAL: ReadonlySet<string> = new Set(["Edm.DateTimeOffset", "Edm.Duration", "Edm.TimeOfDay"]);

/** What CSDL XML means where it says nothing, and CSDL JSON would mean something else. Only CSDL leaves that open. */
export const unsaid = {
  /** A single value may be null (CSDL XML 4.01 §7.2.1, §8.2); of the items of a collection nothing is known. */
  nullable({ collection }: TypeRef, { by }: Declared): boolean | undefined {
    return by === "csdl" && !collection ? true : undefined;
  },

  /** No Scale is 0, and no Precision is 0 seconds' digits (CSDL XML 4.01 §7.2.3, §7.2.4). */
  facets({ type, facets }: TypeRef, { by }: Declared, { xml }: Defaults): Facets | undefined {
    if (by !== "csdl" || !xml) return facets;
    if (type === "Edm.Decimal") return { scale: 0, ...facets };
    return TEMPORAL.has(type) ? { precision: 0, ...facets } : facets;
  },
};

const NUMERIC = /^Edm\.(?:Byte|SByte|Int16|Int32|Int64|Single|Double|Decimal)$/;

/** A default value in the JSON form of its type (CSDL JSON 4.01 §7.3). */
export function printDefaultValue(
  value: string | undefined,
  type: TypeRef | undefined,
  { underlyingTypes }: Defaults,
): Json | undefined {
  if (value === undefined || type === undefined || type.collection) return value;
  const primitive = underlyingTypes.get(type.type) ?? type.type;
  if (NUMERIC.test(primitive)) return jsonNumber(value);
  const boolean = primitive === "Edm.Boolean" || primitive === "Org.OData.Core.V1.Tag";
  return boolean && (value === "true" || value === "false") ? value === "true" : value;
}
