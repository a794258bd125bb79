import { describe, expect, it } from "vitest";
import { isStructured } from "../../src/edm/model.js";
import type { QualifiedName } from "../../src/edm/names.js";
import { modelOf } from "../support/model.js";

function api(title: string, line: string, response = ""): string {
  const example =
    response === ""
      ? ""
      : `\n\n## Example\n\`\`\`http\n${line}\n\`\`\`\n\`\`\`http\nHTTP/1.1 200 OK\n\n${response}\n\`\`\``;
  const returns = "## Response\nReturns a `200 OK` response code and a [thing](thing.md) object in the response body.";
  return `# ${title}\n\nNamespace: microsoft.graph\n\n## HTTP request\n\`\`\`http\n${line}\n\`\`\`\n\n${returns}${example}`;
}

const thing =
  "# thing resource type\n\nNamespace: microsoft.graph\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Key.|\n\n" +
  "## Relationships\n|Relationship|Type|Description|\n|:---|:---|:---|\n|states|[thingState](thingstate.md) collection|x|";

function typeOf(texts: Readonly<Record<string, string>>, name: string) {
  const { model, said } = modelOf(texts);
  const type = model.type(`microsoft.graph.${name}` as QualifiedName);
  if (type === undefined || !isStructured(type)) throw new Error(`no ${name}: ${said.join("\n")}`);
  return type;
}

describe("a path", () => {
  it("leads to what a page says of the navigation property, though that type has no page", () => {
    const texts = { "thing.md": thing, "get.md": api("Get thing", "GET /things/{id}/states/{id}/owner") };
    expect(typeOf(texts, "thing").navigationProperties.map(({ type }) => type?.type)).toEqual([
      "microsoft.graph.thingState",
    ]);
    expect(typeOf(texts, "thingState").navigationProperties.map(({ name }) => name)).toEqual(["owner"]);
  });

  it("goes on through a type that no page describes: one derived from what stands before", () => {
    const texts = { "thing.md": thing, "get.md": api("Get thing", "GET /things/{id}/microsoft.graph.bigThing/owner") };
    expect(typeOf(texts, "bigThing")).toMatchObject({
      base: "microsoft.graph.thing",
      navigationProperties: [{ name: "owner" }],
    });
  });

  it("is no collection by its plural alone where one of another type is read", () => {
    const { model } = modelOf({ "thing.md": thing, "get.md": api("Get thing", "GET /things") });
    const root = modelOf({
      "thing.md": thing.replaceAll("# thing r", "# thingRoot r"),
      "other.md": thing,
      "get.md": api("Get thingRoot", "GET /things").replace("[thing](thing.md)", "[thingRoot](thingroot.md)"),
    });
    expect(model.container?.children[0]?.kind).toBe("EntitySet");
    expect(root.model.container?.children[0]).toMatchObject({ kind: "Singleton", type: "microsoft.graph.thingRoot" });
  });
});

describe("an example", () => {
  it("that shows an entity in a value says nothing of a property called value", () => {
    const response = '{ "value": { "@odata.type": "#microsoft.graph.thing", "id": "1", "more": true } }';
    const texts = { "get.md": api("Get thing", "GET /things/{id}", response) };
    expect(typeOf(texts, "thing").properties.map(({ name }) => name)).toEqual(["id", "more"]);
  });
});
