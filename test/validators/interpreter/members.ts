/** Whether members may be null, have to be there or must not be sent (CSDL 4.01 §6.5, §7.2.1 and §8.2). */
import type { Facets } from "../../../src/edm/annotations.js";
import type { AnyProperty, Parameter, StructuredType, TypeRef } from "../../../src/edm/elements.js";
import type { Model } from "../../../src/edm/model.js";
import { constant, isTrue, members, stated } from "./annotations.js";
import type { Places } from "./places.js";

export type Mode = "read" | "create" | "update";

/** What the options of `generate` decide. */
export interface Conventions {
  /** Whether a value that is not null has to be there when it is read. */
  readonly nonNull: "present" | "notNull";
  readonly keysOnCreate: "required" | "optional" | "byType";
  /** Complex types whose values are any JSON. */
  readonly json: ReadonlySet<string>;
}

export type Presence = "required" | "optional" | "refused";

export function allMembers(type: StructuredType, model: Model): readonly AnyProperty[] {
  return [type, ...model.bases(type)].flatMap((one) => [...one.properties, ...one.navigationProperties]);
}

/** The names of the properties that are the key. */
export function keyOf(type: StructuredType, model: Model): readonly string[] {
  const keyed = [type, ...model.bases(type)].find(({ key }) => key !== undefined);
  return keyed?.key?.map(({ name }) => name) ?? [];
}

export function mayBeNull(type: TypeRef | undefined): boolean {
  return type === undefined || (!type.collection && type.nullable !== false);
}

/**
 * Where nothing is stated of the items, clients do not send null and take it from services (CSDL 4.01 §7.2.1). Untyped
 * items are anything then, and entities are never null (CSDL 4.01 §8.2).
 */
export function mayHaveNullItems({ type, nullable }: TypeRef, mode: Mode, model: Model): boolean {
  if (model.type(type)?.kind === "EntityType") return false;
  return nullable ?? (mode === "read" || underlying(type, model) === "Edm.Untyped");
}

/** The type at the end of type definitions. */
export function underlying(type: string, model: Model): string {
  const found = model.elements.find((element) => element.kind === "TypeDefinition" && element.name === type);
  return found?.kind === "TypeDefinition" ? found.underlyingType : type;
}

/**
 * What limits the values of a type. Zero stands for what is not stated, and services send fractions all the same; those of
 * Microsoft state that texts of any language are of ASCII.
 */
export function facetsOf({ type, facets }: TypeRef, model: Model): Facets {
  const found = model.type(type);
  const own = found?.kind === "TypeDefinition" ? { ...found.facets, ...facets } : (facets ?? {});
  const stated = Object.entries(own).filter(([, value]) => value !== 0);
  const isOfMicrosoft = model.container?.name.toLowerCase().startsWith("microsoft.") === true;
  return { ...Object.fromEntries(stated), ...(isOfMicrosoft && { unicode: true }) };
}

export class Presences {
  readonly #model: Model;
  readonly #conventions: Conventions;
  readonly #places: Places;

  constructor(model: Model, conventions: Conventions, places: Places) {
    this.#model = model;
    this.#conventions = conventions;
    this.#places = places;
  }

  /** The presence of a member of a value of this type. */
  of(member: AnyProperty, type: StructuredType, mode: Mode): Presence {
    const key = member.kind === "Property" ? keyOf(type, this.#model) : [];
    const isKey = key.includes(member.name);
    if (mode === "read") return this.#onRead(member, isKey);
    if (isStream(member) || isReadOnly(member, isKey) || this.#places.refuses(member, type, mode)) return "refused";
    if (mode === "update") return isKey || isImmutable(member) ? "refused" : "optional";
    return this.#onCreate(member, type, key);
  }

  isNullable(member: AnyProperty, type: StructuredType): boolean {
    return mayBeNull(member.type) && !(member.kind === "Property" && keyOf(type, this.#model).includes(member.name));
  }

  #onRead(member: AnyProperty, isKey: boolean): Presence {
    if (member.kind === "NavigationProperty" || isStream(member)) return "optional";
    if (isKey) return "required";
    const { nonNull } = this.#conventions;
    return nonNull === "present" && !mayBeNull(member.type) && permits(member, "Read", 1) ? "required" : "optional";
  }

  #onCreate(member: AnyProperty, type: StructuredType, key: readonly string[]): Presence {
    if (member.kind === "NavigationProperty") return "optional";
    if (this.#places.requires(member, type) || control(member) === "Mandatory") return "required";
    if (member.defaultValue !== undefined || isTrue(stated(member, "Core.ComputedDefaultValue"))) return "optional";
    if (key.includes(member.name)) return this.#isMade(member, key) ? "optional" : "required";
    const mayBeEmpty = member.type?.collection === true || mayBeNull(member.type);
    return this.#conventions.nonNull === "present" && !mayBeEmpty ? "required" : "optional";
  }

  /** Whether the service makes the key of a new entity. */
  #isMade({ type }: AnyProperty, key: readonly string[]): boolean {
    const { keysOnCreate } = this.#conventions;
    if (keysOnCreate !== "byType") return keysOnCreate === "optional";
    return key.length === 1 && type !== undefined && underlying(type.type, this.#model) === "Edm.Guid";
  }
}

function isStream({ type }: AnyProperty): boolean {
  return type?.type === "Edm.Stream";
}

/** Computed by the service, or clients have no permission to write it; a key they must be able to give. */
export function isReadOnly(member: AnyProperty, isKey: boolean): boolean {
  if (isTrue(stated(member, "Core.Computed")) || control(member) === "ReadOnly") return true;
  if (permits(member, "Write", 2)) return false;
  return !(isKey && permits(member, "Read", 1));
}

function isImmutable(member: AnyProperty): boolean {
  return isTrue(stated(member, "Core.Immutable"));
}

/** Whether Core.Permissions, which are flags, leave a permission; all do that nothing is stated of. */
function permits(member: AnyProperty, name: string, bit: number): boolean {
  const numbers: Readonly<Record<string, number>> = { None: 0, Read: 1, Write: 2, ReadWrite: 3, Invoke: 4 };
  const given = members(stated(member, "Core.Permissions"));
  const known = given.map((one) => numbers[one] ?? Number(one));
  return given.length === 0 || known.some(Number.isNaN) || given.includes(name) || known.some((one) => (one & bit) > 0);
}

/** SAP's Common.FieldControl, by name or by number. */
function control(element: AnyProperty | Parameter): string | undefined {
  const names: Readonly<Record<string, string>> = { "7": "Mandatory", "1": "ReadOnly" };
  const given = members(stated(element, "Common.FieldControl"));
  return given.length === 1 ? (names[given[0] ?? ""] ?? given[0]) : undefined;
}

/** Whether an action has to be given a parameter (OData Protocol 4.01 §11.5.5.1). */
export function isRequiredParameter(parameter: Parameter): boolean {
  const optional = stated(parameter, "Core.OptionalParameter");
  const isOptional = optional?.kind === "Record" || isTrue(optional);
  return !isOptional && (!mayBeNull(parameter.type) || control(parameter) === "Mandatory");
}

/** Whether values may have members that are not declared (Core.AdditionalProperties overrides OpenType). */
export function isOpen(type: StructuredType, model: Model): boolean {
  return [type, ...model.bases(type)].some((one) => {
    const additional = constant(stated(one, "Core.AdditionalProperties"));
    return additional === undefined ? one.open === true : additional === "true";
  });
}
