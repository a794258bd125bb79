/**
 * Judges JSON values by a model, slowly and by the letter of the specifications (CSDL 4.01, OData JSON Format 4.01):
 * what validators are held against.
 */
import type {
  AnyProperty,
  EnumType,
  Operation,
  Parameter,
  StructuredType,
  TypeRef,
} from "../../../src/edm/elements.js";
import { isStructured, parametersOf, type Model } from "../../../src/edm/model.js";
import type { QualifiedName } from "../../../src/edm/names.js";
import { edmTypeOf } from "../../../src/edm/primitive-types.js";
import { controlFaults, readOf } from "./control-information.js";
import { allowedTypes, isReference, namedType } from "./derived-types.js";
import { enumFault } from "./enums.js";
import { FINE, fault, type Fault, type Path } from "./fault.js";
import {
  allMembers,
  facetsOf,
  isOpen,
  isRequiredParameter,
  mayBeNull,
  mayHaveNullItems,
  Presences,
  type Conventions,
  type Mode,
  type Presence,
} from "./members.js";
import { Places } from "./places.js";
import { isRemoved, removalFaults } from "./removed.js";
import { judgePrimitive } from "./primitive.js";
import { ruleFaults } from "./rules.js";

type Element = ReturnType<typeof allMembers>[number] | Parameter;

/** How a value of a structured type is judged. */
export interface Reading {
  readonly mode: Mode;
  /** Whether a value of a derived type is judged as one, by its `@odata.type`. */
  readonly derived: boolean;
  /** Only these members are looked at, and each has to be there (`$select`). */
  readonly only?: readonly string[] | undefined;
  /** Whether nothing has to be there. */
  readonly partial?: boolean;
  /** How the related entities in navigation properties are judged. */
  readonly related?: Readonly<Record<string, { readonly type: string; readonly reading: Reading }>> | undefined;
  /** Whether no other related entities are created with the entity. */
  readonly alone?: boolean;
}

interface Situation extends Reading {
  /** Whether the value is the whole body. */
  readonly root: boolean;
  readonly shapeOnly?: boolean;
}

/** Where a value stands. */
interface Slot {
  readonly element: Element;
  readonly presence: Presence;
  readonly nullable: boolean;
  /** Whether related entities are looked at for their shape alone. */
  readonly shapeOnly: boolean;
}

export class Interpreter {
  readonly model: Model;
  readonly #presences: Presences;
  readonly #conventions: Conventions;

  constructor(model: Model, conventions: Conventions) {
    this.model = model;
    this.#conventions = conventions;
    this.#presences = new Presences(model, conventions, new Places(model));
  }

  /** A body of a structured type. */
  body(value: unknown, type: string, reading: Reading): readonly Fault[] {
    return this.#structured(value, this.#structuredType(type), { ...reading, root: true }, []);
  }

  presence(member: ReturnType<typeof allMembers>[number], type: StructuredType, mode: Mode): Presence {
    return this.#presences.of(member, type, mode);
  }

  /** A page of a collection (OData JSON Format 4.01 §11, §13): `value` holds the items. */
  page(value: unknown, type: string, reading: Reading): readonly Fault[] {
    return this.#wrapped(value, (item, path) =>
      this.#structured(item, this.#structuredType(type), { ...reading, root: true }, path),
    );
  }

  /** A page of changes (OData JSON Format 4.01 §15): an item that is not removed may have the changed members alone. */
  changes(value: unknown, type: string): readonly Fault[] {
    const reading = { mode: "read", derived: false, partial: true, root: true } as const;
    return this.#wrapped(value, (item, path) =>
      isObject(item) && isRemoved(item)
        ? removalFaults(item, path)
        : this.#structured(item, this.#structuredType(type), reading, path),
    );
  }

  /** The collection that an operation returns. */
  result(value: unknown, ref: TypeRef): readonly Fault[] {
    const type = this.model.type(ref.type);
    if (type !== undefined && isStructured(type)) return this.page(value, ref.type, { mode: "read", derived: false });
    return this.#wrapped(value, (item, path) => {
      if (item === null) return mayHaveNullItems(ref, "read", this.model) ? FINE : fault(path, "null");
      return this.#single(item, ref, { mode: "read", derived: true, root: false }, path);
    });
  }

  /** The body of a call of an action. */
  parameters(value: unknown, operation: Operation): readonly Fault[] {
    if (!isObject(value)) return fault([]);
    const parameters = parametersOf(operation);
    const situation = { mode: "create", derived: true, root: false } as const;
    const inValues = parameters.flatMap((parameter) => {
      const presence = isRequiredParameter(parameter) ? "required" : "optional";
      const slot: Slot = { element: parameter, presence, nullable: mayBeNull(parameter.type), shapeOnly: false };
      return this.#element(ownOf(value, parameter.name), slot, situation, [parameter.name]);
    });
    const names = parameters.map(({ name }) => name as string);
    return [
      ...inValues,
      ...this.#others(value, names, { read: undefined, bindable: [], open: false, declared: [] }, []),
    ];
  }

  member(value: unknown, type: EnumType): readonly Fault[] {
    const code = enumFault(value, type, "create");
    return code === undefined ? FINE : fault([], value === null || value === undefined ? undefined : code);
  }

  #structuredType(name: string): StructuredType {
    const type = this.model.type(name as QualifiedName);
    if (type === undefined || !isStructured(type)) throw new RangeError(`${name} is no structured type`);
    return type;
  }

  #wrapped(value: unknown, item: (item: unknown, path: Path) => readonly Fault[]): readonly Fault[] {
    if (!isObject(value)) return fault([]);
    const control = this.#control(value, { read: () => true, bindable: [], open: true, declared: [] }, []);
    const items = ownOf(value, "value");
    if (!Array.isArray(items)) return [...control, ...fault(["value"])];
    return [...control, ...Array.from(items, (one: unknown, index) => item(one, ["value", index])).flat()];
  }

  #structured(value: unknown, declared: StructuredType, situation: Situation, path: Path): readonly Fault[] {
    if (!isObject(value)) return fault(path, isAbsent(value) ? undefined : "type");
    const { type, faults } = namedType(value, declared, situation, this.model, path);
    return [...faults, ...this.#members(value, type, situation, path)];
  }

  #members(value: object, type: StructuredType, situation: Situation, path: Path): readonly Fault[] {
    const { mode, only } = situation;
    const members = allMembers(type, this.model);
    const looked = members.filter(({ name }) => only === undefined || only.includes(name));
    const shapeOnly = situation.shapeOnly === true;
    const inMembers = looked.flatMap((member) => {
      const presence = this.#presenceIn(member, type, situation);
      const slot = { element: member, presence, nullable: this.#presences.isNullable(member, type), shapeOnly };
      return this.#element(ownOf(value, member.name), slot, situation, [...path, member.name]);
    });
    const navigation = type === undefined ? [] : members.filter((member) => member.kind === "NavigationProperty");
    const isBindable = (member: AnyProperty) => this.#presences.of(member, type, mode) !== "refused";
    const bindable = navigation.filter((member) => member.containsTarget !== true && isBindable(member));
    const open = isOpen(type, this.model) && only === undefined;
    const read = mode === "read" ? readOf(value, type, this.model) : undefined;
    const declared = navigation.map(({ name }) => name as string);
    const names = looked.map(({ name }) => name as string);
    return [...inMembers, ...this.#others(value, names, { read, bindable, open, declared }, path)];
  }

  #presenceIn(member: ReturnType<typeof allMembers>[number], type: StructuredType, situation: Situation): Presence {
    const { mode, only, partial } = situation;
    const presence = this.#presences.of(member, type, mode);
    if (presence === "refused") return presence;
    if (only !== undefined) return "required";
    return partial === true ? "optional" : presence;
  }

  /** Names that are no members: control information, and properties that only open types have when they are written. */
  #others(
    value: object,
    members: readonly string[],
    annotations: Parameters<typeof controlFaults>[3],
    path: Path,
  ): readonly Fault[] {
    const isUnknown = (name: string) =>
      !members.includes(name) && !name.includes("@") && ownOf(value, name) !== undefined;
    const isStrict = annotations.read === undefined && !annotations.open;
    const unknown = isStrict ? Object.keys(value).filter(isUnknown) : [];
    return [
      ...unknown.flatMap((name) => fault([...path, name], "unknown-property")),
      ...this.#control(value, annotations, path),
    ];
  }

  #control(value: object, annotations: Parameters<typeof controlFaults>[3], path: Path): readonly Fault[] {
    const names = Object.keys(value).filter((name) => name.includes("@"));
    return names.flatMap((name) => controlFaults(name, ownOf(value, name), [...path, name], annotations));
  }

  /** The value of a member or parameter: there, not null, of its type, and within its rules. */
  #element(
    value: unknown,
    { element, presence, nullable, shapeOnly }: Slot,
    situation: Situation,
    path: Path,
  ): readonly Fault[] {
    if (value === undefined) return presence === "required" ? fault(path, "missing") : FINE;
    if (presence === "refused") return fault(path, "read-only");
    if (value === null) return nullable ? FINE : fault(path, "null");
    if (element.type === undefined) return FINE;
    const alone = situation.alone === true;
    const inside = {
      ...situation,
      // Where an entity is created alone, complex values within it are looked at for their shape.
      shapeOnly: shapeOnly || alone,
      root: false,
      derived: true,
      only: undefined,
      partial: false,
      related: undefined,
      alone: false,
    };
    if ("kind" in element && element.kind === "NavigationProperty")
      return this.#navigation(value, element, { ...inside, related: situation.related, alone }, path);
    const inValue = this.#value(value, element.type, inside, path);
    // A value of another type breaks no rule of this one.
    const others = new Set(inValue.filter(({ code }) => code === "type").map((one) => JSON.stringify(one.path)));
    if (situation.mode === "read" || others.has(JSON.stringify(path))) return inValue;
    const named = allowedTypes(element, value, path, this.model);
    const broken = ruleFaults(element, value, path, this.model);
    return [...inValue, ...named, ...broken.filter((one) => !others.has(JSON.stringify(one.path)))];
  }

  #value(value: unknown, type: TypeRef, situation: Situation, path: Path): readonly Fault[] {
    if (!type.collection) return this.#single(value, type, situation, path);
    if (!Array.isArray(value)) return fault(path, "type");
    const nullable = mayHaveNullItems(type, situation.mode, this.model);
    return Array.from(value, (item: unknown, index) => {
      const at = [...path, index];
      if (item === undefined) return fault(at);
      if (item === null) return nullable ? FINE : fault(at, "null");
      return this.#single(item, type, situation, at);
    }).flat();
  }

  /** A value that is no collection and not null. */
  #single(value: unknown, ref: TypeRef, situation: Situation, path: Path): readonly Fault[] {
    const { type: name } = ref;
    const type = this.model.type(name);
    const primitive = edmTypeOf(type?.kind === "TypeDefinition" ? type.underlyingType : name);
    if (primitive !== undefined) {
      const facets = facetsOf(ref, this.model);
      const code = judgePrimitive(value, primitive, facets, situation.mode !== "read");
      if (code !== undefined && primitive.startsWith("Geo")) return [{ path, within: true }];
      return code === undefined ? FINE : fault(path, code);
    }
    if (type === undefined || this.#conventions.json.has(name) || type.kind === "TypeDefinition") return FINE;
    if (type.kind === "EnumType") {
      const code = enumFault(value, type, situation.mode);
      return code === undefined ? FINE : fault(path, code);
    }
    // An entity that exists may be given by its URL.
    if (type.kind === "EntityType" && isObject(value) && isReference(value)) return FINE;
    return this.#structured(value, type, situation, path);
  }

  /** Related entities are created with the entity; otherwise only their shape counts, unless they are asked for. */
  #navigation(
    value: unknown,
    element: Extract<Element, { kind: "NavigationProperty" }>,
    situation: Situation,
    path: Path,
  ): readonly Fault[] {
    const { type, name } = element;
    if (type === undefined) return FINE;
    const asked =
      situation.related !== undefined && Object.hasOwn(situation.related, name) ? situation.related[name] : undefined;
    // What contains its entities relates no others (CSDL 4.01 §8.4).
    const isBound = (item: object) => situation.mode !== "read" && element.containsTarget !== true && isReference(item);
    const one = (item: unknown, at: Path): readonly Fault[] => {
      if (!isObject(item)) return fault(at, isAbsent(item) ? undefined : "type");
      if (asked !== undefined && !isBound(item))
        return this.#structured(item, this.#structuredType(asked.type), { ...asked.reading, root: false }, at);
      if (
        situation.mode !== "create" ||
        situation.alone === true ||
        situation.shapeOnly === true ||
        this.model.type(type.type) === undefined ||
        isBound(item)
      )
        return FINE;
      return this.#structured(item, this.#structuredType(type.type), { ...situation, related: undefined }, at);
    };
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    const areBound = items.every((item) => isObject(item) && isBound(item));
    const isExtra = situation.alone === true && asked === undefined && typeof value === "object" && !areBound;
    const extra = isExtra ? fault(path, "unknown-property") : FINE;
    const constrained = situation.mode === "read" ? FINE : allowedTypes(element, value, path, this.model);
    if (!type.collection) return [...one(value, path), ...constrained, ...extra];
    if (!Array.isArray(value)) return [...fault(path, "type"), ...extra];
    return [
      ...extra,
      ...Array.from(value, (item: unknown, index) => one(item, [...path, index])).flat(),
      ...constrained,
    ];
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function ownOf(value: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
