/** The constraints that the Validation vocabulary states of values, as data; `facts` decides which of them apply. */
import type { At } from "../diagnostics/position.js";
import type { Annotation, Expression } from "../edm/annotations.js";
import type { NavigationProperty, Parameter, Property, ReturnType, TypeDefinition } from "../edm/elements.js";
import type { Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import {
  annotationOf,
  Core,
  isOnlyDescribed,
  isTagged,
  textOf,
  Validation,
  type Annotated,
} from "../edm/vocabulary.js";
import { fieldOf, itemsOf, numeralOf, stringOf, valueOf } from "./values.js";

export interface Limit {
  /** Exact text: a number, or a date or time. */
  readonly value: string;
  readonly numeric: boolean;
  /** The value itself is not in the range (Validation.Exclusive). */
  readonly exclusive: boolean;
}

export interface AllowedValue {
  /** Exact text; null where null is allowed. */
  readonly value: string | null;
  readonly symbolicName?: string;
  readonly description?: string;
}

export interface ValueConstraints {
  readonly pattern?: { readonly source: string; readonly at: At };
  readonly minimum?: Limit;
  readonly maximum?: Limit;
  /** A positive number, exact text. */
  readonly multipleOf?: string;
  /** A closed list. */
  readonly allowedValues?: readonly AllowedValue[];
  readonly minItems?: number;
  readonly maxItems?: number;
}

type Constrained = Property | NavigationProperty | Parameter | ReturnType | TypeDefinition;

/** Of elements without annotations of that vocabulary. */
export const UNCONSTRAINED: ValueConstraints = {};

const TERMS: ReadonlySet<QualifiedName> = new Set(Object.values(Validation));

/** The constraints of an element, and below those of the type definition that its type is. */
export function valueConstraintsOf(element: Constrained, model: Model): ValueConstraints {
  const definition = definitionOf(element, model);
  const own = ownConstraintsOf(element);
  return definition?.annotations === undefined ? own : { ...ownConstraintsOf(definition), ...own };
}

function definitionOf(element: Constrained, model: Model): TypeDefinition | undefined {
  if (!("type" in element) || element.type === undefined) return undefined;
  const name = typeof element.type === "string" ? element.type : element.type.type;
  const type = model.type(name);
  return type?.kind === "TypeDefinition" ? type : undefined;
}

/** The constraints that an element itself states. */
export function ownConstraintsOf(element: Annotated): ValueConstraints {
  if (isOnlyDescribed(element) || element.annotations?.some(({ term }) => TERMS.has(term)) !== true)
    return UNCONSTRAINED;
  const pattern = annotationOf(element, Validation.Pattern);
  const source = stringOf(pattern?.value);
  const minimum = limitOf(annotationOf(element, Validation.Minimum));
  const maximum = limitOf(annotationOf(element, Validation.Maximum));
  const multipleOf = numeralOf(valueOf(element, Validation.MultipleOf));
  const allowedValues = allowedValuesOf(element);
  const minItems = countOf(element, Validation.MinItems);
  const maxItems = countOf(element, Validation.MaxItems);
  return {
    ...(pattern !== undefined && source !== undefined && { pattern: { source, at: pattern.at } }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(multipleOf !== undefined && Number(multipleOf) > 0 && { multipleOf }),
    ...(allowedValues !== undefined && { allowedValues }),
    ...(minItems !== undefined && { minItems }),
    ...(maxItems !== undefined && { maxItems }),
  };
}

function limitOf(annotation: Annotation | undefined): Limit | undefined {
  const value = annotation?.value;
  if (annotation === undefined || value?.kind !== "Constant") return undefined;
  const numeral = numeralOf(value);
  // Written without a value it is nothing that a value could be compared with.
  if (numeral === undefined && value.type === "Bool") return undefined;
  return {
    value: numeral ?? value.value,
    numeric: numeral !== undefined,
    exclusive: isTagged(annotation, Validation.Exclusive),
  };
}

function countOf(element: Annotated, term: QualifiedName): number | undefined {
  const text = numeralOf(valueOf(element, term));
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function allowedValuesOf(element: Annotated): readonly AllowedValue[] | undefined {
  const items = itemsOf(valueOf(element, Validation.AllowedValues));
  const values = (items ?? []).map(allowedValue);
  // A list with a gap is not closed, and an empty one allows nothing at all, which nobody means.
  return values.length === 0 || values.includes(undefined) ? undefined : values.flatMap((value) => value ?? []);
}

function allowedValue(item: Expression): AllowedValue | undefined {
  const value = fieldOf(item, "Value");
  if (value?.kind === "Null") return { value: null };
  if (value?.kind !== "Constant") return undefined;
  const symbolicName = textOf(item, Core.SymbolicName);
  const description = textOf(item, Core.Description);
  return {
    value: value.value,
    ...(symbolicName !== undefined && { symbolicName }),
    ...(description !== undefined && { description }),
  };
}
