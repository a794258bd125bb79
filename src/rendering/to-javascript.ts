import type * as OxcTransform from "oxc-transform";
import { reasonOf } from "../diagnostics/reason-of.js";
import type { Report } from "../diagnostics/report.js";
import type { ViewOptions } from "../views/options.js";
import type { OutputFile } from "./render.js";

/** What is used of the package oxc-transform. */
type Transformer = Pick<typeof OxcTransform, "transformSync">;

/** What decides how the output is written. */
interface FormatOptions {
  readonly emitFormat?: "ts" | "js";
  readonly importExtension: ViewOptions["importExtension"];
}

/** The output as it is asked for: TypeScript as it was rendered, or JavaScript made of it. */
export async function inFormat(
  files: readonly OutputFile[],
  { emitFormat, importExtension }: FormatOptions,
  report: Report,
): Promise<readonly OutputFile[]> {
  if (emitFormat !== "js") return files;
  if (importExtension !== "ts") return toJavaScript(files, report);
  report.add("import-extension-ts", { path: "--import-extension ts" }, {});
  return [];
}

/**
 * The same output as JavaScript and declarations: `x.ts` becomes `x.js` and `x.d.ts`. A compiler reads declarations at
 * a fraction of the cost of the code. The transformer is a package that is needed for this alone, so it is not
 * installed with the tool, and loaded only here.
 */
export async function toJavaScript(
  files: readonly OutputFile[],
  report: Report,
  load: () => Promise<Transformer> = () => import("oxc-transform"),
): Promise<readonly OutputFile[]> {
  const transformer = await loaded(load, report);
  if (transformer === undefined) return [];
  // Data is as it is.
  return files.flatMap((file) => (file.path.endsWith(".ts") ? transformed(file, transformer) : [file]));
}

async function loaded(load: () => Promise<Transformer>, report: Report): Promise<Transformer | undefined> {
  try {
    return await load();
  } catch (failure) {
    report.add("transformer-missing", { path: "--emit-format js" }, { reason: whyNot(failure) });
    return undefined;
  }
}

/** Node's own words name the file that asks for it, which says nothing to a user. */
function whyNot(failure: unknown): string {
  const isMissing = failure instanceof Error && "code" in failure && failure.code === "ERR_MODULE_NOT_FOUND";
  return isMissing ? "it is not installed" : reasonOf(failure);
}

function transformed({ path, text }: OutputFile, { transformSync }: Transformer): readonly OutputFile[] {
  const { code, declaration, errors } = transformSync(path, text, {
    target: "es2022",
    typescript: { onlyRemoveTypeImports: true, declaration: {} },
  });
  const [error] = errors;
  // Every declaration of the output says its type, so an error here is none of the user's.
  if (error !== undefined) throw new Error(`${path}:${lineOf(text, error.labels[0]?.start ?? 0)} ${error.message}`);
  const base = path.replace(/\.ts$/, "");
  return [
    { path: `${base}.js`, text: asModule(withBanner(code, text)) },
    { path: `${base}.d.ts`, text: asModule(withBanner(declaration ?? "", text)) },
  ];
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** The transformer drops a comment along with the statement that it stands before. */
function withBanner(code: string, source: string): string {
  const [banner = ""] = source.split("\n", 1);
  return !banner.startsWith("//") || code.startsWith(banner) ? code : `${banner}\n${code}`;
}

/** A namespace without anything to export is imported all the same; a declaration file that exports nothing is no module. */
function asModule(code: string): string {
  return /^(?:import|export)\b/m.test(code) ? code : `${code.trimEnd()}\nexport {};\n`;
}
