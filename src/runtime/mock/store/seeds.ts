/** The first entities of rows. */
import { entityOf } from "../data/data.js";
import type { DataContext } from "../data/place.js";
import type { Entity } from "../query/contract.js";
import { actualType } from "../query/names.js";
import { exampleEntities } from "./examples.js";
import { keyPredicate } from "./keys.js";
import type { Rows } from "./rows.js";

/** Examples of pages come first; what they leave out is made. */
export function seedsOf(rows: Rows, made: readonly Entity[], data: DataContext): readonly Entity[] {
  const { service } = data;
  const { template, type, seedPath, single } = rows;
  const whole = exampleEntities(service, template, type).map((example, index) => ({
    ...entityOf(actualType(example, type), `${seedPath}/${made.length + index + 1}`, data),
    ...example,
  }));
  const byKey = new Map<string, Entity>();
  for (const entity of [...whole, ...made]) {
    const key = single ? "" : keyPredicate(service, actualType(entity, type), entity);
    if (!byKey.has(key)) byKey.set(key, entity);
  }
  return [...byKey.values()].slice(0, single ? 1 : Math.max(made.length, whole.length));
}
