/** The state of the service: entities, their relations and versions. All of it is made when it is asked for first. */
import { actualType, isDerived, keyNames, own } from "../query/names.js";
import { navigationIn, propertyIn, valueAtPath } from "./members.js";
import { containedOf, entitiesOf, entityOf, linksOf } from "../data/data.js";
import type { DataContext } from "../data/place.js";
import type { Entity } from "../query/contract.js";
import type { MockNavigation, MockService } from "../service.js";
import { structuredCopy } from "./copy.js";
import type { Content, Held, Origin } from "./held.js";
import { keyPredicate } from "./keys.js";
import type { Change, Rows } from "./rows.js";
import { seedsOf } from "./seeds.js";
import { snapshotOf } from "./snapshot.js";
import { byForeignKeys, hasForeignKeys, targetNameOf } from "./targets.js";

export interface StoreOptions {
  readonly data: Readonly<{ [child: string]: unknown }>;
  readonly seed: number;
  /** The number of entities in a set. */
  readonly count: number;
}

/** Paths that are longer lead to nothing: entities that contain their like would never end. */
const MOST_SEGMENTS = 16;

export class Store {
  readonly service: MockService;
  readonly changes: Change[] = [];
  readonly #options: StoreOptions;
  readonly #data: DataContext;
  readonly #rows = new Map<string, Rows>();
  readonly #records = new WeakMap<Entity, Held>();

  constructor(service: MockService, options: StoreOptions) {
    this.service = service;
    this.#options = options;
    this.#data = { service, seed: options.seed };
  }

  get data(): DataContext {
    return this.#data;
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
    const given = this.#options.data[name];
    if (given !== undefined) this.replace(rows, (Array.isArray(given) ? given : [given]) as readonly Entity[]);
    else if (rows.single) this.#seed(rows, [entityOf(rows.type, name, this.#data)]);
    else this.#seed(rows, entitiesOf(name, this.#options.count, this.#data));
    return rows;
  }

  /** Replaces what rows hold by copies. */
  replace(rows: Rows, entities: readonly Entity[]): void {
    rows.items.length = 0;
    for (const entity of entities) this.add(rows, structuredCopy(entity), "given");
  }

  #seed(rows: Rows, made: readonly Entity[]): void {
    for (const entity of seedsOf(rows, made, this.#data)) this.add(rows, entity, "made");
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
    for (let name: string | undefined = type; name !== undefined; name = own(this.service.types, name)?.base) {
      for (const [link, navigation] of Object.entries(own(this.service.types, name)?.navigation ?? {})) {
        const pairs = Object.entries(navigation.constraints ?? {});
        const isKey = pairs.some(([property]) => keyNames(this.service, type).includes(property));
        if (pairs.length === 0 || navigation.collection === true || (isKey && rows.items.length > 1)) continue;
        const target = this.related(entity, link);
        for (const [property, referenced] of pairs)
          if (target !== null && !Array.isArray(target)) entity[property] = valueAtPath(target, referenced);
      }
    }
  }

  add(rows: Rows, entity: Entity, origin: Origin): Entity {
    const seedPath = rows.single ? rows.seedPath : `${rows.seedPath}/${rows.items.length + 1}`;
    this.#records.set(entity, {
      rows,
      seedPath,
      contained: new Map(),
      links: new Map(),
      contents: new Map(),
      version: 1,
      origin,
    });
    rows.items.push(entity);
    return entity;
  }

  /** Holds an entity that is in no set, such as the result of a function; gives the one that is at its path already. */
  hold(entity: Entity, type: string, { path, template }: Pick<Rows, "path" | "template">): Entity {
    const [known] = this.#rows.get(path)?.items ?? [];
    if (known !== undefined) return known;
    const place = { path, seedPath: path, template, type };
    const rows: Rows = { ...place, single: true, child: undefined, bindingPath: "", items: [] };
    this.#rows.set(path, rows);
    return this.add(rows, entity, "made");
  }

  changed(entity: Entity, removed = false): void {
    const record = this.record(entity);
    record.version += 1;
    // Foreign keys may have changed, which say anew what is related.
    for (const name of record.links.keys())
      if (hasForeignKeys(this.navigation(entity, name))) record.links.delete(name);
    this.changes.push({ rows: record.rows, entity, removed });
  }

  remove(entity: Entity): void {
    takeFrom(this.record(entity).rows.items, entity);
    this.changed(entity, true);
  }

  /** Of an entity that is here: those of results of operations are elsewhere. */
  record(entity: Entity): Held {
    const known = this.#records.get(entity);
    if (known === undefined) throw new TypeError("The mock does not hold this entity.");
    return known;
  }

  contentOf(entity: Entity, name: string): Content | undefined {
    return this.#records.get(entity)?.contents.get(name);
  }

  has(entity: Entity): boolean {
    return this.#records.get(entity)?.rows.items.includes(entity) ?? false;
  }

  typeOf(entity: Entity): string {
    return actualType(entity, this.#records.get(entity)?.rows.type ?? "");
  }

  etagOf(entity: Entity): string | undefined {
    const record = this.#records.get(entity);
    return record?.rows.child?.etag === true ? `W/"${record.version}"` : undefined;
  }

  /** The path of an entity in URLs: `users('1')`. */
  pathOf(entity: Entity): string {
    const { rows } = this.record(entity);
    return rows.single ? rows.path : rows.path + keyPredicate(this.service, this.typeOf(entity), entity);
  }

  /** What an entity contains; undefined for references to entities elsewhere. */
  containedRows(entity: Entity, name: string): Rows | undefined {
    const navigation = this.navigation(entity, name);
    if (navigation === undefined || this.#targetsOf(entity, name, navigation) !== undefined) return undefined;
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
    if (origin !== "created" && seedPath.split("/").length < MOST_SEGMENTS)
      this.#seed(below, containedOf(navigation, name, seedPath, this.#data));
    return below;
  }

  navigation(entity: Entity, name: string): MockNavigation | undefined {
    return navigationIn(this.service, this.typeOf(entity), name);
  }

  /** The related entities: those contained, those that links lead to, or those that lead back by the partner. */
  related(entity: Entity, name: string): Entity | Entity[] | null {
    const navigation = this.navigation(entity, name);
    if (navigation === undefined || !this.#records.has(entity)) return null;
    const list =
      this.containedRows(entity, name)?.items.filter((item) => this.has(item)) ??
      this.#linked(entity, name, navigation);
    return navigation.collection === true ? list : (list[0] ?? null);
  }

  #linked(entity: Entity, name: string, navigation: MockNavigation): Entity[] {
    const targets = this.#targetsOf(entity, name, navigation) ?? [];
    if (this.#isOther(entity, name, navigation)) {
      const { partner = "" } = navigation;
      return targets.filter((target) => itemsIn(this.related(target, partner)).includes(entity));
    }
    return this.linksFrom(entity, name).filter((target) => this.has(target));
  }

  /** The list of links of this side, made when it is asked for first. */
  linksFrom(entity: Entity, name: string): Entity[] {
    const { links, seedPath, origin } = this.record(entity);
    const known = links.get(name);
    const navigation = this.navigation(entity, name);
    if (known !== undefined || navigation === undefined) return known ?? [];
    const targets = this.#targetsOf(entity, name, navigation) ?? [];
    const one = this.#ownerOf(entity, navigation) ?? byForeignKeys(entity, navigation, targets);
    // The foreign keys of made data may name entities that are not there.
    const isDrawn = origin === "made" || (origin === "given" && !hasForeignKeys(navigation));
    const drawn = isDrawn && one === undefined ? linksOf(navigation, name, seedPath, targets.length, this.#data) : [];
    const at = (index: number): Entity[] => targets.slice(index, index + 1);
    const found = one === undefined ? drawn.flatMap(at) : [one];
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
    const back = Object.entries(navigationIn(this.service, type, partner)?.constraints ?? {});
    return Object.fromEntries(back.map(([property, other]) => [property, valueAtPath(from, other)]));
  }

  /** Relates entities, on the side that says so. */
  link(entity: Entity, name: string, target: Entity | undefined, replace: boolean): void {
    const navigation = this.navigation(entity, name);
    if (navigation === undefined) return;
    const held = this.containedRows(entity, name);
    if (held !== undefined) return linkIn(held, target, replace);
    if (target !== undefined && this.#isOther(entity, name, navigation))
      return this.link(target, navigation.partner ?? "", entity, false);
    const links = this.linksFrom(entity, name);
    if (replace || navigation.collection !== true) links.length = 0;
    if (target === undefined) this.#forgetForeignKeys(entity, navigation);
    else if (!links.includes(target)) links.push(target);
    for (const [property, other] of Object.entries(navigation.constraints ?? {}))
      if (target !== undefined) entity[property] = valueAtPath(target, other);
  }

  /** Where new entities of a navigation property go: what is contained, or a set. */
  rowsFor(entity: Entity, name: string): Rows | undefined {
    const contained = this.containedRows(entity, name);
    const navigation = this.navigation(entity, name);
    if (contained !== undefined || navigation === undefined) return contained;
    return this.child(this.#targetName(entity, name, navigation) ?? "");
  }

  unlink(entity: Entity, name: string, target: Entity): void {
    const navigation = this.navigation(entity, name);
    if (navigation === undefined) return;
    const held = this.containedRows(entity, name);
    if (held !== undefined) return takeFrom(held.items, target);
    if (this.#isOther(entity, name, navigation)) return this.unlink(target, navigation.partner ?? "", entity);
    const links = this.linksFrom(entity, name);
    if (!links.includes(target)) return;
    takeFrom(links, target);
    this.#forgetForeignKeys(entity, navigation);
  }

  #forgetForeignKeys(entity: Entity, { constraints = {} }: MockNavigation): void {
    for (const property of Object.keys(constraints))
      if (propertyIn(this.service, this.typeOf(entity), property)?.nullable === true) entity[property] = null;
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

  /** The entities that a navigation property may lead to; undefined where they have no place of their own. */
  #targetsOf(entity: Entity, name: string, navigation: MockNavigation): Entity[] | undefined {
    const target = this.#targetName(entity, name, navigation);
    const found = target === undefined ? undefined : this.child(target);
    return found?.items.filter((item) => isDerived(this.service, this.typeOf(item), navigation.type));
  }

  #targetName(entity: Entity, name: string, navigation: MockNavigation): string | undefined {
    return targetNameOf(this.service, this.record(entity).rows, name, navigation);
  }
}

function itemsIn(related: Entity | Entity[] | null): readonly Entity[] {
  return related === null ? [] : Array.isArray(related) ? related : [related];
}

/** Relates an entity that is elsewhere to the one that the rows are of. */
function linkIn({ items, single }: Rows, target: Entity | undefined, replace: boolean): void {
  if (replace || single) items.length = 0;
  if (target !== undefined && !items.includes(target)) items.push(target);
}

function takeFrom(items: Entity[], entity: Entity): void {
  const at = items.indexOf(entity);
  if (at >= 0) items.splice(at, 1);
}
