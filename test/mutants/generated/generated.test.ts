import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { outputOf } from "../../laws/output.js";
import { full } from "../../support/full.js";
import { Random } from "../../support/random.js";
import { javaScriptOf, loaded } from "../../validators/support/generated.js";
import { transpiled } from "../../validators/support/modules.js";
import { SEED, worldOf, type World } from "../../validators/support/worlds.js";
import { faultsOf, withFault, type Fault } from "../faults.js";
import { batteryOf, type Trial } from "./battery.js";
import { behaviors } from "./behaviors.js";
import { equivalentReason } from "./equivalents.js";
import { generatedFaults } from "./flag-faults.js";
import { RICH_MODEL } from "./rich-model.js";
import { verdictOf } from "./trial-run.js";

const runtime = fileURLToPath(new URL("../../../src/runtime", import.meta.url));
const folders = ["json", "schemas"];

interface Mutant {
  /** Of the module, as JavaScript. */
  readonly path: string;
  readonly text: string;
  readonly fault: Fault;
}

/** How many faults are tried, of some thousands: always the same. */
const COUNT = 500;

/** The checks of the model and the runtime that they call, with some of their faults. */
async function mutantsOf(): Promise<readonly Mutant[]> {
  const { "validators/checks.ts": checks = "" } = await outputOf(RICH_MODEL, { emit: ["types", "validators"] });
  const files = folders.flatMap((folder) =>
    readdirSync(join(runtime, folder)).map(
      (name) => [`/runtime/${folder}/${name}`, readFileSync(join(runtime, folder, name), "utf8")] as const,
    ),
  );
  const all = [
    ...generatedFaults("checks.ts", checks).map((fault) => ({ path: "/out/validators/checks.js", text: checks, fault })),
    ...files.flatMap(([path, text]) => faultsOf(path, text).map((fault) => ({ path: path.replace(/ts$/, "js"), text, fault }))),
  ];
  return new Random(SEED).shuffled(all).slice(0, COUNT);
}

function placeOf({ path, text, fault }: Mutant): string {
  const line = text.slice(0, fault.start).split("\n").length;
  return `${path.replace(/js$/, "ts")}:${line}  ${fault.what}  ${text.split("\n")[line - 1]?.trim()}`;
}

function failed({ generated }: World, battery: readonly Trial[]): readonly string[] {
  const root = loaded(generated.texts).load("/out/validators.js");
  return battery.flatMap(({ about, holds }) => (holds(root) ? [] : about));
}

describe.skipIf(!full)("validators of a model with everything", () => {
  let world: World;
  let battery: readonly Trial[];
  beforeAll(async () => {
    world = await worldOf(RICH_MODEL);
    battery = new Random(SEED).shuffled([...batteryOf(world), ...behaviors]);
  });

  it("pass the battery", () => {
    expect(battery.length).toBeGreaterThan(5000);
    expect(failed(world, battery)).toEqual([]);
  });

  it("do not pass it with a fault in their code", { timeout: 1_800_000 }, async () => {
    expect(failed(world, battery)).toEqual([]);
    const mutants = await mutantsOf();
    const texts = javaScriptOf(await outputOf(RICH_MODEL, { emit: ["types", "validators"] }));
    const alive = mutants.filter(({ path, text, fault }) => {
      const changed = transpiled(withFault(text, fault));
      return verdictOf(() => loaded((one) => (one === path ? changed : texts(one))), battery) === "alive";
    });
    const unexplained = alive.filter((mutant) => equivalentReason(placeOf(mutant)) === undefined);
    process.stderr.write(
      `${mutants.length} faults, ${alive.length} alive, ${alive.length - unexplained.length} of them equivalent; the others:\n` +
        `${unexplained.map((mutant) => `  ${placeOf(mutant)}\n`).join("")}`,
    );
    const noticeable = mutants.length - (alive.length - unexplained.length);
    expect(unexplained.length / noticeable).toBeLessThanOrEqual(0.1);
  });
});
