/** One emitted file of a module: how it calls types, and which other files it needs for that. */
import type { EdmType, Model } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { code, type Code } from "../../code/code.js";
import type { Module, Names } from "../../naming/names.js";
import type { Usage } from "../../facts/usage.js";
import type { ViewContext } from "../view-context.js";

/** The import of another module's file, e.g. `import type * as callRecords from "./types/callRecords.js"`. */
export interface ImportView {
  readonly name: Code;
  readonly path: string;
}

export class Scope {
  readonly model: Model;
  readonly names: Names;
  readonly module: Module;
  readonly usage: Usage;
  readonly #used = new Set<Module>();

  constructor({ model, names, usage }: ViewContext, module: Module) {
    this.model = model;
    this.names = names;
    this.usage = usage;
    this.module = module;
  }

  /** The type of that name, or undefined where it was not loaded. */
  type(name: QualifiedName): EdmType | undefined {
    return this.model.type(name);
  }

  /** A name that the module of `owner` exports, as this file calls it. */
  reach(owner: QualifiedName, exported: Code): Code {
    const module = this.names.moduleWith(owner);
    if (module === this.module) return exported;
    this.#used.add(module);
    return code`${module.identifier}.${exported}`;
  }

  /** Other modules that were reached, in the order of the modules. */
  get used(): readonly Module[] {
    return this.names.modules.filter((module) => this.#used.has(module));
  }
}
