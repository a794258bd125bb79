/**
 * The declarations that are emitted beside a type or for an operation, by role, with the pattern of their names:
 * `{Name}` is the name of the type or operation, `{name}` the same with a small first letter.
 */
import type { Operation } from "../edm/elements.js";
import { parametersOf, type EdmType, type Protocol } from "../edm/model.js";
import type { Usage } from "../facts/usage.js";
import { isIdentifier, lowerFirst, upperFirst } from "./letter-case.js";

const structuredRoles = {
  create: "{Name}Create",
  update: "{Name}Update",
  schema: "{name}Schema",
} as const;

/** Of types that have derived types and are written. */
const derivedRoles = {
  createOrDerived: "{Name}CreateOrDerived",
  updateOrDerived: "{Name}UpdateOrDerived",
} as const;

/** Of types in use that have derived types. */
const derivedSchemaRoles = { orDerivedSchema: "{name}OrDerivedSchema" } as const;

/** Of entity types that have derived types and are written. */
const derivedWriteSchemaRoles = {
  createOrDerivedSchema: "{name}CreateOrDerivedSchema",
  updateOrDerivedSchema: "{name}UpdateOrDerivedSchema",
} as const;

const entityRoles = {
  createSchema: "{name}CreateSchema",
  updateSchema: "{name}UpdateSchema",
  entity: "{Name}Entity",
  navigation: "{Name}Navigation",
  expansion: "{Name}Expansion",
  segments: "{Name}Segments",
  itemRequests: "{Name}ItemRequests",
  collectionSegments: "{Name}CollectionSegments",
} as const;

/** Of entity types that occur in collections. */
const collectionRoles = {
  collectionRequests: "{Name}CollectionRequests",
  collection: "{Name}CollectionResponse",
  collectionSchema: "{name}CollectionResponseSchema",
} as const;

/** Of types of OData 2.0 and 3.0, whose payloads differ from what apps see. */
const wireRoles = { wireSchema: "{name}WireSchema" } as const;
const derivedWireRoles = { orDerivedWireSchema: "{name}OrDerivedWireSchema" } as const;
const collectionWireRoles = { collectionWireSchema: "{name}CollectionResponseWireSchema" } as const;
const resultWireRoles = { resultWireSchema: "{name}ResultWireSchema" } as const;

const enumRoles = { values: "{name}Values", schema: structuredRoles.schema } as const;

const parameterRoles = { parameters: "{Name}Parameters" } as const;

const parameterSchemaRoles = { parametersSchema: "{name}ParametersSchema" } as const;

const resultRoles = { result: "{Name}Result", resultSchema: "{name}ResultSchema" } as const;

export type StructuredRole =
  | keyof typeof structuredRoles
  | keyof typeof derivedRoles
  | keyof typeof derivedSchemaRoles
  | keyof typeof derivedWriteSchemaRoles
  | keyof typeof entityRoles
  | keyof typeof collectionRoles
  | keyof typeof wireRoles
  | keyof typeof derivedWireRoles
  | keyof typeof collectionWireRoles;
export type EnumRole = keyof typeof enumRoles;
export type OperationRole =
  | keyof typeof parameterRoles
  | keyof typeof parameterSchemaRoles
  | keyof typeof resultRoles
  | keyof typeof resultWireRoles;

/** A role with the pattern of its name. */
export type RolePattern<R extends string = string> = readonly [role: R, pattern: string];

/** The patterns of all roles that types and operations can have. */
export const typePatterns: Readonly<Record<string, string>> = {
  ...structuredRoles,
  ...derivedRoles,
  ...derivedSchemaRoles,
  ...derivedWriteSchemaRoles,
  ...entityRoles,
  ...collectionRoles,
  ...wireRoles,
  ...derivedWireRoles,
  ...collectionWireRoles,
  ...enumRoles,
};
export const operationPatterns: Readonly<Record<string, string>> = {
  ...parameterRoles,
  ...parameterSchemaRoles,
  ...resultRoles,
  ...resultWireRoles,
};

/** The roles that a type has: names are allocated only for what is emitted. */
export function rolesOfType({ kind, name }: EdmType, usage: Usage, protocol: Protocol): readonly RolePattern[] {
  if (kind === "TypeDefinition") return [];
  if (kind === "EnumType") return Object.entries(enumRoles);
  return Object.entries({
    ...structuredRoles,
    ...(usage.writtenWithDerived.has(name) && derivedRoles),
    ...(usage.withDerived.has(name) && derivedSchemaRoles),
    ...(kind === "EntityType" && usage.writtenWithDerived.has(name) && derivedWriteSchemaRoles),
    ...(kind === "EntityType" && entityRoles),
    ...(usage.inCollections.has(name) && collectionRoles),
    ...(protocol !== "4.0" && {
      ...wireRoles,
      ...(usage.withDerived.has(name) && derivedWireRoles),
      ...(usage.inCollections.has(name) && collectionWireRoles),
    }),
  });
}

export function rolesOfOperation(operation: Operation, protocol: Protocol): readonly RolePattern<OperationRole>[] {
  const hasParameters = parametersOf(operation).length > 0;
  const roles = {
    ...(hasParameters && parameterRoles),
    // The parameters of a function stand in the URL, so nothing validates them as a body.
    ...(hasParameters && operation.kind === "Action" && parameterSchemaRoles),
    ...(operation.returnType?.collection === true && {
      ...resultRoles,
      ...(protocol !== "4.0" && resultWireRoles),
    }),
  };
  return Object.entries(roles) as readonly RolePattern<OperationRole>[]; // the keys of the tables above
}

export function nameBy(pattern: string, name: string): string {
  return `${pattern.startsWith("{Name}") ? name : lowerFirst(name)}${suffixOf(pattern)}`;
}

/** What a pattern adds to a name. */
export function suffixOf(pattern: string): string {
  return pattern.slice("{Name}".length);
}

/** Whether a pattern can make a name, which may have `_` at its end. */
export function isMadeBy(pattern: string, name: string): boolean {
  const suffix = suffixOf(pattern);
  const hasCase = (pattern.startsWith("{Name}") ? upperFirst(name) : lowerFirst(name)) === name;
  return hasCase && isIdentifier(name) && name.length > suffix.length && name.replace(/_+$/, "").endsWith(suffix);
}
