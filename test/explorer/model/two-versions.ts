import type { ChangeData, FindingData, ModelData } from "../../../src/explore/data/format.js";

const changes: readonly ChangeData[] = [
  { code: "property-removed", element: "ns.User/city", message: "ns.User/city is gone.", breaking: ["readers"] },
  { code: "type-removed", element: "ns.Old", message: "ns.Old is gone.", breaking: ["source"] },
  { code: "operation-added", element: "ns.move(ns.User)", message: "The action is new.", compatible: ["source"] },
  { code: "parameter-added", element: "ns.send(ns.User)/to", message: "It is new.", compatible: ["source"] },
  { code: "path-added", element: "/groups", message: "The entity set /groups is new.", compatible: ["source"] },
  { code: "permission-added", element: "GET /users/{id}", message: "X is enough.", compatible: ["readers"] },
  { code: "description-changed", element: "ns.User/mail", message: "The documentation of ns.User/mail changed." },
  { code: "type-added", element: "ns.New", message: "ns.New is new.", compatible: ["source"] },
];

const findings: readonly FindingData[] = [
  { cause: "property-letter-case", element: "ns.User/Mail", message: "documented as Mail" },
  { cause: "property-undocumented", element: "ns.User/mail", message: "undocumented" },
  { cause: "path-unresolved", element: "GET /users/{user-id}", message: "no segment" },
  { cause: "operation-undocumented", element: "ns.send(ns.User)", message: "no page" },
];

/** A service with findings, and with changes since another version. */
export const twoVersions: ModelData = {
  format: "odata-codegen-model/1",
  title: "Mail",
  protocol: "4.0",
  namespaces: [{ name: "ns" }],
  sources: [{ name: "docs/pages/user.md" }, { name: "docs/csdl.xml" }],
  types: [
    {
      kind: "EntityType",
      name: "ns.User",
      read: "User",
      schema: "userSchema",
      members: [{ kind: "Property", name: "mail", read: "string" }],
    },
  ],
  operations: [{ kind: "Action", name: "ns.send", parameters: [], segment: "send", call: ".send.post()" }],
  children: [],
  requests: [
    {
      method: "GET",
      path: "/users/{userId}",
      permissions: null,
      clouds: null,
      queryOptions: null,
      snippet: { http: "GET /users/{userId}" },
    },
  ],
  findings,
  changes: { against: "old.xml", verdict: "major", changes },
};
