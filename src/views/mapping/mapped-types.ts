/**
 * The types that a user has in the place of those of primitive types and type definitions. They are types only; the values
 * and their checks stay.
 */
import { code, type Code } from "../../code/code.js";
import { groupBy } from "../../edm/grouping.js";
import type { Model } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { edmTypeOf, type EdmTypeName, oldPrimitiveTypes, primitiveTypes } from "../../edm/primitive-types.js";
import type { Module } from "../../naming/modules.js";
import type { Names } from "../../naming/names.js";
import type { ViewOptions } from "../options.js";

export const MAPPED_FILE = "mapped.ts";

/** The types of a user by qualified name. */
export interface MappedTypes {
  /** How files import those types. */
  readonly identifier: Code;
  readonly byName: ReadonlyMap<QualifiedName, MappedType>;
}

export interface MappedType {
  /** Its name in the file. */
  readonly name: Code;
  /** The primitive type of its values. */
  readonly values: EdmTypeName;
  /** The type that a module exports, or a nominal one of the values. */
  readonly own: { readonly module: string; readonly type: Code } | "branded";
}

const NAMED: ReadonlySet<EdmTypeName> = new Set([...primitiveTypes, ...oldPrimitiveTypes]);

/** The primitive type of the values of a type that can be mapped: undefined for one without values of its own. */
export function mappableAs(name: QualifiedName, model: Model): EdmTypeName | undefined {
  const type = model.type(name);
  const primitive = edmTypeOf(type?.kind === "TypeDefinition" ? type.underlyingType : name);
  return primitive !== undefined && primitive !== "Stream" && NAMED.has(primitive) ? primitive : undefined;
}

/** The modules of a mapping: paths of files, and packages with the types that they are to export. */
export function modulesOfMapping(typeMapping: ViewOptions["typeMapping"] = {}): {
  readonly files: readonly string[];
  readonly packages: readonly { readonly name: string; readonly types: readonly Code[] }[];
} {
  const all = Object.values(typeMapping).flatMap((text) => {
    const own = ownOf(text);
    return own === "branded" ? [] : [own];
  });
  const byModule = [...groupBy(all, ({ module }) => module)];
  return {
    files: byModule.map(([name]) => name).filter(isFile),
    packages: byModule
      .filter(([name]) => !isFile(name))
      .map(([name, types]) => ({ name, types: [...new Set(types.map(({ type }) => type))] })),
  };
}

/** Whether a module is a file, not a package. */
export function isFile(module: string): boolean {
  return module.startsWith(".");
}

export function mappedTypesOf(model: Model, names: Names, { typeMapping = {} }: ViewOptions): MappedTypes {
  const taken = new Set<string>();
  const byName = new Map<QualifiedName, MappedType>();
  for (const [key, text] of Object.entries(typeMapping)) {
    const name = key as QualifiedName; // one that the model has
    const values = mappableAs(name, model);
    if (values === undefined) continue;
    let free = edmTypeOf(name) === undefined ? names.type(name) : (values as string as Code);
    while (taken.has(free)) free = code`${free}_`;
    taken.add(free);
    byName.set(name, { name: free, values, own: ownOf(text) });
  }
  return { identifier: identifierFor(names.modules), byName };
}

function identifierFor(modules: readonly Module[]): Code {
  const identifiers = new Set(modules.map(({ identifier }) => identifier.toLowerCase()));
  let free = code`mapped`;
  while (identifiers.has(free)) free = code`${free}_`;
  return free;
}

function ownOf(text: string): MappedType["own"] {
  const [module = "", type = ""] = text.split("#");
  return text === "branded" ? text : { module, type: type as Code }; // a checked identifier
}

/** How a file calls the type of a user; undefined for a type that is not mapped. */
export function reachMapped(name: QualifiedName, { identifier, byName }: MappedTypes): Code | undefined {
  const type = byName.get(name);
  return type && code`${identifier}.${type.name}`;
}
