/** What patterns of names fit: types and operations. */
import { isOperation, isStructured, isType, type Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import { fitsName } from "./glob.js";
import type { NamePattern } from "./pattern.js";

export interface Named {
  /** Whether a type or an operation is among them. */
  readonly has: (name: QualifiedName) => boolean;
  readonly types: ReadonlySet<QualifiedName>;
  readonly fitting: ReadonlySet<NamePattern>;
}

export function namedBy(patterns: readonly NamePattern[], model: Model): Named {
  const names = new Set<QualifiedName>();
  const fitting = new Set<NamePattern>();
  for (const pattern of patterns) {
    for (const { name, kind } of model.elements) {
      if (!(isType({ kind }) || isOperation({ kind })) || !fitsName(pattern.glob, name)) continue;
      fitting.add(pattern);
      names.add(name);
      if (pattern.derived && isStructured({ kind })) for (const below of model.derived(name)) names.add(below.name);
    }
  }
  return {
    has: (name) => names.has(name),
    types: new Set([...names].filter((name) => model.type(name) !== undefined)),
    fitting,
  };
}
