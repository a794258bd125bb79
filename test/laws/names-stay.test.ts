import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LockedNames } from "../../src/naming/locked-names.js";
import { parseLock } from "../../src/kept/lock/parse-lock.js";
import { type NamedModel, namesOf, renamed } from "../support/exported-names.js";
import { full } from "../support/full.js";
import { modelOfParts, parts, type Part } from "./grown-model.js";

const runs = full ? 2000 : 120;

/** A model that grows: how many of its parts are there at first, and then. */
const growing = fc.record({ all: parts, first: fc.nat(24), second: fc.nat(24) }).map(({ all, first, second }) => {
  const [few, more] = [first % (all.length + 1), second % (all.length + 1)].sort((a, b) => a - b);
  const earlier = all.map((part) => ({ ...part, xml: part.earlier ?? part.xml }));
  return [earlier.slice(0, few), earlier.slice(0, more), all];
});

function grown(stages: readonly (readonly Part[])[]): readonly NamedModel[] {
  const named: NamedModel[] = [];
  for (const stage of stages) named.push(namesOf(modelOfParts(stage), named.at(-1)?.locked));
  return named;
}

/** Names that two elements of one module have, letter case ignored, or a name and a module. */
function collisions({ exports, locked }: NamedModel): readonly string[] {
  const modules = new Set(Object.values(locked.modules));
  const names = [...exports.values()];
  const lower = names.map((name) => name.toLowerCase());
  const flat = names.filter((name) => modules.has(name));
  return [...flat, ...lower.filter((name, index) => lower.indexOf(name) !== index)];
}

function malformed({ exports, locked }: NamedModel): readonly string[] {
  const names = [...exports.values(), ...Object.values(locked.modules)];
  return names.filter(
    (name) => !/^(?:[a-z_$][\w$]*\.)?[\w$]+$/i.test(name) || /^(?:class|import|default|import)$/.test(name),
  );
}

describe("names of a model that grows", () => {
  it("stay, and what is gone is forgotten", () => {
    fc.assert(
      fc.property(growing, (stages) => {
        const named = grown(stages);
        for (const [index, before] of named.slice(0, -1).entries()) {
          const after = named[index + 1] ?? before;
          expect(renamed(before, after)).toEqual([]);
          expect([...before.exports.keys()].filter((of) => !after.exports.has(of))).toEqual([]);
          expect([...collisions(after), ...malformed(after)]).toEqual([]);
          expect(after.said.filter((message) => message.startsWith("locked"))).toEqual([]);
        }
        const [first] = stages;
        const whole = named.at(-1)?.locked;
        const shrunk = namesOf(modelOfParts(first ?? []), whole).locked;
        expect(Object.keys(shrunk.names).filter((of) => !(of in (named[0]?.locked.names ?? {})))).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  it("do not depend on the order in which the new elements stand", () => {
    fc.assert(
      fc.property(growing, fc.infiniteStream(fc.nat(1000)), ([few = [], , all = []], ranks) => {
        const { locked } = namesOf(modelOfParts(few));
        const shuffled = all
          .map((part) => ({ part, rank: ranks.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ part }) => part);
        expect(namesOf(modelOfParts(shuffled), locked).exports).toEqual(namesOf(modelOfParts(all), locked).exports);
      }),
      { numRuns: runs / 4 },
    );
  });

  it("are settled after one run: the next one gives the same, and says the same", () => {
    fc.assert(
      fc.property(growing, (stages) => {
        const last = grown(stages).at(-1);
        const again = namesOf(
          modelOfParts(stages.at(-1) ?? []),
          JSON.parse(JSON.stringify(last?.locked)) as LockedNames,
        );
        expect(again).toEqual(last);
      }),
      { numRuns: runs / 2 },
    );
  });

  it("are the same with an empty lock as without one", () => {
    fc.assert(
      fc.property(parts, (all) => {
        const model = modelOfParts(all);
        expect(namesOf(model, { modules: {}, names: {} })).toEqual(namesOf(model));
      }),
      { numRuns: runs / 4 },
    );
  });
});

describe("a lock that people edited", () => {
  const words = (
    "User user Page class default X;import('x') ../../x __proto__ UserCreate USERSCHEMA userSchema b B types con " +
    "createClient Client \u202eX constructor x\u0000"
  ).split(" ");
  const word = fc.constantFrom("", "a b", ...words);
  const value = fc.oneof(word, fc.jsonValue({ maxDepth: 1 }));
  const roles = fc.dictionary(
    fc.constantFrom("create", "schema", "parameters", "result", "__proto__", "values"),
    value,
  );
  const entry = fc.oneof(value, fc.record({ name: value, roles: fc.oneof(roles, value) }));

  it("reaches the output as names that are valid and free, or not at all", async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.array(entry), fc.array(value), value, async (all, entries, identifiers, flat) => {
        const model = modelOfParts(all);
        const { locked } = namesOf(model);
        const edited = {
          flat,
          modules: Object.fromEntries(Object.keys(locked.modules).map((of, index) => [of, identifiers[index] ?? of])),
          names: Object.fromEntries(
            Object.entries(locked.names).map(([of, name], index) => [of, entries[index] ?? name]),
          ),
        };
        const named = namesOf(model, await readNames(edited));
        expect([...collisions(named), ...malformed(named)]).toEqual([]);
        expect([...named.exports.keys()].sort()).toEqual([...namesOf(model).exports.keys()].sort());
      }),
      { numRuns: runs },
    );
  });

  it("is refused where it is none", async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.jsonValue({ maxDepth: 2 }), async (all, lock) => {
        const model = modelOfParts(all);
        expect(namesOf(model, await readNames(lock)).exports).toEqual(namesOf(model).exports);
      }),
      { numRuns: runs / 4 },
    );
  });

  /** Those of a lock file with these names; undefined where it is refused. */
  async function readNames(names: unknown): Promise<LockedNames | undefined> {
    const parsed = await parseLock(JSON.stringify({ lockVersion: 1, services: { a: { names } } }));
    return parsed.ok ? parsed.lock.get("a")?.names : undefined;
  }
});
