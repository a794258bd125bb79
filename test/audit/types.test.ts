/** What the audit finds where a page documents a type in another way than the CSDL declares it. */
import { describe, expect, it } from "vitest";
import { auditInputs } from "../../src/audit.js";
import { auditOf } from "../../src/audit/audit.js";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { parse } from "../support/model.js";

const csdl = (inside: string) => `<Schema Namespace="n" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EnumType Name="mode"><Member Name="off" Value="0"/><Member Name="on" Value="1"/></EnumType>
<TypeDefinition Name="money" UnderlyingType="Edm.Decimal"/>
<ComplexType Name="json"/>
<ComplexType Name="part"><Property Name="a" Type="Edm.String"/></ComplexType><ComplexType Name="screw" BaseType="n.part"/><ComplexType Name="nail" BaseType="n.part"/>
${inside}</Schema>`;

const page = (title: string, text: string, metadata = "") =>
  `# ${title}\n\nNamespace: n\n\n${text}\n\n${metadata === "" ? "" : `## JSON representation\n<!-- ${metadata} -->\n`}`;
const rows = (...all: readonly string[]) =>
  `## Properties\n|Property|Type|Description|\n|:-|:-|:-|\n${all.join("\n")}\n`;

/** Causes with their messages, but those of what no page documents. */
function found(texts: Readonly<Record<string, string>>): readonly string[] {
  const sources = new Sources();
  const report = new Report();
  const documents = Object.entries(texts).flatMap(([name, text]) => parse(sources.add(name, text), report) ?? []);
  return auditOf(auditInputs(documents, report))
    .filter(({ cause }) => !cause.endsWith("undocumented"))
    .map(
      ({ cause, message, suggestion }) => `${cause}: ${message}${suggestion === undefined ? "" : ` (${suggestion})`}`,
    );
}

describe("the type of a property", () => {
  const differences = (declared: string, documented: string) =>
    found({
      "a.xml": csdl(`<ComplexType Name="thing"><Property Name="p" Type="${declared}"/></ComplexType>`),
      "thing.md": page("thing resource type", rows(`|p|${documented}|x|`)),
    });
  const as = (documented: string, declared: string) =>
    `documented as ${documented}, declared as ${declared} in the CSDL (${declared})`;

  it.each<[declared: string, documented: string, ...findings: readonly string[]]>([
    ["Edm.String", "String"],
    ["n.money", "Decimal"],
    ["Edm.String", "Int32", `type-primitive-differs: ${as("Int32", "String")}`],
    ["n.money", "Double", `type-primitive-differs: ${as("Double", "n.money")}`],
    ["n.mode", "String", `type-enum-as-string: ${as("String", "n.mode")}`],
    ["n.mode", "Int32", `type-primitive-for-model: ${as("Int32", "n.mode")}`],
    ["n.part", "String", `type-primitive-for-model: ${as("String", "n.part")}`],
    ["Edm.String", "[mode](mode.md)", `type-model-for-primitive: ${as("n.mode", "String")}`],
    ["Edm.Untyped", "[mode](mode.md)"],
    ["n.part", "[screw](screw.md)", `type-derived-for-base: ${as("n.screw", "n.part")}`],
    ["n.screw", "[part](part.md)", `type-base-for-derived: ${as("n.part", "n.screw")}`],
    ["n.screw", "[nail](nail.md)", `type-model-differs: ${as("n.nail", "n.screw")}`],
    [
      "n.part",
      "n.none",
      "type-unknown: documented as n.none, which the CSDL does not declare; declared as n.part (n.part)",
    ],
    ["Collection(Edm.String)", "String", `type-collection-differs: ${as("String", "Collection(String)")}`],
    ["Edm.String", "String collection", `type-collection-differs: ${as("Collection(String)", "String")}`],
    [
      "Collection(n.mode)",
      "Int32",
      `type-collection-differs: ${as("Int32", "Collection(n.mode)")}`,
      `type-primitive-for-model: ${as("Int32", "Collection(n.mode)")}`,
    ],
    ["n.json", "Json"],
    ["Edm.Untyped", "Json"],
    [
      "Collection(n.part)",
      "Json",
      "type-vague: documented without a definite type, declared as Collection(n.part) in the CSDL (Collection(n.part))",
    ],
    ["Edm.String", "Json", "type-vague: documented without a definite type, declared as String in the CSDL (String)"],
  ])("%s documented as %s", (declared, documented, ...findings) =>
    expect(differences(declared, documented)).toEqual(findings),
  );
});

describe("a type", () => {
  const thing = (attributes: string, inside = "") =>
    csdl(
      `<EntityType Name="base"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/></EntityType><EntityType Name="thing" ${attributes}>${inside}</EntityType>`,
    );
  const resource = (metadata: Readonly<Record<string, unknown>>, intro = "", row = "|id|String|Key.|") =>
    page(
      "thing resource type",
      `${intro}\n\n${rows(row)}`,
      JSON.stringify({ blockType: "resource", "@odata.type": "n.thing", ...metadata }),
    );
  const inherited = "|id|String|Inherited from [base](base.md).|";

  it.each<[what: string, declared: string, documented: string, ...findings: readonly string[]]>([
    ["as it is", thing('BaseType="n.base"'), resource({ baseType: "n.base" }, "", inherited)],
    [
      "with another base",
      thing('BaseType="n.base"'),
      resource({ baseType: "n.part" }),
      "base-differs: documented as derived from n.part, derived from n.base in the CSDL (n.base)",
    ],
    [
      "with a base that the CSDL does not declare",
      thing("", '<Property Name="id" Type="Edm.String"/>'),
      resource({ baseType: "n.base" }),
      "base-differs: documented as derived from n.base, declared without base type in the CSDL",
    ],
    [
      "with another key",
      thing(
        "",
        '<Key><PropertyRef Name="id"/><PropertyRef Name="no"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/><Property Name="no" Type="Edm.Int32" Nullable="false"/>',
      ),
      resource({ keyProperty: "id" }),
      "key-differs: documented with the key id, declared with the key id and no in the CSDL (id and no)",
    ],
    [
      "with a key that the CSDL does not declare",
      thing("", '<Property Name="id" Type="Edm.String"/>'),
      resource({ keyProperty: "id" }),
      "key-differs: documented with the key id, declared without key in the CSDL",
    ],
    ["with the key of its base", thing('BaseType="n.base"'), resource({ keyProperty: "id" })],
    [
      "as open",
      thing('BaseType="n.base"'),
      resource({ openType: true }),
      "open-differs: documented as open, not open in the CSDL",
    ],
    [
      "as not open",
      thing('BaseType="n.base" OpenType="true"'),
      resource({ openType: false }),
      "open-differs: documented as not open, open in the CSDL",
    ],
    [
      "as abstract",
      thing('BaseType="n.base"'),
      resource({ abstract: true }),
      "abstract-differs: documented as abstract, not abstract in the CSDL",
    ],
    ["without a word on what is abstract", thing('BaseType="n.base" Abstract="true"'), resource({})],
  ])("%s", (_, declared, documented, ...findings) =>
    expect(found({ "a.xml": declared, "thing.md": documented })).toEqual(findings),
  );

  it("that the CSDL does not declare has a suggestion where one is similar", () => {
    const of = (name: string) =>
      found({ "a.xml": csdl(""), "x.md": page(`${name} resource type`, rows("|a|String|x|")) });
    expect(of("parts")).toEqual([
      "type-not-in-csdl: the CSDL does not declare this type; did you mean n.part? (n.part)",
    ]);
    expect(of("somethingElse")).toEqual(["type-not-in-csdl: the CSDL does not declare this type"]);
  });

  it("of another kind is named with both kinds", () => {
    const enumPage = (name: string) => page(`${name} enum type`, "## Members\n|Member|\n|:-|\n|a|\n");
    expect(found({ "a.xml": csdl(""), "x.md": page("mode resource type", rows("|a|String|x|")) })).toEqual([
      "kind-differs: documented as a structured type, declared as an enum in the CSDL",
    ]);
    expect(found({ "a.xml": csdl(""), "x.md": enumPage("part") })).toEqual([
      "kind-differs: documented as an enum, declared as a structured type in the CSDL",
    ]);
    expect(found({ "a.xml": csdl(""), "x.md": enumPage("money") })).toEqual([
      "kind-differs: documented as an enum, declared as a primitive type in the CSDL",
    ]);
  });
});

describe("a property", () => {
  const thing = csdl(
    '<ComplexType Name="top"><Property Name="t" Type="Edm.String"/></ComplexType><ComplexType Name="middle" BaseType="n.top"/><ComplexType Name="thing" BaseType="n.middle"><Property Name="own" Type="Edm.String"/><NavigationProperty Name="nav" Type="n.other"/></ComplexType><EntityType Name="other"/>',
  );
  const of = (row: string, relationship = "") =>
    found({
      "a.xml": thing,
      "thing.md": page(
        "thing resource type",
        `${rows(row)}${relationship === "" ? "" : `\n## Relationships\n|Relationship|Type|Description|\n|:-|:-|:-|\n${relationship}\n`}`,
      ),
    });

  it("may be inherited from any type between its own and that which declares it", () => {
    expect(of("|t|String|Inherited from [top](top.md).|")).toEqual([]);
    expect(of("|t|String|Inherited from [middle](middle.md).|")).toEqual([]);
    expect(of("|own|String|Inherited from [middle](middle.md).|")).toEqual([
      "inherited-from-differs: documented as inherited from n.middle, declared by n.thing in the CSDL (n.thing)",
    ]);
  });

  it("stands in the table of its kind", () => {
    expect(of("|nav|[other](other.md)|x|")).toEqual([
      "navigation-as-property: listed as a property, declared as a navigation property in the CSDL",
    ]);
    expect(of("|t|String|x|", "|own|String|x|")).toEqual([
      "property-as-navigation: listed as a relationship, declared as a property in the CSDL",
    ]);
    expect(of("|own|String|x|", "|nav|[other](other.md)|x|")).toEqual([]);
  });
});

describe("the members of an enum", () => {
  const color =
    '<EnumType Name="color"><Member Name="red" Value="0"/><Member Name="green" Value="1"/><Member Name="unknownFutureValue" Value="2"/></EnumType>';
  const of = (...members: readonly string[]) =>
    found({
      "a.xml": csdl(color),
      "c.md": page("color enum type", `## Members\n|Member|Value|\n|:-|:-|\n${members.join("\n")}\n`),
    });

  it.each<[members: readonly string[], ...findings: readonly string[]]>([
    [["|red|0|", "|green|1|"]],
    [
      ["|red|0|", "|green|1|", "|unknownFutureValue|9|"],
      "member-value-differs: documented with the number 9, declared with 2 in the CSDL (2)",
    ],
    [["|red|5|", "|green||"], "member-value-differs: documented with the number 5, declared with 0 in the CSDL (0)"],
    [["|Red||", "|green||"], "member-letter-case: documented as Red, declared as red in the CSDL (red)"],
    [["|red||", "|grene||"], "member-near-miss: documented as grene, declared as green in the CSDL (green)"],
    [["|red||", "|green||", "|purple||"], "member-not-in-csdl: the CSDL does not declare this member"],
  ])("%j", (members, ...findings) => expect(of(...members)).toEqual(findings));

  it("are of another enum where most of a long list are none of it", () => {
    const list = (count: number) => Array.from({ length: count }, (_, index) => `|value${index}long||`);
    expect(of(...list(7))).toEqual([
      "list-of-other-values: most of the 7 listed values are not members of the enum in the CSDL",
    ]);
    expect(of(...list(6))).toHaveLength(6);
    expect(of("|red||", "|green||", ...list(2))).toHaveLength(2);
  });

  it("are those of an enum in another namespace where they share one", () => {
    const other = (member: string) =>
      found({
        "a.xml": csdl(color),
        "c.md": page("color enum type", `## Members\n|Member|\n|:-|\n|${member}|\n|green|\n`).replace(
          "Namespace: n",
          "Namespace: n.other",
        ),
      });
    expect(other("red")).toEqual([
      "type-namespace-differs: documented as n.other.color, declared as n.color in the CSDL (n.color)",
    ]);
  });
});
