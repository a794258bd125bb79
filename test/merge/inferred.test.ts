/** What paths of pages imply where no CSDL declares a container, one line for each element. */
import { describe, expect, it } from "vitest";
import type { TypeRef } from "../../src/edm/elements.js";
import { isOperation, isStructured } from "../../src/edm/model.js";
import { simpleNameOf } from "../../src/edm/names.js";
import { modelOf } from "../support/model.js";

function api(title: string, lines: string, returns = "", more = ""): string {
  const response = returns === "" ? "" : `\n## Response\nReturns a \`200 OK\` response code and ${returns}.\n`;
  return `# ${title}\n\nNamespace: microsoft.graph\n\n## HTTP request\n\`\`\`http\n${lines}\n\`\`\`\n\n${more}${response}`;
}

function resource(name: string, ...rows: readonly string[]): string {
  return `# ${name} resource type\n\nNamespace: microsoft.graph\n\n## Properties\n|Property|Type|Description|\n|:-|:-|:-|\n|id|String|Key.|\n${rows.join("\n")}\n`;
}

const relationships = (...rows: readonly string[]): string =>
  `\n## Relationships\n|Relationship|Type|Description|\n|:-|:-|:-|\n${rows.join("\n")}\n`;

const short = (name: string): string => name.replace(/^microsoft\.graph\./, "");

function typeText(type: Pick<TypeRef, "type" | "collection"> | undefined): string {
  if (type === undefined) return "?";
  return type.collection ? `[${short(type.type)}]` : short(type.type);
}

function implied(texts: Readonly<Record<string, string>>): readonly string[] {
  const { model, said } = modelOf(texts);
  const elements = model.schemas.flatMap((schema) => schema.elements);
  const children = (model.container?.children ?? []).map((child) =>
    child.kind === "EntitySet"
      ? `${child.name}: [${short(child.entityType)}]`
      : `${child.name}: ${child.kind === "Singleton" ? short(child.type) : child.kind}`,
  );
  const navigation = elements
    .filter(isStructured)
    .flatMap(({ name, navigationProperties }) =>
      navigationProperties.map((property) => `${short(name)}/${property.name}: ${typeText(property.type)}`),
    );
  const operations = elements
    .filter(isOperation)
    .map(
      ({ kind, name, composable, parameters, returnType }) =>
        `${composable === true ? "composable " : ""}${kind} ${simpleNameOf(name)}(${parameters.map((one) => `${one.name}: ${typeText(one.type)}`).join(", ")}): ${typeText(returnType)}`,
    );
  const faults = new Set(said.flatMap((line) => /(path-\S+): /.exec(line)?.[1] ?? []));
  return [...children, ...navigation, ...operations, ...faults];
}

const thing = "a [thing](thing.md) object";
const things = "a collection of [thing](thing.md) objects";

describe("the first segment of a path is", () => {
  it.each<[what: string, page: string, ...lines: readonly string[]]>([
    ["a set where a key follows", api("Get thing", "GET /things/{id}", thing), "things: [thing]"],
    ["a set where many are read", api("List things", "GET /stock", things), "stock: [thing]"],
    [
      "a set where one is created",
      api("Create thing", "POST /stock", thing, "## Request body\nSupply a representation of the [thing](thing.md).\n"),
      "stock: [thing]",
    ],
    ["a singleton where one is read", api("Get thing", "GET /main", thing), "main: thing"],
    ["a singleton of the type of its name", api("Delete thing", "DELETE /thing"), "thing: thing"],
    ["a set by the plural of a type", api("Delete things", "DELETE /things"), "things: [thing]"],
    ["what a key predicate addresses an item of", api("Get thing", "GET /things({id})", thing), "things: [thing]"],
    [
      "what an alternate key addresses an item of",
      api(
        "Update thing",
        "PATCH /stock(code='{code}')",
        thing,
        "## Request body\nSupply a representation of the [thing](thing.md).\n",
      ),
      "stock: [thing]",
    ],
    [
      "a set of what is updated there",
      api(
        "Update thing",
        "PUT /stock/{id}",
        "",
        "## Request body\nSupply a representation of the [thing](thing.md).\n",
      ),
      "stock: [thing]",
    ],
    [
      "a set whose type is guessed where nothing names it",
      api("Delete box", "DELETE /boxes/{id}"),
      "boxes: [box]",
      "path-type-guessed",
    ],
    ["unresolved where it is no name", api("Get it", "GET /a.b/{id}", thing), "path-unresolved"],
  ])("%s", (_, page, ...lines) => {
    expect(implied({ "thing.md": resource("thing"), "api.md": page })).toEqual(lines);
  });
});

describe("a segment below is", () => {
  const below = (path: string, returns = "", more = "", method = "GET", title = "Use it") =>
    implied({
      "thing.md":
        resource("thing", "|size|Int32|x|") +
        relationships("|parts|[part](part.md) collection|x|", "|owner|[owner](owner.md)|x|"),
      "part.md": resource("part"),
      "owner.md": resource("owner"),
      "root.md": api("List things", "GET /things", things),
      "api.md": api(title, `${method} ${path}`, returns, more),
    }).slice(1);

  const own = ["thing/parts: [part]", "thing/owner: owner"];
  const part = "a [part](part.md) object";

  it.each<[what: string, path: string, returns: string, added: readonly string[]]>([
    ["a navigation property of its row", "/things/{id}/parts/{id}", part, []],
    ["one in another letter case", "/things/{id}/Parts/{id}", part, []],
    ["a new one, by what is read from it", "/things/{id}/spares/{id}", part, ["thing/spares: [part]"]],
    ["a new single one", "/things/{id}/spare", part, ["thing/spare: part"]],
    ["one of what follows", "/things/{id}/owner/things", things, ["owner/things: [thing]"]],
    ["a name that is a key, after a collection", "/things/best/spare", part, ["thing/spare: part"]],
    [
      "a cast, which is no property",
      "/things/{id}/microsoft.graph.part/owner",
      "an [owner](owner.md) object",
      ["part/owner: owner"],
    ],
    ["a part of the system", "/things/{id}/owner/$ref", "", []],
    ["an item that is addressed by its path", "/things/{id}:/{path}:/spare", part, ["thing/spare: part"]],
  ])("%s", (_, path, returns, added) => expect(below(path, returns).toSorted()).toEqual([...own, ...added].toSorted()));

  it("an operation where its page documents one", () => {
    expect(below("/things/{id}/mend", "", "", "POST", "thing: mend")).toContain(
      "Action mend(bindingParameter: thing): ?",
    );
    expect(below("/things/mendAll", "", "", "POST", "thing: mendAll")).toContain(
      "Action mendAll(bindingParameter: [thing]): ?",
    );
    expect(below("/things/{id}/microsoft.graph.mend", "", "", "POST", "thing: mend")).toContain(
      "Action mend(bindingParameter: thing): ?",
    );
    expect(below("/things/{id}/near(a={a})", part, "", "GET", "thing: near")).toContain(
      "Function near(bindingParameter: thing): part",
    );
    expect(below("/things/{id}/nudge", "", "", "POST")).toContain("Action nudge(bindingParameter: thing): ?");
  });

  it("no operation where something is created or read there", () => {
    const created = below(
      "/things/{id}/spares",
      "",
      "## Request body\nSupply a representation of the [part](part.md).\n",
      "POST",
    );
    expect(created).toEqual([...own, "thing/spares: [part]"]);
  });

  it("a composable function where paths go on", () => {
    const near = implied({
      "thing.md": resource("thing"),
      "root.md": api("List things", "GET /things", things),
      "near.md": api("thing: near", "GET /things/{id}/near(a={a})", thing),
      "more.md": api("Get spare", "GET /things/{id}/near(a={a})/spare", thing),
    });
    expect(near).toEqual([
      "things: [thing]",
      "thing/spare: thing",
      "composable Function near(bindingParameter: thing): thing",
    ]);
  });

  it("has parameters that may be null, but for the items of collections", () => {
    const table =
      "## Request body\nSupply the parameters.\n\n|Parameter|Type|Description|\n|:-|:-|:-|\n|a|String|Required.|\n|b|String|x|\n|c|String collection|x|\n";
    const { model } = modelOf({
      "thing.md": resource("thing"),
      "root.md": api("List things", "GET /things", things),
      "mend.md": api("thing: mend", "POST /things/{id}/mend", "", table),
    });
    const [mend] = model.schemas.flatMap(({ elements }) => elements.filter(isOperation));
    expect(mend?.parameters.map(({ name, type }) => [name, type?.nullable])).toEqual([
      ["bindingParameter", false],
      ["a", false],
      ["b", true],
      ["c", false],
    ]);
  });
});

describe("a type", () => {
  it("that a path leads to as an item has a key, and alternate keys by which paths address it", () => {
    const { model } = modelOf({
      "thing.md": resource("thing", "|code|String|x|", "|site|String|x|"),
      "get.md": api(
        "Get thing",
        "GET /things/{id}\nGET /things(code='{code}')\nGET /things(site='{s}',code='{c}')\nGET /things(code='{c}')",
        thing,
      ),
    });
    const [type] = model.schemas.flatMap(({ elements }) => elements.filter(isStructured));
    expect(type?.key?.map(({ name }) => name)).toEqual(["id"]);
    const keys = type?.annotations?.find(({ term }) => term === "Org.OData.Core.V1.AlternateKeys");
    const names = JSON.stringify(keys?.value, (key, value: unknown) => (key === "at" ? undefined : value)).match(
      /"path":"\w+"/g,
    );
    expect(names).toEqual(['"path":"code"', '"path":"code"', '"path":"site"']);
  });

  it("of a path's root that only holds others is named after it", () => {
    const root = (file: string) =>
      implied({
        "thing.md": resource("thing"),
        [file]: api("List things", "GET /identity/things", things),
      }).slice(0, 2);
    expect(root("identitycontainer-list-things.md")).toEqual([
      "identity: identityContainer",
      "identityContainer/things: [thing]",
    ]);
    expect(root("cloudidentity-list-things.md")).toEqual(["identity: cloudIdentity", "cloudIdentity/things: [thing]"]);
    expect(root("things-list.md")).toEqual(["identity: identity", "identity/things: [thing]"]);
  });

  it("of a path's root is the described one with such a name", () => {
    const found = implied({
      "thing.md": resource("thing"),
      "root.md": resource("identityRoot"),
      "list.md": api("List things", "GET /identity/things", things),
    });
    expect(found).toEqual(["identity: identityRoot", "identityRoot/things: [thing]"]);
  });

  it("of the root stands in the namespace of what is below it", () => {
    const found = implied({
      "thing.md": resource("thing").replace("microsoft.graph", "microsoft.graph.other"),
      "list.md": api("List things", "GET /rooms/things", things).replace("microsoft.graph", "microsoft.graph.other"),
    });
    expect(found).toEqual(["rooms: other.rooms", "other.rooms/things: [other.thing]"]);
  });
});

it("a segment that no element can be named is reported once for each request", () => {
  const { said } = modelOf({ "a.md": api("Get it", "GET /lamp-z\nGET /lamp-z/{id}") });
  expect(said).toEqual([
    'a.md:7:1 - warning path-unresolved: /lamp-z does not resolve: nothing is called "lamp-z" there.',
    'a.md:8:1 - warning path-unresolved: /lamp-z/{id} does not resolve: nothing is called "lamp-z" there.',
  ]);
});
