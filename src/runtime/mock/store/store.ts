/** The state of the service: sets and singletons, and how entities are related. It is made when it is asked for first. */
import { containedOf, entitiesOf, entityOf, linksOf } from "../data/data.js";
import type { Entity } from "../query/contract.js";
import { isDerived, keyNames, membersOf, own } from "../query/names.js";
import type { MockNavigation, MockService } from "../service.js";
import { structuredCopy } from "./copy.js";
import { navigationIn, propertyIn, put, valueAtPath } from "./members.js";
import { Records } from "./records.js";
import type { Rows } from "./rows.js";
import { seedsOf } from "./seeds.js";
import { snapshotOf } from "./snapshot.js";
import { byForeignKeys, hasForeignKeys, targetNameOf } from "./targets.js";

export interface StoreOptions {
  readonly data: Readonly<{ [child: string]: unknown }>;
  readonly seed: number;
  /** The number of entities in a set. */
  readonly count: number;
}

export class Store extends Records {
  readonly #options: StoreOptions;
  readonly #rows = new Map<string, Rows>();

  constructor(service: MockService, options: StoreOptions) {
    super({ service, seed: options.seed });
    this.#options = options;
  }

  /** The entities of a set or singleton; undefined where the service has none of the name. */
  child(name: string): Rows | undefined {
    const known = this.#rows.get(name);
    const child = own(this.service.children, name);
    if (known !== undefined || child === undefined || child.kind === "import") return known;
    const rows: Rows = {
      path: name,
      seedPath: name,
      template: `/${name}`,
      type: child.type,
      single: child.kind === "singleton",
      child,
      bindingPath: "",
      items: [],
    };
    this.#rows.set(name, rows);
    const given = own(this.#options.data, name);
    if (given !== undefined) this.replace(rows, listOf(given));
    else if (rows.single) this.#seed(rows, [entityOf(rows.type, name, this.data)]);
    else this.#seed(rows, entitiesOf(name, this.#options.count, this.data));
    return rows;
  }

  /** Replaces what rows hold by copies. */
  replace(rows: Rows, entities: readonly Entity[]): void {
    rows.items.length = 0;
    for (const entity of entities) this.add(rows, structuredCopy(entity), "given");
  }

  #seed(rows: Rows, made: readonly Entity[]): void {
    for (const entity of seedsOf(rows, made, this.data)) this.add(rows, entity, "made");
    for (const entity of rows.items) this.#constrain(entity);
  }

  /** Gives back what goes to the state of now. */
  snapshot(): () => void {
    const { length } = this.changes;
    const back = snapshotOf(this.#rows, (entity) => this.record(entity));
    return () => {
      back();
      this.changes.length = length;
    };
  }

  /** Gives properties the values of those of related entities that they stand for (ReferentialConstraint). */
  #constrain(entity: Entity): void {
    const { rows } = this.record(entity);
    const type = this.typeOf(entity);
    const keys = keyNames(this.service, type);
    for (const [name, member] of membersOf(this.service, type)) {
      if (!member.navigation || !hasForeignKeys(member)) continue;
      const isKey = Object.keys(member.constraints ?? {}).some((property) => keys.includes(property));
      if (isKey && rows.items.length > 1) continue;
      const target = this.related(entity, name);
      if (target !== null && !Array.isArray(target)) setForeignKeys(entity, member, target);
    }
  }

  /** What an entity contains; undefined for references to entities elsewhere. */
  containedRows(entity: Entity, name: string): Rows | undefined {
    const navigation = this.navigation(entity, name);
    if (navigation === undefined || this.#place(entity, name, navigation) !== undefined) return undefined;
    const { rows, contained, seedPath, origin } = this.record(entity);
    const known = contained.get(name);
    if (known !== undefined) return known;
    const below: Rows = {
      path: `${this.pathOf(entity)}/${name}`,
      seedPath: `${seedPath}/${name}`,
      template: `${rows.template}${rows.single ? "" : "/{}"}/${name}`,
      type: navigation.type,
      single: navigation.collection !== true,
      child: undefined,
      owner: entity,
      bindingPath: `${rows.bindingPath}${name}/`,
      items: [],
    };
    contained.set(name, below);
    // Entities that contain their like would never end.
    if (origin !== "created" && seedPath.split("/").length < 9)
      this.#seed(below, containedOf(navigation, name, seedPath, this.data));
    return below;
  }

  /** Where new entities of a navigation property go: what is contained, or a set. */
  rowsFor(entity: Entity, name: string): Rows | undefined {
    const navigation = this.navigation(entity, name);
    return navigation && (this.containedRows(entity, name) ?? this.#place(entity, name, navigation));
  }

  /** The related entities: those contained, those that links lead to, or those that lead back by the partner. */
  related(entity: Entity, name: string): Entity | Entity[] | null {
    const navigation = this.navigation(entity, name);
    if (navigation === undefined || !this.has(entity)) return null;
    const list = this.containedRows(entity, name)?.items ?? this.#linked(entity, name, navigation);
    return navigation.collection === true ? list : (list[0] ?? null);
  }

  #linked(entity: Entity, name: string, navigation: MockNavigation): Entity[] {
    if (!this.#isOther(entity, name, navigation))
      return this.#linksFrom(entity, name, navigation).filter((target) => this.has(target));
    const { partner = "" } = navigation;
    return this.#targets(entity, name, navigation).filter((target) =>
      [this.related(target, partner)].flat().includes(entity),
    );
  }

  /** The list of links of this side, made when it is asked for first. */
  #linksFrom(entity: Entity, name: string, navigation: MockNavigation): Entity[] {
    const { links, seedPath, origin } = this.record(entity);
    const known = links.get(name);
    if (known !== undefined) return known;
    const targets = this.#targets(entity, name, navigation);
    const one = this.#ownerOf(entity, navigation) ?? byForeignKeys(entity, navigation, targets);
    // The foreign keys of made data may name entities that are not there.
    const isDrawn = origin === "made" || (origin === "given" && !hasForeignKeys(navigation));
    const drawn = isDrawn && one === undefined ? linksOf(navigation, name, seedPath, targets.length, this.data) : [];
    const found = one === undefined ? drawn.flatMap((index) => targets.slice(index, index + 1)) : [one];
    links.set(name, found);
    return found;
  }

  /** The entity that contains another one, where a navigation property leads back to it. */
  #ownerOf(entity: Entity, { type, partner = "" }: MockNavigation): Entity | undefined {
    const { owner } = this.record(entity).rows;
    if (owner === undefined || navigationIn(this.service, type, partner)?.contained !== true) return undefined;
    return isDerived(this.service, this.typeOf(owner), type) ? owner : undefined;
  }

  /** The foreign keys of an entity that is created behind a navigation property: they lead back to where it is from. */
  foreignKeysBack(from: Entity, name: string): Entity {
    const { partner = "", type = "" } = this.navigation(from, name) ?? {};
    const keys: Entity = {};
    setForeignKeys(keys, navigationIn(this.service, type, partner), from);
    return keys;
  }

  /** Relates entities, on the side that says so. */
  link(entity: Entity, name: string, target: Entity | undefined, replace: boolean): void {
    const navigation = this.navigation(entity, name);
    if (navigation === undefined) return;
    if (this.#isOther(entity, name, navigation)) return this.#linkBack(entity, name, navigation, target);
    const links = this.#linksFrom(entity, name, navigation);
    if (replace || navigation.collection !== true) links.length = 0;
    if (target === undefined) return this.#forgetForeignKeys(entity, navigation);
    if (!links.includes(target)) links.push(target);
    setForeignKeys(entity, navigation, target);
  }

  /** Relates entities by the partner; a single one takes the place of the one before. */
  #linkBack(entity: Entity, name: string, navigation: MockNavigation, target: Entity | undefined): void {
    const old = navigation.collection === true ? null : this.related(entity, name);
    if (old !== null && !Array.isArray(old)) this.unlink(entity, name, old);
    if (target !== undefined) this.link(target, navigation.partner ?? "", entity, false);
  }

  unlink(entity: Entity, name: string, target: Entity): void {
    const navigation = this.navigation(entity, name);
    if (navigation === undefined) return;
    if (this.#isOther(entity, name, navigation)) return this.unlink(target, navigation.partner ?? "", entity);
    const links = this.#linksFrom(entity, name, navigation);
    if (!links.includes(target)) return;
    links.splice(links.indexOf(target), 1);
    this.#forgetForeignKeys(entity, navigation);
  }

  #forgetForeignKeys(entity: Entity, { constraints = {} }: MockNavigation): void {
    for (const property of Object.keys(constraints))
      if (propertyIn(this.service, this.typeOf(entity), property)?.nullable === true) put(entity, property, null);
  }

  /** Whether the partner says what is related: single ones do, else the first by name. */
  #isOther(entity: Entity, name: string, navigation: MockNavigation): boolean {
    const { partner, type } = navigation;
    const back = partner === undefined ? undefined : navigationIn(this.service, type, partner);
    if (back === undefined || partner === undefined || back.contained === true) return false;
    if (!isDerived(this.service, this.typeOf(entity), back.type)) return false;
    if ((back.collection === true) !== (navigation.collection === true)) return navigation.collection === true;
    if ((back.nullable === true) !== (navigation.nullable === true)) return navigation.nullable === true;
    return partner < name;
  }

  /** The entities that a navigation property may lead to. */
  #targets(entity: Entity, name: string, navigation: MockNavigation): Entity[] {
    const { items = [] } = this.#place(entity, name, navigation) ?? {};
    return items.filter((item) => isDerived(this.service, this.typeOf(item), navigation.type));
  }

  /** The set or singleton that a navigation property leads to; undefined where its entities have no place of their own. */
  #place(entity: Entity, name: string, navigation: MockNavigation): Rows | undefined {
    const target = targetNameOf(this.service, this.record(entity).rows, name, navigation);
    return target === undefined ? undefined : this.child(target);
  }
}

/** Entities that the schemas have checked, or one. */
export function listOf(value: unknown): readonly Entity[] {
  return (Array.isArray(value) ? value : [value]) as readonly Entity[];
}

/** Gives the properties that stand for those of a related entity their values. */
function setForeignKeys(entity: Entity, navigation: MockNavigation | undefined, target: Entity): void {
  for (const [property, other] of Object.entries(navigation?.constraints ?? {}))
    put(entity, property, valueAtPath(target, other));
}
