import { code, type Code } from "../../code/code.js";
import type { Operation } from "../../edm/elements.js";
import { groupBy } from "../../edm/grouping.js";
import { isStructured, parametersOf, type Model } from "../../edm/model.js";
import { simpleNameOf, type QualifiedName } from "../../edm/names.js";
import { typeFactsIn } from "../../facts/facts.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import type { ValueFacts } from "../../facts/value-facts.js";
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
    const withRelated = new TypesWithRelated(context);
    for (const { name } of model.structuredTypes)
      this.#give(name, `check${prefixOf(names.moduleOf(name))}${names.type(name)}`);
    for (const name of usage.withDerived) this.#give(variantsKey(name), `${this.type(name)}OrDerived`);
    for (const name of withRelated.names)
      this.#give(newKey(name), `checkNew${prefixOf(names.moduleOf(name))}${names.type(name)}`);
    for (const name of usage.withDerived)
      if (withRelated.hasVariant(name))
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

  /** The same in the place of a check that adds to another one: of complex values. */
  createdOrNothing(name: QualifiedName, { model }: ViewContext): Code {
    const isComplex = model.type(name)?.kind === "ComplexType";
    return isComplex && !this.hasCreated(name) ? code`v.nothing` : this.created(name);
  }

  /**
   * Of what is created by a member, in brackets where that is a collection: related entities, or complex values with
   * some; undefined for other members.
   */
  createdWithin(member: ValueMember, { model, usage }: ViewContext): Code | undefined {
    const { type, underlying } = member;
    if (type === undefined || underlying === undefined) return undefined;
    const isVariable = usage.withDerived.has(underlying);
    const has = isVariable ? this.hasCreatedVariants(underlying) : this.hasCreated(underlying);
    if (!isInserted(member, model) && !(has && isComplexValue(member, model))) return undefined;
    const check = isVariable ? this.createdVariants(underlying) : this.created(underlying);
    return type.collection ? code`[${check}]` : check;
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

/** A property or a parameter. */
type ValueMember = ValueFacts & Partial<Pick<MemberFacts, "kind" | "create">>;

/** The types whose values may be created together with others, which may be related to complex values within them. */
class TypesWithRelated {
  readonly names = new Set<QualifiedName>();
  readonly #model: Model;

  constructor({ model, facts }: ViewContext) {
    this.#model = model;
    const types = model.structuredTypes.map(({ name }) => typeFactsIn(facts, name));
    const holders = groupBy(
      types.flatMap(({ name, members }) => complexTypesIn(members, model).map((type) => ({ type, holder: name }))),
      ({ type }) => type,
    );
    for (const { name, members } of types)
      if (members.some((member) => isInserted(member, model))) this.names.add(name);
    // The set grows while it is walked: each type that is found leads to those with a value of it, or of a base of it.
    for (const name of this.names)
      for (const variant of [name, ...basesOf(name, model)])
        for (const { holder } of holders.get(variant) ?? []) this.names.add(holder);
  }

  /** Whether it is one, or a type derived from it is. */
  hasVariant(name: QualifiedName): boolean {
    return this.names.has(name) || this.#model.derived(name).some((type) => this.names.has(type.name));
  }
}

/** The types of the complex values that are written. */
function complexTypesIn(members: readonly MemberFacts[], model: Model): readonly QualifiedName[] {
  return members.flatMap((member) => (isComplexValue(member, model) ? (member.underlying ?? []) : []));
}

function basesOf(name: QualifiedName, model: Model): readonly QualifiedName[] {
  const type = model.type(name);
  return type !== undefined && isStructured(type) ? model.bases(type).map((base) => base.name) : [];
}

/** Whether the value of a member may be entities that are created with the one that has it (OData JSON Format 4.01 §8.4). */
function isInserted({ kind, create, type }: ValueMember, model: Model): boolean {
  if (kind !== "NavigationProperty" || create === "refused" || type === undefined) return false;
  const target = model.type(type.type);
  return target !== undefined && isStructured(target);
}

/** Whether the value of a member is complex, and written. */
function isComplexValue({ kind, create, underlying }: ValueMember, model: Model): boolean {
  if (kind === "NavigationProperty" || create === "refused" || underlying === undefined) return false;
  return model.type(underlying)?.kind === "ComplexType";
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
