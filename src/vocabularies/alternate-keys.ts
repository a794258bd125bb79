import { COMMUNITY_ALTERNATE_KEYS, Core, type Annotated } from "../edm/vocabulary.js";
import { fieldOf, itemsOf, pathOf, stringOf, valueOf } from "./values.js";

/** A property of an alternate key: the name it has in the key, and the path to it. */
export interface AlternateKeyPart {
  readonly name: string;
  readonly path: string;
}

/** Further sets of properties that identify an entity (Core.AlternateKeys). A key that cannot be written is left out. */
export function alternateKeysOf(element: Annotated): readonly (readonly AlternateKeyPart[])[] {
  const value = valueOf(element, Core.AlternateKeys) ?? valueOf(element, COMMUNITY_ALTERNATE_KEYS);
  return (itemsOf(value) ?? []).flatMap((key) => {
    const refs = itemsOf(fieldOf(key, "Key")) ?? [];
    const parts = refs.flatMap((ref): readonly AlternateKeyPart[] => {
      const path = pathOf(fieldOf(ref, "Name"));
      const name = stringOf(fieldOf(ref, "Alias")) ?? path;
      // A path has no place in a key predicate, so it needs an alias.
      return path === undefined || name === undefined || name.includes("/") ? [] : [{ name, path }];
    });
    return parts.length === 0 || parts.length < refs.length ? [] : [parts];
  });
}
