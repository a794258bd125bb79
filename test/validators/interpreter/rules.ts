/** The rules that Org.OData.Validation.V1 states of what is written. */
import type { AnyProperty, Parameter, TypeDefinition } from "../../../src/edm/elements.js";
import type { Model } from "../../../src/edm/model.js";
import { constant, field, isTrue, items, stated, type TermName } from "./annotations.js";
import { FINE, fault, type Fault, type FaultCode, type Path } from "./fault.js";
import { underlying } from "./members.js";
import { compareDecimals, decimalOf, isMultipleOf, type Decimal } from "./numbers.js";
import { dateOf, dateTimeOffsetOf, durationOf, timeOfDayOf, type Instant } from "./temporal.js";

type Element = AnyProperty | Parameter;

const NUMERIC: ReadonlySet<string> = new Set(
  ["Byte", "SByte", "Int16", "Int32", "Int64", "Decimal", "Double", "Single"].map((name) => `Edm.${name}`),
);

const instants: Readonly<Record<string, (text: string) => Instant | undefined>> = {
  "Edm.Date": dateOf,
  "Edm.DateTimeOffset": dateTimeOffsetOf,
  "Edm.TimeOfDay": timeOfDayOf,
  "Edm.Duration": durationOf,
};

/** The faults of the whole value of an element, a collection or not, whose items are of its type. */
export function ruleFaults(element: Element, value: unknown, path: Path, model: Model): readonly Fault[] {
  if (value === null || value === undefined) return FINE;
  const { type } = element;
  if (type?.collection !== true) return itemFaults(element, value, path, model);
  if (!Array.isArray(value)) return FINE;
  const [least, most] = (["MinItems", "MaxItems"] as const).map((term) =>
    numberOf(element, `Validation.${term}`, model),
  );
  const count = Number(least ?? 0) > value.length || Number(most ?? Infinity) < value.length;
  const inItems = value.flatMap((item: unknown, index) => itemFaults(element, item, [...path, index], model));
  return [...(count ? fault(path, "range") : FINE), ...inItems];
}

function itemFaults(element: Element, value: unknown, path: Path, model: Model): readonly Fault[] {
  if (value === null || value === undefined || element.type === undefined) return FINE;
  const type = underlying(element.type.type, model);
  const found: readonly (FaultCode | undefined)[] = [
    type === "Edm.String" && typeof value === "string" ? patternFault(element, value, model) : undefined,
    ...limitFaults(element, value, type, model),
    NUMERIC.has(type) ? multipleFault(element, value, model) : undefined,
    type.startsWith("Edm.") ? allowedFault(element, value, type, model) : undefined,
  ];
  return found.flatMap((code) => (code === undefined ? FINE : fault(path, code)));
}

const definitions = new WeakMap<Model, ReadonlyMap<string, TypeDefinition>>();

/** The type definition that is the type of an element. */
function definitionOf({ type }: Element, model: Model): TypeDefinition | undefined {
  const all =
    definitions.get(model) ??
    new Map(model.elements.flatMap((one) => (one.kind === "TypeDefinition" ? [[one.name, one]] : [])));
  definitions.set(model, all);
  return all.get(type?.type ?? "");
}

/** The annotation of an element, and else that of the type definition that is its type. */
function ruleOf(element: Element, term: TermName, model: Model) {
  const named = definitionOf(element, model);
  return stated(element, term) ?? (named && stated(named, term));
}

function numberOf(element: Element, term: TermName, model: Model): string | undefined {
  const text = constant(ruleOf(element, term, model));
  return text !== undefined && decimalOf(text) !== undefined ? text : undefined;
}

function patternFault(element: Element, value: string, model: Model): FaultCode | undefined {
  const source = constant(ruleOf(element, "Validation.Pattern", model));
  if (source === undefined) return undefined;
  try {
    return new RegExp(source, "u").test(value) ? undefined : "format";
  } catch {
    return undefined;
  }
}

/** What can be compared: a number, or the seconds of a date, a time or a duration. */
type Size = { readonly number: Decimal } | { readonly instant: Instant } | { readonly infinite: number };

function sizeOf(text: string, type: string): Size | undefined {
  if (text === "INF" || text === "-INF") return { infinite: text === "INF" ? 1 : -1 };
  const instant = instants[type]?.(text);
  if (instant !== undefined) return { instant };
  const number = NUMERIC.has(type) ? decimalOf(text) : undefined;
  return number && { number };
}

function compare(one: Size, other: Size): number {
  if ("infinite" in one) return one.infinite;
  if ("number" in one) return "number" in other ? compareDecimals(one.number, other.number) : Number.NaN;
  return "instant" in one && "instant" in other ? one.instant.seconds - other.instant.seconds : Number.NaN;
}

function limitFaults(element: Element, value: unknown, type: string, model: Model): readonly (FaultCode | undefined)[] {
  const size = typeof value === "string" || typeof value === "number" ? sizeOf(String(value), type) : undefined;
  return (["Minimum", "Maximum"] as const).map((term) => {
    const text = constant(ruleOf(element, `Validation.${term}`, model));
    const limit = text === undefined ? undefined : sizeOf(text, type);
    if (size === undefined || limit === undefined) return undefined;
    const beyond = term === "Minimum" ? -compare(size, limit) : compare(size, limit);
    return beyond > 0 || (beyond === 0 && isExclusive(element, term, model)) ? "range" : undefined;
  });
}

/** Validation.Exclusive stands on the annotation itself. */
function isExclusive(element: Element, term: "Minimum" | "Maximum", model: Model): boolean {
  const named = definitionOf(element, model);
  const annotations = [element, named].flatMap((one) => one?.annotations ?? []);
  const limit = annotations.find(
    (one) => one.term === `Org.OData.Validation.V1.${term}` && one.qualifier === undefined,
  );
  return limit !== undefined && isTrue(stated(limit, "Validation.Exclusive"));
}

function multipleFault(element: Element, value: unknown, model: Model): FaultCode | undefined {
  const step = decimalOf(numberOf(element, "Validation.MultipleOf", model) ?? "");
  const number = typeof value === "string" || typeof value === "number" ? decimalOf(String(value)) : undefined;
  if (step === undefined || number === undefined || step.digits === "" || step.negative) return undefined;
  return isMultipleOf(number, step) ? undefined : "range";
}

function allowedFault(element: Element, value: unknown, type: string, model: Model): FaultCode | undefined {
  const listed = items(ruleOf(element, "Validation.AllowedValues", model))?.map((item) => field(item, "Value"));
  if (listed === undefined || listed.length === 0) return undefined;
  // A list with a value that is none, such as a path, is not closed.
  if (listed.some((one) => one?.kind !== "Constant" && one?.kind !== "Null")) return undefined;
  const texts = listed.flatMap((one) => constant(one) ?? []);
  const isListed = texts.some((text) => {
    if (!NUMERIC.has(type)) return String(value) === text;
    const [one, other] = [decimalOf(String(value)), decimalOf(text)];
    return one === undefined || other === undefined ? String(value) === text : compareDecimals(one, other) === 0;
  });
  return isListed ? undefined : "member";
}
