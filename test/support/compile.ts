import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

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
  rewriteRelativeImportExtensions: false,
};

export interface CompileOptions {
  readonly emit?: boolean;
  /** Where modules are that no package brings. */
  readonly paths?: Readonly<Record<string, readonly string[]>>;
}

/** Compiles every .ts file of a folder into its `js/`, and gives what the compiler says: nothing when all is well. */
export function compile(
  folder: string,
  compiler: (typeof compilers)[number],
  { emit = false, paths = {} }: CompileOptions = {},
): string {
  const config = {
    compilerOptions: { ...flags, paths, noEmit: !emit, ...(emit && { outDir: "js", rootDir: "." }) },
    include: ["**/*.ts"],
    exclude: ["js"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const bin = fileURLToPath(new URL(`../../node_modules/${compiler}/bin/tsc`, import.meta.url));
  const { stdout, stderr } = spawnSync(process.execPath, [bin, "-p", folder, "--pretty", "false"], {
    encoding: "utf8",
  });
  return `${stdout}${stderr}`.trim();
}
