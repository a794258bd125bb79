/** Small services in two versions, for the codes of changes that those of test/changes/source-cases.ts do not bring about. */
import { metadataOf, type Version } from "../changes/source-cases.js";

/** The texts of two versions, by the names of their files. */
export interface ChangeCase {
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

const id = '<Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Guid" Nullable="false"/>';
const core = (term: string, value: string) => `<Annotation Term="Org.OData.Core.V1.${term}" ${value}/>`;

function csdl(before: Version, after: Version): ChangeCase {
  return { before: { "m.xml": metadataOf(before) }, after: { "m.xml": metadataOf(after) } };
}

/** A property `a` that is not null, with attributes and an annotation. */
const a = (attributes: string, annotation = "") => ({
  thing: `<Property Name="a" Type="Edm.String" Nullable="false" ${attributes}>${annotation}</Property>`,
});

/** An annotation of the entity set. */
const restricted = (term: string, property: string) => ({
  thing: '<Property Name="a" Type="Edm.String"/>',
  set: `<Annotation Term="Org.OData.Capabilities.V1.${term}"><Record><PropertyValue Property="${property}"><Collection><PropertyPath>a</PropertyPath></Collection></PropertyValue></Record></Annotation>`,
});

const alternateKey = `<Annotation Term="Org.OData.Core.V1.AlternateKeys"><Collection><Record><PropertyValue Property="Key"><Collection><Record><PropertyValue Property="Name" PropertyPath="name"/><PropertyValue Property="Alias" String="name"/></Record></Collection></PropertyValue></Record></Collection></Annotation>`;

const derived = `<EntityType Name="Base">${id}</EntityType><EntityType Name="Special" BaseType="s.Base"/>`;
const bound = (type: string) =>
  `${derived}<Action Name="Act" IsBound="true"><Parameter Name="it" Type="s.${type}"/></Action>`;
const operation = (kind: string) =>
  `<${kind} Name="Act" IsBound="true"><Parameter Name="it" Type="s.Thing"/><ReturnType Type="Edm.String"/></${kind}>`;
const parameter = (annotation: string) =>
  `<Function Name="Act" IsBound="true"><Parameter Name="it" Type="s.Thing"/><Parameter Name="p" Type="Edm.String" Nullable="false">${annotation}</Parameter><ReturnType Type="Edm.String"/></Function>`;
const colors = (value: number) => `<EnumType Name="Color"><Member Name="red" Value="${value}"/></EnumType>`;

const parts = `<EntityType Name="Part">${id}</EntityType><EntityType Name="Other">${id}</EntityType>`;
const bindings = (target: string) => ({
  schema: parts,
  thing: '<NavigationProperty Name="part" Type="s.Part"/>',
  set: `<NavigationPropertyBinding Path="part" Target="${target}"/>`,
  container: '<EntitySet Name="one" EntityType="s.Part"/><EntitySet Name="two" EntityType="s.Part"/>',
});

const schema = (namespace: string, children: string) =>
  `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="${namespace}">${children}</Schema>`;
/** A namespace with most of the types is exported at the top. */
const namespaces = (counts: readonly [number, number]) => ({
  "one.xml": schema("n.one", types(counts[0])),
  "two.xml": schema("n.two", types(counts[1])),
});
const types = (count: number) => Array.from({ length: count }, (_, i) => `<ComplexType Name="C${i}"/>`).join("");

/** The page of a request with a row of permissions. */
const page = (permissions: string, version = "v1.0") => `# Get thing

Namespace: microsoft.graph

## Permissions
|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|${permissions}|

## HTTP request
\`\`\`http
GET /things/{id}
\`\`\`

## Response
If successful, this method returns a \`200 OK\` response code and a [thing](thing.md) object.

## Examples

### Request
\`\`\`http
GET https://graph.microsoft.com/${version}/things/1
\`\`\`
`;
const resource = `# thing resource type

Namespace: microsoft.graph

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|The identifier.|
`;
const pages = (...permissions: readonly string[]) => ({
  "thing.md": resource,
  ...Object.fromEntries(permissions.map((text, i) => [`get-${i}.md`, page(text)])),
});

export const changeCases: readonly ChangeCase[] = [
  csdl({ schema: '<ComplexType Name="Q"/>' }, { schema: `<EntityType Name="Q">${id}</EntityType>` }),
  csdl({}, { thing: alternateKey }),
  csdl(a(""), a("", core("Permissions", 'EnumMember="Org.OData.Core.V1.Permission/Write"'))),
  csdl(a(""), a('DefaultValue="x"')),
  csdl(
    { thing: '<Property Name="a" Type="Edm.String"/>' },
    restricted("InsertRestrictions", "NonInsertableProperties"),
  ),
  csdl(
    { thing: '<Property Name="a" Type="Edm.String"/>' },
    restricted("FilterRestrictions", "NonFilterableProperties"),
  ),
  csdl({ schema: colors(1) }, { schema: colors(2) }),
  csdl({ schema: operation("Action") }, { schema: operation("Function") }),
  csdl({ schema: bound("Special") }, { schema: bound("Base") }),
  csdl({ schema: parameter("") }, { schema: parameter(core("OptionalParameter", "")) }),
  csdl(
    { schema: parts, container: '<EntitySet Name="x" EntityType="s.Part"/>' },
    { schema: parts, container: '<Singleton Name="x" Type="s.Part"/>' },
  ),
  csdl(
    { schema: parts, container: '<EntitySet Name="x" EntityType="s.Part"/>' },
    { schema: parts, container: '<EntitySet Name="x" EntityType="s.Other"/>' },
  ),
  csdl(bindings("one"), bindings("two")),
  csdl({}, { thing: core("Description", 'String="A thing."') }),
  { before: namespaces([3, 1]), after: namespaces([1, 3]) },
  { before: pages("Thing.Read"), after: pages() },
  { before: pages("Thing.Read"), after: pages("Thing.Read, Thing.ReadWrite") },
  { before: pages("Thing.Read, Thing.ReadWrite"), after: pages("Thing.ReadWrite, Thing.Read") },
  { before: pages("Thing.Read"), after: { "thing.md": resource, "get-0.md": page("Thing.Read", "beta") } },
  {
    before: { "m.xml": metadataOf({}) },
    after: {
      "m.xml": `<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx"><edmx:DataServices xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata" m:DataServiceVersion="2.0">
<Schema xmlns="http://schemas.microsoft.com/ado/2008/09/edm" Namespace="s"><EntityType Name="Thing">${id}</EntityType><EntityContainer Name="Container" m:IsDefaultEntityContainer="true"><EntitySet Name="things" EntityType="s.Thing"/></EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`,
    },
  },
];
