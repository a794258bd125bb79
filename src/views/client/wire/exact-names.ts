/** Properties and parameters of the types Edm.Int64 and Edm.Decimal, which a double cannot hold exactly. */
import type { TypeRef } from "../../../edm/elements.js";
import { compareText, type Model } from "../../../edm/model.js";
import { literalKindOf } from "./wire-entry.js";

/** Names that stand for such values alone; undefined where the model has no such value. */
export function exactNames(model: Model): readonly string[] | undefined {
  const kinds = new Map<string, boolean>();
  let hasExact = false;
  for (const { name, type } of valuesOf(model)) {
    const exact = type !== undefined && isExact(type, model);
    hasExact ||= exact;
    kinds.set(name, exact && (kinds.get(name) ?? true));
  }
  if (!hasExact) return undefined;
  return [...kinds].flatMap(([name, exact]) => (exact ? [name] : [])).sort(compareText);
}

interface Value {
  readonly name: string;
  readonly type?: TypeRef | undefined;
}

function valuesOf({ structuredTypes, operations }: Model): readonly Value[] {
  const parameters = operations.flatMap((operation) => (operation.kind === "Action" ? operation.parameters : []));
  return [...structuredTypes.flatMap(({ properties }) => properties), ...parameters];
}

function isExact({ type, collection }: TypeRef, model: Model): boolean {
  const kind = literalKindOf(type, model, true);
  return !collection && (kind === "Int64" || kind === "Decimal");
}
