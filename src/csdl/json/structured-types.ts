import type {
  NavigationProperty,
  OnDelete,
  Property,
  PropertyRef,
  ReferentialConstraint,
  StructuredType,
} from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import { readOnDeleteAction } from "../on-delete.js";
import { qualifiedName, resolvePath } from "../qualified-names.js";
import { type Reading, defined, simpleName, type Text } from "../reading.js";
import { readAnnotations, readDefaultValue } from "./annotations.js";
import type { JsonMember, JsonValue } from "./json-tree.js";
import {
  arrayOf,
  keyword,
  objectOf,
  type ObjectMembers,
  classifyMembers,
  stringOf,
  wrongKind,
} from "./object-members.js";
import { flag, TYPE_KEYWORDS, typeRef } from "./type-uses.js";

const TYPE = ["$Kind", "$BaseType", "$Abstract", "$OpenType"];

export const structuredTypeKeywords = { EntityType: [...TYPE, "$HasStream", "$Key"], ComplexType: TYPE } as const;

/** Reads an entity type or complex type (CSDL JSON 4.01 §6, §9). */
export function readStructuredType(
  kind: StructuredType["kind"],
  name: QualifiedName,
  member: JsonMember,
  members: ObjectMembers,
  reading: Reading,
): StructuredType {
  const properties: Property[] = [];
  const navigationProperties: NavigationProperty[] = [];
  for (const child of members.children) {
    const property = readMember(child, reading);
    if (property?.kind === "Property") properties.push(property);
    else if (property !== undefined) navigationProperties.push(property);
  }
  const base = stringOf(members, "$BaseType", reading);
  return defined({
    kind,
    name,
    at: member.at,
    by: "csdl" as const,
    base: base && qualifiedName(base, reading),
    abstract: flag(members, "$Abstract", reading),
    open: flag(members, "$OpenType", reading),
    hasStream: flag(members, "$HasStream", reading),
    key: readKey(members, reading),
    properties,
    navigationProperties,
    annotations: readAnnotations(members, reading),
  });
}

/** Reads `$Key`: a string is a property, an object with one member maps an alias to a path (CSDL JSON 4.01 §6.5). */
function readKey(members: ObjectMembers, reading: Reading): readonly PropertyRef[] | undefined {
  const key = arrayOf(keyword(members, "$Key"), "$Key", reading);
  return key?.items.flatMap((item) => readPropertyRefs(item, reading));
}

function readPropertyRefs(item: JsonValue, reading: Reading): readonly PropertyRef[] {
  if (item.kind === "string") return [{ name: resolvePath(item.value, reading), at: item.at }];
  const object = objectOf(item, "An item of $Key", reading);
  return (object?.members ?? []).flatMap(({ name, value, at }) => {
    const alias = simpleName({ value: name, at }, "a key alias", reading);
    if (value.kind === "string") return [defined({ name: resolvePath(value.value, reading), alias, at })];
    wrongKind(value, name, "a path", reading);
    return [];
  });
}

const NAVIGATION = [
  "$Kind",
  "$Type",
  "$Collection",
  "$Nullable",
  "$Partner",
  "$ContainsTarget",
  "$ReferentialConstraint",
  "$OnDelete",
];

function readMember(member: JsonMember, reading: Reading): Property | NavigationProperty | undefined {
  const object = objectOf(member.value, member.name, reading);
  if (object === undefined) return undefined;
  const kind = object.members.find(({ name }) => name === "$Kind")?.value;
  if (kind?.kind === "string" && kind.value === "NavigationProperty") {
    const name = simpleName({ value: member.name, at: member.at }, "a navigation property", reading);
    const members = classifyMembers(
      object,
      kind.value,
      { keywords: NAVIGATION, annotated: (target) => target === "$OnDelete" },
      reading,
    );
    return name && readNavigationProperty(name, member, members, reading);
  }
  if (kind !== undefined && (kind.kind !== "string" || kind.value !== "Property")) {
    wrongKind(kind, "$Kind", "Property or NavigationProperty", reading);
    return undefined;
  }
  const name = simpleName({ value: member.name, at: member.at }, "a property", reading);
  const members = classifyMembers(
    object,
    "Property",
    { keywords: ["$Kind", ...TYPE_KEYWORDS, "$DefaultValue"] },
    reading,
  );
  return (
    name &&
    defined({
      kind: "Property" as const,
      name,
      at: member.at,
      by: "csdl" as const,
      type: typeRef(members, reading),
      defaultValue: readDefaultValue(members, reading),
      annotations: readAnnotations(members, reading),
    })
  );
}

function readNavigationProperty(
  name: NavigationProperty["name"],
  member: JsonMember,
  members: ObjectMembers,
  reading: Reading,
): NavigationProperty {
  const partner = stringOf(members, "$Partner", reading);
  return defined({
    kind: "NavigationProperty" as const,
    name,
    at: member.at,
    by: "csdl" as const,
    type: readNavigationType(members, reading),
    partner: partner && resolvePath(partner.value, reading),
    containsTarget: flag(members, "$ContainsTarget", reading),
    referentialConstraints: readReferentialConstraints(members, reading),
    onDelete: readOnDelete(members, reading),
    annotations: readAnnotations(members, reading),
  });
}

function readNavigationType(members: ObjectMembers, reading: Reading): NavigationProperty["type"] {
  if (!members.keywords.has("$Type")) {
    reading.report.add("missing-attribute", members.object.at, { element: members.what, attribute: "$Type" });
    return undefined;
  }
  const type = typeRef(members, reading);
  if (type === undefined || !type.collection || members.keywords.has("$Nullable")) return type;
  // Collections of entities have no nullability (CSDL JSON 4.01 §8.2).
  return { type: type.type, collection: true };
}

function readReferentialConstraints(
  members: ObjectMembers,
  reading: Reading,
): readonly ReferentialConstraint[] | undefined {
  const object = objectOf(keyword(members, "$ReferentialConstraint"), "$ReferentialConstraint", reading);
  if (object === undefined) return undefined;
  const constraints = classifyMembers(
    object,
    "$ReferentialConstraint",
    { keywords: [], children: true, annotated: () => true },
    reading,
  );
  return constraints.children.flatMap(({ name, value, at }) => {
    if (value.kind !== "string") {
      wrongKind(value, name, "a path", reading);
      return [];
    }
    const annotations = readAnnotations(constraints, reading, name);
    return [
      defined({
        property: resolvePath(name, reading),
        referencedProperty: resolvePath(value.value, reading),
        at,
        annotations,
      }),
    ];
  });
}

function readOnDelete(members: ObjectMembers, reading: Reading): OnDelete | undefined {
  const text: Text | undefined = stringOf(members, "$OnDelete", reading);
  const action = text && readOnDeleteAction(text, "$OnDelete", reading);
  return (
    text && action && defined({ action, at: text.at, annotations: readAnnotations(members, reading, "$OnDelete") })
  );
}
