/** What sentences of api pages state of bodies and responses. */
import { describe, expect, it } from "vitest";
import { read, refText } from "./read.js";

function page(title: string, request: string, rest: string): string {
  return `# ${title}\n\nNamespace: n.s\n\n## HTTP request\n\`\`\`http\n${request}\n\`\`\`\n\n${rest}\n`;
}

describe("the body of a request", () => {
  const bodyOf = (sentence: string, title = "Add things", request = "POST /things") =>
    refText(read(page(title, request, `## Request body\n${sentence}`)).document.requests[0]?.body);

  it.each([
    ["Supply a JSON representation of the thing object.", "n.s ~thing"],
    ["Supply a JSON representation of a [thing](../resources/thing.md) object.", "n.s ~thing"],
    ["Supply JSON representations for the **thing**\nobject.", "n.s ~thing"],
    ["Supply the JSON representation of the n.t.thing.", "n.t.thing"],
    ["Supply the thing. The representation of a part is in it.", "n.s ~part"],
    ["Provide a `thing`.", "n.s ~thing"],
    ["Supply an [other](other.md) resource.", "n.s ~other"],
    ["Supply a representation of a collection of [thing](thing.md).", "n.s ~thing collection"],
    ["Supply a representation of the list of thing.", "n.s ~thing collection"],
    ["Supply a representation of the thing objects.", "n.s ~thing collection"],
    ["Supply a representation of the [thing](thing.md) collection.", "n.s ~thing collection"],
    ["Supply a representation of the [thing](thing.md) object collection.", "n.s ~thing collection"],
    ["Supply a representation of the [thing](thing.md) entries.", "n.s ~thing collection"],
    ["Supply a representation of the [thing](thing.md). It has a collection.", "n.s ~thing"],
    ["Supply a representation of the [thing](https://example.org/thing.md) object.", "unknown"],
    ["Supply a representation of [that](#that) and a [thing](resources/thing.yml).", "n.s ~thing"],
    ["Supply a representation of a [thing](/graph/api/thing).", "n.s ~thing"],
    ["Supply a representation of the properties. Then of the thing.", "unknown"],
    ["Supply the following.", "unknown"],
    ["Do not supply a representation of the thing.", "unknown"],
    ["Don't supply a request body. Supply the thing object.", "unknown"],
    ["This method does not require a body, provide the thing.", "unknown"],
    ["No request body. Supply a representation of the thing.", "unknown"],
    ["Empty, or supply a representation of the thing.", "unknown"],
    ["Something else.", "unknown"],
  ])("%s %s", (sentence, type) => expect(bodyOf(sentence)).toBe(type));

  it("is that of the title where no sentence names it", () => {
    expect(bodyOf("See below.", "Update thing", "PATCH /things/{id}")).toBe("n.s ~thing");
    expect(bodyOf("See below.", "create thing")).toBe("n.s ~thing");
    expect(bodyOf("See below.", "Upsert thing", "PUT /things/{id}")).toBe("n.s ~thing");
    expect(bodyOf("See below.", "Update a thing", "PATCH /things/{id}")).toBe("unknown");
    expect(bodyOf("See below.", "Update string", "PATCH /things/{id}")).toBe("unknown");
    expect(bodyOf("Supply the other.", "Update thing", "PATCH /things/{id}")).toBe("n.s ~other");
  });

  it("is none of requests without one, nor that of an example", () => {
    expect(bodyOf("Supply a representation of the thing.", "Update thing", "DELETE /things/{id}")).toBe("unknown");
    expect(bodyOf("", "Update thing", "GET /things/{id}")).toBe("unknown");
    const inExample = "## Example\n### Request body\nSupply a representation of the thing.";
    expect(refText(read(page("Add things", "POST /things", inExample)).document.requests[0]?.body)).toBe("unknown");
  });
});

describe("the response", () => {
  const responseOf = (text: string) => {
    const [request] = read(page("Get things", "GET /things", `## Response\n${text}`)).document.requests;
    return `${request?.status ?? "-"} ${refText(request?.returns)}`;
  };

  it.each([
    ["Returns a `200 OK` response code and a thing object.", "200 n.s ~thing"],
    ["Returns `200 OK` response code along with the thing.", "200 n.s ~thing"],
    ["A 201 Created code with a new [thing](thing.md) object.", "201 n.s ~thing"],
    ["Returns a `200, OK` response code and a list of [thing](thing.md).", "200 n.s ~thing collection"],
    ["Returns a 200 OK response and an array of [thing](thing.md).", "200 n.s ~thing collection"],
    ["Returns a 200 OK response and a set of [thing](thing.md).", "200 n.s ~thing collection"],
    ["Returns a 200 OK response code and a Boolean.", "200 Edm.Boolean"],
    ["Returns a 202 Accepted response code and no content.", "202 unknown"],
    ["Returns a 200 OK response code with an empty body.", "200 unknown"],
    ["Returns a 200 OK. It does not return anything. The response and the thing.", "200 n.s ~thing"],
    ["Returns a 200 OK response code and the following values.", "200 unknown"],
    ["Returns it.\n\nReturns a 200 OK response code and a thing.", "200 n.s ~thing"],
    ["Returns 1200 OK things, at most 200.", "- unknown"],
    ["Returns a 600 OK response code and a thing.", "- unknown"],
    ["Returns the thing.", "- unknown"],
  ])("%j: %s", (text, expected) => expect(responseOf(text)).toBe(expected));

  it("is not that of an example", () => {
    const text = "Nothing.\n\n## Example\n### Response\nReturns a 200 OK response code and a thing.";
    expect(responseOf(text)).toBe("- unknown");
  });

  it("has the full name of a type that examples show once", () => {
    const shown = (...types: readonly string[]) =>
      `Returns a 200 OK response code and a thing.\n\n## Example\n${types.map((type) => `\`\`\`http\nHTTP/1.1 200 OK\n\n{ "list": [ { "@odata.type": "#${type}" } ] }\n\`\`\`\n`).join("\n")}`;
    expect(responseOf(shown("n.other.thing", "n.other.part"))).toBe("200 n.other.thing");
    expect(responseOf(shown("n.other.thing", "n.other.thing"))).toBe("200 n.other.thing");
    expect(responseOf(shown("n.other.thing", "n.third.thing"))).toBe("200 n.s ~thing");
    expect(responseOf(shown("n.other.part"))).toBe("200 n.s ~thing");
  });
});

describe("an operation", () => {
  const operationOf = (title: string, request: string, rest = "") =>
    read(page(title, request, rest)).document.requests[0]?.operation;

  it.each([
    ["move action", "POST /things/{id}/move", "", "Action"],
    ["move Function", "POST /things/{id}/move", "", "Function"],
    ["The move action", "POST /things/{id}/shift", "", undefined],
    ["move action", "PATCH /things/{id}/move", "", undefined],
    ["move action", "PATCH /things/{id}/move\nPOST /things/{id}/move", "", "Action"],
    ["thing: move", "POST /things/{id}/Move", "", "Action"],
    ["thing: move", "POST /things/{id}/n.s.move", "", "Action"],
    ["thing: move", "GET /things/{id}/move(a={a})", "", "Function"],
    ["thing: move", "GET /things/{id}/shift", "", undefined],
    ["thing: move it", "POST /things/{id}/move", "", undefined],
    ["a: thing: move", "POST /things/{id}/move", "", undefined],
    ["Move thing", "GET /things/move(a='b',c=d)", "", "Function"],
    ["Move thing", "GET /things(1)", "", undefined],
    ["Move thing", "POST /things/move", "## Function parameters\nNone.", "Function"],
    ["Move thing", "POST /things/move", "## Request body\nSupply the parameters.", "Action"],
    ["Move thing", "POST /things/move", "## Request body\nSupply the following parameters.", "Action"],
    ["Move thing", "POST /things/move", "## Request body\nA JSON representation of parameters.", "Action"],
    ["Move thing", "GET /things/move", "## Request body\nSupply the parameters.", undefined],
    ["Move thing", "POST /things/move", "## Request body\nHas parameters.", undefined],
    ["Move thing", "POST /things/move", "## Example\n### Request body\nSupply the parameters.", undefined],
  ])("%s by %s %j: %s", (title, request, rest, operation) => expect(operationOf(title, request, rest)).toBe(operation));

  it("has parameters, also below a heading that names them", () => {
    const table = "|Name|Type|Description|\n|:-|:-|:-|\n|a|String|x|\n|b|Int32|x|\n";
    const [request] = read(page("Move thing", "POST /things", `## Parameters\n${table}`)).document.requests;
    expect(request?.parameters?.map(({ name, type }) => `${name} ${refText(type)}`)).toEqual([
      "a Edm.String?",
      "b Edm.Int32?",
    ]);
    expect(request).not.toHaveProperty("operation");
  });
});
