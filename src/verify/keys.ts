import type { StructuredType, TypeRef } from "../edm/elements.js";
import type { JsonValue } from "../edm/requests.js";
import { keyRefsOf } from "../facts/keys.js";
import { typeFactsIn } from "../facts/facts.js";
import { underlyingType } from "../facts/value-rules.js";
import { literal, type LiteralKind } from "../runtime/http/literal.js";
import { literalOfType } from "../runtime/v2/values/named.js";
import { isObject } from "../values/value-issue.js";
import type { KeyValue } from "./reads/found-entity.js";
import type { Verification } from "./verification.js";

/** The key of an entity that the service sent; undefined where a part of it is absent or no literal. */
export function keyOf(
  entity: JsonValue,
  type: StructuredType,
  { model, facts }: Verification,
): readonly KeyValue[] | undefined {
  const parts = typeFactsIn(facts, type.name).key;
  const values = keyRefsOf(type, model).map(({ name: path }, index) => {
    const [value, part] = [valueAt(entity, path), parts[index]];
    const text = value == null || part?.type === undefined ? undefined : literalOf(value, part.type, { model });
    return text === undefined || value == null || part === undefined
      ? []
      : [{ name: part.name, path, value, literal: text }];
  });
  return values.length === 0 || values.some(({ length }) => length === 0) ? undefined : values.flat();
}

/** `(1)` or `(code='a',store=1)` */
export function predicateOf(key: readonly KeyValue[]): string {
  const [first] = key;
  if (key.length === 1 && first !== undefined) return `(${first.literal})`;
  return `(${key.map(({ name, literal: text }) => `${name}=${text}`).join(",")})`;
}

/** `code eq 'a' and store eq 1` */
export function filterOf(key: readonly KeyValue[]): string {
  return key.map(({ path, literal: text }) => `${path}%20eq%20${text}`).join("%20and%20");
}

/** The value at the end of a path through complex values. */
export function valueAt(value: JsonValue | undefined, path: string): JsonValue | undefined {
  return path
    .split("/")
    .reduce<JsonValue | undefined>(
      (inside, name) => (inside !== undefined && isObject(inside) ? inside[name] : undefined),
      value,
    );
}

function literalOf(value: JsonValue, { type }: TypeRef, { model }: Pick<Verification, "model">): string | undefined {
  const kind = underlyingType(type, model).replace(/^Edm\./, "");
  try {
    // The kinds are the names of types, of which those without a form of their own need none.
    return model.protocol === "4.0" ? literal(value, kind as LiteralKind) : literalOfType(value, kind);
  } catch {
    return undefined;
  }
}
