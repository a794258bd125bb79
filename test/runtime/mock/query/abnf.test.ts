import { expect, it } from "vitest";
import { parse } from "yaml";
import { abnfFile } from "../../../support/abnf/odata-grammar.js";
import { describeWithCorpus } from "../../../support/corpus.js";
import { abnfService, abnfType } from "./abnf-service.js";
import { contextOf, faultOf } from "./shop-service.js";

interface Case {
  readonly Rule: string;
  readonly Input: string;
  readonly FailAt?: number;
}

const context = contextOf(abnfService);

/** What a case is as the query of a URL, by the rule that it is for. */
const queries: Readonly<Record<string, (input: string) => string>> = {
  ...Object.fromEntries(
    ["commonExpr", "firstMemberExpr", "propertyPathExpr"].map((rule) => [rule, (text) => `$filter=(${text}) eq null`]),
  ),
  ...Object.fromEntries(
    ["boolCommonExpr", "boolcommonExpr", "isofExpr", "notExpr"].map((rule) => [rule, (text) => `$filter=${text}`]),
  ),
  ...Object.fromEntries(
    ["filter", "orderby", "orderBy", "expand", "select", "search", "queryOptions", "systemQueryOption"].map((rule) => [
      rule,
      (text) => text,
    ]),
  ),
  ...Object.fromEntries(
    ["skiptoken", "deltatoken", "compute", "customQueryOption"].map((rule) => [rule, (text: string) => text]),
  ),
  anyExpr: (text) => `$filter=Products/${text}`,
  searchExpr: (text) => `$search=${text}`,
  odataRelativeUri: (text) => text.replace(/^[^?]*/, ""),
};

function casesOf(file: string): readonly (Case & { readonly query: string })[] {
  const { TestCases } = parse(abnfFile(file)) as { readonly TestCases: readonly Case[] };
  return TestCases.flatMap((one) => {
    const query = queries[one.Rule]?.(one.Input);
    // What has no query is a path.
    return query === undefined || (one.Rule === "odataRelativeUri" && !one.Input.includes("?"))
      ? []
      : { ...one, query };
  });
}

/** Right by the grammar, and refused with 400. */
const refused: Readonly<Record<string, readonly string[]>> = {
  "the variable is of a lambda expression around it": ["lambda/Completed"],
  "it is for a collection of strings": ["$filter=endswith($it,'.com')"],
  "it is for a complex value": ["$select=Model.AddressWithLocation/Location", "$select=AddressWithLocation/Location"],
  "the navigation property has one entity, which is not searched": ["$expand=Manager($search=a%3Bb)"],
  "an option stands once (URL Conventions 4.01 §5.1)": [
    "$format=json&$Format=atom&$format=xml&$format=text/html",
    "$format=JSON&$format=Atom&$format=XML&$format=text/html",
  ],
};

/** Wrong by the constraints of the cases, not by those of a service. */
const accepted: Readonly<Record<string, readonly string[]>> = {
  "options of the service may have any name, and no value": ["$search=more&more", "$skiptoken=Not&this"],
};

describeWithCorpus("the test cases of the OData grammar", () => {
  const cases = casesOf("odata-abnf-testcases.yaml");
  const answers = cases.map((one) => ({ ...one, fault: faultOf(one.query, abnfType, context) }));

  it("parse, or are refused with 501, but for the listed ones", () => {
    const right = answers.filter(({ FailAt }) => FailAt === undefined);
    const wrong = right.filter(({ fault }) => fault?.startsWith("400"));
    expect(wrong.map(({ Input }) => Input).sort()).toEqual(Object.values(refused).flat().sort());
    expect(right.filter(({ fault }) => fault === undefined).length).toBeGreaterThan(150);
  });

  it("are refused with 400 where they are wrong, but for the listed ones", () => {
    const wrong = answers.filter(({ FailAt }) => FailAt !== undefined);
    const passed = wrong.filter(({ fault }) => !fault?.startsWith("400"));
    expect(passed.map(({ Input }) => Input)).toEqual(Object.values(accepted).flat());
    expect(wrong.length).toBeGreaterThan(10);
  });

  it("say what is not supported", () => {
    const unsupported = answers.flatMap(({ fault }) => (fault?.startsWith("501") ? fault : []));
    const causes = unsupported.map((fault) => fault.replace(/of [\w.]+ in/, "of … in"));
    expect([...new Set(causes)]).toMatchInlineSnapshot(`
      [
        "501 Keys in expressions are not supported.",
        "501 Calls of … in expressions are not supported.",
        "501 startswith of collections is not supported.",
        "501 geo.intersects is not supported.",
        "501 geo.length is not supported.",
        "501 The query option is not supported.",
        "501 $root is not supported.",
        "501 Annotations in expressions are not supported.",
        "501 Only navigation properties can be expanded.",
        "501 Options of annotations are not supported.",
      ]
    `);
  });

  it.each([
    ["odata-aggregation-testcases.yaml", 100],
    ["odata-temporal-testcases.yaml", 10],
  ])("of %s never fail otherwise", (file, least) => {
    const faults = casesOf(file).map(({ query }) => faultOf(query, abnfType, context)?.slice(0, 3) ?? "none");
    expect(faults.filter((status) => ["501", "400", "none"].includes(status)).length).toBeGreaterThan(least);
  });
});
