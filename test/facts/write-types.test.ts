/** Which types have write shapes of their own follows from what they contain, not from the order in which types are visited. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { assumptionsOf } from "../../src/facts/assumptions.js";
import { factsOf } from "../../src/facts/facts.js";
import { modelOf } from "../support/model.js";

interface Drawn {
  /** Whether a property of its own is written otherwise than it is read. */
  readonly computed: boolean;
  /** The types of its other properties, by their number. */
  readonly parts: readonly number[];
  /** A type of a smaller number, so that there is no circle of bases. */
  readonly base: number | undefined;
}

const COUNT = 6;

const service: fc.Arbitrary<readonly Drawn[]> = fc.tuple(
  ...Array.from({ length: COUNT }, (_, index) =>
    fc.record({
      computed: fc.integer({ max: 5 }).map((number) => number === 0),
      parts: fc.uniqueArray(fc.nat({ max: COUNT - 1 }), { maxLength: 2 }),
      base: fc.option(fc.nat({ max: Math.max(0, index - 1) }), { nil: undefined, freq: 3 }),
    }),
  ),
);

/** `names` are those of the types by their numbers; the model sorts types by name. */
function csdlOf(types: readonly Drawn[], names: readonly string[]): string {
  const declared = types.map(({ computed, parts, base }, index) => {
    const derives = base === undefined || base === index ? "" : ` BaseType="s.${names[base]}"`;
    const own = `<Property Name="own${index}" Type="Edm.String">${computed ? '<Annotation Term="Org.OData.Core.V1.Computed"/>' : ""}</Property>`;
    const others = parts.map((part) => `<Property Name="in${index}_${part}" Type="s.${names[part]}"/>`);
    return `<ComplexType Name="${names[index]}"${derives}>${own}${others.join("")}</ComplexType>`;
  });
  return `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="s" xmlns="http://docs.oasis-open.org/odata/ns/edm">${declared.join("")}</Schema></edmx:DataServices></edmx:Edmx>`;
}

/** The properties whose type has write shapes of its own; their names hold the numbers of both types. */
function withOwnShapes(types: readonly Drawn[], names: readonly string[]): readonly string[] {
  const { model } = modelOf({ "service.xml": csdlOf(types, names) });
  const facts = [...factsOf(model, assumptionsOf(model)).types.values()];
  return facts.flatMap(({ ownMembers }) =>
    ownMembers.flatMap(({ name, ownWriteShapes }) => (ownWriteShapes.length > 0 ? name : [])),
  );
}

/** The law itself: a type has derived types, or leads over bases and properties to one that has, or that is written otherwise. */
function expected(types: readonly Drawn[]): readonly string[] {
  const baseOf = (number: number) => (types[number]?.base === number ? undefined : types[number]?.base);
  const hasDerived = (number: number) => types.some((_, index) => baseOf(index) === number);
  const leadsTo = (number: number, seen: ReadonlySet<number>): boolean => {
    const type = types[number];
    if (type === undefined || seen.has(number)) return false;
    if (type.computed || type.parts.some(hasDerived)) return true;
    const below = [...type.parts, baseOf(number) ?? number];
    return below.some((next) => leadsTo(next, new Set([...seen, number])));
  };
  return types.flatMap(({ parts }, index) =>
    parts.flatMap((part) => (hasDerived(part) || leadsTo(part, new Set()) ? `in${index}_${part}` : [])),
  );
}

it("a type has write shapes of its own exactly where the law says, whatever the order of names", () => {
  const names = fc.shuffledSubarray(["A", "B", "C", "D", "E", "F"], { minLength: COUNT });
  let own = 0;
  let plain = 0;
  fc.assert(
    fc.property(service, names, (types, drawn) => {
      const wanted = expected(types);
      expect([...withOwnShapes(types, drawn)].sort()).toEqual([...wanted].sort());
      own += wanted.length;
      plain += types.flatMap(({ parts }) => parts).length - wanted.length;
    }),
    { seed: 5, numRuns: 200 },
  );
  expect(Math.min(own, plain)).toBeGreaterThan(200);
});
