import { describe, expect, it } from "vitest";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { readPage } from "../../src/pages/read-page.js";
import { apiPage, propertyTable, read, refText, structured, typeText } from "./read.js";
import { setsOf } from "../support/scope-sets.js";

function page(title: string, request: string, rest: string): string {
  return `# ${title}\n\nNamespace: microsoft.graph\n\nDoes a thing.\n\n## HTTP request\n\`\`\`http\n${request}\n\`\`\`\n\n${rest}`;
}

function requestsOf(request: string): readonly string[] {
  return read(page("List things", request, "")).document.requests.map(
    ({ method, template }) => `${method} ${template}`,
  );
}

describe("request lines", () => {
  it("are one request each", () => {
    expect(requestsOf("GET /me/things\nGET /users/{id | userPrincipalName}/things?$top=1\nGET /me/things")).toEqual([
      "GET /me/things",
      "GET /users/{id | userPrincipalName}/things",
    ]);
  });

  it.each([
    ["GET https://graph.microsoft.com/v1.0/things/", "GET /things"],
    ["DELETE/things/{id}", "DELETE /things/{id}"],
    ["GET /things/<id>", "GET /things/{id}"],
    ["GET things/{id}", "GET /things/{id}"],
    ["GET /call(a=`value`,b=`value`)", "GET /call(a={a},b={b})"],
    ["POST /beta/things HTTP/1.1", "POST /things"],
  ])("are cleaned: %s", (line, expected) => expect(requestsOf(line)).toEqual([expected]));

  it("are reported when a line is not a request", () => {
    expect(read(page("List things", "PATCH ** Entity URI for x not found", "")).reported).toEqual([
      "9:1 page-request-unreadable",
      "1:3 page-request-missing",
    ]);
    expect(read(page("List things", "GET /a/.../b", "")).reported).toContain("9:1 page-request-unreadable");
  });
});

function returns(sentence: string): string {
  const [request] = read(page("List things", "GET /things", `## Response\n${sentence}\n`)).document.requests;
  return `${request?.status ?? "-"} ${refText(request?.returns)}`;
}

describe("responses", () => {
  it.each([
    [
      "returns a `200 OK` response code and a collection of [user](../resources/user.md) objects in the body.",
      "200 microsoft.graph ~user collection",
    ],
    [
      "returns a `200 OK` response code and an updated [user](../resources/user.md) object in the body.",
      "200 microsoft.graph ~user",
    ],
    [
      "returns a `200 OK` response code and a [user](../resources/user.md) collection in the body.",
      "200 microsoft.graph ~user collection",
    ],
    ["returns `200 OK` response code and a String collection object in the body.", "200 Edm.String collection"],
    ["returns a 201 Created response code and a user object in the response body.", "201 microsoft.graph ~user"],
    ["returns a `204 No Content` response code. It does not return anything in the response body.", "204 unknown"],
    ["returns a `202 Accepted` response code and an empty response body.", "202 unknown"],
  ])("%s", (sentence, expected) => expect(returns(sentence)).toBe(expected));
});

describe("operations", () => {
  it("are recognized by the title, the path or the sections", () => {
    const operations = [
      page("reply action", "POST /messages/{id}/reply", ""),
      page("message: reply", "POST /messages/{id}/reply", ""),
      page("user: delta", "GET /users/delta", ""),
      page("getThings function", "GET /getThings", ""),
      page("Get things", "GET /getThings(a={a})", ""),
      page("Get thing", "GET /things/{id}", ""),
      page("thing: rename", "PATCH /things/{id}/rename", ""),
      page("thing: rename", "DELETE /things/{id}/rename", ""),
    ].map((text) => read(text).document.requests[0]?.operation);
    expect(operations).toEqual([
      "Action",
      "Action",
      "Function",
      "Function",
      "Function",
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("are functions where the metadata calls them composable, even with POST", () => {
    const operationOf = (comment: string) =>
      read(
        page(
          "Chart: itemAt",
          "POST /charts/itemAt",
          `## Example\n${comment}\n\`\`\`http\nPOST /charts/itemAt\n\`\`\`\n`,
        ),
      ).document.requests[0]?.operation;
    expect(operationOf('<!-- { "blockType": "request", "isComposable": true, "name": "chart_itemat" } -->')).toBe(
      "Function",
    );
    expect(operationOf('<!-- { "blockType": "request", "isComposable": false } -->')).toBe("Action");
  });

  it("have the parameters of their function", () => {
    const [request] = read(
      page(
        "x function",
        "GET /x(a={a})",
        "## Function parameters\n|Parameter|Type|Description|\n|:-|:-|:-|\n|a|Date|x|\n",
      ),
    ).document.requests;
    expect(request?.parameters?.map(({ name, type }) => `${name} ${refText(type)}`)).toEqual(["a Edm.Date?"]);
  });
});

describe("parameters that two tables name", () => {
  it("are read from the first table", () => {
    const [request] = read(
      page(
        "x function",
        "GET /x(a={a})",
        "## Function parameters\n|Parameter|Type|Description|\n|:-|:-|:-|\n|a|Date|x|\n\n## Query parameters\n|Parameter|Type|Description|\n|:-|:-|:-|\n|a|String|x|\n|b|String|x|\n",
      ),
    ).document.requests;
    expect(request?.parameters?.map(({ name, type }) => `${name} ${refText(type)}`)).toEqual([
      "a Edm.Date?",
      "b Edm.String?",
    ]);
  });
});

describe("properties that the service sets", () => {
  const exchange = (title: string) =>
    read(
      page(
        title,
        "POST /things",
        '## Response\nReturns a `201 Created` response code and a [thing](../resources/thing.md) object in the response body.\n\n## Example\n```http\nPOST /things\n\n{ "name": "x" }\n```\n\n```http\nHTTP/1.1 201 Created\n\n{ "@odata.type": "#microsoft.graph.thing", "id": "1", "name": "x", "state": "new" }\n```\n',
      ),
    );
  const computed = (title: string) =>
    structured(exchange(title), "example").flatMap(({ properties }) =>
      properties.filter(({ annotations }) => annotations !== undefined).map(({ name }) => name),
    );

  it("are those that only the response to a create shows", () =>
    expect(computed("Create thing")).toEqual(["id", "state"]));
  it("are not those of an action's result", () => expect(computed("copy action")).toEqual([]));
});

function scopes(table: string): readonly (readonly string[])[] | undefined {
  const [request] = read(page("Get thing", "GET /things/{id}", `## Permissions\n${table}`)).document.requests;
  return request?.permissions?.map(({ alternatives }) => setsOf(alternatives));
}

function cases(table: string): readonly string[] {
  const { document } = read(page("Get thing", "GET /things/{id}", `## Permissions\n\n${table}`));
  return (document.requests[0]?.permissions ?? []).map(
    (one) => `${one.scheme} ${one.when}: ${setsOf(one.alternatives).join(", ")}`,
  );
}

describe("permissions", () => {
  it("are reversed when the header says from most to least privileged", () => {
    expect(
      scopes(
        "|Permission type|Permissions (from most to least privileged)|\n|:-|:-|\n|Application|B.ReadWrite.All, B.Read.All|\n",
      ),
    ).toEqual([["B.Read.All", "B.ReadWrite.All"]]);
  });

  it("are one list of the columns for least and higher privileges", () => {
    expect(
      scopes(
        "|Permission type|Least privileged permission|Higher privileged permissions|\n|:-|:-|:-|\n|Application| A.Read | B.Read, C.Read <br><br> Note: not D.Read.|\n",
      ),
    ).toEqual([["A.Read", "B.Read", "C.Read"]]);
  });

  it("are read below a first column whose header goes on", () => {
    expect(scopes("|Permission type (by workflow)|Permissions|\n|:-|:-|\n|Application|A.Read.All|\n")).toEqual([
      ["A.Read.All"],
    ]);
  });

  it("are listed for each workflow of a scheme", () => {
    expect(
      cases(
        "|Permission type|Permissions|\n|:-|:-|\n|Application||\n|&nbsp; &nbsp; **Apps**|A.Read|\n|&nbsp; &nbsp; **Sets**|A.Read, B.Read|\n",
      ),
    ).toEqual(["application Apps: A.Read", "application Sets: A.Read, B.Read"]);
  });

  it("are listed for each resource when schemes are columns", () => {
    expect(
      cases(
        "|Supported resource|Delegated (work or school account)|Delegated (personal Microsoft account)|Application|\n|:-|:-|:-|:-|\n|[group](x.md)|A.Read|Not supported.||\n",
      ),
    ).toEqual(["delegatedWork group: A.Read", "delegatedPersonal group: "]);
  });

  it("are listed for each heading of a table and each of its columns", () => {
    const table = "|Permission type|Permissions (from least to most privileged)|\n|:-|:-|\n|Application|A.Read|\n";
    const split =
      "|Permission type|Permissions acting on self (from least to most privileged)|Permissions acting on others (from least to most privileged)|\n|:-|:-|:-|\n|Application|A.Read|B.Read|\n";
    expect(cases(`### Permissions for chat\n\n${table}\n### Permissions for channel\n\n${table}`)).toEqual([
      "application Permissions for chat: A.Read",
      "application Permissions for channel: A.Read",
    ]);
    expect(cases(split)).toEqual([
      "application Permissions acting on self: A.Read",
      "application Permissions acting on others: B.Read",
    ]);
  });

  it("are ordered only if the header of the table says so, and never on Intune pages", () => {
    const ordered = (header: string, heading = "Permissions") =>
      read(
        page(
          "Get thing",
          "GET /things/{id}",
          `## ${heading}\n|Permission type|${header}|\n|:-|:-|\n|Application|A.Read, B.Read|\n`,
        ),
      ).document.requests[0]?.permissions?.map((permission) => permission.ordered);
    expect(ordered("Permissions (from least to most privileged)")).toEqual([true]);
    expect(ordered("Permissions")).toEqual([false]);
    expect(ordered("Permissions (from least to most privileged)", "Prerequisites")).toEqual([false]);
  });

  it.each([
    ["Not Supported", []],
    ["Not available.", []],
    ["None.", []],
    ["N/A", []],
    ["One from A.Read, A.ReadWrite plus B.Read", ["A.Read and B.Read", "A.ReadWrite and B.Read"]],
    ["A.Read*, B.Read", ["A.Read", "B.Read"]],
  ])("are the scopes of a cell: %s", (cell, expected) => {
    expect(scopes(`|Permission type|Permissions|\n|:-|:-|\n|Application|${cell}|\n`)).toEqual([expected]);
  });

  it.each([
    ["A.Read and B.Read", ["A.Read and B.Read"]],
    ["A.Read + B.Read", ["A.Read and B.Read"]],
    ["A.Read & B.Read, C.Read", ["A.Read and B.Read", "C.Read"]],
    ["A.Read plus B.Read", ["A.Read and B.Read"]],
    ["both A.Read and B.Read", ["A.Read and B.Read"]],
    ["A.Read, or both B.Read and C.Read", ["A.Read", "B.Read and C.Read"]],
    ["A.Read or B.Read and C.Read", ["A.Read", "B.Read and C.Read"]],
    ["A.Read and B.Read, A.Read and C.Read, D.Read", ["A.Read and B.Read", "A.Read and C.Read", "D.Read"]],
    ["A.Read, B.Read, or C.Read", ["A.Read", "B.Read", "C.Read"]],
    ["A.Read; B.Read; C.Read", ["A.Read", "B.Read", "C.Read"]],
    ["A.Read B.Read,, C.Read,", ["A.Read", "B.Read", "C.Read"]],
    ["A.Read, B.Read plus C.Read", ["A.Read and C.Read", "B.Read and C.Read"]],
    ["A.Read and either B.Read or C.Read", ["A.Read and B.Read", "A.Read and C.Read"]],
    ["A.Read and (B.Read or C.Read)", ["A.Read and B.Read", "A.Read and C.Read"]],
    ["One of A.Read, B.Read and C.Read", ["A.Read", "B.Read", "C.Read"]],
    ["All of A.Read, B.Read, C.Read", ["A.Read and B.Read and C.Read"]],
    ["Either A.Read or B.Read", ["A.Read", "B.Read"]],
    ["A.Read and B.Read, B.Read and A.Read", ["A.Read and B.Read"]],
    ["openid and A.Read", ["openid and A.Read"]],
    ["A.Read<br>B.Read, C.Read<br/>**Note**: not D.Read", ["A.Read", "B.Read", "C.Read"]],
  ])("are sets of what is needed together: %s", (cell, expected) => {
    const { document, reported } = read(
      page(
        "Get thing",
        "GET /things/{id}",
        `## Permissions\n|Permission type|Permissions|\n|:-|:-|\n|Application|${cell}|\n`,
      ),
    );
    const [permission] = document.requests[0]?.permissions ?? [];
    expect(setsOf(permission?.alternatives ?? [])).toEqual(expected);
    expect(permission).not.toHaveProperty("exact");
    expect(reported).toEqual([]);
  });

  it.each([
    ["A.Read, B.Read and C.Read", ["A.Read and B.Read and C.Read"], "page-scopes-ambiguous"],
    ["A.Read, B.Read, and C.Read", ["A.Read and B.Read and C.Read"], "page-scopes-ambiguous"],
    ["The role for [this](x.md) or A.Read (see below)", ["A.Read"], "page-scope-unreadable"],
  ])("are not exact where a cell leaves open what is needed: %s", (cell, expected, code) => {
    const table = `|Permission type|Permissions|\n|:-|:-|\n|Application|${cell}|\n`;
    const { document, reported } = read(page("Get thing", "GET /things/{id}", `## Permissions\n${table}`));
    const [permission] = document.requests[0]?.permissions ?? [];
    expect(setsOf(permission?.alternatives ?? [])).toEqual(expected);
    expect(permission).toMatchObject({ exact: false });
    expect(reported.join()).toContain(code);
  });

  it("are alternatives of a list that ends in and, where another cell lists the same by commas", () => {
    const table =
      "|Permission type|Permissions|\n|:-|:-|\n|Delegated (work or school account)|A.Read, B.Read, C.Read, D.Read|\n|Application|A.Read, B.Read and C.Read|\n";
    expect(scopes(table)).toEqual([
      ["A.Read", "B.Read", "C.Read", "D.Read"],
      ["A.Read", "B.Read", "C.Read"],
    ]);
  });

  it("are bounded where choices multiply", () => {
    const choices = Array.from({ length: 40 }, (_, index) => `(A${index}.Read or B${index}.Read)`).join(" and ");
    const words = "A.Read ".repeat(20_000);
    const [sets, list] = scopes(
      `|Permission type|Permissions|\n|:-|:-|\n|Application|${choices}|\n|Delegated (work or school account)|${words}|\n`,
    ) ?? [[], []];
    expect(sets).toHaveLength(1);
    expect(list).toEqual(["A.Read"]);
  });

  it("are unknown for a scheme whose cell has nothing but prose", () => {
    const table = "|Permission type|Permissions|\n|:-|:-|\n|Application|**TODO: determine scopes**|\n";
    expect(scopes(table)).toBeUndefined();
  });

  it("have the dot that a page writes as a space", () => {
    const table = "|Permission type|Permissions|\n|:-|:-|\n|Application|A.Read, Directory AccessAsUser.All|\n";
    expect(scopes(table)).toEqual([["A.Read", "Directory.AccessAsUser.All"]]);
  });

  it.each([
    [
      "For user: A.Read and B.Read, C.Read<br>For device: D.Read",
      ["user: A.Read and B.Read, C.Read", "device: D.Read"],
    ],
    [
      "Photo of the signed-in **user**:<br/>A.Read, B.Read<br /><br />For **group** resource:<br />C.Read",
      ["Photo of the signed-in user: A.Read, B.Read", "group resource: C.Read"],
    ],
    ["In teams: A.Read<br/>In channels: Not supported.", ["teams: A.Read", "channels: "]],
    [
      "A.Send.All for a chat message.</br>B.Send.All for a channel message.",
      ["a chat message: A.Send.All", "a channel message: B.Send.All"],
    ],
  ])("are those of each case that a cell names: %s", (cell, expected) => {
    expect(cases(`|Permission type|Permissions|\n|:-|:-|\n|Application|${cell}|\n`)).toEqual(
      expected.map((one) => `application ${one}`),
    );
  });

  it("come from an included file, with their place in it", () => {
    const sources = new Sources();
    const report = new Report();
    const text = "## Permissions\n[!INCLUDE [permissions-table](../includes/permissions/x.md)]\n";
    const source = sources.add("api/a.md", page("Get thing", "GET /things/{id}", text));
    const include = sources.add(
      "includes/permissions/x.md",
      "---\nms.topic: include\n---\n\n|Permission type|Least privileged permissions|Higher privileged permissions|\n|:-|:-|:-|\n|Application|A.Read|B.Read|\n\n[!INCLUDE [itself](x.md)]\n",
    );
    const document = readPage(source, report, (target) => (target.endsWith("x.md") ? include : undefined));
    const [permission] = document?.requests[0]?.permissions ?? [];
    expect(permission).toMatchObject({ scheme: "application", alternatives: [["A.Read"], ["B.Read"]], ordered: true });
    expect(permission && sources.locate(permission.at)).toEqual({ source: include.name, line: 7, column: 2 });
    expect(report.diagnostics).toEqual([]);
  });

  it("are unknown when their include is not among the inputs", () => {
    const { document, reported } = read(
      page(
        "Get thing",
        "GET /things/{id}",
        "## Permissions\n[!INCLUDE [permissions-table](../includes/permissions/x.md)]\n",
      ),
    );
    expect(document.requests[0]).not.toHaveProperty("permissions");
    expect(reported).toEqual(["13:1 page-include-missing"]);
  });
});

function example(body: string): string {
  const response = "## Response\nReturns a `200 OK` response code and a [thing](thing.md) object.\n\n";
  const request = "### Request\n```http\nGET https://graph.microsoft.com/beta/things/1\n```\n";
  return `${response}## Example\n${request}### Response\n\n\`\`\`http\nHTTP/1.1 200 OK\nContent-type: application/json\n\n${body}\n\`\`\`\n`;
}

describe("query options", () => {
  it.each([
    ["This method supports the `$select` and `$expand` OData query parameters.", ["$select", "$expand"], false],
    ["This method supports the `select` [OData Query Parameters](x).", ["$select"], false],
    [
      "This method supports some of the [OData query parameters](x), including `$top` and `$OrderBy`.",
      ["$top", "$orderby"],
      true,
    ],
    ["This method supports the [OData Query Parameters](x) to help customize the response.", [], true],
    ["This method does **not** support the OData query parameters (e.g. $filter is not supported here).", [], false],
  ])("are read from the sentence: %s", (sentence, names, others) => {
    const { document } = read(page("List things", "GET /things", `## Optional query parameters\n${sentence}\n`));
    expect(document.requests[0]?.queryOptions).toEqual({ names, others });
  });

  it("without a $ are custom options, or parameters of a function", () => {
    const table = "|Parameter|Type|Description|\n|:-|:-|:-|\n|startDateTime|String|x|\n|$top|Int32|x|\n";
    const section = `## Query parameters\n${table}`;
    const [view] = read(page("List things", "GET /things", section)).document.requests;
    expect(view?.queryOptions?.names).toEqual(["$top", "startDateTime"]);
    const [delta] = read(page("thing: delta", "GET /things/delta", section)).document.requests;
    expect(delta?.queryOptions?.names).toEqual(["$top"]);
    expect(delta?.parameters?.map(({ name }) => name)).toEqual(["startDateTime"]);
  });

  it("are read from a table, and are unknown without a section", () => {
    const table = "|Name|Value|Description|\n|:-|:-|:-|\n|$filter|string|x|\n";
    const { document } = read(page("List things", "GET /things", `## Optional query parameters\n${table}`));
    expect(document.requests[0]?.queryOptions).toEqual({ names: ["$filter"], others: false });
    expect(read(page("List things", "GET /things", "")).document.requests[0]).not.toHaveProperty("queryOptions");
  });
});

describe("examples", () => {
  it("show the types of properties", () => {
    const text = page(
      "Get thing",
      "GET /things/{id}",
      example(
        '{ "id": "1", "n": 3, "big": 5000000000, "x": 0.00, "at": "2020-01-02T03:04:05Z", "list": [true], "none": null, "part": { "@odata.type": "#microsoft.graph.part", "a": 1 }, "u@odata.bind": "x" }',
      ),
    );
    const [thing, part] = structured(read(text), "example");
    expect(thing === undefined ? "" : typeText(thing.name)).toBe("microsoft.graph ~thing");
    expect(propertyTable(thing)).toEqual({
      id: "Edm.String",
      n: "Edm.Int32?",
      big: "Edm.Int64?",
      x: "Edm.Double?",
      at: "Edm.DateTimeOffset?",
      list: "Edm.Boolean collection!",
      none: "unknown",
      part: "microsoft.graph.part?",
    });
    expect(part).toMatchObject({ kind: "ComplexType", name: "microsoft.graph.part" });
  });

  it("have JSON with trailing commas, comments and a missing comma; any other fault drops the body", () => {
    const tolerant = read(page("Get thing", "GET /things/{id}", example('{ "a": 1 "b": [1,], // x\n }')));
    expect(tolerant.document.requests[0]?.examples[0]?.response?.body?.value).toEqual({ a: 1, b: [1] });
    expect(tolerant.reported).toEqual(["26:10 page-json-faulty"]);
    const broken = read(page("Get thing", "GET /things/{id}", example('{ "a": [ }, "b" ]')));
    expect(broken.document.requests[0]?.examples[0]?.response).not.toHaveProperty("body");
    expect(broken.reported).toEqual(["26:10 page-json-unreadable"]);
  });

  it("have JSON with other quotes, placeholders and ellipses", () => {
    const { document, reported } = read(
      page("Get thing", "GET /things/{id}", example(`{ 'a': {id}, “b”: "it's", "c": [ 1, ... ], "d": <when> }`)),
    );
    expect(document.requests[0]?.examples[0]?.response?.body?.value).toEqual({ a: "id", b: "it's", c: [1], d: "when" });
    expect(reported).toEqual(["26:3 page-json-faulty"]);
  });

  it("have no body when words stand for binary content, without a report", () => {
    const { document, reported } = read(page("Get thing", "GET /things/{id}", example("{file contents}")));
    expect(document.requests[0]?.examples[0]?.response).not.toHaveProperty("body");
    expect(reported).toEqual([]);
  });

  it("are found without a heading of their own", () => {
    const rest = '## Response\n\n```http\nHTTP/1.1 200 OK\n\n{ "id": "1" }\n```\n';
    const text = page("Get thing", "GET /things/{id}", rest);
    expect(read(text).document.requests[0]?.examples).toMatchObject([{ response: { body: { value: { id: "1" } } } }]);
  });

  it("have a key __proto__ like any other", () => {
    const { document } = read(page("Get thing", "GET /things/{id}", example('{ "__proto__": { "polluted": true } }')));
    const value = document.requests[0]?.examples[0]?.response?.body?.value;
    expect(Object.keys(value as object)).toEqual(["__proto__"]); // an object, as shown above
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("belong to the request line that their URL fits", () => {
    const text = page("Get thing", "GET /me/things/{id}\nGET /things/{id}", example("{}"));
    expect(read(text).document.requests.map(({ examples }) => examples.length)).toEqual([0, 1]);
  });
});

describe("tables that are not read", () => {
  it("are reported", () => {
    const text = `${apiPage(["|a|String|x|"])}\n## Response\n|Condition|Code|\n|:-|:-|\n|x|y|\n\n## Path parameters\n|Name|Type|Description|\n|:-|:-|:-|\n|id|String|x|\n`;
    expect(read(text).reported).toEqual(["18:1 page-table-unknown", "23:1 page-table-unused"]);
  });
});
