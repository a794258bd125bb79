/** TypeScript modules in memory: transpiled and run when they are first required. */
import { dirname, join } from "node:path/posix";
import { compileFunction } from "node:vm";
import ts from "typescript";

export type Exports = Readonly<Record<string, unknown>>;

/** The text of a module by its path; undefined where there is none. */
export type Texts = (path: string) => string | undefined;

export function transpiled(text: string): string {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, removeComments: true };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}

export class Modules {
  readonly #texts: Texts;
  readonly #loaded = new Map<string, Exports>();

  readonly #packages: (name: string) => string | Exports | undefined;

  /** `texts` gives JavaScript, as {@link transpiled} does; `packages` the path of a module of a package, or what it exports. */
  constructor(texts: Texts, packages: (name: string) => string | Exports | undefined = () => undefined) {
    this.#texts = texts;
    this.#packages = packages;
  }

  load(path: string): Exports {
    const known = this.#loaded.get(path);
    if (known !== undefined) return known;
    const text = this.#texts(path);
    if (text === undefined) throw new RangeError(`no module ${path}`);
    const exports: Exports = {};
    this.#loaded.set(path, exports);
    const require = (name: string): Exports => {
      const found = name.startsWith(".") ? join(dirname(path), name) : (this.#packages(name) ?? name);
      return typeof found === "string" ? this.load(found) : found;
    };
    compileFunction(text, ["exports", "require"], { filename: path })(exports, require);
    return exports;
  }
}
