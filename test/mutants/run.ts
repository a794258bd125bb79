import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Random } from "../support/random.js";
import { drawMutants, type Mutant, sourceFiles } from "./draw.js";
import { RelatedTests } from "./related.js";
import { Laboratory, type Outcome } from "./trial.js";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "150" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "src" },
    changed: { type: "string" },
    limit: { type: "string", default: "300" },
    corpus: { type: "boolean", default: false },
    list: { type: "boolean", default: false },
  },
});

const root = fileURLToPath(new URL("../../", import.meta.url));
const paths = sourceFiles(root, values.only, values.changed);
const mutants = drawMutants(root, paths, Number(values.count), new Random(Number(values.seed)));

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function placeOf({ path, line, fault }: Mutant): string {
  return `${path}:${line}  ${fault.what}`;
}

if (values.list) for (const mutant of mutants) print(placeOf(mutant));
else await tryAll();

async function tryAll(): Promise<void> {
  const laboratory = new Laboratory(root, new RelatedTests(root), {
    limit: Number(values.limit),
    withCorpus: values.corpus,
  });
  process.once("SIGINT", () => {
    laboratory.close();
    process.exit(130);
  });
  const tried: { readonly mutant: Mutant; readonly outcome: Outcome }[] = [];
  try {
    for (const mutant of mutants) {
      const outcome = await laboratory.try(mutant);
      tried.push({ mutant, outcome });
      print(`${outcome.padEnd(8)}  ${placeOf(mutant)}`);
    }
  } finally {
    laboratory.close();
  }
  const survivors = tried.filter(({ outcome }) => outcome === "survived");
  const refused = tried.filter(({ outcome }) => outcome === "refused").length;
  const compiled = tried.length - refused;
  print(`\nSurvivors, each to be read:\n${survivors.map(({ mutant }) => `  ${placeOf(mutant)}`).join("\n")}`);
  print(
    `${tried.length} faults (seed ${values.seed}): the compiler refuses ${refused}; ` +
      `of ${compiled} that compile, tests notice ${share(compiled - survivors.length, compiled)}; ` +
      `together ${share(tried.length - survivors.length, tried.length)}.`,
  );
}

function share(part: number, whole: number): string {
  return `${part} (${((100 * part) / whole).toFixed(1)} %)`;
}
