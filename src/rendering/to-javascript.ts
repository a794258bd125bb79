import type * as OxcTransform from "oxc-transform";
import { reasonOf } from "../diagnostics/reason-of.js";
import type { Report } from "../diagnostics/report.js";
import type { ViewOptions } from "../views/options.js";
import { breakLines } from "./break-lines.js";
import type { OutputFile } from "./render.js";

/** The part of oxc-transform that is used. */
type Transformer = Pick<typeof OxcTransform, "transformSync">;

interface FormatOptions {
  readonly emitFormat?: "ts" | "js";
  readonly importExtension: ViewOptions["importExtension"];
  /** Whether templates of the user printed the files, so that a fault is theirs. */
  readonly isOwn: boolean;
}

/** Returns the files as they are, or as JavaScript if that is the format. Reports `import-extension-ts`, `transformer-missing`. */
export async function inFormat(
  files: readonly OutputFile[],
  { emitFormat, importExtension, isOwn }: FormatOptions,
  report: Report,
): Promise<readonly OutputFile[]> {
  if (emitFormat !== "js") return files;
  if (importExtension !== "ts") return toJavaScript(files, report, undefined, isOwn);
  report.add("import-extension-ts", { path: "--import-extension ts" }, {});
  return [];
}

/**
 * Converts each `x.ts` to `x.js` and `x.d.ts`; other files stay. oxc-transform is an optional peer dependency, so it is
 * loaded here, and its absence is reported as `transformer-missing`.
 */
export async function toJavaScript(
  files: readonly OutputFile[],
  report: Report,
  load: () => Promise<Transformer> = () => import("oxc-transform"),
  isOwn = false,
): Promise<readonly OutputFile[]> {
  const transformer = await loaded(load, report);
  if (transformer === undefined) return [];
  return files.flatMap((file) =>
    file.path.endsWith(".ts") ? transformed(file, transformer, isOwn ? report : undefined) : [file],
  );
}

async function loaded(load: () => Promise<Transformer>, report: Report): Promise<Transformer | undefined> {
  try {
    return await load();
  } catch (failure) {
    report.add("transformer-missing", { path: "--emit-format js" }, { reason: whyNot(failure) });
    return undefined;
  }
}

/** Node's message for a missing package names the importing file, which does not help a user. */
function whyNot(failure: unknown): string {
  const isMissing = failure instanceof Error && "code" in failure && failure.code === "ERR_MODULE_NOT_FOUND";
  return isMissing ? "it is not installed" : reasonOf(failure);
}

/** With a report, an error is reported there. */
function transformed(
  { path, text }: OutputFile,
  { transformSync }: Transformer,
  report: Report | undefined,
): readonly OutputFile[] {
  const { code, declaration, errors } = transformSync(path, text, {
    target: "es2022",
    typescript: { onlyRemoveTypeImports: true, declaration: {} },
  });
  const [error] = errors;
  if (error !== undefined && report !== undefined) {
    const place = `${path}:${lineOf(text, error.labels[0]?.start ?? 0)}`;
    report.add("template-output-invalid", { path: place }, { problem: error.message });
    return [];
  }
  // Exported declarations have explicit types, so an error here is a bug of the generator.
  if (error !== undefined) throw new Error(`${path}:${lineOf(text, error.labels[0]?.start ?? 0)} ${error.message}`);
  const base = path.replace(/\.ts$/, "");
  return [
    { path: `${base}.js`, text: asModule(withBanner(breakLines(code), text)) },
    { path: `${base}.d.ts`, text: asModule(withBanner(breakLines(declaration ?? ""), text)) },
  ];
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** Restores the comments at the start: the transformer drops them when it drops the statement below. */
function withBanner(code: string, source: string): string {
  const banner = /^(?:\/\/.*\n)*/.exec(source)?.[0] ?? "";
  return code.startsWith(banner) ? code : `${banner}${code}`;
}

/** Adds an export where there is none, since TypeScript imports a declaration file only if it is a module. */
function asModule(code: string): string {
  return /^(?:import|export)\b/m.test(code) ? code : `${code.trimEnd()}\nexport {};\n`;
}
