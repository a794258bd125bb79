import type { MemberData, ModelData, StructuredData } from "../../../src/explore/data/format.js";

/** A property, or with `contained` given a navigation property. */
export function member(name: string, type: string, contained?: boolean): MemberData {
  const kind = contained === undefined ? "Property" : "NavigationProperty";
  return { kind, name, type, read: "unknown", ...(contained === true && { contained }) };
}

export function structured(name: string, members: readonly MemberData[], base?: string): StructuredData {
  const own = { name: `ns.${name}`, read: name, create: `${name}Create`, update: `${name}Update` };
  const rest = { schema: `${name}Schema`, members, ...(base !== undefined && { base: `ns.${base}` }) };
  return { kind: "EntityType", ...own, ...rest };
}

/** A service whose namespace is flat. */
export function dataOf(parts: Partial<ModelData>): ModelData {
  const empty = { types: [], operations: [], children: [], requests: [] };
  return {
    format: "odata-codegen-model/1",
    title: "Small",
    protocol: "4.0",
    namespaces: [{ name: "ns" }],
    ...empty,
    ...parts,
  };
}

/** Mail folders in each other, with messages of users. */
export const mail = dataOf({
  types: [
    structured("Entity", [member("id", "Edm.String")]),
    structured(
      "Folder",
      [member("childFolders", "Collection(ns.Folder)", true), member("messages", "Collection(ns.Message)", true)],
      "Entity",
    ),
    structured(
      "Message",
      [
        member("importance", "ns.Importance"),
        member("sender", "ns.User", false),
        member("replyTo", "Collection(ns.User)", false),
      ],
      "Entity",
    ),
    structured("Note", [], "Message"),
    structured("User", [member("inbox", "ns.Folder", true), member("sent", "Collection(ns.Message)", false)], "Entity"),
    { kind: "EnumType", name: "ns.Importance", read: "Importance", schema: "importanceSchema", members: [] },
  ],
  operations: [
    {
      kind: "Action",
      name: "ns.send",
      boundTo: "ns.User",
      parameters: [{ name: "message", type: "ns.Message" }],
      segment: "send",
      call: ".send.post({ message })",
    },
    {
      kind: "Function",
      name: "ns.recent",
      boundTo: "Collection(ns.Message)",
      parameters: [],
      returns: "Collection(ns.Message)",
      segment: "recent",
      call: ".recent().get()",
    },
  ],
  children: [{ kind: "EntitySet", name: "users", target: "ns.User", segment: "users" }],
});
