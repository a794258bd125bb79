/** Documents of OData 2.0 and 3.0 as such of 4.01, which has other types for points in time and no methods of imports. */
import type { At } from "../../diagnostics/position.js";
import type { Report } from "../../diagnostics/report.js";
import { type CsdlDocument, elementsOf, type Schema } from "../../edm/document.js";
import type { ContainerChild, Operation, Property, SchemaElement, TypeRef } from "../../edm/elements.js";
import { isOperation, isStructured } from "../../edm/model.js";
import { edm } from "../../edm/primitive-types.js";
import { type Annotated, annotationOf, Core, DATE_ONLY } from "../../edm/vocabulary.js";

/** Reports once, for the first schema, what a client of the service would miss in the result. */
export function inLaterVersion(document: CsdlDocument, report: Report): CsdlDocument {
  const counts = { values: 0, methods: 0 };
  const schemas = document.schemas.map((schema) => ({
    ...schema,
    elements: schema.elements.map((element) => laterElement(element, counts)),
  }));
  const at = firstPosition(document.schemas);
  if (at !== undefined) report.add("protocol-lost", at, counts);
  return { ...document, version: "4.01", schemas };
}

function firstPosition(schemas: readonly Schema[]): At | undefined {
  return elementsOf(schemas)[0]?.at ?? schemas[0]?.at;
}

/** How many values have another type, and how many imports another method. */
interface Counts {
  values: number;
  methods: number;
}

function laterElement(element: SchemaElement, counts: Counts): SchemaElement {
  if (isStructured(element))
    return { ...element, properties: element.properties.map((property) => laterProperty(property, counts)) };
  if (isOperation(element)) return laterOperation(element, counts);
  if (element.kind === "Term") return withLaterType(element, counts);
  if (element.kind !== "EntityContainer") return element;
  const { isDefault: _, ...container } = element;
  return { ...container, children: container.children.map((child) => withoutMethod(child, counts)) };
}

function laterProperty(property: Property, counts: Counts): Property {
  const later = withLaterType(property, counts);
  const { type, defaultValue } = later;
  if (defaultValue === undefined || type === property.type) return later;
  return { ...later, defaultValue: laterDefault(defaultValue, type) };
}

/** Parameters that may be left out are the last ones in 4.01; before, calls give parameters by name in any order. */
function laterOperation(operation: Operation, counts: Counts): Operation {
  const isOptional = (parameter: Annotated) => annotationOf(parameter, Core.OptionalParameter) !== undefined;
  const parameters = operation.parameters
    .map((parameter) => withLaterType(parameter, counts))
    .toSorted((a, b) => Number(isOptional(a)) - Number(isOptional(b)));
  const { returnType } = operation;
  if (returnType === undefined) return { ...operation, parameters };
  const later = laterType(returnType, returnType, counts);
  return { ...operation, parameters, returnType: { ...returnType, ...later } };
}

function withoutMethod(child: ContainerChild, counts: Counts): ContainerChild {
  if (child.kind !== "ActionImport" || child.httpMethod === undefined) return child;
  // POST is what actions are called by in 4.01, too.
  if (child.httpMethod !== "POST") counts.methods += 1;
  const { httpMethod: _, ...kept } = child;
  return kept;
}

function withLaterType<T extends Annotated & { readonly type?: TypeRef }>(typed: T, counts: Counts): T {
  if (typed.type === undefined) return typed;
  const type = laterType(typed.type, typed, counts);
  if (type === typed.type) return typed;
  const annotations = typed.annotations?.filter(({ term }) => term !== DATE_ONLY);
  return { ...typed, type, ...(annotations !== undefined && { annotations }) };
}

function laterType(type: TypeRef, typed: Annotated, counts: Counts): TypeRef {
  const isDate = annotationOf(typed, DATE_ONLY) !== undefined;
  const later = type.type === edm("DateTime") ? edm(isDate ? "Date" : "DateTimeOffset") : edm("TimeOfDay");
  if (type.type !== edm("DateTime") && type.type !== edm("Time")) return type;
  counts.values += 1;
  const { facets, ...rest } = type;
  // A date has no facets (CSDL 4.01 §7.2).
  return { ...rest, type: later, ...(facets !== undefined && later !== edm("Date") && { facets }) };
}

const TICKS = /^\/Date\((-?\d+)(?:[+-]\d+)?\)\/$/;
const LOCAL = /^\d{4,}-\d\d-\d\dT[\d:.]+$/;
const SINCE_MIDNIGHT = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(\.\d+)?S)?$/;

/** `/Date(0)/` → `1970-01-01T00:00:00.000Z`, `PT1H2M` → `01:02:00`; any other text as it is. */
function laterDefault(text: string, type: TypeRef | undefined): string {
  const ticks = TICKS.exec(text)?.[1];
  const instant = ticks === undefined ? (LOCAL.test(text) ? `${text}Z` : undefined) : isoOf(Number(ticks));
  if (instant !== undefined) return type?.type === edm("Date") ? instant.slice(0, instant.indexOf("T")) : instant;
  const time = SINCE_MIDNIGHT.exec(text);
  if (time === null) return text;
  const [, hours = "0", minutes = "0", seconds = "0", fraction = ""] = time;
  return `${[hours, minutes, seconds].map((part) => part.padStart(2, "0")).join(":")}${fraction}`;
}

/** Undefined for a point in time that no date can have. */
function isoOf(milliseconds: number): string | undefined {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
