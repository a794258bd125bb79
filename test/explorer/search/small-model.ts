import type { MemberData, ModelData, OperationData, StructuredData } from "../../../src/explore/data/format.js";
import { pageData } from "../../../src/explore/file/page-file.js";
import { openModel } from "../../../src/explorer/model/model.js";
import { search } from "../../../src/explorer/search/search.js";

function property(name: string, description?: string): MemberData {
  return {
    kind: "Property",
    name,
    read: "string",
    type: "Edm.String",
    ...(description !== undefined && { description }),
  };
}

function structured(kind: StructuredData["kind"], name: string, members: readonly MemberData[]): StructuredData {
  return { kind, name: `ns.${name}`, read: name, schema: `${name}Schema`, members };
}

function operation(name: string, boundTo: string, returns: string): OperationData {
  return {
    kind: "Action",
    name: `ns.${name}`,
    boundTo,
    parameters: [],
    returns,
    segment: name,
    call: `.${name}.post()`,
  };
}

/** A service with names that meet in one search. */
export const smallModel: ModelData = {
  format: "odata-codegen-model/1",
  title: "Mail",
  protocol: "4.0",
  namespaces: [{ name: "ns" }],
  types: [
    structured("EntityType", "user", [
      property("displayName"),
      property("mail"),
      property("id", "Unique in the tenant."),
    ]),
    structured("EntityType", "mailFolder", [property("displayName"), property("id")]),
    structured("ComplexType", "mailTips", [property("recipient")]),
    structured("EntityType", "electronicMail", [property("displayName"), property("automail")]),
    { kind: "EnumType", name: "ns.kind", read: "Kind", schema: "kindSchema", members: [{ name: "mail", value: "1" }] },
  ],
  operations: [
    operation("sendMail", "ns.user", "ns.mailFolder"),
    operation("sendMail", "Collection(ns.mailFolder)", "ns.user"),
  ],
  children: [{ kind: "EntitySet", name: "users", target: "ns.user", segment: "users" }],
  requests: [
    {
      method: "POST",
      path: "/users/{id}/sendMail",
      title: "Send mail",
      permissions: [{ scheme: "delegatedWork", alternatives: [["Mail.Send"]], ordered: true }],
      clouds: null,
      queryOptions: null,
      snippet: { http: "POST /users/{id}/sendMail" },
    },
  ],
  changes: {
    against: "before",
    verdict: "major",
    changes: [
      { code: "property-removed", element: "ns.user/fax", message: "gone", breaking: ["readers"] },
      { code: "property-added", element: "ns.user/mail", message: "new" },
    ],
  },
};

openModel(pageData(smallModel));

/** What words find, as `kind name · owner` or `kind name · <count>`. */
export function found(words: string, limit = 60): string[] {
  return search(words, limit).rows.map(({ named, entries }) => {
    const [{ kind, name, owner }] = entries;
    return entries.length > 1 ? `${kind} ${named.name} · ${entries.length}` : `${kind} ${name} · ${owner}`;
  });
}

export function resultsOf(words: string) {
  return search(words, 60);
}
