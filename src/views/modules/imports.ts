/** How an emitted file calls what other files export, and the imports that it needs for that. */
import { code, type Code } from "../../code/code.js";
import { upperFirst } from "../../naming/letter-case.js";
import type { Module } from "../../naming/modules.js";
import type { ViewOptions } from "../options.js";
import { fileOf, importPath, importView, moduleImports, type CodeArtifact, type ImportView } from "./paths.js";

export interface Imports {
  /** A name that a module exports, as the file calls it. */
  reach(artifact: CodeArtifact, module: Module, exported: Code): Code;
}

function byOrder(a: Module, b: Module): number {
  return a.order - b.order;
}

/** Of a file that imports the flat ones alone: `types.User`, `types.callRecords.Session`, `writes.UserCreate`. */
export const entryImports: Imports = {
  reach: (artifact, { flat, identifier }, exported) =>
    flat ? code`${artifact as Code}.${exported}` : code`${artifact as Code}.${identifier}.${exported}`,
};

/** The names that `index.ts` exports: `User`, `UserCreate`, `callRecords.Session`. */
export const indexImports: Imports = {
  reach: (_, { flat, identifier }, exported) => (flat ? exported : code`${identifier}.${exported}`),
};

/** Of a file that imports the same artifact of other modules: `UserCreate`, `callRecords.SessionCreate`, `types.User`. */
export class ModuleImports implements Imports {
  readonly #own: Module;
  readonly #artifact: CodeArtifact;
  readonly #used = new Set<Module>();

  constructor(own: Module, artifact: CodeArtifact) {
    this.#own = own;
    this.#artifact = artifact;
  }

  reach(artifact: CodeArtifact, module: Module, exported: Code): Code {
    if (artifact !== this.#artifact) return entryImports.reach(artifact, module, exported);
    if (module === this.#own) return exported;
    this.#used.add(module);
    return code`${module.identifier}.${exported}`;
  }

  /** The imports for what was reached so far, in the order of the modules. */
  views(file: string, options: ViewOptions): readonly ImportView[] {
    return moduleImports([...this.#used].sort(byOrder), this.#artifact, file, options);
  }
}

/** An import that is needed at run time (`import-values`) or only by the compiler; the partial is the name of a template. */
export interface FileImportView extends ImportView {
  readonly partial: "import-types" | "import-values";
}

/** What a file of validators imports, in the order of the imports. */
const CHECKED: readonly CodeArtifact[] = ["types", "values", "responses", "writes"];

/**
 * Of a file of validators: `types.User`, `typesOfCallRecords.Session`, and likewise for `writes`. Each module is imported
 * by itself, so that a bundle with the members of one enumeration does not hold those of another namespace.
 */
export class FileImports implements Imports {
  readonly #own: Module | undefined;
  readonly #used = new Map<CodeArtifact, Set<Module>>(CHECKED.map((artifact) => [artifact, new Set()]));

  constructor(own: Module | undefined) {
    this.#own = own;
  }

  reach(artifact: CodeArtifact, module: Module, exported: Code): Code {
    this.#used.get(artifact)?.add(module);
    return code`${this.#nameOf(artifact, module)}.${exported}`;
  }

  /** The imports for what was reached so far, in the order of the modules. */
  views(file: string, options: ViewOptions): readonly FileImportView[] {
    return [...this.#used].flatMap(([artifact, modules]) =>
      [...modules].sort(byOrder).map((module) => ({
        partial: artifact === "values" ? "import-values" : "import-types",
        ...importView(this.#nameOf(artifact, module), importPath(file, fileOf(artifact, module), options)),
      })),
    );
  }

  #nameOf(artifact: CodeArtifact, module: Module): Code {
    const root = artifact as Code;
    return module === this.#own ? root : code`${root}Of${upperFirst(module.identifier) as Code}`;
  }
}
