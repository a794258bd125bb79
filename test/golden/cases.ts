import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import {
  convert,
  type ConvertResult,
  formatDiagnostic,
  generate,
  type GenerateRequest,
  nodeIo,
  type Notation,
} from "../../src/index.js";
import { contentOf } from "../support/temporary-folder.js";

const root = fileURLToPath(new URL("./", import.meta.url));
const settingsFile = "case.json";

/** What `case.json` may hold; without the file, everything is emitted from all inputs and `types.ts` and `writes.ts` are shown. */
interface Settings {
  /** The output files that the folder shows. */
  readonly files?: readonly string[];
  /** The inputs that are named on the command line; by default all input files of the folder. */
  readonly inputs?: readonly string[];
  /** Whether each input alone has to give what the folder shows. */
  readonly each?: boolean;
  /** Options of `generate`, or of `convert`. */
  readonly options?: Partial<GenerateRequest>;
  /** The notation that `convert` writes, in the place of `generate`. */
  readonly convert?: Notation;
}

/** Texts by their path below a folder. */
export type Files = Readonly<Record<string, string>>;

export interface GoldenCase {
  readonly name: string;
  readonly folder: string;
  readonly settings: Settings;
  /** All input files of the folder. */
  readonly inputs: readonly string[];
  /** The inputs of each run that has to give the expected files. */
  readonly runs: readonly (readonly string[])[];
  readonly expected: Files;
}

/** What one run gives. */
export interface Outcome {
  /** Every file that it would write. */
  readonly files: Files;
  /** Those of them that the folder shows, with the diagnostics. */
  readonly shown: Files;
  /** The inputs that it read, those it found by reference too. */
  readonly read: readonly string[];
}

/** An input is named `input.xml`, `input-<something>.json` or the like, or is a page in markdown. */
const isInput = (path: string) => /^input[^/]*\.(xml|json)$|\.md$/.test(path);

/** The cases in the order of their names: every entry beside the tests is one. */
export function goldenCases(): readonly GoldenCase[] {
  const names = readdirSync(root).filter((name) => !name.endsWith(".ts"));
  return names.toSorted().map(goldenCase);
}

function goldenCase(name: string): GoldenCase {
  const folder = join(root, name);
  const content = contentOf(folder);
  const settings = readSettings(name, content[settingsFile] ?? "{}");
  const inputs = Object.keys(content).filter(isInput).toSorted();
  const named = settings.inputs ?? inputs;
  const expected = Object.entries(content).filter(([path]) => path !== settingsFile && !isInput(path));
  return {
    name,
    folder,
    settings,
    inputs,
    runs: settings.each === true ? named.map((input) => [input]) : [named],
    expected: Object.fromEntries(expected),
  };
}

const settingNames: readonly string[] = ["files", "inputs", "each", "options", "convert"] satisfies (keyof Settings)[];

function readSettings(name: string, text: string): Settings {
  const settings = JSON.parse(text) as Settings;
  const unknown = Object.keys(settings).filter((key) => !settingNames.includes(key));
  if (unknown.length > 0)
    throw new Error(`test/golden/${name}/${settingsFile} has unknown keys: ${unknown.join(", ")}`);
  return settings;
}

/** Runs a case over the inputs in the order given. What the run reports is shown as `diagnostics.txt`, always. */
export async function outcomeOf({ folder, settings }: GoldenCase, inputs: readonly string[]): Promise<Outcome> {
  const { files, read, diagnostics } = await run(folder, settings, inputs);
  const { files: chosen = settings.convert === undefined ? ["types.ts", "writes.ts"] : Object.keys(files) } = settings;
  const shown = Object.fromEntries(Object.entries(files).filter(([path]) => chosen.includes(path)));
  return {
    files,
    shown: { ...shown, ...(diagnostics !== "" && { "diagnostics.txt": diagnostics }) },
    read: read.map((path) => relative(folder, path)),
  };
}

async function run(folder: string, settings: Settings, inputs: readonly string[]) {
  const io = nodeIo(folder);
  if (settings.convert !== undefined) {
    const result = await convert({ ...settings.options, inputs, to: settings.convert }, io);
    const files: Files = result.text === undefined ? {} : { [settings.convert.replace("-", ".")]: result.text };
    return { files, read: result.paths, diagnostics: diagnosticsOf(result) };
  }
  const request = {
    inputs,
    output: "out",
    emit: ["types", "validators", "client", "operations", "examples"],
    runtime: "package",
    importExtension: "js",
    ...settings.options,
  } as const;
  const result = await generate(request, io);
  const files: Files = Object.fromEntries(result.output.files.map(({ path, text }) => [path, text]));
  return { files, read: result.output.inputs, diagnostics: diagnosticsOf(result) };
}

/** The diagnostics as text, in the order of files and lines, with a line break at the end of each. */
function diagnosticsOf({ report, sources }: Pick<ConvertResult, "report" | "sources">): string {
  const byNumber = new Intl.Collator("en", { numeric: true });
  return report.diagnostics
    .map((diagnostic) => `${formatDiagnostic(diagnostic, sources, { color: false })}\n`)
    .toSorted((a, b) => byNumber.compare(a, b))
    .join("");
}

/** Makes the expected files of a case those that its first run gives. */
export function rewrite({ folder, expected }: GoldenCase, shown: Files): void {
  for (const path of Object.keys(expected)) rmSync(join(folder, path));
  for (const [path, text] of Object.entries(shown)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
