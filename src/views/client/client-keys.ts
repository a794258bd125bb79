/** The types of keys, as `byId` takes them. */
import { code, propertyKey, type Code } from "../../code/code.js";
import { objectType, operands, type Layout } from "../../code/layout.js";
import type { QualifiedName } from "../../edm/names.js";
import type { KeyPart } from "../../facts/keys.js";
import { readType } from "../types/type-expression.js";
import type { ClientFile } from "./client-file.js";

/** The value of the key, or an object of the values of its properties; an alternate key is such an object, too. */
export function keyType(name: QualifiedName, client: ClientFile): Layout {
  const { key = [], alternateKeys = [] } = client.facts.types.get(name) ?? {};
  const [first, ...others] = key;
  const primary = first !== undefined && others.length === 0 ? partType(first, client) : keyObject(key, client);
  const alternates = alternateKeys.map((alternate) => keyObject(alternate, client));
  return operands("|", [primary, ...alternates]);
}

/** A key of an unknown type, or one that no source declares. */
const UNKNOWN_KEY = code`string | number`;

function partType({ type }: KeyPart, client: ClientFile): Code {
  return type === undefined ? UNKNOWN_KEY : readType(type, client);
}

function keyObject(key: readonly KeyPart[], client: ClientFile): Layout {
  if (key.length === 0) return UNKNOWN_KEY;
  return objectType(key.map((part) => [propertyKey(part.name), partType(part, client)]));
}
