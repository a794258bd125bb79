import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type * as TypeScript from "typescript";
import { nativeCompiler } from "./native-compiler.js";

/** The compilers that generated code has to pass, by the package each is installed as. */
export const compilers = ["typescript-5.9", "typescript", "typescript-7.0"] as const;

/** The flags that generated code has to pass, and those that projects commonly add. No DOM and no Node: the runtime needs neither. */
const flags = {
  target: "es2022",
  lib: ["es2022"],
  types: [],
  module: "nodenext",
  moduleResolution: "nodenext",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
  skipLibCheck: false,
  // The declarations of the language itself are TypeScript's; all others are checked.
  skipDefaultLibCheck: true,
  rewriteRelativeImportExtensions: false,
};

export interface CompileOptions {
  readonly emit?: boolean;
  /** Whether variables may be unused, as they are in a text about them. */
  readonly unusedLocals?: boolean;
  /** The libraries of the language; by default neither those of browsers nor of Node. */
  readonly lib?: readonly string[];
  /** Where modules are that no package brings. */
  readonly paths?: Readonly<Record<string, readonly string[]>>;
}

/** Compiles every .ts file of a folder into its `js/`, and gives what the compiler says: nothing when all is well. */
export function compile(
  folder: string,
  compiler: (typeof compilers)[number],
  { emit = false, unusedLocals = false, lib = flags.lib, paths = {} }: CompileOptions = {},
): string {
  const config = {
    compilerOptions: {
      ...flags,
      lib,
      noUnusedLocals: !unusedLocals,
      paths,
      noEmit: !emit,
      ...(emit && { outDir: "js", rootDir: "." }),
    },
    include: ["**/*.ts"],
    exclude: ["js"],
  };
  const configFile = join(folder, "tsconfig.json");
  writeFileSync(configFile, JSON.stringify(config));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  refuseUnchecked(folder);
  return (compiler === "typescript-7.0" ? runNative(folder) : runInProcess(compiler, configFile)).trim();
}

/** A compiler reports nothing of a file with this directive. */
function refuseUnchecked(folder: string): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (path.endsWith(".ts") && /^\/\/ @ts-nocheck$/m.test(readFileSync(join(folder, path), "utf8")))
      throw new Error(`${join(folder, path)} is compiled unchecked: generate it with tsNocheck "never"`);
  }
}

const require = createRequire(import.meta.url);

function runNative(folder: string): string {
  const { stdout, stderr, error } = spawnSync(
    nativeCompiler(),
    ["-p", folder, "--pretty", "false", "--singleThreaded"],
    {
      encoding: "utf8",
    },
  );
  if (error !== undefined) throw error;
  return `${stdout}${stderr}`;
}

/** The declarations of the language, which each program of a compiler shares, by path. */
const libraries = new Map<string, TypeScript.SourceFile | undefined>();

function runInProcess(compiler: string, configFile: string): string {
  const ts = require(compiler) as typeof TypeScript;
  const { config } = ts.readConfigFile(configFile, ts.sys.readFile) as { readonly config: unknown };
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(
    config,
    ts.sys,
    dirname(configFile),
    undefined,
    configFile,
  );
  const host = ts.createCompilerHost(options);
  const libraryFolder = dirname(ts.getDefaultLibFilePath(options));
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...rest) => {
    if (!path.startsWith(libraryFolder)) return read(path, ...rest);
    if (!libraries.has(path)) libraries.set(path, read(path, ...rest));
    return libraries.get(path);
  };
  const program = ts.createProgram(fileNames, options, host);
  const diagnostics = [...errors, ...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics];
  return ts.formatDiagnostics(ts.sortAndDeduplicateDiagnostics(diagnostics), host);
}
