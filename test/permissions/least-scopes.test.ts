import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastPrivilege } from "../../src/permissions/least-privilege.js";
import { leastScopes, type Requirement } from "../../src/permissions/least-scopes.js";

const NAMES = ["A.Read.All", "A.ReadWrite.All", "B.Read", "B.ReadWrite", "C.Read.All", "D.Send", "E"] as const;

const scopeSet = fc.uniqueArray(fc.constantFrom<string>(...NAMES), { minLength: 1, maxLength: 3 });

function requirementsOf(set: fc.Arbitrary<readonly string[]>): fc.Arbitrary<readonly Requirement[]> {
  const alternatives = fc.uniqueArray(set, { minLength: 1, maxLength: 5, selector: keyOf });
  return fc.array(fc.record({ alternatives, ordered: fc.boolean() }), { maxLength: 8 });
}

const single = requirementsOf(fc.constantFrom<string>(...NAMES).map((scope) => [scope]));
const requirements = requirementsOf(scopeSet);

function keyOf(set: readonly string[]): string {
  return set.toSorted().join(" ");
}

function covers(scopes: readonly string[], required: readonly Requirement[]): boolean {
  return required.every((one) => one.alternatives.some((set) => set.every((scope) => scopes.includes(scope))));
}

function subsets(): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** NAMES.length }, (_, bits) => NAMES.filter((_name, index) => (bits >> index) & 1));
}

/** The size of a set, where one of `n` scopes that are needed together counts as one n-th; in 1/6. */
function sizeOf(scopes: readonly string[], required: readonly Requirement[]): number {
  const sets = required.flatMap(({ alternatives }) => alternatives);
  return scopes.reduce((sum, scope) => {
    const sizes = sets.filter((set) => set.includes(scope)).map(({ length }) => length);
    return sum + 6 / Math.max(1, ...sizes);
  }, 0);
}

/** The sum of the places in all lists with an order. */
function placeOf(scopes: readonly string[], required: readonly Requirement[]): number {
  const places = required.flatMap(({ ordered, alternatives }) =>
    ordered ? scopes.map((scope) => alternatives.findIndex((set) => set.includes(scope))) : [],
  );
  return places.reduce((sum, place) => sum + Math.max(0, place), 0);
}

function expectLeast(required: readonly Requirement[]): void {
  const { scopes, exact } = leastScopes(required);
  expect(exact).toBe(true);
  expect(covers(scopes, required)).toBe(true);
  const others = subsets().filter((set) => covers(set, required));
  const size = Math.min(...others.map((set) => sizeOf(set, required)));
  expect(sizeOf(scopes, required)).toBe(size);
  const places = others.filter((set) => sizeOf(set, required) === size).map((set) => placeOf(set, required));
  expect(placeOf(scopes, required)).toBe(Math.min(...places));
}

function shuffled(required: readonly Requirement[]): readonly Requirement[] {
  return required.toReversed().map(({ alternatives, ordered }) => ({
    alternatives: ordered ? alternatives : alternatives.toReversed(),
    ordered,
  }));
}

describe("the least scopes", () => {
  it("satisfy every requirement, and no other set that does is smaller, or as small and of less privilege", () => {
    fc.assert(fc.property(requirements, expectLeast), { numRuns: 500 });
  });

  it("are as few as can be where no scopes are needed together", () => {
    fc.assert(
      fc.property(single, (required) => {
        expectLeast(required);
        const others = subsets().filter((set) => covers(set, required));
        expect(leastScopes(required).scopes).toHaveLength(Math.min(...others.map(({ length }) => length)));
      }),
      { numRuns: 300 },
    );
  });

  it("have no scope that could be left out", () => {
    fc.assert(
      fc.property(requirements, (required) => {
        const { scopes } = leastScopes(required);
        for (const scope of scopes)
          expect(
            covers(
              scopes.filter((one) => one !== scope),
              required,
            ),
          ).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("do not depend on the order in which requests come, nor on that of lists without one", () => {
    fc.assert(
      fc.property(requirements, (required) => {
        expect(leastScopes(shuffled(required))).toEqual(leastScopes(required));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["the first of an ordered list", [["A.ReadWrite.All", "A.Read.All"]], true, ["A.ReadWrite.All"]],
    ["what only reads, of lists without order", [["A.ReadWrite.All", "A.Read.All"]], false, ["A.Read.All"]],
    ["the first by name, when nothing else tells", [["D", "C"]], false, ["C"]],
    [
      "one for several, though each has a lesser one",
      [
        ["A", "X"],
        ["B", "X"],
      ],
      true,
      ["X"],
    ],
    ["nothing for nothing", [], true, []],
  ])("are %s", (_, lists, ordered, scopes) => {
    const required = lists.map((list) => ({ alternatives: list.map((scope) => [scope]), ordered }));
    expect(leastScopes(required).scopes).toEqual(scopes);
  });

  it.each([
    ["both of a pair", [["A and B"]], true, ["A", "B"]],
    ["a pair before a scope of more privilege", [["A and B", "C"]], true, ["A", "B"]],
    ["a scope before a pair of more privilege", [["C", "A and B"]], true, ["C"]],
    [
      "a pair that reads before a scope that writes",
      [["X.ReadWrite", "A.Read and B.Read"]],
      false,
      ["A.Read", "B.Read"],
    ],
    ["a single scope, when nothing else tells", [["A.Read and B.Read", "C.Read"]], false, ["C.Read"]],
    ["what others need already", [["A and B", "C"], ["C"]], true, ["C"]],
    ["a pair whose scopes others need", [["C", "A and B"], ["A"], ["B"]], true, ["A", "B"]],
    ["no scope of a pair that is not needed", [["A and B", "A"]], true, ["A"]],
  ])("are, of sets, %s", (_, lists, ordered, scopes) => {
    const required = lists.map((list) => ({ alternatives: list.map((set) => set.split(" and ")), ordered }));
    expect(leastScopes(required).scopes).toEqual(scopes);
  });

  it("are found for as many lists as a service has", () => {
    const required = Array.from({ length: 400 }, (_, i) => ({
      alternatives: [[`${i}.Read`], [`${i % 40}.All`]],
      ordered: true,
    }));
    expect(leastScopes(required)).toMatchObject({ exact: true, scopes: { length: 40 } });
  });

  it("have one of every list, and say so, where there are too many sets to look at", () => {
    const scope = (i: number) => `S${i % 211}`;
    const required = Array.from({ length: 900 }, (_, i) => ({
      alternatives: [[scope(i)], [scope(i * i + 7)], [scope(i * i * i + 13)]],
      ordered: false,
    }));
    const { scopes, exact } = leastScopes(required);
    expect(exact).toBe(false);
    expect(covers(scopes, required)).toBe(true);
  });
});

describe("the least privilege", () => {
  const request = (path: string, permissions: Parameters<typeof leastPrivilege>[0][number]["permissions"]) => ({
    method: "GET" as const,
    path,
    permissions,
  });

  it("tells unknown from not supported, and names what depends on the use", () => {
    const [work, personal, application] = leastPrivilege([
      request("/a", [
        { scheme: "delegatedWork", alternatives: [["A"]], ordered: true },
        { scheme: "delegatedPersonal", alternatives: [], ordered: true },
      ]),
      request("/b", [
        { scheme: "delegatedWork", alternatives: [], ordered: false },
        { scheme: "delegatedWork", when: "Policy Set", alternatives: [["B"], ["A"]], ordered: false },
        { scheme: "delegatedWork", when: "Tunnel", alternatives: [["D", "A"], ["C"]], ordered: true },
        { scheme: "delegatedWork", when: "Calendar", alternatives: [], ordered: false },
      ]),
      request("/c", null),
    ]);
    expect(work).toEqual({
      scheme: "delegatedWork",
      scopes: [{ scope: "A", for: ["GET /a"] }],
      exact: true,
      open: [],
      depends: [
        { request: "GET /b", when: "Policy Set", supported: true, add: [], exact: true },
        { request: "GET /b", when: "Tunnel", supported: true, add: ["D"], exact: true },
        { request: "GET /b", when: "Calendar", supported: false, add: [], exact: true },
      ],
      alsoDocumentedBy: [],
      notSupported: [],
      unknown: ["GET /c"],
    });
    expect(personal).toMatchObject({ scopes: [], notSupported: ["GET /a"], unknown: ["GET /b", "GET /c"] });
    expect(application).toMatchObject({ scopes: [], notSupported: [], unknown: ["GET /a", "GET /b", "GET /c"] });
  });

  it("names the requests of each scope, also of those that are needed together", () => {
    const [work] = leastPrivilege([
      request("/a", [{ scheme: "delegatedWork", alternatives: [["A", "B"]], ordered: true }]),
      request("/b", [{ scheme: "delegatedWork", alternatives: [["A"], ["C"]], ordered: true }]),
    ]);
    expect(work?.scopes).toEqual([
      { scope: "A", for: ["GET /a", "GET /b"] },
      { scope: "B", for: ["GET /a"] },
    ]);
  });

  it("is not exact where a page leaves open what a request needs", () => {
    const [work] = leastPrivilege([
      request("/a", [{ scheme: "delegatedWork", alternatives: [["A", "B"]], ordered: true, exact: false }]),
    ]);
    expect(work).toMatchObject({ exact: false, open: ["GET /a"], scopes: [{ scope: "A" }, { scope: "B" }] });
  });

  it("names other pages that take more for a request", () => {
    const page = (title: string, alternatives: readonly string[][]) => ({
      title,
      permissions: [{ scheme: "delegatedWork" as const, alternatives, ordered: true }],
    });
    const [work] = leastPrivilege([
      {
        ...request("/a", [{ scheme: "delegatedWork", alternatives: [["A"]], ordered: true }]),
        alsoDocumentedBy: [page("Enough", [["A"], ["B"]]), page("Not supported", []), page("More", [["C", "A"]])],
      },
    ]);
    expect(work?.alsoDocumentedBy).toEqual([
      { request: "GET /a", title: "More", supported: true, add: ["C"], exact: true },
    ]);
  });
});
