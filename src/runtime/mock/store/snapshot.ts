/** What the service held at a moment, so that a group of requests can be undone. */
import type { Entity } from "../query/contract.js";
import { structuredCopy } from "./copy.js";
import type { Held } from "./held.js";
import type { Rows } from "./rows.js";

/** Gives what goes back to the state of now. Entities stay the same objects, since links lead to them. */
export function snapshotOf(sets: Map<string, Rows>, recordOf: (entity: Entity) => Held): () => void {
  const undo: (() => void)[] = [];
  const keepMap = <V>(map: Map<string, V>, copy: (value: V) => V): void => {
    const kept = [...map].map(([key, value]) => [key, copy(value)] as const);
    undo.push(() => {
      map.clear();
      for (const [key, value] of kept) map.set(key, value);
    });
  };
  const keepRows = (rowsByName: Map<string, Rows>): void => {
    keepMap(rowsByName, (rows) => rows);
    for (const { items } of rowsByName.values()) {
      const kept = [...items];
      undo.push(() => items.splice(0, items.length, ...kept));
      kept.forEach(keepEntity);
    }
  };
  const keepEntity = (entity: Entity): void => {
    const record = recordOf(entity);
    undo.push(keptValues(entity, record));
    keepMap(record.links, (links) => [...links]);
    keepMap(record.contents, (content) => content);
    keepRows(record.contained);
  };
  keepRows(sets);
  return () => undo.forEach((step) => step());
}

function keptValues(entity: Entity, record: Held): () => void {
  const values = structuredCopy(entity);
  const { version } = record;
  return () => {
    for (const name of Object.keys(entity)) delete entity[name];
    // Defines what it sets, since a property may be called `__proto__`.
    Object.defineProperties(entity, Object.getOwnPropertyDescriptors(values));
    record.version = version;
  };
}
