import type { Model } from "../../../edm/model.js";
import type { QualifiedName } from "../../../edm/names.js";
import type { Facts } from "../../../facts/facts.js";
import type { KeyPart } from "../../../facts/keys.js";
import { kindTable, kindTableWithParts, type KindTable } from "./kind-table.js";
import { literalKindOf } from "./wire-entry.js";
import type { Way } from "./ways.js";

/**
 * Kinds of keys by the segment of their collection; of a part of a key with several, with its name after a dot. Services
 * of OData 2.0 and 3.0 have such keys in most sets, so there a part also stands alone, with its most common kind.
 */
export function keyKinds(
  model: Model,
  facts: Facts,
  ways: readonly Way[],
  keyStyle: "segment" | "parentheses",
): KindTable {
  const parts = writtenParts(model, facts, keyStyle);
  const uses = ways.flatMap(({ from, segment, to, collection }) =>
    (collection ? (parts.get(to) ?? []) : []).map(({ name, kind }) => ({
      from,
      name: segment + name,
      part: name,
      kind,
    })),
  );
  return model.protocol === "4.0" ? kindTable(uses) : kindTableWithParts(uses);
}

/** How a part of a key is written: the key itself has no name, the parts of others go by theirs. */
interface WrittenPart {
  readonly name: string;
  readonly kind: string | undefined;
}

type WrittenParts = ReadonlyMap<QualifiedName, readonly WrittenPart[]>;

function writtenParts(model: Model, { types }: Facts, keyStyle: "segment" | "parentheses"): WrittenParts {
  const kindOf = ({ type }: KeyPart) => type && literalKindOf(type.type, model, false);
  return new Map(
    [...types.values()].map(({ name: typeName, key, alternateKeys }) => {
      const isSingle = key.length === 1;
      const own = key.map((part) => ({ name: isSingle ? "" : `.${part.name}`, kind: kindOf(part) }));
      const alternates = alternateKeys.flat().map((part) => ({ name: `.${part.name}`, kind: kindOf(part) }));
      // As a segment, a key of one part is never a literal.
      return [typeName, [...own, ...alternates].filter(({ name }) => name !== "" || keyStyle !== "segment")];
    }),
  );
}
