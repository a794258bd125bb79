/** The types of keys, as `byId` takes them. */
import type { QualifiedName } from "../../edm/names.js";
import { alternateKeysFor } from "./alternate-keys.js";
import type { ClientScope } from "./client-scope.js";
import { code, joined, propertyKey, type Code } from "../../code/code.js";
import { readType } from "../types/type-expression.js";
import { keyOf } from "./wire.js";

/** The value of the key, or an object of the values of its properties; an alternate key is such an object, too. */
export function keyType(name: QualifiedName, client: ClientScope): Code {
  const alternates = alternateKeysFor(name, client.paths).map((key) =>
    keyObject(key.map((part) => ({ name: part.name, type: readType(part.type, client.types) }))),
  );
  return joined([primaryKeyType(name, client), ...alternates], " | ");
}

function primaryKeyType(name: QualifiedName, client: ClientScope): Code {
  const parts = keyOf(name, client.paths).map(({ ref, type }) => ({
    name: ref.alias ?? ref.name,
    type: type === undefined ? code`string | number` : readType(type, client.types),
  }));
  const [first, ...others] = parts;
  if (first === undefined) return code`string | number`;
  return others.length === 0 ? first.type : keyObject(parts);
}

function keyObject(parts: readonly { readonly name: string; readonly type: Code }[]): Code {
  return code`{ ${joined(
    parts.map((part) => code`${propertyKey(part.name)}: ${part.type}`),
    "; ",
  )} }`;
}
