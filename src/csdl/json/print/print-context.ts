import type { Facets } from "../../../edm/annotations.js";
import { elementsOf, type CsdlDocument } from "../../../edm/document.js";
import type { Declared, TypeRef } from "../../../edm/elements.js";
import { namespaceOf, type QualifiedName } from "../../../edm/names.js";
import { isCsdlJson } from "../../recognize.js";
import { vocabularyUri } from "../../vocabulary-uris.js";
import { type Json, jsonNumber } from "./print.js";

/** Properties of the document that the printers of its elements need. */
export interface PrintContext {
  /** Whether the document was read from CSDL XML, which has other defaults than CSDL JSON. */
  readonly xml: boolean;
  /** Type definition → underlying type. */
  readonly underlyingTypes: ReadonlyMap<QualifiedName, QualifiedName>;
  /** Name and value of the control information for the type of a record (CSDL JSON 4.01 §14.4.12). */
  typeControl(type: QualifiedName): readonly [string, string];
}

export function printContextOf({ source, version, schemas, references }: CsdlDocument): PrintContext {
  const definitions = elementsOf(schemas).filter((element) => element.kind === "TypeDefinition");
  const uris = new Map(
    references.flatMap(({ uri, includes }) => includes.map(({ namespace }) => [namespace, vocabularyUri(uri, "json")])),
  );
  return {
    xml: !isCsdlJson(source.text),
    underlyingTypes: new Map(definitions.map(({ name, underlyingType }) => [name, underlyingType])),
    // Types of other documents are prefixed by the URL of that document. The prefix `odata.` is optional since 4.01
    // (OData JSON Format 4.01 §4.6.3).
    typeControl: (type) => [
      version === "4.0" ? "@odata.type" : "@type",
      `${uris.get(namespaceOf(type)) ?? ""}#${type}`,
    ],
  };
}

const TEMPORAL: ReadonlySet<string> = new Set(["Edm.DateTimeOffset", "Edm.Duration", "Edm.TimeOfDay"]);

/** Defaults of CSDL XML that differ from those of CSDL JSON. They apply to elements declared in CSDL, not in pages. */
export const xmlDefaults = {
  /**
   * Nullable is true for single values (CSDL XML 4.01 §7.2.1, §8.2), and unspecified for items of a collection. The same
   * holds of properties on pages; their results are not null unless stated.
   */
  nullable({ collection }: TypeRef, declared: Declared): boolean | undefined {
    return (declared.by === "csdl" || isProperty(declared)) && !collection ? true : undefined;
  },

  /** Scale is 0 for decimals, Precision is 0 for times: no fractional seconds (CSDL XML 4.01 §7.2.3, §7.2.4). */
  facets({ type, facets }: TypeRef, { by }: Declared, { xml }: PrintContext): Facets | undefined {
    if (by !== "csdl" || !xml) return facets;
    if (type === "Edm.Decimal") return { scale: 0, ...facets };
    return TEMPORAL.has(type) ? { precision: 0, ...facets } : facets;
  },
};

function isProperty(declared: Declared): boolean {
  return "kind" in declared && (declared.kind === "Property" || declared.kind === "NavigationProperty");
}

const NUMERIC = /^Edm\.(?:Byte|SByte|Int16|Int32|Int64|Single|Double|Decimal)$/;

/** Prints a default value in the JSON form of its type (CSDL JSON 4.01 §7.3). */
export function printDefaultValue(
  value: string | undefined,
  type: TypeRef | undefined,
  { underlyingTypes }: PrintContext,
): Json | undefined {
  if (value === undefined || type === undefined || type.collection) return value;
  const primitive = underlyingTypes.get(type.type) ?? type.type;
  if (NUMERIC.test(primitive)) return jsonNumber(value);
  const boolean = primitive === "Edm.Boolean" || primitive === "Org.OData.Core.V1.Tag";
  return boolean && (value === "true" || value === "false") ? value === "true" : value;
}
