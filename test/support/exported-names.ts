/** Names that a model exports, by what they stand for. */
import { Report } from "../../src/diagnostics/report.js";
import { isType, type Model } from "../../src/edm/model.js";
import type { LockedNames } from "../../src/naming/locked-names.js";
import { lockedNamesOf } from "../../src/naming/locked-names-of.js";
import { nameAll } from "../../src/naming/names.js";
import type { NameRules } from "../../src/naming/rules/name-rules.js";
import { operationKeys } from "../../src/naming/operation-keys.js";

export interface NamedModel {
  /** `module.Name`, or `Name` of the flat module, by element and role. */
  readonly exports: ReadonlyMap<string, string>;
  readonly locked: LockedNames;
  readonly said: readonly string[];
}

/** The names of a model, with the lock of an earlier run and rules of the user or without. */
export function namesOf(model: Model, locked?: LockedNames, namespace?: string, rules: NameRules = {}): NamedModel {
  const report = new Report();
  const names = nameAll(model, { namespace, lockedNames: locked, names: rules }, report);
  const keys = operationKeys(model.operations);
  const elements = [...model.elements.filter(isType), ...model.operations];
  const exports = new Map<string, string>();
  for (const element of elements) {
    const key = isType(element) ? element.name : (keys.get(element) ?? "");
    const module = names.moduleOf(isType(element) ? element.name : element);
    const prefix = module.flat ? "" : `${module.identifier}.`;
    const { name, roles } = names.given(element);
    if (isType(element)) exports.set(key, `${prefix}${name}`);
    for (const [role, given] of roles) exports.set(`${key} ${role}`, `${prefix}${given}`);
  }
  return {
    exports,
    locked: lockedNamesOf(names, model),
    said: report.diagnostics.map(({ code, message }) => `${code}: ${message}`),
  };
}

/** The names that changed of what both have. */
export function renamed(before: NamedModel, after: NamedModel): readonly string[] {
  return [...before.exports].flatMap(([of, name]) => {
    const now = after.exports.get(of);
    return now === undefined || now === name ? [] : [`${of}: ${name} → ${now}`];
  });
}
