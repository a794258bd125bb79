import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change, Changes } from "../../src/changes/change.js";
import { overloadName } from "../../src/changes/model/overloads.js";
import { allPaths } from "../../src/edm/find-element.js";
import { isOperation, isStructured, type Model } from "../../src/edm/model.js";
import { documents } from "../laws/document.js";
import { outputOf } from "../laws/output.js";
import { shuffled } from "../laws/shuffle.js";
import { printTree } from "../laws/xml-tree.js";
import { modelOf } from "../support/model.js";
import { mutated } from "./mutate.js";
import { changesOf } from "./two-texts.js";

const runs = (numRuns: number) => ({ seed: 20_260_801, numRuns });

/** Two versions of a service that differ in a few places. */
const versions = fc
  .tuple(documents, fc.integer({ min: 1, max: 2 ** 31 }))
  .map(([tree, seed]) => ({ before: printTree(tree), after: printTree(mutated(tree, seed)) }));

/** Codes with what they are when the versions are swapped. */
const mirrored: readonly (readonly [codes: readonly string[], others: readonly string[]])[] = [
  [["type-added"], ["type-removed"]],
  [["property-added", "property-moved-up"], ["property-removed"]],
  [["member-added"], ["member-removed"]],
  [["path-added"], ["path-removed"]],
  [["property-nullable"], ["property-non-null"]],
  [["type-abstract"], ["type-concrete"]],
  [["capability-added"], ["capability-removed"]],
  [["restriction-added"], ["restriction-removed"]],
  [["export-added"], ["export-removed"]],
  [["deprecated"], ["undeprecated"]],
];

/** Of an operation without its parameters, which differ between the versions. */
function elementsWith({ changes }: Changes, codes: readonly string[]): readonly string[] {
  return changes
    .filter(({ code }) => codes.includes(code))
    .map(({ element }) => element.replace(/\(.*$/, ""))
    .sort();
}

/** Every element that a change can be of. */
function elementsIn(model: Model): ReadonlySet<string> {
  const operations = model.elements.filter(isOperation);
  const inherited = model.elements
    .filter(isStructured)
    .flatMap((type) =>
      model
        .bases(type)
        .flatMap(({ properties, navigationProperties }) =>
          [...properties, ...navigationProperties].map(({ name }) => `${type.name}/${name}`),
        ),
    );
  const children = (model.container?.children ?? []).map(({ name }) => `/${name}`);
  return new Set([
    ...allPaths(model),
    ...inherited,
    ...operations.map(overloadName),
    ...operations.flatMap((operation) => operation.parameters.map(({ name }) => `${overloadName(operation)}/${name}`)),
    ...children,
    ...model.schemas.map(({ namespace }) => namespace),
  ]);
}

/** Of a place, with the path of restrictions below it. */
function isIn(elements: ReadonlySet<string>, { element, code }: Change): boolean {
  if (elements.has(element)) return true;
  const isPath = code === "binding-changed" || /^(capability|restriction)-/.test(code);
  return isPath && [...elements].some((one) => element.startsWith(`${one}/`));
}

/** The files of types and of the client, without comments. */
async function codeOf(text: string): Promise<string> {
  const files = await outputOf(text, { emit: ["types", "client"] });
  return Object.entries(files)
    .map(
      ([path, content]) => `${path}\n${content.replaceAll(/\/\*\*[^]*?\*\/|^\/\/.*$/gm, "").replaceAll(/\s+/g, " ")}`,
    )
    .join("\n");
}

describe("whatever the model", () => {
  it("a version has no changes to itself, whatever the order of its declarations", async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.integer(), async (tree, order) => {
        const [one, other] = [printTree(tree), printTree(shuffled(tree, order))];
        expect(await changesOf(one, other)).toEqual({ changes: [], verdict: "none" });
      }),
      runs(15),
    );
  });

  it("what came one way goes the other way", async () => {
    await fc.assert(
      fc.asyncProperty(versions, async ({ before, after }) => {
        const [there, back] = [await changesOf(before, after), await changesOf(after, before)];
        if (there === undefined || back === undefined) return;
        for (const [codes, others] of mirrored) {
          expect(elementsWith(there, codes)).toEqual(elementsWith(back, others));
          expect(elementsWith(there, others)).toEqual(elementsWith(back, codes));
        }
      }),
      runs(30),
    );
  });

  it("each change is of an element of one of the versions", async () => {
    await fc.assert(
      fc.asyncProperty(versions, async ({ before, after }) => {
        const found = await changesOf(before, after);
        if (found === undefined) return;
        const elements = new Set([before, after].flatMap((text) => [...elementsIn(modelOf({ "a.xml": text }).model)]));
        expect(found.changes.filter((change) => !isIn(elements, change))).toEqual([]);
      }),
      runs(15),
    );
  });

  it("where emitted code differs, a change has an effect on source", async () => {
    let different = 0;
    await fc.assert(
      fc.asyncProperty(versions, async ({ before, after }) => {
        const found = await changesOf(before, after);
        if (found === undefined || (await codeOf(before)) === (await codeOf(after))) return;
        different += 1;
        expect(found.changes.map(({ effects }) => effects.source)).not.toEqual(found.changes.map(() => "none"));
      }),
      runs(25),
    );
    expect(different).toBeGreaterThan(10);
  });
});
