/** A small service that two pages and a CSDL document describe: lamps with a mode. */
export const lampPages = {
  "pages/lamp-create.md": createPage("03/01/2025", "`off`, `on`, `blinking`", "POST"),
  "pages/lamp-update.md": createPage("06/01/2023", "`off`, `on`", "PATCH"),
} as const;

function createPage(date: string, modes: string, method: "POST" | "PATCH"): string {
  return `---
title: "${method === "POST" ? "Create" : "Update"} lamp"
ms.localizationpriority: medium
ms.date: ${date}
---

# ${method === "POST" ? "Create" : "Update"} lamp

Namespace: contoso.home

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Lamp.ReadWrite|
|Delegated (personal Microsoft account)|Not supported.|
|Application|Lamp.ReadWrite.All|

## HTTP request

\`\`\`http
${method} /lamps${method === "POST" ? "" : "/{lampId}"}
\`\`\`

## Request body

In the request body, supply a JSON representation of the [lamp](../resources/lamp.md) object.

|Property|Type|Description|
|:---|:---|:---|
|id|String|What the lamp is known by.|
|mode|[lampMode](../resources/lampmode.md)|How it shines. Possible values are: ${modes}.|

## Response

If successful, this method returns a \`200 OK\` response code and a [lamp](../resources/lamp.md) object in the response body.
`;
}

export const lampCsdl = `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
  <edmx:DataServices>
    <Schema Namespace="contoso.home" Alias="self" xmlns="http://docs.oasis-open.org/odata/ns/edm">
      <EnumType Name="lampMode">
        <Member Name="off" Value="0" />
        <Member Name="on" Value="5" />
      </EnumType>
      <EntityType Name="lamp">
        <Key><PropertyRef Name="id" /></Key>
        <Property Name="id" Type="Edm.Int32" Nullable="false" />
        <Property Name="mode" Type="self.lampMode" />
      </EntityType>
      <EntityContainer Name="Home">
        <EntitySet Name="lamps" EntityType="self.lamp" />
      </EntityContainer>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
`;

export const lampFiles = { ...lampPages, "lamps.xml": lampCsdl } as const;
