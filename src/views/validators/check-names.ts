import type { Code } from "../../code/code.js";
import type { Operation } from "../../edm/elements.js";
import { isStructured, parametersOf, type Model } from "../../edm/model.js";
import { simpleNameOf, type QualifiedName } from "../../edm/names.js";
import { typeFactsIn } from "../../facts/facts.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import { upperFirst } from "../../naming/letter-case.js";
import type { Module } from "../../naming/modules.js";
import type { ViewContext } from "../view-context.js";

/**
 * The names of the check functions, which stand in one file for all modules. Those of new entities also check the
 * entities that are created with them; they are functions of their own, since they lead to many types.
 */
export class CheckNames {
  readonly #given = new Map<string | Operation, Code>();
  readonly #taken = new Set<string>();

  constructor(context: ViewContext) {
    const { model, names, usage } = context;
    const withRelated = typesWithRelated(context);
    for (const { name } of model.structuredTypes)
      this.#give(name, `check${prefixOf(names.moduleOf(name))}${names.type(name)}`);
    for (const name of usage.withDerived) this.#give(variantsKey(name), `${this.type(name)}OrDerived`);
    for (const name of withRelated)
      this.#give(newKey(name), `checkNew${prefixOf(names.moduleOf(name))}${names.type(name)}`);
    for (const name of usage.withDerived)
      if ([name, ...model.derived(name).map((type) => type.name)].some((type) => withRelated.has(type)))
        this.#give(newKey(variantsKey(name)), `checkNew${prefixOf(names.moduleOf(name))}${names.type(name)}OrDerived`);
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

  /** Of an entity that is created, with the entities that are created with it. */
  created(name: QualifiedName): Code {
    return this.#given.get(newKey(name)) ?? this.type(name);
  }

  /** Of an entity that is created and may be of a derived type. */
  createdVariants(name: QualifiedName): Code {
    return this.#given.get(newKey(variantsKey(name))) ?? this.variants(name);
  }

  /** Whether new entities of the type, or of one derived from it, have a check of their own. */
  hasCreated(name: QualifiedName): boolean {
    return this.#given.has(newKey(name));
  }

  hasCreatedVariants(name: QualifiedName): boolean {
    return this.#given.has(newKey(variantsKey(name)));
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

/** The entity types whose values may be created together with others. */
function typesWithRelated({ model, facts }: ViewContext): ReadonlySet<QualifiedName> {
  const types = model.structuredTypes.filter(({ kind }) => kind === "EntityType");
  return new Set(
    types.flatMap(({ name }) =>
      typeFactsIn(facts, name).members.some((member) => isInserted(member, model)) ? name : [],
    ),
  );
}

/** Whether the value of a member may be entities that are created with the one that has it (OData JSON Format 4.01 §8.4). */
export function isInserted({ kind, create, type }: MemberFacts, model: Model): boolean {
  if (kind !== "NavigationProperty" || create === "refused" || type === undefined) return false;
  const target = model.type(type.type);
  return target !== undefined && isStructured(target);
}

function newKey(key: string): string {
  return `${key}#new`;
}

function variantsKey(name: QualifiedName): string {
  return `${name}#variants`;
}

function prefixOf({ flat, identifier }: Module): string {
  return flat ? "" : upperFirst(identifier);
}
