import type * as TsMorph from "ts-morph";
import type { OutputFile } from "./render.js";

/** TypeScript files as JavaScript, without a check of their types. The compiler is loaded only here. */
export async function withoutTypes(files: readonly OutputFile[]): Promise<readonly OutputFile[]> {
  const { ts }: typeof TsMorph = await import("ts-morph");
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
  };
  return files.map(({ path, text }) => ({
    path: path.replace(/\.ts$/, ".js"),
    text: ts.transpileModule(text, { compilerOptions }).outputText,
  }));
}
