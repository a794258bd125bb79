import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastPrivilege } from "../../src/permissions/least-privilege.js";
import { leastScopes, type Requirement } from "../../src/permissions/least-scopes.js";

const NAMES = ["A.Read.All", "A.ReadWrite.All", "B.Read", "B.ReadWrite", "C.Read.All", "D.Send", "E"] as const;

const requirements: fc.Arbitrary<readonly Requirement[]> = fc.array(
  fc.record({
    scopes: fc.uniqueArray(fc.constantFrom<string>(...NAMES), { minLength: 1, maxLength: 5 }),
    ordered: fc.boolean(),
  }),
  { maxLength: 8 },
);

function covers(scopes: readonly string[], required: readonly Requirement[]): boolean {
  return required.every((one) => one.scopes.some((scope) => scopes.includes(scope)));
}

function subsets(): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** NAMES.length }, (_, bits) => NAMES.filter((_name, index) => (bits >> index) & 1));
}

/** The sum of the places in all lists with an order. */
function placeOf(scopes: readonly string[], required: readonly Requirement[]): number {
  const places = required.flatMap((one) => (one.ordered ? scopes.map((scope) => one.scopes.indexOf(scope)) : []));
  return places.reduce((sum, place) => sum + Math.max(0, place), 0);
}

function shuffled(required: readonly Requirement[]): readonly Requirement[] {
  return required
    .toReversed()
    .map(({ scopes, ordered }) => ({ scopes: ordered ? scopes : scopes.toReversed(), ordered }));
}

describe("the least scopes", () => {
  it("have one of every list, and no other set that has is smaller, or as small and of less privilege", () => {
    fc.assert(
      fc.property(requirements, (required) => {
        const { scopes, exact } = leastScopes(required);
        expect(exact).toBe(true);
        expect(covers(scopes, required)).toBe(true);
        const others = subsets().filter((set) => covers(set, required));
        expect(scopes).toHaveLength(Math.min(...others.map(({ length }) => length)));
        const places = others.filter(({ length }) => length === scopes.length).map((set) => placeOf(set, required));
        expect(placeOf(scopes, required)).toBe(Math.min(...places));
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
    expect(leastScopes(lists.map((list) => ({ scopes: list, ordered }))).scopes).toEqual(scopes);
  });

  it("are found for as many lists as a service has", () => {
    const required = Array.from({ length: 400 }, (_, i) => ({ scopes: [`${i}.Read`, `${i % 40}.All`], ordered: true }));
    expect(leastScopes(required)).toMatchObject({ exact: true, scopes: { length: 40 } });
  });

  it("have one of every list, and say so, where there are too many sets to look at", () => {
    const scope = (i: number) => `S${i % 211}`;
    const required = Array.from({ length: 900 }, (_, i) => ({
      scopes: [scope(i), scope(i * i + 7), scope(i * i * i + 13)],
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
        { scheme: "delegatedWork", scopes: ["A"], ordered: true },
        { scheme: "delegatedPersonal", scopes: [], ordered: true },
      ]),
      request("/b", [
        { scheme: "delegatedWork", scopes: [], ordered: false },
        { scheme: "delegatedWork", when: "Policy Set", scopes: ["B", "A"], ordered: false },
        { scheme: "delegatedWork", when: "Tunnel", scopes: ["D", "C"], ordered: true },
        { scheme: "delegatedWork", when: "Calendar", scopes: [], ordered: false },
      ]),
      request("/c", null),
    ]);
    expect(work).toEqual({
      scheme: "delegatedWork",
      scopes: [{ scope: "A", for: ["GET /a"] }],
      exact: true,
      depends: [
        { request: "GET /b", when: "Policy Set", supported: true },
        { request: "GET /b", when: "Tunnel", supported: true, add: "D" },
        { request: "GET /b", when: "Calendar", supported: false },
      ],
      notSupported: [],
      unknown: ["GET /c"],
    });
    expect(personal).toMatchObject({ scopes: [], notSupported: ["GET /a"], unknown: ["GET /b", "GET /c"] });
    expect(application).toMatchObject({ scopes: [], notSupported: [], unknown: ["GET /a", "GET /b", "GET /c"] });
  });
});
