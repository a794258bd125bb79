import type {
  ActionImport,
  ContainerChild,
  EntityContainer,
  EntitySet,
  FunctionImport,
  NavigationPropertyBinding,
  Singleton,
} from "../../edm/elements.js";
import type { QualifiedName, SimpleName } from "../../edm/names.js";
import { qualifiedName, resolvePath } from "../qualified-names.js";
import { type Reading, defined, simpleName } from "../reading.js";
import { readAnnotations } from "./annotations.js";
import type { JsonMember, JsonObject } from "./json-tree.js";
import {
  keyword,
  objectOf,
  type ObjectMembers,
  classifyMembers,
  requiredName,
  stringOf,
  wrongKind,
} from "./object-members.js";
import { flag } from "./type-uses.js";

export const containerKeywords = ["$Kind", "$Extends"];

/** Reads an entity container (CSDL JSON 4.01 §13). */
export function readEntityContainer(
  name: QualifiedName,
  member: JsonMember,
  members: ObjectMembers,
  reading: Reading,
): EntityContainer {
  const base = stringOf(members, "$Extends", reading);
  return defined({
    kind: "EntityContainer" as const,
    name,
    at: member.at,
    by: "csdl" as const,
    extends: base && qualifiedName(base, reading),
    children: members.children.flatMap((child) => readChild(child, reading) ?? []),
    annotations: readAnnotations(members, reading),
  });
}

type ReadChild = (
  name: SimpleName,
  member: JsonMember,
  object: JsonObject,
  reading: Reading,
) => ContainerChild | undefined;

/** Reads a child: an import with `$Action` or `$Function`, an entity set with `$Collection`, else a singleton. */
function readChild(member: JsonMember, reading: Reading): ContainerChild | undefined {
  const object = objectOf(member.value, member.name, reading);
  if (object === undefined) return undefined;
  const has = (name: string): boolean => object.members.some((candidate) => candidate.name === name);
  const [what, read]: readonly [string, ReadChild] = has("$Action")
    ? ["an action import", readActionImport]
    : has("$Function")
      ? ["a function import", readFunctionImport]
      : has("$Collection")
        ? ["an entity set", readEntitySet]
        : ["a singleton", readSingleton];
  const name = simpleName({ value: member.name, at: member.at }, what, reading);
  return name && read(name, member, object, reading);
}

const SET = ["$Kind", "$Collection", "$Type", "$IncludeInServiceDocument", "$NavigationPropertyBinding"];
const SINGLETON = ["$Kind", "$Type", "$Nullable", "$NavigationPropertyBinding"];

function readEntitySet(
  name: SimpleName,
  member: JsonMember,
  object: JsonObject,
  reading: Reading,
): EntitySet | undefined {
  const members = classifyMembers(object, "EntitySet", { keywords: SET }, reading);
  const entityType = requiredName(members, "$Type", reading);
  return (
    entityType &&
    defined({
      kind: "EntitySet" as const,
      name,
      at: member.at,
      by: "csdl" as const,
      entityType,
      includeInServiceDocument: flag(members, "$IncludeInServiceDocument", reading),
      navigationPropertyBindings: readBindings(members, reading),
      annotations: readAnnotations(members, reading),
    })
  );
}

function readSingleton(
  name: SimpleName,
  member: JsonMember,
  object: JsonObject,
  reading: Reading,
): Singleton | undefined {
  const members = classifyMembers(object, "Singleton", { keywords: SINGLETON }, reading);
  const type = requiredName(members, "$Type", reading);
  return (
    type &&
    defined({
      kind: "Singleton" as const,
      name,
      at: member.at,
      by: "csdl" as const,
      type,
      nullable: flag(members, "$Nullable", reading),
      navigationPropertyBindings: readBindings(members, reading),
      annotations: readAnnotations(members, reading),
    })
  );
}

function readBindings(members: ObjectMembers, reading: Reading): readonly NavigationPropertyBinding[] {
  const bindings = objectOf(keyword(members, "$NavigationPropertyBinding"), "$NavigationPropertyBinding", reading);
  return (bindings?.members ?? []).flatMap(({ name, value, at }) => {
    if (value.kind === "string")
      return [{ path: resolvePath(name, reading), target: resolvePath(value.value, reading), at }];
    wrongKind(value, name, "a path", reading);
    return [];
  });
}

function readActionImport(
  name: SimpleName,
  member: JsonMember,
  object: JsonObject,
  reading: Reading,
): ActionImport | undefined {
  const members = classifyMembers(object, "ActionImport", { keywords: ["$Kind", "$Action", "$EntitySet"] }, reading);
  const action = requiredName(members, "$Action", reading);
  return (
    action &&
    defined({
      kind: "ActionImport" as const,
      name,
      at: member.at,
      by: "csdl" as const,
      action,
      entitySet: readEntitySetPath(members, reading),
      annotations: readAnnotations(members, reading),
    })
  );
}

function readFunctionImport(
  name: SimpleName,
  member: JsonMember,
  object: JsonObject,
  reading: Reading,
): FunctionImport | undefined {
  const members = classifyMembers(
    object,
    "FunctionImport",
    { keywords: ["$Kind", "$Function", "$EntitySet", "$IncludeInServiceDocument"] },
    reading,
  );
  const target = requiredName(members, "$Function", reading);
  return (
    target &&
    defined({
      kind: "FunctionImport" as const,
      name,
      at: member.at,
      by: "csdl" as const,
      function: target,
      entitySet: readEntitySetPath(members, reading),
      includeInServiceDocument: flag(members, "$IncludeInServiceDocument", reading),
      annotations: readAnnotations(members, reading),
    })
  );
}

function readEntitySetPath(members: ObjectMembers, reading: Reading): string | undefined {
  const path = stringOf(members, "$EntitySet", reading);
  return path && resolvePath(path.value, reading);
}
