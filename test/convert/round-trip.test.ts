import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Notation } from "../../src/index.js";
import { upperFirst } from "../../src/naming/letter-case.js";
import { corpus, describeWithCorpus, isOldDocument } from "../support/corpus.js";
import { full } from "../support/full.js";
import { pagePaths } from "../support/corpus-pages.js";
import { faultsIn } from "./faults.js";
import { forgetInputs, type RoundTrip, roundTrip } from "./round-trip.js";

const notations: readonly Notation[] = ["csdl-xml", "csdl-json"];
afterAll(forgetInputs);

/** What may differ between the types of inputs and of the document that they are converted to. */
interface Differences {
  /** Declarations that only the inputs give, but for those of elements that CSDL JSON has no place for. */
  readonly lost: readonly string[];
  /** Declarations that only the document gives, but for those of types that it has to declare. */
  readonly added: readonly string[];
  /** Declarations that differ by more than `unknown` in the place of a type that the document has to declare. */
  readonly changed: readonly string[];
  /** The types that no source describes and the document declares: open, and empty but for a key. */
  readonly declared: readonly string[];
  /** Types that derive from one of those, which direct output has without a base. */
  readonly heirs: readonly string[];
}

const none: Differences = { lost: [], added: [], changed: [], declared: [], heirs: [] };

/** Checks as they are where nothing is left open about null items. */
function withoutOpenItems(checks: string): string {
  return checks
    .replaceAll(/(Response\([^()]*?),\s+v\.nullItemsOnRead/g, "$1")
    .replaceAll(" | v.nullItemsOnRead", "")
    .replaceAll("v.nullItemsOnRead", "v.optional");
}

/** `statesItems`: the document has to state whether items of collections may be null, which its inputs leave open. */
function differencesOf({ direct, converted, leftOut }: RoundTrip, statesItems: boolean): Differences {
  const typesIn = (declarations: RoundTrip["direct"]) =>
    new Set(
      [...(declarations.get("type-map.ts TypeMap") ?? "").matchAll(/^"([^"]+)":/gm)].map(([, name = ""]) => name),
    );
  const before = typesIn(direct);
  const declared = [...typesIn(converted)].filter((name) => !before.has(name));
  const shortNames = declared.map((name) => name.slice(name.lastIndexOf(".") + 1));
  const nameIn = (key: string) => key.slice(key.indexOf(" ") + 1);
  /** `checkContractCreate` is of the type `Contract`. */
  const isOf = (names: readonly string[]) => (key: string) => {
    const name = nameIn(key)
      .replace(/^check(?:New)?/, "")
      .toLowerCase();
    return names.some((one) => name.startsWith(one.toLowerCase()));
  };
  /** `DriveItemSearchParameters` is of an operation `search`. */
  const isLeftOut = (key: string) => {
    const [, name] = /^(\w+?)_*(?:Parameters|Result)(?:Schema)?_*$/.exec(nameIn(key)) ?? [];
    return leftOut.some((one) => name?.toLowerCase().endsWith(one.slice(one.lastIndexOf(".") + 1).toLowerCase()));
  };
  const named = new RegExp(
    `(?:\\| )?\\b(?:types\\.)?(?:${shortNames.map(upperFirst).join("|")})\\b(?: \\| null)?`,
    "g",
  );
  const entry = new RegExp(
    `^\\s*[\\w"]+: \\[?check(?:New)?(?:${shortNames.map(upperFirst).join("|")})\\w*\\]?,\\n`,
    "gm",
  );
  /** The checks of new entities without those of declared types, so that they may be the checks of the types alone. */
  const withoutDeclared = (text: string) => text.replaceAll(entry, "").replaceAll("checkNew", "check");
  const isAdded = (key: string, text: string) =>
    !direct.has(key) &&
    !isOf(shortNames)(key) &&
    !/v\.(?:created|within)\(o, c, [\w.]+, \{\s*\}\);/.test(withoutDeclared(text));
  // A long name breaks lines that `unknown` does not.
  const inLine = (text: string) =>
    text.replaceAll(/\s+/g, " ").replaceAll(/\( | (?=\))|,(?= ?\))/g, (part) => part.trim().replace(",", ""));
  const withUnknown = (text: string) =>
    declared.length > 0 ? inLine(text).replaceAll(named, "unknown") : inLine(text);
  const isSame = (one: string, other: string) =>
    one === other ||
    (declared.length > 0 &&
      (inLine(one) === withUnknown(other) || inLine(withoutDeclared(one)) === inLine(withoutDeclared(other)))) ||
    (statesItems && inLine(withoutOpenItems(one)) === withUnknown(other));
  const extending = new RegExp(
    `^export interface (\\w+) extends (?:\\w+\\.)?(?:${shortNames.map(upperFirst).join("|")}) `,
  );
  // Checks stand in one file for all modules, whose names they begin with.
  const heirs = [...converted].flatMap(([key, text]) => {
    const name = extending.exec(text)?.[1];
    return name === undefined ? [] : [name, `${/^types\/(\w+)/.exec(key)?.[1] ?? ""}${name}`];
  });
  const keys = [...direct.keys()];
  return {
    lost: keys.filter((key) => !converted.has(key) && !isLeftOut(key)),
    added: [...converted].flatMap(([key, text]) => (isAdded(key, text) ? [key] : [])),
    changed: keys.filter((key) => {
      const other = converted.get(key);
      if (other === undefined || key === "type-map.ts TypeMap" || isOf(heirs)(key)) return false;
      return !isSame(direct.get(key) ?? "", other);
    }),
    declared,
    heirs,
  };
}

/** The inputs of which every run is sure to take some: each eighth, and all of them in a full run. */
const someOf = (files: readonly string[]) => files.filter((_, index) => full || index % 8 === 0);

describeWithCorpus("a converted document of CSDL", () => {
  const isDocument = (file: string) => /\.(?:xml|edmx|csdl|metadata|json|txt)$/.test(file);
  // What is converted from OData 2.0 and 3.0 is of another protocol.
  const filesIn = (folder: string) =>
    readdirSync(join(corpus, folder), { recursive: true, encoding: "utf8" })
      .filter(isDocument)
      .sort()
      .map((file) => `${folder}/${file}`)
      .filter((file) => !isOldDocument(file));

  it.each(notations)(
    "gives the same types, validators and bodies as %s as its inputs do",
    async (to) => {
      const differ: Record<string, unknown> = {};
      let same = 0;
      for (const file of someOf([...filesIn("csdl"), ...filesIn("csdl-real")])) {
        const trip = await roundTrip(corpus, [file], to);
        const { direct, convert, converted } = trip.errors;
        if (direct.length > 0) {
          // What generate refuses convert refuses, too.
          if (trip.text !== undefined) differ[file] = direct;
          continue;
        }
        const differences = differencesOf(trip, to === "csdl-json");
        if (JSON.stringify(differences) === JSON.stringify(none) && convert.length + converted.length === 0) same++;
        else differ[file] = { convert, converted, ...differences };
      }
      expect(differ).toEqual({});
      expect(same).toBeGreaterThan(full ? 300 : 35);
    },
    300_000,
  );
});

/** The documents, with the functions that have the name of a type. */
const graphs: readonly (readonly [file: string, functions: readonly string[]])[] = [
  ["graph/v1.0-2021-07.csdl", ["image"]],
  ["graph/beta-2021-07.csdl", ["code", "image", "item", "post"]],
  ["graph/v1.0-2026-08.csdl", ["image"]],
];

describeWithCorpus("Microsoft Graph as a converted document", () => {
  describe.each(graphs.slice(0, full ? undefined : 1))("%s", (file, functions) => {
    it.each(notations)(
      "gives the same types as %s",
      async (to) => {
        const trip = await roundTrip(corpus, [file], to);
        expect(trip.errors).toEqual({ direct: [], convert: [], converted: [] });
        expect(differencesOf(trip, to === "csdl-json")).toEqual(none);
        const leftOut = to === "csdl-json" ? functions.map((name) => `microsoft.graph.${name}`) : [];
        expect(trip.leftOut.toSorted()).toEqual(leftOut);
        if (to === "csdl-json") expect(faultsIn(trip.text ?? "")).toEqual({});
      },
      300_000,
    );
  });
});

/** Rules that the model of pages breaks: they do not tell what is an entity, and name keys that are none. */
const undecided = new Set([
  "key of a type that none can have",
  "navigation property of another type than an entity",
  "property of an entity type",
]);

async function expectSame(inputs: readonly string[], to: Notation): Promise<RoundTrip> {
  const trip = await roundTrip(corpus, inputs, to);
  expect(trip.errors).toEqual({ direct: [], convert: [], converted: [] });
  const { declared, heirs, ...differences } = differencesOf(trip, true);
  expect({ ...differences, declared: [], heirs: [] }).toEqual(none);
  if (declared.length === 0) expect(heirs).toEqual([]);
  if (to === "csdl-json") {
    const faults = Object.entries(faultsIn(trip.text ?? ""));
    expect(faults.filter(([rule]) => !undecided.has(rule))).toEqual([]);
    // A second reading of the document finds those that are reported, and no others.
    expect(trip.broken.toSorted()).toEqual(faults.flatMap(([, elements]) => elements).toSorted());
    const schemas = JSON.parse(trip.text ?? "") as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    for (const name of declared) {
      const dot = name.lastIndexOf(".");
      const type = schemas[name.slice(0, dot)]?.[name.slice(dot + 1)] as Readonly<Record<string, unknown>>;
      const { $Kind, $OpenType, $Key, id, ...rest } = type;
      expect({ $Kind, $OpenType, rest }).toEqual({ $Kind: "EntityType", $OpenType: true, rest: {} });
      expect([$Key, id]).toEqual($Key === undefined ? [undefined, undefined] : [["id"], {}]);
    }
  }
  return trip;
}

describeWithCorpus("reference pages as a converted document", () => {
  it.each(notations)("the five pages give the same types as %s", async (to) => {
    expect((await expectSame(["seeds"], to)).leftOut).toEqual([]);
  });

  it.each(notations)(
    "some pages of each kind give the same types as %s",
    async (to) => {
      const paths = pagePaths().filter((_, index) => index % 40 === 0);
      for (const version of ["beta", "v1.0"])
        await expectSame(
          paths.filter((path) => path.startsWith(version)).map((path) => `docs/api-reference/${path}`),
          to,
        );
    },
    120_000,
  );

  it.runIf(full).each(["v1.0", "beta"].flatMap((version) => notations.map((to) => [version, to] as const)))(
    "all pages of %s give the same types as %s",
    async (version, to) => {
      const { leftOut } = await expectSame([`docs/api-reference/${version}`], to);
      if (to === "csdl-xml") expect(leftOut).toEqual([]);
    },
    300_000,
  );
});
