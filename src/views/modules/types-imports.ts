/** How a file of validators calls what the types modules export: each module is imported for itself, so that a bundle
 * that uses members of one enumeration does not hold those of another namespace. */
import { namespaceOf, type QualifiedName } from "../../edm/names.js";
import { code, type Code } from "../../code/code.js";
import { upperFirst, type Module, type Names } from "../../naming/names.js";
import type { ViewOptions } from "../options.js";
import { fileOf, importPath } from "./paths.js";

export interface TypesImportView {
  /** The partial decides whether anything is left of it at run time; it is the name of a template. */
  readonly partial: "import-types" | "import-values";
  readonly name: Code;
  readonly path: string;
}

export class TypesImports {
  readonly #names: Names;
  readonly #own: Module | undefined;
  readonly #used = new Map<Module, TypesImportView["partial"]>();

  constructor(names: Names, own: Module | undefined) {
    this.#names = names;
    this.#own = own;
  }

  /** A type of the namespace: `types.User`, `typesOfCallRecords.Session`. */
  type(namespace: string, exported: Code): Code {
    const module = this.#names.moduleOf(namespace);
    if (!this.#used.has(module)) this.#used.set(module, "import-types");
    return code`${this.#nameOf(module)}.${exported}`;
  }

  /** The array of members of an enumeration: `types.platformValues`. */
  values(name: QualifiedName): Code {
    const module = this.#names.moduleOf(namespaceOf(name));
    this.#used.set(module, "import-values");
    return code`${this.#nameOf(module)}.${this.#names.role(name, "values")}`;
  }

  /** What the file has to import for all that was asked for so far. */
  views(file: string, options: ViewOptions): readonly TypesImportView[] {
    return this.#names.modules.flatMap((module) => {
      const partial = this.#used.get(module);
      const path = importPath(file, fileOf("types", module), options);
      return partial === undefined ? [] : [{ partial, name: this.#nameOf(module), path }];
    });
  }

  #nameOf(module: Module): Code {
    return module === this.#own ? code`types` : code`typesOf${upperFirst(module.identifier) as Code}`;
  }
}
