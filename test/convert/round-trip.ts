/** What `generate` makes of inputs, and of the document that `convert` makes of them. */
import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { convert, formatDiagnostic, generate, type Io, nodeIo, type Notation } from "../../src/index.js";

export interface RoundTrip {
  /** The declarations that inputs give, by file and name, without comments. */
  readonly direct: Declarations;
  readonly converted: Declarations;
  /** The converted document; undefined where there was an error. */
  readonly text: string | undefined;
  /** Errors of `generate` on the inputs, of `convert`, and of `generate` on the document. */
  readonly errors: Readonly<Record<"direct" | "convert" | "converted", readonly string[]>>;
  /** Elements that CSDL JSON has no place for. */
  readonly leftOut: readonly string[];
  /** Elements that break a rule of CSDL, as `convert` says. */
  readonly broken: readonly string[];
}

/** `types.ts User` → the text of the declaration. */
export type Declarations = ReadonlyMap<string, string>;

/** What inputs give directly, which is the same for every notation. */
const directs = new Map<string, ReturnType<typeof generated>>();

/** Lets go of what was kept for another notation. */
export function forgetInputs(): void {
  directs.clear();
}

export async function roundTrip(folder: string, inputs: readonly string[], to: Notation): Promise<RoundTrip> {
  // The converted document stands on no disk, where a link in its path could be followed.
  const base = realpathSync(folder);
  const io = nodeIo(base);
  const key = inputs.join("\n");
  const known = directs.get(key) ?? generated(inputs, io);
  directs.set(key, known);
  const direct = await known;
  const { text, report, sources } = await convert({ inputs, to }, io);
  const said = report.diagnostics.map((diagnostic) => ({
    ...diagnostic,
    printed: formatDiagnostic(diagnostic, sources, { color: false }),
  }));
  const name = `${inputs[0] ?? ""}.converted.${to === "csdl-json" ? "json" : "xml"}`;
  const back = text === undefined ? undefined : await generated([name], withFile(io, resolve(base, name), text));
  return {
    direct: direct.declarations,
    converted: back?.declarations ?? new Map(),
    text,
    errors: {
      direct: direct.errors,
      convert: said.filter(({ severity }) => severity === "error").map(({ printed }) => printed),
      converted: back?.errors ?? [],
    },
    broken: said.flatMap(({ code, message }) => (code === "csdl-rule-broken" ? [message.split(" ", 1)[0] ?? ""] : [])),
    leftOut: said.flatMap(({ code, message }) =>
      code === "json-name-taken" ? [/^The \w+ (\S+) is/.exec(message)?.[1] ?? message] : [],
    ),
  };
}

async function generated(inputs: readonly string[], io: Io) {
  const { output, report, sources } = await generate(
    { inputs, output: "out", emit: ["types", "validators"], runtime: "package", importExtension: "js" },
    io,
  );
  const declarations = output.files
    .filter(({ path }) => path.endsWith(".ts"))
    .flatMap(({ path, text }) => declarationsIn(text).map(([name, code]) => [`${path} ${name}`, code] as const));
  const errors = report.diagnostics
    .filter(({ severity }) => severity === "error")
    .map((diagnostic) => formatDiagnostic(diagnostic, sources, { color: false }));
  return { declarations: new Map(declarations), errors };
}

/** Each declaration from `export` to the next one, without the imports before them. */
function declarationsIn(text: string): readonly (readonly [string, string])[] {
  return withoutComments(text)
    .split(/^(?=export )/m)
    .filter((code) => code.startsWith("export "))
    .map((code) => [
      /^export (?:\w+ )*?(?:type|interface|const|function|class) (\w+)/.exec(code)?.[1] ?? code,
      code.trim(),
    ]);
}

function withoutComments(text: string): string {
  return text
    .split("\n")
    .filter((line) => !/^\s*(?:\/\*\*|\*|\/\/)/.test(line) && line.trim() !== "")
    .map((line) => line.replace(/\/\*\*.*?\*\/\s*/, "").trim())
    .join("\n");
}

/** The file system with one file more. */
function withFile(io: Io, file: string, text: string): Io {
  const bytes = new TextEncoder().encode(text);
  return {
    ...io,
    stat: async (path) => (path === file ? { kind: "file", size: bytes.length } : io.stat(path)),
    realPath: async (path) => (path === file ? file : io.realPath(path)),
    readFile: async (path, limit) => (path === file ? bytes.subarray(0, limit) : io.readFile(path, limit)),
  };
}
