/** A page at the path of its repository, from which its address follows, and the CSDL that it is about. */
export const graphPage = {
  "api-reference/v1.0/api/lamp-get.md": `# Get lamp

Namespace: microsoft.graph

Reads a lamp.

## HTTP request

\`\`\`http
GET /lamps/{id}
\`\`\`

## Response

If successful, this method returns a \`200 OK\` response code and a [lamp](../resources/lamp.md) object in the response body.
`,
  "api-reference/v1.0/resources/lamp.md": `# lamp resource type

Namespace: microsoft.graph

A light.

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|What it is known by.|
`,
  "graph.xml": `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="microsoft.graph">
  <EntityType Name="lamp"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>
  <EntityContainer Name="Home"><EntitySet Name="lamps" EntityType="microsoft.graph.lamp"/></EntityContainer>
</Schema>`,
} as const;
