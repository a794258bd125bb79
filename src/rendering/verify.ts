import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { posix, resolve } from "node:path";
import { packageRoot } from "../installation/package.js";
import type * as TsMorph from "ts-morph";
import { pathName } from "../diagnostics/path-name.js";
import { at, type Sources } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import { MAPPED_FILE } from "../views/mapping/mapped-types.js";
import type { OutputFile } from "./render.js";

export interface VerifyRequest {
  readonly files: readonly OutputFile[];
  /** The output folder: absolute, or relative to `cwd`. */
  readonly folder: string;
  readonly cwd: string;
  /** Whether templates of the user printed the files, so that an error is theirs. */
  readonly isOwn?: boolean;
  /** What the output imports beside itself. */
  readonly imported?: ImportedModules;
}

export interface ImportedModules {
  /** Files by their path from the output folder. */
  readonly files: readonly OutputFile[];
  /** Packages, of which nothing is known: every type that they export is taken to fit. */
  readonly packages: readonly { readonly name: string; readonly types: readonly string[] }[];
}

/** Folders of the in-memory file system: the output, and the package that it may import. */
const OUTPUT = "output";
const PACKAGE = "/node_modules/@odata-codegen/runtime";

/**
 * Type-checks the output in memory under strict compiler options. Reports each error of the compiler as
 * `verify-failed` at its position, and adds the files with errors to `sources`. Throws a RangeError for a file of the
 * tool with `@ts-nocheck`, of which the compiler reports nothing.
 */
export function verify(
  { files, folder, cwd, isOwn = false, imported = NOTHING }: VerifyRequest,
  sources: Sources,
  report: Report,
): void {
  const unchecked = files.find(({ text }) => /^\/\/ @ts-nocheck$/m.test(text));
  if (unchecked !== undefined && !isOwn) throw new RangeError(`${unchecked.path} has @ts-nocheck`);
  const root = rootFor(imported);
  const texts = new Map(files.map(({ path, text }) => [`${root}/${path}`, { path, text }]));
  const added = new Map<string, ReturnType<Sources["add"]>>();
  for (const { file, start, code, problem } of typeErrors(root, files, imported)) {
    const output = texts.get(file);
    const name = pathName(resolve(cwd, folder, output?.path ?? "."), folder, cwd);
    if (output !== undefined && !added.has(file)) added.set(file, sources.add(name, output.text));
    const source = added.get(file);
    const place = source === undefined ? { path: name } : at(source, start);
    const isMapped = output?.path.replace(/(?:\.d)?\.ts$/, ".ts") === MAPPED_FILE;
    if (isMapped) report.add("type-mapping-unfit", place, { code, problem });
    else if (isOwn) report.add("template-output-invalid", place, { problem: `TS${code}: ${problem}` });
    else report.add("verify-failed", place, { code, problem });
  }
}

interface TypeError {
  /** Path in the in-memory file system; empty when the compiler names no file. */
  readonly file: string;
  readonly start: number;
  readonly code: number;
  readonly problem: string;
}

/** Deep enough for all paths from the output to end in the file system. */
function rootFor({ files }: ImportedModules): string {
  const depths = files.map(({ path }) => path.split("../").length - 1);
  return `/${"up/".repeat(Math.max(0, ...depths))}${OUTPUT}`;
}

function typeErrors(root: string, files: readonly OutputFile[], imported: ImportedModules): readonly TypeError[] {
  // Loaded on use. `require` takes half the time that `import` takes.
  const { Project, ts } = createRequire(import.meta.url)("ts-morph") as typeof TsMorph;
  const project = new Project({ useInMemoryFileSystem: true, compilerOptions: strictOptions(ts) });
  for (const { path, text } of packageFiles()) project.getFileSystem().writeFileSync(`${PACKAGE}/${path}`, text);
  for (const { path, text } of files) if (path.endsWith(".ts")) project.createSourceFile(`${root}/${path}`, text);
  const modules = new Set(imported.files.map(({ path }) => posix.join(root, path)));
  for (const { path, text } of imported.files) project.createSourceFile(posix.join(root, path), text);
  project.createSourceFile("/packages.d.ts", imported.packages.map(declarationOf).join("\n"));
  const errors = project
    .getPreEmitDiagnostics()
    .filter((error) => !modules.has(error.getSourceFile()?.getFilePath() ?? ""));
  return errors.map(({ compilerObject: { file, start, code, messageText } }) => ({
    file: file?.fileName ?? "",
    start: start ?? 0,
    code,
    problem: ts.flattenDiagnosticMessageText(messageText, " ").replaceAll(/\s+/g, " ").replace(/\.$/, ""),
  }));
}

const NOTHING: ImportedModules = { files: [], packages: [] };

function declarationOf({ name, types }: ImportedModules["packages"][number]): string {
  const exported = types.map((type) => `export type ${type} = any;`);
  return `declare module ${JSON.stringify(name)} { ${exported.join(" ")} }`;
}

/** No types of browsers or Node, which the output does not need. Bundler resolution accepts any import extension. */
function strictOptions({ ModuleKind, ModuleResolutionKind, ScriptTarget }: typeof TsMorph.ts): TsMorph.CompilerOptions {
  return {
    target: ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    types: [],
    module: ModuleKind.ESNext,
    moduleResolution: ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    erasableSyntaxOnly: true,
  };
}

/** The declarations of `@odata-codegen/runtime`, of which this package has a copy. */
function packageFiles(): readonly OutputFile[] {
  const folder = new URL("dist/runtime/", packageRoot);
  const paths = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  return paths
    .filter((path) => path.endsWith(".d.ts"))
    .map((path) => path.replaceAll("\\", "/"))
    .map((path) => ({ path, text: readFileSync(new URL(path, folder), "utf8") }));
}
