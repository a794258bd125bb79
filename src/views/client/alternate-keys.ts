/** The alternate keys of a type with the types of their properties, its own and those of its bases. */
import type { TypeRef } from "../../edm/elements.js";
import { isStructured, type Model } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { alternateKeysOf } from "../../vocabularies/alternate-keys.js";
import type { Annotated } from "../../edm/vocabulary.js";
import { memberAt } from "./member-at.js";

export interface TypedKeyPart {
  readonly name: string;
  readonly type: TypeRef;
}

/** `places` are sets or navigation properties that may name further keys. A key with a part of no known type is left out. */
export function alternateKeysFor(
  name: QualifiedName,
  model: Model,
  places: readonly Annotated[] = [],
): readonly (readonly TypedKeyPart[])[] {
  const type = model.type(name);
  if (type === undefined || !isStructured(type)) return [];
  return [type, ...model.bases(type), ...places].flatMap(alternateKeysOf).flatMap((key) => {
    const parts = key.flatMap((part): readonly TypedKeyPart[] => {
      const ref = memberAt(type, part.path.split("/"), model);
      return ref === undefined ? [] : [{ name: part.name, type: ref }];
    });
    return parts.length < key.length ? [] : [parts];
  });
}
