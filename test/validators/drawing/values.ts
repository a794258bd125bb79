/** Values that a model has, nearly all of them valid. */
import type {
  AnyProperty,
  EnumType,
  Operation,
  Parameter,
  StructuredType,
  TypeRef,
} from "../../../src/edm/elements.js";
import { isStructured, parametersOf, type Model } from "../../../src/edm/model.js";
import { edmTypeOf, type EdmTypeName } from "../../../src/edm/primitive-types.js";
import type { Draw } from "../../laws/draw.js";
import { constant, field, items, stated } from "../interpreter/annotations.js";
import type { Interpreter } from "../interpreter/interpreter.js";
import { allMembers, facetsOf, isRequiredParameter, mayBeNull, type Mode } from "../interpreter/members.js";
import { judgePrimitive } from "../interpreter/primitive.js";
import { ruleFaults } from "../interpreter/rules.js";
import { geographies, literals } from "./literals.js";

const DEEPEST = 3;

type Entries = readonly (readonly [name: string, value: unknown])[];

export class Values {
  readonly #draw: Draw;
  readonly #interpreter: Interpreter;
  readonly #model: Model;
  readonly #rarity: number;

  /** A member that may be left out is there once in `rarity` times, and more rarely further down. */
  constructor(draw: Draw, interpreter: Interpreter, rarity = 2) {
    this.#rarity = rarity;
    this.#draw = draw;
    this.#interpreter = interpreter;
    this.#model = interpreter.model;
  }

  /** A body; `derived` where it may be of a derived type, which it then names. */
  body(type: StructuredType, mode: Mode, derived: boolean): unknown {
    return this.#object(type, mode, derived, 0);
  }

  parameters(operation: Operation): unknown {
    const given = parametersOf(operation).filter((one) => isRequiredParameter(one) || this.#draw.once(2));
    return Object.fromEntries(given.map((one): Entries[number] => [one.name, this.#element(one, "create", 1)]));
  }

  page(item: () => unknown): unknown {
    const control = { "@odata.context": "$metadata#x", "@odata.count": 2, "@odata.nextLink": "x?$skiptoken=1" };
    return { ...(this.#draw.once(2) && control), value: this.#draw.list(3, item) };
  }

  /** A value of the use of a type, a collection or not. */
  value(ref: TypeRef, mode: Mode): unknown {
    return this.#of(ref, undefined, mode, 1);
  }

  #object(declared: StructuredType, mode: Mode, derived: boolean, depth: number): unknown {
    const family = derived ? [declared, ...this.#model.derived(declared.name)] : [declared];
    const concrete = family.filter(({ abstract }) => abstract !== true);
    const type = this.#draw.once(2) ? declared : (this.#draw.pickMaybe(concrete) ?? declared);
    const actual = type.abstract === true ? (this.#draw.pickMaybe(concrete) ?? type) : type;
    const isNamed = actual !== declared || actual.abstract === true || this.#draw.once(5);
    const members = allMembers(actual, this.#model).filter((member) => this.#isGiven(member, actual, mode, depth));
    return Object.fromEntries([
      ...(isNamed ? [[this.#draw.once(5) ? "@type" : "@odata.type", this.#typeName(actual)] as const] : []),
      ...members.map((member): Entries[number] => [member.name, this.#element(member, mode, depth + 1)]),
    ]);
  }

  #typeName({ name }: StructuredType): string {
    return this.#draw.pick(["#", "#", "", "https://host/$metadata#"]) + name;
  }

  #isGiven(member: AnyProperty, type: StructuredType, mode: Mode, depth: number): boolean {
    const presence = this.#interpreter.presence(member, type, mode);
    if (presence === "required") return !this.#draw.once(60);
    if (presence === "refused") return this.#draw.once(60);
    return member.kind === "NavigationProperty"
      ? depth < DEEPEST && this.#draw.once(this.#rarity + 1)
      : this.#draw.once(depth + this.#rarity);
  }

  #element(element: AnyProperty | Parameter, mode: Mode, depth: number): unknown {
    const { type } = element;
    if (type === undefined) return "x";
    if (mayBeNull(type) && this.#draw.once(8)) return null;
    const isShape = "kind" in element && element.kind === "NavigationProperty" && mode !== "create";
    const target = isShape ? this.#model.type(type.type) : undefined;
    if (target !== undefined && isStructured(target)) {
      const related = () => (this.#draw.once(2) ? {} : this.#object(target, "read", true, depth + 1));
      return type.collection ? this.#draw.list(2, related) : related();
    }
    const isEntity = this.#model.type(type.type)?.kind === "EntityType";
    if (isEntity && mode === "create" && this.#draw.once(4))
      return type.collection ? [this.#reference()] : this.#reference();
    return this.#of(type, element, mode, depth);
  }

  /** An entity that exists, or with a property one that is created. */
  #reference(): unknown {
    const more = this.#draw.pick([{}, {}, { "@odata.type": "#ns.Unheard" }, { id: 1 }]);
    return { [this.#draw.pick(["@odata.id", "@id"])]: "x(1)", ...more };
  }

  #of(ref: TypeRef, element: AnyProperty | Parameter | undefined, mode: Mode, depth: number): unknown {
    if (!ref.collection) return this.#single(ref, element, mode, depth);
    const least = this.#draw.once(2) ? 1 : 0;
    return Array.from({ length: least + this.#draw.count(2) }, () =>
      ref.nullable === true && this.#draw.once(6) ? null : this.#single(ref, element, mode, depth),
    );
  }

  #single(ref: TypeRef, element: AnyProperty | Parameter | undefined, mode: Mode, depth: number): unknown {
    const type = this.#model.type(ref.type);
    const primitive = edmTypeOf(type?.kind === "TypeDefinition" ? type.underlyingType : ref.type);
    if (primitive !== undefined) return this.#primitive(primitive, ref, element);
    if (type === undefined || type.kind === "TypeDefinition") return "x";
    if (type.kind === "EnumType") return this.#member(type);
    // Types that contain themselves have to end somewhere.
    return depth > DEEPEST ? {} : this.#object(type, mode, true, depth);
  }

  #member({ members, flags }: EnumType): string {
    const names = members.map(({ name }) => name as string).filter((name) => name !== "unknownFutureValue");
    const one = this.#draw.pickMaybe(names) ?? "x";
    const other = names.find((name) => name !== one);
    return flags === true && other !== undefined && this.#draw.once(2) ? `${one},${other}` : one;
  }

  #primitive(type: EdmTypeName, ref: TypeRef, element: AnyProperty | Parameter | undefined): unknown {
    const all = [...samplesOf(type), ...(element === undefined ? [] : this.#allowed(element))];
    const facets = facetsOf(ref, this.#model);
    const single = element && { ...element, ...(element.type && { type: { ...element.type, collection: false } }) };
    const isFine = (value: unknown) =>
      judgePrimitive(value, type, facets, true) === undefined &&
      (single === undefined || ruleFaults(single, value, [], this.#model).length === 0);
    const fine = all.filter(isFine);
    return this.#draw.once(30) ? this.#draw.pick(all) : (this.#draw.pickMaybe(fine) ?? this.#draw.pick(all));
  }

  /** The values of a list of allowed ones, as numbers where they are. */
  #allowed(element: AnyProperty | Parameter): readonly unknown[] {
    const listed = items(stated(element, "Validation.AllowedValues")) ?? [];
    return listed.flatMap((item) => {
      const text = constant(field(item, "Value"));
      return text === undefined ? [] : [text, Number(text)];
    });
  }
}

export function samplesOf(type: EdmTypeName): readonly unknown[] {
  return literals[type] ?? (type.startsWith("Geo") ? geographies : ["x"]);
}
