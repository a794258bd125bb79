/** A small service, and pages that describe it rightly: each case of a finding changes one thing. */
export const csdl = `<Schema Namespace="n" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EnumType Name="mode"><Member Name="off" Value="0"/><Member Name="on" Value="1"/><Member Name="blinking" Value="2"/></EnumType>
<EntityType Name="thing" Abstract="true"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>
<EntityType Name="lamp" BaseType="n.thing">
<Property Name="mode" Type="n.mode"/>
<Property Name="watts" Type="Edm.Double"/>
<Property Name="labels" Type="Collection(Edm.String)"/>
<Property Name="bulb" Type="n.bulb"/>
<NavigationProperty Name="room" Type="n.room"/>
</EntityType>
<EntityType Name="floorLamp" BaseType="n.lamp"><Property Name="height" Type="Edm.Int32"/></EntityType>
<EntityType Name="room" BaseType="n.thing"><NavigationProperty Name="lamps" Type="Collection(n.lamp)" ContainsTarget="true"/></EntityType>
<ComplexType Name="bulb"><Property Name="socket" Type="Edm.String"/></ComplexType>
<ComplexType Name="ledBulb" BaseType="n.bulb"/>
<ComplexType Name="extras" OpenType="true"><Property Name="note" Type="Edm.String"/></ComplexType>
<Action Name="blink" IsBound="true"><Parameter Name="it" Type="n.lamp"/><Parameter Name="times" Type="Edm.Int32"/></Action>
<Function Name="brightest" IsBound="true"><Parameter Name="it" Type="Collection(n.lamp)"/><ReturnType Type="n.lamp"/></Function>
<EntityContainer Name="Home"><EntitySet Name="lamps" EntityType="n.lamp"/><EntitySet Name="rooms" EntityType="n.room"/></EntityContainer>
</Schema>`;

const resource = (name: string, text: string, metadata: string) =>
  `# ${name} resource type\n\nNamespace: n\n\n${text}\n\n## JSON representation\n\n<!-- {\n  "blockType": "resource",\n  "@odata.type": "n.${name}"${metadata}\n} -->\n`;

const table = (heading: string, rows: readonly string[]) =>
  `## ${heading}\n|${heading === "Relationships" ? "Relationship" : "Property"}|Type|Description|\n|:---|:---|:---|\n${rows.join("\n")}\n`;

const api = (title: string, line: string, body: string, response: string) =>
  `# ${title}\n\nNamespace: n\n\n## HTTP request\n\`\`\`http\n${line}\n\`\`\`\n\n## Request body\n${body}\n\n## Response\nIf successful, this method returns a \`200 OK\` response code and ${response} in the response body.\n`;

export const pages = {
  "thing.md": resource("thing", table("Properties", ["|id|String|The key.|"]), ""),
  "lamp.md": resource(
    "lamp",
    `${table("Properties", [
      "|id|String|The key. Inherited from [thing](thing.md).|",
      "|mode|[mode](mode.md)|How it shines. Possible values are: `off`, `on`, `blinking`.|",
      "|watts|Double|What it takes.|",
      "|labels|String collection|What it is called.|",
      "|bulb|[bulb](bulb.md)|What is in it.|",
    ])}\n${table("Relationships", ["|room|[room](room.md)|Where it is.|"])}`,
    "",
  ),
  "floorlamp.md": resource("floorLamp", table("Properties", ["|height|Int32|In cm.|"]), ""),
  "room.md": resource("room", table("Relationships", ["|lamps|[lamp](lamp.md) collection|What is in it.|"]), ""),
  "bulb.md": resource("bulb", table("Properties", ["|socket|String|Where it fits.|"]), ""),
  "ledbulb.md": resource("ledBulb", table("Properties", ["|socket|String|Where it fits.|"]), ""),
  "extras.md": resource("extras", table("Properties", ["|note|String|What one says.|"]), ""),
  "mode.md":
    "# mode enum type\n\nNamespace: n\n\n## Members\n|Member|Value|Description|\n|:---|:---|:---|\n|off|0|Dark.|\n|on|1|Light.|\n|blinking|2|Both.|\n",
  "lamp-get.md": api("Get lamp", "GET /lamps/{id}", "Do not supply a request body.", "a [lamp](lamp.md) object"),
  "lamp-list.md": api(
    "List lamps",
    "GET /rooms/{id}/lamps",
    "Do not supply a request body.",
    "a collection of [lamp](lamp.md) objects",
  ),
  "lamp-blink.md": `# blink action\n\nNamespace: n\n\n## HTTP request\n\`\`\`http\nPOST /lamps/{id}/blink\n\`\`\`\n\n## Request body\n|Parameter|Type|Description|\n|:---|:---|:---|\n|times|Int32|How often.|\n\n## Response\nIf successful, this action returns a \`204 No Content\` response code.\n`,
  "lamp-brightest.md": api(
    "lamp: brightest",
    "GET /lamps/brightest",
    "Do not supply a request body.",
    "a [lamp](lamp.md) object",
  ),
} as const satisfies Readonly<Record<string, string>>;
