/** What the views of one file are made with. */
import type { QualifiedName } from "../../edm/names.js";
import type { Module } from "../../naming/modules.js";
import { entryImports } from "../modules/imports.js";
import type { Scope } from "../modules/scope.js";
import type { ViewContext } from "../view-context.js";
import type { ReferenceView } from "./schemas-view.js";
import type { SchemaNames, Shape, Wanted } from "./schema-names.js";

/** The schemas that others refer to and nobody exports otherwise, by module; each is made once. */
export class WantedSchemas {
  readonly #known = new Set<string>();
  #open: Wanted[] = [];

  add(wanted: Wanted): void {
    const key = `${wanted.type} ${wanted.shape} ${String(wanted.variants)}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.#open.push(wanted);
  }

  /** Those that were added since the last call. */
  take(): readonly Wanted[] {
    const open = this.#open;
    this.#open = [];
    return open;
  }
}

export class SchemaScope implements Scope {
  readonly context: ViewContext;
  readonly imports = entryImports;
  readonly module: Module;
  readonly names: SchemaNames;
  readonly #wanted: WantedSchemas;

  constructor(context: ViewContext, module: Module, names: SchemaNames, wanted: WantedSchemas) {
    this.context = context;
    this.module = module;
    this.names = names;
    this.#wanted = wanted;
  }

  /** The schema of a type in a shape, which then is one of the output. */
  refer(type: QualifiedName, shape: Shape): ReferenceView {
    const variants = this.context.usage.withDerived.has(type);
    return this.#reach({ type, shape, variants });
  }

  /** The schema of exactly that type. */
  referOne(type: QualifiedName, shape: Shape): ReferenceView {
    return this.#reach({ type, shape, variants: false });
  }

  /** The schema of an enumeration. */
  referMembers(type: QualifiedName): ReferenceView {
    const { names } = this.context;
    return this.names.reach(names.moduleOf(type), names.role(type, "schema"), this.module);
  }

  #reach(wanted: Wanted): ReferenceView {
    this.#wanted.add(wanted);
    return this.names.reach(this.context.names.moduleOf(wanted.type), this.names.constant(wanted), this.module);
  }
}
