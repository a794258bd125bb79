import { library, oldXml } from "./old-documents.js";

const schemaInFrame = (frame: string, version: string, schema: string) =>
  `<e:Edmx xmlns:e="${frame}" Version="${version}"><e:DataServices>\n<Schema xmlns="${schema}" Namespace="n"/></e:DataServices></e:Edmx>`;
const MICROSOFT = "http://schemas.microsoft.com/ado";
const OASIS = "http://docs.oasis-open.org/odata/ns";

const importing = (attributes: string, children = "") =>
  oldXml(
    `<EntityContainer Name="C"><FunctionImport Name="f" ${attributes}>\n${children}</FunctionImport></EntityContainer>`,
  );

/** Each case: what it is, the text, and all that is said of it, with exact places. */
export const oldDiagnostics: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "a V2 document without schemas",
    `<e:Edmx xmlns:e="${MICROSOFT}/2007/06/edmx" Version="1.0"/>`,
    ["1:1 error edmx-without-schema"],
  ],
  [
    "a V3 schema with an element of no version",
    `<Schema xmlns="${MICROSOFT}/2009/11/edm" Namespace="n"><Bad/></Schema>`,
    ["1:76 warning unknown-element"],
  ],
  [
    "a namespace of no version",
    schemaInFrame(`${MICROSOFT}/2007/06/edmx`, "1.0", `${MICROSOFT}/2031/01/edm`),
    ["2:1 error unsupported-version"],
  ],
  [
    "an old schema in a new frame",
    schemaInFrame(`${OASIS}/edmx`, "4.0", `${MICROSOFT}/2006/04/edm`),
    ["2:1 warning schema-outside-edm"],
  ],
  [
    "OData 4 in old namespaces",
    schemaInFrame(`${MICROSOFT}/2007/06/edmx`, "4.0", `${MICROSOFT}/2008/09/edm`),
    ["1:1 warning frame-outside-edmx", "2:1 warning schema-outside-edm"],
  ],
  [
    "an old schema without a namespace",
    `<Schema xmlns="${MICROSOFT}/2008/09/edm" Namespace=""/>`,
    ["1:62 warning namespace-missing"],
  ],
  [
    "unknown attributes, of no namespace and of a known one",
    oldXml(`<ComplexType Name="C" Open="true" m:Etag="x" />`),
    ["4:23 warning unknown-attribute", "4:35 warning unknown-attribute"],
  ],
  [
    "markup of others",
    oldXml(`<ComplexType Name="C" sap:label="A" xmlns:a="urn:a" a:b="c" />`),
    ["4:53 notice foreign-markup"],
  ],
  [
    "a name without its namespace",
    oldXml(`<ComplexType Name="C"/><ComplexType Name="D"><Property Name="c" Type="C"/></ComplexType>`),
    ["4:65 warning namespace-assumed"],
  ],
  [
    "types that OData 2.0 does not have",
    oldXml(
      `<ComplexType Name="C"><Property Name="a" Type="Edm.Date"/>\n<Property Name="b" Type="Edm.Odd"/></ComplexType>`,
    ),
    ["4:42 warning edm-type-of-4", "5:20 error unknown-edm-type"],
  ],
  [
    "an Include of what is no namespace",
    oldXml("").replace(
      "<edmx:DataServices",
      `<v:Reference xmlns:v="${OASIS}/edmx" Uri="v.xml">\n<v:Include Namespace="/ABC/V"/></v:Reference><edmx:DataServices`,
    ),
    ["3:12 warning include-ignored"],
  ],
  [
    "a navigation property of an unknown association",
    oldXml(
      library({ book: `\n<NavigationProperty Name="a" Relationship="Self.none" FromRole="book" ToRole="author"/>` }),
    ),
    ["5:30 error association-unresolved"],
  ],
  [
    "a navigation property to an unknown end",
    oldXml(
      library({ book: `\n<NavigationProperty Name="a" Relationship="Self.written" FromRole="book" ToRole="x"/>` }),
    ),
    ["5:74 error association-unresolved"],
  ],
  [
    "an end with another multiplicity",
    oldXml(
      library({
        ends: `<End Role="book" Type="Self.Book" Multiplicity="*"/>\n<End Role="author" Type="Self.Author" Multiplicity="2"/>`,
      }),
    ),
    ["7:39 error illegal-value"],
  ],
  [
    "a constraint between unknown ends",
    oldXml(
      library({
        constraint: `\n<ReferentialConstraint><Principal Role="a"><PropertyRef Name="id"/></Principal><Dependent Role="book"><PropertyRef Name="a"/></Dependent></ReferentialConstraint>`,
      }),
    ),
    ["7:1 warning constraint-unresolved"],
  ],
  [
    "an association set of an unknown entity set",
    oldXml(
      library({
        container: `\n<AssociationSet Name="S" Association="Self.written"><End Role="book" EntitySet="None"/><End Role="author" EntitySet="Authors"/></AssociationSet>`,
      }),
    ),
    ["8:1 warning association-set-unresolved"],
  ],
  [
    "an association set with one end",
    oldXml(
      library({
        container: `\n<AssociationSet Name="S" Association="Self.written"><End Role="book" EntitySet="Books"/></AssociationSet>`,
      }),
    ),
    ["8:1 warning association-set-unresolved"],
  ],
  [
    "an association set of a set of another type",
    oldXml(
      library({
        container: `\n<AssociationSet Name="S" Association="Self.written"><End Role="book" EntitySet="Authors"/><End Role="author" EntitySet="Authors"/></AssociationSet>`,
      }),
    ),
    ["8:1 warning association-set-unresolved"],
  ],
  [
    "association sets that lead to two sets",
    oldXml(
      library({
        container:
          `<EntitySet Name="Poets" EntityType="Self.Author"/>` +
          ["Authors", "Authors", "Poets"]
            .map(
              (set, index) =>
                `\n<AssociationSet Name="S${index}" Association="Self.written"><End Role="book" EntitySet="Books"/><End Role="author" EntitySet="${set}"/></AssociationSet>`,
            )
            .join(""),
      }),
    ),
    ["10:1 notice binding-ignored"],
  ],
  ["a function import without a method", importing(`ReturnType="Edm.String"`), ["4:27 notice http-method-assumed"]],
  ["a function import with an unknown method", importing(`m:HttpMethod="FETCH"`), ["4:52 error illegal-value"]],
  [
    "a function import with two results",
    importing(`m:HttpMethod="GET"`, `<ReturnType Type="Edm.String"/>\n<ReturnType Type="Edm.Int32"/>`),
    ["6:1 warning return-type-ignored"],
  ],
  [
    "a parameter that comes back",
    importing(`m:HttpMethod="POST"`, `<Parameter Name="p" Type="Edm.String" Mode="InOut"/>`),
    ["5:39 warning parameter-mode"],
  ],
];
