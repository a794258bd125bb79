import type { Code } from "../../code/code.js";
import type { Operation } from "../../edm/elements.js";
import { parametersOf } from "../../edm/model.js";
import { simpleNameOf, type QualifiedName } from "../../edm/names.js";
import { upperFirst } from "../../naming/letter-case.js";
import type { Module } from "../../naming/modules.js";
import type { ViewContext } from "../view-context.js";

/** The names of the check functions, which stand in one file for all modules. */
export class CheckNames {
  readonly #given = new Map<string | Operation, Code>();
  readonly #taken = new Set<string>();

  constructor({ model, names, usage }: ViewContext) {
    for (const { name } of model.structuredTypes)
      this.#give(name, `check${prefixOf(names.moduleOf(name))}${names.type(name)}`);
    for (const name of usage.withDerived) this.#give(variantsKey(name), `${this.type(name)}OrDerived`);
    for (const operation of model.operations) {
      if (operation.kind !== "Action" || parametersOf(operation).length === 0) continue;
      const prefix = prefixOf(names.moduleOf(operation));
      this.#give(operation, `check${prefix}${names.operation(operation, "parameters")}`);
    }
  }

  type(name: QualifiedName): Code {
    return this.#of(name);
  }

  /** Of a value that may be of a derived type. */
  variants(name: QualifiedName): Code {
    return this.#of(variantsKey(name));
  }

  parameters(operation: Operation): Code {
    return this.#of(operation);
  }

  #of(key: string | Operation): Code {
    const name = this.#given.get(key);
    if (name === undefined)
      throw new RangeError(`no check for ${typeof key === "string" ? key : simpleNameOf(key.name)}`);
    return name;
  }

  #give(key: string | Operation, wanted: string): void {
    let name = wanted;
    while (this.#taken.has(name)) name += "_";
    this.#taken.add(name);
    this.#given.set(key, name as Code); // made of checked names
  }
}

function variantsKey(name: QualifiedName): string {
  return `${name}#variants`;
}

function prefixOf({ flat, identifier }: Module): string {
  return flat ? "" : upperFirst(identifier);
}
