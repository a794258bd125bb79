/** The type that a value names as its own (OData JSON Format 4.01 §4.6.3), and whether it may be of it. */
import type { AnyProperty, Parameter, StructuredType } from "../../../src/edm/elements.js";
import { isStructured, type Model } from "../../../src/edm/model.js";
import type { QualifiedName } from "../../../src/edm/names.js";
import { constant, items, stated } from "./annotations.js";
import { FINE, fault, type Fault, type Path } from "./fault.js";
import type { Mode } from "./members.js";

export interface NamedType {
  /** The type to judge the value by. */
  readonly type: StructuredType;
  readonly faults: readonly Fault[];
}

const NAMES = ["@odata.type", "@type"] as const;

/** The name without what stands before it: `#ns.type`, `ns.type` and `https://host/$metadata#ns.type` are one. */
function nameIn(value: object): { readonly at: string; readonly name?: string } {
  const at = NAMES.find((name) => ownOf(value, name) !== undefined && ownOf(value, name) !== null);
  const given = at === undefined ? undefined : ownOf(value, at);
  return typeof given === "string"
    ? { at: at ?? NAMES[0], name: given.slice(given.lastIndexOf("#") + 1) }
    : { at: at ?? NAMES[0] };
}

export function namedType(
  value: object,
  declared: StructuredType,
  { mode, derived, root }: { readonly mode: Mode; readonly derived: boolean; readonly root: boolean },
  model: Model,
  path: Path,
): NamedType {
  const { at, name } = nameIn(value);
  const isLeaf = !model.hasDescendants(declared.name);
  // What is no text names no type; that it is none is a fault of its own.
  const wrong = fault([...path, at], "odata-type");
  if (isLeaf || !derived) {
    // What is read may be of a type that is newer than the model.
    const isOther = name !== undefined && (name !== declared.name || declared.abstract === true);
    const isWrong = isLeaf && isOther && mode !== "read";
    const isUnnamed = name === undefined && declared.abstract === true && isNeeded(mode, root);
    return { type: declared, faults: isWrong || isUnnamed ? wrong : FINE };
  }
  const { abstract } = declared;
  if (name === undefined) return { type: declared, faults: abstract === true && isNeeded(mode, root) ? wrong : FINE };
  // No value is of an abstract type.
  const found = [declared, ...model.derived(declared.name)].find(
    (type) => name === type.name && type.abstract !== true,
  );
  return { type: found ?? declared, faults: found === undefined && mode !== "read" ? wrong : FINE };
}

/** An entity that is updated has its type already. */
function isNeeded(mode: Mode, root: boolean): boolean {
  return mode !== "read" && !(mode === "update" && root);
}

/** Validation.DerivedTypeConstraint: the types that values, or the items of a collection, may be of. */
export function allowedTypes(
  element: AnyProperty | Parameter,
  value: unknown,
  path: Path,
  model: Model,
): readonly Fault[] {
  const listed = items(stated(element, "Validation.DerivedTypeConstraint"))?.flatMap((item) => constant(item) ?? []);
  const declared = element.type && model.type(element.type.type);
  if (listed === undefined || declared === undefined || !isStructured(declared)) return FINE;
  const possible = [declared, ...model.derived(declared.name)];
  const names = new Set(listed.map((name) => withNamespace(name, model)));
  const allowed = possible.filter((type) => [type, ...model.bases(type)].some((one) => names.has(one.name)));
  if (allowed.length === 0) return FINE;
  const judge = (item: unknown, at: Path): readonly Fault[] => {
    // The type of an entity that is given by its URL is not known here.
    if (typeof item !== "object" || item === null || Array.isArray(item)) return FINE;
    const { at: where, name } = nameIn(item);
    if (name === undefined && hasUrl(item)) return FINE;
    return allowed.some((type) => type.name === (name ?? declared.name)) ? FINE : fault([...at, where], "odata-type");
  };
  return Array.isArray(value)
    ? value.flatMap((item: unknown, index) => judge(item, [...path, index]))
    : judge(value, path);
}

function withNamespace(name: string, { schemas, references }: Model): QualifiedName {
  const dot = name.lastIndexOf(".");
  const named = [...schemas, ...references.flatMap(({ includes }) => includes)];
  const namespace = named.find(({ alias }) => alias === name.slice(0, dot))?.namespace;
  return (namespace === undefined ? name : `${namespace}${name.slice(dot)}`) as QualifiedName;
}

/** OData JSON Format 4.01 §14: an entity reference has the URL of an entity, and annotations alone. */
export function isReference(value: object): boolean {
  return hasUrl(value) && Object.keys(value).every((name) => name.includes("@"));
}

function hasUrl(value: object): boolean {
  const given = ["@odata.id", "@id"].map((name) => ownOf(value, name)).find((url) => url !== undefined && url !== null);
  return typeof given === "string";
}

function ownOf(value: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
