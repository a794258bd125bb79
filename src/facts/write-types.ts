/** Which structured types are written in another form than their read shape made writable throughout. */
import type { NavigationProperty, Property, StructuredType } from "../edm/elements.js";
import { isStructured, type Model } from "../edm/model.js";
import { isReadOnly, memberAccessOf } from "../vocabularies/access.js";
import { allMembers } from "./members-of.js";
import { isStream } from "./presence.js";
import { isInherited } from "./value-facts.js";

/** A body that creates an entity, also as a parameter of an action, or one that updates it. */
export type WriteShape = "create" | "update";

type Member = Property | NavigationProperty;

const BOTH: readonly WriteShape[] = ["create", "update"];

export class WriteTypes {
  readonly #model: Model;
  readonly #special: ReadonlySet<StructuredType>;

  constructor(model: Model) {
    this.#model = model;
    this.#special = specialTypes(model);
  }

  /**
   * The shapes in which the type of a member is written as it states itself: it has derived types, or members that are
   * written otherwise. An update finds related entities by their keys, which the update shape of their type refuses.
   */
  ownShapesOf(member: Member): readonly WriteShape[] {
    const type = typeOf(member, this.#model);
    if (type === undefined) return [];
    if (hasDerived(type, this.#model)) return BOTH;
    if (!this.#special.has(type)) return [];
    return member.kind === "Property" ? BOTH : ["create"];
  }
}

/** The types with a member that is written otherwise, and those that have a value of such a type in them. */
function specialTypes(model: Model): ReadonlySet<StructuredType> {
  const pending: StructuredType[] = [];
  const holders = new Map<StructuredType, StructuredType[]>();
  for (const type of model.structuredTypes) {
    for (const member of allMembers(type, model)) {
      const held = typeOf(member, model);
      if (isWrittenOtherwise(member) || (held !== undefined && hasDerived(held, model))) pending.push(type);
      else if (held !== undefined) listIn(holders, held).push(type);
    }
  }
  const special = new Set<StructuredType>();
  for (let type = pending.pop(); type !== undefined; type = pending.pop()) {
    if (special.has(type)) continue;
    special.add(type);
    pending.push(...(holders.get(type) ?? []));
  }
  return special;
}

function listIn(lists: Map<StructuredType, StructuredType[]>, type: StructuredType): StructuredType[] {
  const list = lists.get(type) ?? [];
  lists.set(type, list);
  return list;
}

function isWrittenOtherwise(member: Member): boolean {
  if (isInherited(member.name) || isStream(member)) return true;
  const access = memberAccessOf(member);
  if (isReadOnly(access) || access.immutable) return true;
  return member.kind === "NavigationProperty" && member.containsTarget !== true;
}

function typeOf({ type: ref }: Member, model: Model): StructuredType | undefined {
  const type: ReturnType<Model["type"]> = ref && model.type(ref.type);
  return type !== undefined && isStructured(type) ? type : undefined;
}

function hasDerived({ name }: StructuredType, model: Model): boolean {
  return model.derived(name).length > 0;
}
