/**
 * Names of OData are case-sensitive (OData JSON Format 4.01 §7), though some services take any letter case. Pages that rely
 * on it show bodies that the types refuse: names, also of members of enumerations, that differ from a declared one in
 * letter case alone become that one.
 */
import type { BodyType } from "../edm/examples/example-types.js";
import type { EnumType } from "../edm/elements.js";
import { isStructured, parametersOf, type Model } from "../edm/model.js";
import { isQualifiedName, type QualifiedName } from "../edm/names.js";
import type { JsonValue } from "../edm/requests.js";
import { typeName } from "../runtime/json/type-name.js";
import { isArray, isObject } from "./value-issue.js";

/** A name in a body; `path` leads to it, or to the value that it is, as it is written. */
export interface Misspelled {
  readonly path: readonly (string | number)[];
  readonly written: string;
  readonly stands: string;
}

export interface Spelled {
  readonly value: JsonValue;
  readonly misspelled: readonly Misspelled[];
}

/** The type of a value by the name that it has in an object. */
type Names = ReadonlyMap<string, QualifiedName | undefined>;

export function spelledAsDeclared(body: JsonValue, type: BodyType, model: Model): Spelled {
  switch (type.kind) {
    case "error":
      return { value: body, misspelled: [] };
    case "parameters":
      return ofNames(body, namesIn(parametersOf(type.operation)), model);
    case "response":
      return ofNames(body, new Map([["value", type.ref.type]]), model);
    case "value":
      return type.wrapped
        ? ofNames(body, new Map([["value", type.ref.type]]), model)
        : ofType(body, type.ref.type, model);
  }
}

function namesIn(members: readonly { readonly name: string; readonly type?: { readonly type: QualifiedName } }[]) {
  return new Map(members.map(({ name, type }) => [name, type?.type]));
}

function ofType(value: JsonValue, declared: QualifiedName | undefined, model: Model): Spelled {
  if (isArray(value)) {
    const items = value.map((item) => ofType(item, declared, model));
    return {
      value: items.map((item) => item.value),
      misspelled: items.flatMap(({ misspelled }, index) => below(index, misspelled)),
    };
  }
  const own = declared && model.type(declared);
  if (own?.kind === "EnumType" && typeof value === "string") return ofMember(value, own);
  const named = isObject(value) ? (typeName(value) ?? declared) : undefined;
  const type = named !== undefined && isQualifiedName(named) ? model.type(named) : undefined;
  if (type === undefined || !isStructured(type)) return { value, misspelled: [] };
  const chain = [...model.bases(type).toReversed(), type];
  const members = chain.flatMap(({ properties, navigationProperties }) => [...properties, ...navigationProperties]);
  return ofNames(value, namesIn(members), model);
}

function ofMember(written: string, { members }: EnumType): Spelled {
  const isWritten = members.some(({ name }) => name === written);
  const stands = isWritten ? undefined : members.find(({ name }) => name.toLowerCase() === written.toLowerCase());
  if (stands === undefined) return { value: written, misspelled: [] };
  return { value: stands.name, misspelled: [{ path: [], written, stands: stands.name }] };
}

function ofNames(value: JsonValue, names: Names, model: Model): Spelled {
  if (!isObject(value)) return { value, misspelled: [] };
  const byLowerCase = new Map([...names.keys()].map((name) => [name.toLowerCase(), name]));
  const misspelled: Misspelled[] = [];
  const entries = Object.entries(value).map(([written, given]): readonly [string, JsonValue] => {
    const stands = names.has(written) ? written : byLowerCase.get(written.toLowerCase());
    if (stands === undefined || (stands !== written && Object.hasOwn(value, stands))) return [written, given];
    if (stands !== written) misspelled.push({ path: [written], written, stands });
    const part = ofType(given, names.get(stands), model);
    misspelled.push(...below(written, part.misspelled));
    return [stands, part.value];
  });
  return { value: Object.fromEntries(entries), misspelled };
}

function below(step: string | number, names: readonly Misspelled[]): readonly Misspelled[] {
  return names.map((name) => ({ ...name, path: [step, ...name.path] }));
}
