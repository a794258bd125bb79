import { describe, expect, it } from "vitest";
import { type BodyType, exampleTypes } from "../../src/edm/examples/example-types.js";
import { schemaXml } from "../csdl/reading.js";
import { modelOf } from "../support/model.js";

const metadata = schemaXml(
  `<EntityType Name="lamp"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>
<Property Name="watts" Type="Edm.Int32"/></EntityType>
<EntityType Name="led" BaseType="Self.lamp"/>
<EntityType Name="neon" BaseType="Self.lamp"/>
<EntityType Name="meter"><Key><PropertyRef Name="value"/></Key><Property Name="value" Type="Edm.Int32" Nullable="false"/></EntityType>
<ComplexType Name="pair"><Property Name="value" Type="Edm.String"/></ComplexType>
<Function Name="state" IsBound="true"><Parameter Name="lamp" Type="Self.lamp"/><ReturnType Type="Edm.Int32"/></Function>
<Function Name="state" IsBound="true"><Parameter Name="lamp" Type="Self.lamp"/><Parameter Name="at" Type="Edm.Date"/><ReturnType Type="Self.pair"/></Function>
<Function Name="pair" IsBound="true"><Parameter Name="lamp" Type="Self.lamp"/><ReturnType Type="Self.pair"/></Function>
<Action Name="dim" IsBound="true"><Parameter Name="lamp" Type="Self.lamp"/><Parameter Name="by" Type="Edm.Int32"/></Action>
<EntityContainer Name="home"><EntitySet Name="lamps" EntityType="Self.lamp"/><EntitySet Name="meters" EntityType="Self.meter"/></EntityContainer>`,
);

/** An API page that says nothing of its bodies but what is given for its response. */
function page(request: string, bodies: string, response: string): string {
  return `# Use lamp\n\nNamespace: my.ns\n\n## HTTP request\n\`\`\`http\n${request}\n\`\`\`\n\n## Response\n\n${response}\n\n## Example\n\n${bodies}\n`;
}

function fence(text: string): string {
  return `\`\`\`http\n${text}\n\`\`\`\n`;
}

function text(type: BodyType | undefined): string | undefined {
  if (type === undefined) return undefined;
  if (type.kind === "parameters") return `parameters of ${type.operation.name}`;
  if (type.kind === "error") return "error";
  const of = `${type.ref.type}${type.ref.collection ? " collection" : ""}`;
  return type.kind === "response" ? `response with ${of}` : `${of} ${type.shape}${type.wrapped ? " wrapped" : ""}`;
}

function typesOf(
  request: string,
  bodies: string,
  stated = "",
  others: readonly string[] = [],
): readonly (string | undefined)[] {
  const { model } = modelOf({
    "lamps.xml": metadata,
    "use.md": page(request, bodies, stated),
    ...Object.fromEntries(others.map((other, index) => [`${index}.md`, page(other, "", "")])),
  });
  const found = model.requests.find(({ examples }) => examples.length > 0);
  const [example] = found?.examples ?? [];
  if (found === undefined || example === undefined) throw new Error("no example");
  const { request: sent, response } = exampleTypes(found, example, model);
  return [text(sent), text(response)];
}

const response = (body: string, status = "200 OK") => fence(`HTTP/1.1 ${status}\n\n${body}`);
const sent = (line: string, body: string) => fence(`${line}\n\n${body}`);

describe("the type of the body of a response", () => {
  it.each<[request: string, body: string, type: string | undefined]>([
    ["GET /lamps/{id}", '{ "id": "1" }', "my.ns.lamp read"],
    ["GET /lamps/{id}", '{ "value": { "id": "1" } }', "my.ns.lamp read wrapped"],
    ["GET /lamps/{id}", '{ "value": [{ "id": "1" }] }', "response with my.ns.lamp collection"],
    ["GET /lamps/{id}", '{ "value": 7 }', undefined],
    ["GET /lamps/{id}", '{ "@odata.type": "#my.ns.led", "id": "1" }', "my.ns.led read"],
    ["GET /lamps/{id}", '{ "@odata.type": "#my.ns.pair", "id": "1" }', "my.ns.lamp read"],
    ["GET /lamps/{id}", '{ "error": { "code": "a", "message": "b" }, "@a.b": 1 }', "error"],
    ["GET /lamps/{id}", '{ "error": "broken", "id": "1" }', "my.ns.lamp read"],
    ["GET /lamps", '{ "value": [] }', "response with my.ns.lamp collection"],
    ["GET /lamps", '{ "id": "1" }', "response with my.ns.lamp collection"],
    ["POST /lamps", '{ "id": "1" }', "my.ns.lamp read"],
    ["GET /lamps/{id}/my.ns.state()", '{ "value": 1 }', "response with Edm.Int32"],
    ["GET /lamps/{id}/my.ns.pair()", '{ "value": "a" }', "my.ns.pair read"],
    ["GET /lamps/{id}/watts", '{ "value": 7 }', undefined],
    ["GET /meters/{id}", '{ "value": 7 }', "my.ns.meter read"],
    ["GET /meters/{id}", '{ "value": { "@odata.type": "#my.ns.meter", "value": 7 } }', "my.ns.meter read wrapped"],
    // Nothing else gives the type of what is behind a path that leads nowhere.
    ["GET /unknown/{id}", '{ "@odata.type": "#my.ns.led", "id": "1" }', "my.ns.led read"],
    ["GET /unknown/{id}", '{ "value": [{ "@odata.type": "#my.ns.led" }] }', "response with my.ns.led collection"],
    ["GET /unknown/{id}", '{ "id": "1" }', undefined],
  ])("%s %s: %s", (request, body, type) => {
    expect(typesOf(request, response(body))).toEqual([undefined, type]);
  });

  it("is the one that the page states where the operation has none", () => {
    const stated = "Returns a `200 OK` response code and an Int32 in the response body.";
    expect(typesOf("POST /lamps/{id}/my.ns.dim", response('{ "value": 1 }'), stated)).toEqual([
      undefined,
      "response with Edm.Int32",
    ]);
  });

  it("is the one that the body names, where the page states another one that is derived from the same", () => {
    const stated = '<!-- { "blockType": "response", "@odata.type": "my.ns.led" } -->\n';
    const neon = '{ "@odata.type": "#my.ns.neon", "id": "1" }';
    expect(typesOf("GET /lamps/{id}", fence("GET /lamps/7") + stated + response(neon))[1]).toBe("my.ns.neon read");
    expect(typesOf("GET /lamps/{id}", fence("GET /lamps/7") + stated + response("{}"))[1]).toBe("my.ns.led read");
  });

  it("is unknown where it holds the URLs of entities", () => {
    const stated = "Returns a `200 OK` response code and a collection of [lamp](lamp.md) objects in the response body.";
    expect(typesOf("GET /lamps/$ref", response('{ "value": [{ "@odata.id": "x" }] }'), stated)[1]).toBeUndefined();
  });

  it("is unknown where the example is of another method", () => {
    const bodies = fence("PUT /lamps/7") + response('{ "id": "1" }');
    expect(typesOf("GET /lamps/{id}", bodies)).toEqual([undefined, undefined]);
  });

  it("is that of an error from status 400 on", () => {
    expect(typesOf("GET /lamps/{id}", response('{ "id": "1" }', "400 Bad Request"))[1]).toBe("error");
    expect(typesOf("GET /lamps/{id}", response('{ "id": "1" }', "399 Odd"))[1]).toBe("my.ns.lamp read");
  });
});

describe("the type of the body of an example of another request than those of its page", () => {
  const others = ["GET /lamps", "GET /lamps/{id}/pair", "POST /lamps"];

  it.each<[shown: string, body: string, type: string | undefined]>([
    // Another way to the same.
    ["GET /rooms/7/lamps/8", '{ "id": "1" }', "my.ns.lamp read"],
    ["GET https://host/v1.0/rooms/7/lamps('8')?$select=id", '{ "id": "1" }', "my.ns.lamp read"],
    // The page of another request has its path.
    ["GET /lamps", '{ "value": [] }', "response with my.ns.lamp collection"],
    ["POST https://host/beta/lamps/", '{ "id": "1" }', "my.ns.lamp read"],
    // A path that leads further, and no page has.
    ["GET /lamps/8/parts", '{ "id": "1" }', undefined],
    ["GET /lamps/8/parts/9", '{ "@odata.type": "#my.ns.led" }', "my.ns.led read"],
    ["POST /lamps/8", '{ "id": "1" }', undefined],
  ])("%s", (shown, body, type) => {
    expect(typesOf("GET /lamps/{id}", fence(shown) + response(body), "", others)[1]).toBe(type);
  });

  it("is the one that the page states beside it, where it stands without a request and is of another line", () => {
    const stated = (type: string) => `<!-- { "blockType": "response", "@odata.type": "my.ns.${type}" } -->\n`;
    expect(typesOf("GET /lamps", stated("pair") + response('{ "value": "a" }'))[1]).toBe("my.ns.pair read");
    const neon = response('{ "@odata.type": "#my.ns.neon" }');
    expect(typesOf("GET /lamps/{id}", stated("led") + neon)[1]).toBe("my.ns.neon read");
  });

  it("is that of the overload that the example calls", () => {
    const bodies = fence("GET /lamps/7/my.ns.state(at=2020-01-01)") + response('{ "value": "a" }');
    expect(typesOf("GET /lamps/{id}/my.ns.state", bodies)[1]).toBe("my.ns.pair read");
    const others = fence("GET /lamps/7/my.ns.state(on=2020-01-01)") + response('{ "value": 1 }');
    expect(typesOf("GET /lamps/{id}/my.ns.state", others)[1]).toBe("response with Edm.Int32");
  });
});

describe("the type of the body of a request", () => {
  it.each<[request: string, body: string, type: string | undefined]>([
    ["POST /lamps", '{ "id": "1" }', "my.ns.lamp create"],
    ["POST /lamps", '{ "@odata.type": "#my.ns.led" }', "my.ns.led create"],
    ["PATCH /lamps/{id}", '{ "id": "1" }', "my.ns.lamp update"],
    ["PUT /lamps/{id}", '{ "id": "1" }', "my.ns.lamp update"],
    ["PATCH /lamps", '{ "id": "1" }', undefined],
    ["POST /lamps/$ref", '{ "@odata.id": "x" }', undefined],
    ["POST /lamps/{id}/my.ns.dim", '{ "by": 1 }', "parameters of my.ns.dim"],
    ["POST /unknown", '{ "@odata.type": "#my.ns.led" }', "my.ns.led create"],
    ["POST /unknown", '{ "id": "1" }', undefined],
  ])("%s %s: %s", (request, body, type) => {
    const line = request.replace("{id}", "7");
    expect(typesOf(request, sent(line, body))).toEqual([type, undefined]);
  });
});
