import type { MemberData, ModelData, RequestData, TypeData } from "../../../src/explore/data/format.js";

/** Texts that a page must show as they are: names of prototypes, markup, marks of direction, parts of addresses. */
export const hostileTexts = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "<script>alert(1)</script>",
  "</script><script>alert(2)</script>",
  "<img src=x onerror=alert(3)>",
  "javascript:alert(4)",
  "\u202Eresu\u202C",
  "a/b//c",
  "100%",
  "%2F%00",
  "#/type/other",
  "with  spaces\nand lines",
  "{id}?a=b&c",
  "\uD800",
  "'\"`${x}",
  "é".normalize("NFD"),
  "long".repeat(500),
  "..",
];

function member(name: string): MemberData {
  return {
    kind: "Property",
    name,
    type: name,
    read: name,
    facets: name,
    description: name,
    annotations: [[name, name]],
    links: [name, "https://example.com/<b>"],
    said: [{ source: 0, line: 1, by: name, differs: name }],
  };
}

function types(name: string): TypeData[] {
  return [
    {
      kind: "EntityType",
      name: `ns.${name}`,
      read: name,
      schema: name,
      base: "ns.__proto__",
      members: hostileTexts.map(member),
    },
    { kind: "EnumType", name: `enums.${name}`, read: name, schema: name, members: [{ name, value: name }] },
    { kind: "TypeDefinition", name: `definitions.${name}`, read: name, underlying: name },
  ];
}

function request(name: string): RequestData {
  return {
    method: "GET",
    path: `/${name}`,
    title: name,
    link: name,
    description: name,
    returns: name,
    permissions: [{ scheme: "application", when: name, alternatives: [[name]], ordered: true }],
    clouds: [name],
    queryOptions: { names: [name], others: false },
    snippet: { client: name, schema: name, http: name },
  };
}

/** A service in which every text is hostile. */
export const hostileData: ModelData = {
  format: "odata-codegen-model/1",
  title: "</title><script>alert(0)</script>",
  protocol: "4.0",
  serviceRoot: "javascript:alert(5)",
  container: "<marquee>",
  namespaces: ["ns", "enums", "definitions", "calls"].map((name) => ({ name, exportedAs: "<marquee>" })),
  types: hostileTexts.flatMap(types),
  operations: hostileTexts.map((name) => ({
    kind: "Action" as const,
    name: `calls.${name}`,
    boundTo: `ns.${name}`,
    parameters: [{ name, type: name, write: name }],
    returns: name,
    segment: name,
    call: name,
  })),
  children: hostileTexts.map((name) => ({ kind: "EntitySet" as const, name, target: `ns.${name}`, segment: name })),
  requests: hostileTexts.map(request),
  sources: [{ name: "<marquee>", link: "javascript:alert(6)" }],
  findings: hostileTexts.map((name) => ({ cause: name, element: `ns.${name}`, message: name, at: [[0, 1] as const] })),
  changes: {
    against: "<marquee>",
    verdict: "major",
    changes: hostileTexts.map((name) => ({
      code: "type-removed",
      element: `gone.${name}`,
      message: name,
      breaking: ["source"],
    })),
  },
};
