/** How an emitted file calls what other modules export, and the imports that it needs for that. */
import type { QualifiedName } from "../../edm/names.js";
import { code, type Code } from "../../code/code.js";
import { upperFirst } from "../../naming/letter-case.js";
import type { Module } from "../../naming/modules.js";
import type { Names } from "../../naming/names.js";
import type { ViewOptions } from "../options.js";
import { fileOf, importPath, importView, moduleImports, type CodeArtifact, type ImportView } from "./paths.js";

/** An import that is needed at run time (`import-values`) or only by the compiler; the partial is the name of a template. */
export interface TypesImportView extends ImportView {
  readonly partial: "import-types" | "import-values";
}

export interface Imports {
  /** A name that a module exports, as the file calls it. */
  reach(module: Module, exported: Code): Code;
}

function byOrder(a: Module, b: Module): number {
  return a.order - b.order;
}

/** Of a file that imports the same artifact of other modules: `User`, `callRecords.Session`. */
export class ModuleImports implements Imports {
  readonly #own: Module;
  readonly #used = new Set<Module>();

  constructor(own: Module) {
    this.#own = own;
  }

  reach(module: Module, exported: Code): Code {
    if (module === this.#own) return exported;
    this.#used.add(module);
    return code`${module.identifier}.${exported}`;
  }

  /** The imports for what was reached so far, in the order of the modules. */
  views(artifact: CodeArtifact, file: string, options: ViewOptions): readonly ImportView[] {
    return moduleImports([...this.#used].sort(byOrder), artifact, file, options);
  }
}

/** Of a file that imports `types.ts` alone: `types.User`, `types.callRecords.Session`. */
export const entryImports: Imports = importsOfEntry(code`types`);

/** Of a file that imports `writes.ts` alone: `writes.UserCreate`. */
export const writesEntryImports: Imports = importsOfEntry(code`writes`);

function importsOfEntry(root: Code): Imports {
  return {
    reach: ({ flat, identifier }, exported) =>
      flat ? code`${root}.${exported}` : code`${root}.${identifier}.${exported}`,
  };
}

/**
 * Of a file of validators: `types.User`, `typesOfCallRecords.Session`, and likewise for `writes`. Each module is imported
 * by itself, so that a bundle with the members of one enumeration does not hold those of another namespace.
 */
export class TypesImports implements Imports {
  readonly #names: Names;
  readonly #own: Module | undefined;
  readonly #artifact: "types" | "writes";
  readonly #used = new Map<Module, TypesImportView["partial"]>();

  constructor(names: Names, own: Module | undefined, artifact: "types" | "writes" = "types") {
    this.#names = names;
    this.#own = own;
    this.#artifact = artifact;
  }

  reach(module: Module, exported: Code): Code {
    if (!this.#used.has(module)) this.#used.set(module, "import-types");
    return code`${this.#nameOf(module)}.${exported}`;
  }

  /** The array of members of an enumeration: `types.platformValues`. */
  values(name: QualifiedName): Code {
    const module = this.#names.moduleOf(name);
    this.#used.set(module, "import-values");
    return code`${this.#nameOf(module)}.${this.#names.role(name, "values")}`;
  }

  /** The imports for what was reached so far, in the order of the modules. */
  views(file: string, options: ViewOptions): readonly TypesImportView[] {
    const used = [...this.#used].sort(([a], [b]) => byOrder(a, b));
    return used.map(([module, partial]) => ({
      partial,
      ...importView(this.#nameOf(module), importPath(file, fileOf(this.#artifact, module), options)),
    }));
  }

  #nameOf(module: Module): Code {
    const root = this.#artifact as Code;
    return module === this.#own ? root : code`${root}Of${upperFirst(module.identifier) as Code}`;
  }
}
