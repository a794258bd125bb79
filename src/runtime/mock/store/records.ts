/** The entities that a service holds, with what is known of each: its place, version and contents. */
import type { DataContext } from "../data/place.js";
import type { Entity } from "../query/contract.js";
import { actualType } from "../query/names.js";
import type { MockNavigation, MockService } from "../service.js";
import type { Content, Held, Origin } from "./held.js";
import { keyPredicate } from "./keys.js";
import { navigationIn } from "./members.js";
import type { Change, Rows } from "./rows.js";
import { hasForeignKeys } from "./targets.js";

export class Records {
  readonly service: MockService;
  readonly data: DataContext;
  readonly changes: Change[] = [];
  readonly #records = new WeakMap<Entity, Held>();

  constructor(data: DataContext) {
    this.service = data.service;
    this.data = data;
  }

  add(rows: Rows, entity: Entity, origin: Origin): void {
    const seedPath = rows.single ? rows.seedPath : `${rows.seedPath}/${rows.items.length + 1}`;
    const maps = { contained: new Map(), links: new Map(), contents: new Map() };
    this.#records.set(entity, { rows, seedPath, ...maps, version: 1, origin });
    rows.items.push(entity);
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
    const { items } = this.record(entity).rows;
    items.splice(items.indexOf(entity), 1);
    this.changed(entity, true);
  }

  /** Of an entity that is here or has been removed: those of results of operations are elsewhere. */
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

  navigation(entity: Entity, name: string): MockNavigation | undefined {
    return navigationIn(this.service, this.typeOf(entity), name);
  }
}
