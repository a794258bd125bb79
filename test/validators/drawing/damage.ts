/** Single changes of a value at any depth, most of them faults. What they are the interpreter decides. */
import type { StructuredType } from "../../../src/edm/elements.js";
import type { Model } from "../../../src/edm/model.js";
import { allMembers } from "../interpreter/members.js";
import type { Path } from "../interpreter/fault.js";
import type { Draw } from "../../laws/draw.js";
import { geographies, literals, oddities } from "./literals.js";

const anyLiterals = [...Object.values(literals).flat(), ...geographies];

/** Names of annotations with values that fit and others that do not. */
export const annotations: readonly (readonly [name: string, values: readonly unknown[]])[] = [
  ["context", ["$metadata#x", 5]],
  ["etag", ['W/"1"', {}]],
  ["id", ["x(1)", 7]],
  ["editLink", ["x", []]],
  ["readLink", ["x", false]],
  ["nextLink", ["x?$skip=1", 5]],
  ["deltaLink", ["x", {}]],
  ["count", [3, "3", "x", true, []]],
  ["mediaEditLink", ["x", 1]],
  ["mediaReadLink", ["x", 1]],
  ["mediaContentType", ["image/png", []]],
  ["mediaEtag", ['"1"', {}]],
  ["navigationLink", ["x(1)/y", 5]],
  ["associationLink", ["x(1)/y/$ref", null, []]],
  ["type", ["#Edm.String", null, 5]],
  ["unheardOf", [1, null, {}]],
];

/** Where values lie within a value, the value itself included. */
function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const inside = Array.isArray(value)
    ? value.flatMap((item: unknown, index) => placesIn(item, [...path, index]))
    : Object.entries(value).flatMap(([name, item]) => placesIn(item, [...path, name]));
  return [path, ...inside];
}

/** The same value with another one at a place. Own properties stay own, whatever their names. */
function changedAt(value: unknown, [first, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (first === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === first ? changedAt(item, rest, change) : item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, name === first ? changedAt(item, rest, change) : item]),
  );
}

export class Damage {
  readonly #draw: Draw;
  readonly #model: Model;

  constructor(draw: Draw, model: Model) {
    this.#draw = draw;
    this.#model = model;
  }

  /** The value with some changes, at most so many. */
  some(value: unknown, most: number): unknown {
    let damaged = value;
    for (let count = this.#draw.count(most); count > 0; count--) damaged = this.one(damaged);
    return damaged;
  }

  one(value: unknown): unknown {
    return changedAt(value, this.#draw.pick(placesIn(value)), (old) => this.#changed(old));
  }

  #changed(old: unknown): unknown {
    if (this.#draw.once(3)) return this.#draw.pick(oddities);
    if (Array.isArray(old)) return this.#array(old);
    if (typeof old === "object" && old !== null) return this.#object(old);
    return this.#draw.once(2) ? this.#draw.pick(anyLiterals) : null;
  }

  #array(old: readonly unknown[]): unknown {
    const added = this.#draw.once(2) ? this.#draw.pick(oddities) : null;
    return this.#draw.once(3) ? old.slice(1) : [...old, ...old.slice(0, 1), added];
  }

  #object(old: object): unknown {
    const entries = Object.entries(old);
    const [first] = entries;
    // What is beside the coordinates of a geometry is nothing of OData.
    const isGeometry = ["coordinates", "geometries", "properties", "name"].some((name) => Object.hasOwn(old, name));
    switch (isGeometry ? 0 : this.#draw.count(5)) {
      case 0: {
        const dropped = this.#draw.pickMaybe(entries) ?? first;
        return Object.fromEntries(entries.filter((entry) => entry !== dropped));
      }
      case 1:
        return withProperty(old, this.#memberName(), this.#draw.pick(oddities));
      case 2:
        return withProperty(old, this.#draw.pick(["@odata.type", "@odata.type", "@type"]), this.#typeName());
      case 3:
        return withProperty(
          old,
          `${this.#memberName()}@odata.bind`,
          this.#draw.pick(["x(1)", ["x(1)"], null, 5, [5], []]),
        );
      case 4: {
        const [name, values] = this.#draw.pick(annotations);
        const property = this.#draw.once(3) ? this.#memberName() : "";
        return withProperty(old, `${property}@${this.#draw.once(4) ? "" : "odata."}${name}`, this.#draw.pick(values));
      }
      default:
        return withProperty(old, this.#draw.pick(["unheardOf", "", "@", "__proto__", "toString", "a.b"]), 1);
    }
  }

  #structured(): StructuredType {
    return this.#draw.pick(this.#model.structuredTypes);
  }

  /** Of any type of the model. */
  #memberName(): string {
    return this.#draw.pickMaybe(allMembers(this.#structured(), this.#model))?.name ?? "unheardOf";
  }

  #typeName(): unknown {
    if (this.#draw.once(6)) return this.#draw.pick([5, "", "#ns.Unheard", "#Edm.String", null]);
    return `#${this.#structured().name}`;
  }
}

function withProperty(old: object, name: string, value: unknown): unknown {
  return Object.fromEntries([...Object.entries(old), [name, value]]);
}
