/** What the tool generates for a model: the schemas of its types, run in memory on the runtime in `src`. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Report } from "../../../src/diagnostics/report.js";
import type { GenerateRequest } from "../../../src/generate.js";
import { nameAll, type Names } from "../../../src/naming/names.js";
import { fileOf } from "../../../src/views/modules/paths.js";
import type { Model } from "../../../src/edm/model.js";
import { outputOf } from "../../laws/output.js";
import { modelOf } from "../../support/model.js";
import { Modules, transpiled, type Exports, type Texts } from "./modules.js";

export interface Issue {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
  readonly expected: string;
  readonly received: string;
}

export interface Schema {
  readonly is: (value: unknown) => boolean;
  readonly validate: (
    value: unknown,
    options?: { readonly maxIssues?: number },
  ) => { readonly ok: boolean; readonly value?: unknown; readonly issues?: readonly Issue[] };
  readonly parse: (value: unknown) => unknown;
}

const source = fileURLToPath(new URL("../../../src", import.meta.url));
const packages = (name: string): string | undefined =>
  /^@odata-codegen\/runtime\/validation(?:-v2)?$/.test(name) ? name.replace("@odata-codegen", "") + ".js" : undefined;

/** Transpiled files of the runtime, by path. */
const runtime = new Map<string, string>();

/** A file of the runtime as JavaScript: `/runtime/validation.js`. */
export function runtimeText(path: string): string | undefined {
  const known = runtime.get(path);
  if (known !== undefined) return known;
  const file = join(source, path.replace(/\.js$/, ".ts"));
  if (!existsSync(file)) return undefined;
  const text = transpiled(readFileSync(file, "utf8"));
  runtime.set(path, text);
  return text;
}

/** Generated files as JavaScript by path, `/out/validators.js`; each is transpiled when it is first asked for. */
export function javaScriptOf(files: Readonly<Record<string, string>>): Texts {
  const done = new Map<string, string>();
  return (path) => {
    const text = files[path.replace(/^\/out\/(.*)\.js$/, "$1.ts")];
    const known = done.get(path) ?? (text === undefined ? undefined : transpiled(text));
    if (known !== undefined) done.set(path, known);
    return known;
  };
}

/** Generated modules; their runtime lies in `/runtime`. */
export function loaded(texts: Texts): Modules {
  // A runtime beside the output is that of the sources, too.
  return new Modules((path) => texts(path) ?? runtimeText(path.replace(/^\/out(?=\/runtime\/)/, "")), packages);
}

/** The schemas of one model. */
export class Generated {
  readonly model: Model;
  readonly names: Names;
  readonly texts: Texts;
  readonly #modules: Modules;

  constructor(model: Model, texts: Texts) {
    this.model = model;
    this.names = nameAll(model, {}, new Report());
    this.texts = texts;
    this.#modules = loaded(texts);
  }

  /** What the module that holds an element exports. */
  exportsOf(element: Parameters<Names["moduleOf"]>[0]): Exports {
    const file = fileOf("validators", this.names.moduleOf(element));
    return this.#modules.load(`/out/${file.replace(/\.ts$/, ".js")}`);
  }

  root(): Exports {
    return this.#modules.load("/out/validators.js");
  }

  /** A schema by its name; undefined where there is none. */
  schema(element: Parameters<Names["moduleOf"]>[0], name: string): Schema | undefined {
    const found = this.exportsOf(element)[name];
    return found === undefined ? undefined : (found as Schema); // every export of that name is one
  }
}

export async function generated(csdl: string, options: Partial<GenerateRequest> = {}): Promise<Generated> {
  const output = await outputOf(csdl, { emit: ["types", "validators"], ...options });
  return new Generated(modelOf({ "metadata.xml": csdl }).model, javaScriptOf(output));
}
