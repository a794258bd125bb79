/** What several pages about one request give to it. */
import { describe, expect, it } from "vitest";
import type { Request } from "../../src/edm/requests.js";
import { setsOf } from "../support/scope-sets.js";
import { modelOf } from "../support/model.js";

interface Written {
  readonly title?: string;
  readonly request?: string;
  readonly description?: string;
  readonly scope?: string;
  readonly clouds?: boolean;
  readonly body?: string;
  readonly returns?: string;
  readonly rows?: readonly string[];
}

function page({
  title = "Get thing",
  request = "GET /things/{id}",
  description,
  scope,
  clouds,
  body,
  returns,
  rows,
}: Written): string {
  return [
    `# ${title}\n\nNamespace: microsoft.graph\n\n${description ?? ""}\n`,
    clouds === true ? "|Global service|US Government L4|\n|:-|:-|\n|✅|✅|\n" : "",
    scope === undefined ? "" : `## Permissions\n|Permission type|Permissions|\n|:-|:-|\n|Application|${scope}|\n`,
    `## HTTP request\n\`\`\`http\n${request}\n\`\`\`\n`,
    body === undefined ? "" : `## Request body\nSupply a representation of the [${body}](${body}.md).\n`,
    rows === undefined ? "" : `|Property|Type|Description|\n|:-|:-|:-|\n${rows.join("\n")}\n`,
    returns === undefined
      ? ""
      : `## Response\nReturns a \`200 OK\` response code and a [${returns}](${returns}.md) object.\n`,
  ].join("\n");
}

function requestOf(pages: Readonly<Record<string, Written>>, more: Readonly<Record<string, string>> = {}): Request {
  const texts = Object.fromEntries(Object.entries(pages).map(([name, written]) => [name, page(written)]));
  const [request, ...others] = modelOf({ ...texts, ...more }).model.requests;
  if (request === undefined || others.length > 0) throw new Error("not one request");
  return request;
}

const titleOf = (pages: Readonly<Record<string, Written>>): string => requestOf(pages).title;

describe("the page that introduces a request is", () => {
  const titled = (names: readonly string[], request: string, titles: readonly string[] = []) =>
    titleOf(Object.fromEntries(names.map((name, index) => [name, { request, title: titles[index] ?? name }])));

  it.each<[what: string, request: string, first: string, other: string]>([
    ["the one whose file names what is addressed", "GET /things/{id}", "thing-get.md", "box-get.md"],
    ["the one named exactly", "GET /things/{id}", "thing-get.md", "bigthing-get.md"],
    ["the one named like a part", "GET /things/{id}", "bigthing-get.md", "box-get.md"],
    [
      "the one of a resource of the path",
      "GET /users/{id}/things",
      "user-list-things.md",
      "intune-devices-user-list-things.md",
    ],
    ["the one that lists, where many are read", "GET /users/{id}/things", "user-list-things.md", "user-get-things.md"],
    ["the one that gets, where one is read", "GET /things/{id}", "thing-get.md", "thing-list.md"],
    [
      "the one of the nearest resource",
      "GET /users/{id}/things/{id}/parts/{id}",
      "thing-get-part.md",
      "user-get-part.md",
    ],
    ["that of the user for `me`", "GET /me", "user-get.md", "person-get.md"],
  ])("%s", (_, request, first, other) => {
    expect(titled([first, other], request)).toBe(first);
    expect(titled([other, first], request)).toBe(first);
  });

  it("the one whose title names what is addressed", () => {
    expect(titled(["a-b.md", "c-d.md"], "GET /things/{id}", ["Get box", "Get thing"])).toBe("Get thing");
    expect(titled(["a-b.md", "c-d.md"], "GET /things/{id}", ["Thing", "Get box"])).toBe("Thing");
  });

  it("the one that is about fewer requests", () => {
    const request = "PATCH /things/{id}";
    const texts = {
      "thing-update.md": page({ title: "Narrow", request }),
      "thing-post-tags.md": page({ title: "Alter thing", request: `${request}\nPATCH /boxes/{id}` }),
    };
    const found = modelOf(texts).model.requests.find(({ template }) => template === "/things/{id}");
    expect(found?.title).toBe("Narrow");
  });

  it("named beside the others, each once", () => {
    const { title, alsoDocumentedBy } = requestOf({
      "thing-get.md": { title: "Get thing" },
      "box-get.md": { title: "Get box", request: "GET /things/{id}\nGET /things/{key}" },
    });
    expect([title, alsoDocumentedBy?.map((other) => other.title)]).toEqual(["Get thing", ["Get box"]]);
  });
});

describe("a request has", () => {
  it("the description of the page that introduces it", () => {
    const pages = (first: string | undefined) => ({
      "thing-get.md": { ...(first !== undefined && { description: first }) },
      "box-get.md": { title: "Get box", description: "Gets a box." },
    });
    expect(requestOf(pages("Gets a thing.")).description).toBe("Gets a thing.");
    expect(requestOf(pages(undefined))).not.toHaveProperty("description");
  });

  it("the permissions of the page that introduces it, and those of others where these differ", () => {
    const scopes = ({ permissions }: Pick<Request, "permissions">) =>
      permissions?.flatMap(({ alternatives }) => setsOf(alternatives));
    const request = requestOf({
      "thing-get.md": { scope: "Things.Read, Things.Write" },
      "box-get.md": { title: "Get box", scope: "Boxes.Read" },
      "bag-get.md": { title: "Get bag", scope: "Things.Write, Things.Read" },
    });
    expect(scopes(request)).toEqual(["Things.Read", "Things.Write"]);
    expect(request.alsoDocumentedBy?.map((other) => [other.title, scopes(other)])).toEqual([
      ["Get bag", undefined],
      ["Get box", ["Boxes.Read"]],
    ]);
  });

  it("the permissions that a recent page states anew", () => {
    const scopes = (pages: Readonly<Record<string, Written>>) =>
      requestOf(pages).permissions?.flatMap(({ alternatives }) => setsOf(alternatives));
    const old = { title: "Get thing", scope: "Old.Read" };
    const recent = { title: "Thing", scope: "New.Read", clouds: true };
    expect(scopes({ "thing-get.md": old, "thing-list.md": recent })).toEqual(["New.Read"]);
    expect(scopes({ "thing-get.md": { ...old, clouds: true }, "thing-list.md": recent })).toEqual(["Old.Read"]);
    expect(scopes({ "thing-get.md": old, "foreign-bigthing-get.md": recent })).toEqual(["Old.Read"]);
    expect(scopes({ "thing-get.md": { title: "Get thing" }, "thing-list.md": { ...recent, clouds: false } })).toEqual([
      "New.Read",
    ]);
  });

  it("the body that the path names, else the base that all have in common", () => {
    const bodies = (first: string, second: string, request = "PATCH /things/{id}") =>
      requestOf(
        { "thing-update.md": { request, body: first }, "thing-change.md": { title: "Thing", request, body: second } },
        {
          "a.md": resource("a", "base"),
          "b.md": resource("b", "base"),
          "base.md": resource("base", ""),
          "thing.md": resource("thing", ""),
        },
      ).body?.type;
    expect(bodies("a", "thing")).toBe("microsoft.graph.thing");
    expect(bodies("a", "b")).toBe("microsoft.graph.base");
    expect(bodies("a", "a")).toBe("microsoft.graph.a");
  });

  it("as required what all of its pages require", () => {
    const required = (first: readonly string[], second: readonly string[]) => {
      const rows = (names: readonly string[]) =>
        ["a", "b", "c"].map((name) => `|${name}|String|x${names.includes(name) ? ". Required." : ""}|`);
      const common = { request: "POST /things", body: "thing" };
      return requestOf({
        "thing-post.md": { ...common, title: "Create thing", rows: rows(first) },
        "thing-create.md": { ...common, title: "Add thing", rows: rows(second) },
      }).required;
    };
    expect(required(["a", "b"], ["b", "c"])).toEqual(["b"]);
    expect(required(["a"], ["c"])).toBeUndefined();
  });

  it("the operation of a page about it", () => {
    const request = requestOf({
      "thing-get.md": { title: "Update thing", request: "POST /things/{id}/thing" },
      "thing-thing.md": { title: "thing: thing", request: "POST /things/{id}/thing" },
    });
    expect(request.operation).toBe("Action");
  });
});

function resource(name: string, base: string): string {
  return `# ${name} resource type\n\nNamespace: microsoft.graph\n\n${base === "" ? "x" : `Inherits from [${base}](${base}.md).`}\n\n## Properties\n|Property|Type|Description|\n|:-|:-|:-|\n|id|String|x|\n`;
}

describe("requests are one", () => {
  const templates = (...requests: readonly string[]) =>
    modelOf({ "a-get.md": page({ request: requests.join("\n") }) }).model.requests.map(
      ({ method, template }) => `${method} ${template}`,
    );

  it.each<[requests: readonly string[], expected: readonly string[]]>([
    [["GET /things/{id}", "GET /Things/{thing-id}"], ["GET /things/{id}"]],
    [
      ["GET /things/{id}", "GET /things({id})"],
      ["GET /things({id})", "GET /things/{id}"],
    ],
    [
      ["GET /b", "GET /a", "DELETE /a"],
      ["DELETE /a", "GET /a", "GET /b"],
    ],
    [["GET /f(a={a},b={b})", "GET /f(b={x},a={y})"], ["GET /f(a={a},b={b})"]],
    [
      ["GET /f(a={a})", "GET /f(b={b})"],
      ["GET /f(a={a})", "GET /f(b={b})"],
    ],
  ])("%j", (requests, expected) => expect(templates(...requests)).toEqual(expected));
});
