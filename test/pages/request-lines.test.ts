import { describe, expect, it } from "vitest";
import { requestLineOf, templateOf } from "../../src/pages/api/request-lines.js";
import { read } from "./read.js";

describe("a line of a request", () => {
  it.each([
    ["GET /users", "GET", "/users"],
    ["  POST   /users/{id}/sendMail  ", "POST", "/users/{id}/sendMail"],
    ["PATCH https://graph.microsoft.com/v1.0/me", "PATCH", "https://graph.microsoft.com/v1.0/me"],
    ["PUT http://example.org/x", "PUT", "http://example.org/x"],
    ["DELETE/users/1", "DELETE", "/users/1"],
    ["GET users/1", "GET", "users/1"],
    ["GET {baseUrl}/users", "GET", "{baseUrl}/users"],
    ["GET ~/users", "GET", "~/users"],
    ["GET $batch", "GET", "$batch"],
    ["GET /users HTTP/1.1", "GET", "/users"],
    ["GET /users?$filter=a eq 'b' HTTP/2", "GET", "/users?$filter=a eq 'b'"],
    ["GET /users\nAccept: application/json", "GET", "/users"],
  ])("%j", (line, method, target) => expect(requestLineOf(line)).toEqual({ method, target }));

  it.each(["", "GET", "GET /", "GETusers", "get /users", "HEAD /users", "GET *", "See GET /users", "HTTP/1.1 200 OK"])(
    "is not %j",
    (line) => expect(requestLineOf(line)).toBeUndefined(),
  );
});

describe("the path of a target", () => {
  it.each([
    ["/users", "/users"],
    ["/a", "/a"],
    ["users/{id}", "/users/{id}"],
    ["/users/", "/users"],
    ["/users//", "/users"],
    ["/users?$top=1&$skip=2", "/users"],
    ["/users/?a", "/users"],
    ["https://graph.microsoft.com/v1.0/users", "/users"],
    ["http://localhost/users", "/users"],
    ["~/users", "/users"],
    ["/beta/users", "/users"],
    ["v1.0/users", "/users"],
    ["/v1.0", "/v1.0"],
    ["/deployments/beta/users", "/deployments/beta/users"],
    ["/places/v1.0/users", "/places/v1.0/users"],
    ["/users/<user-id>/photo", "/users/{user-id}/photo"],
    ["/range(address='<address>')", "/range(address='{address}')"],
    ["/view(start=`value`,end=`other`)", "/view(start={start},end={end})"],
    ["/a/~/b", "/a/~/b"],
    ["/a..b/c", "/a..b/c"],
  ])("%s: %s", (target, template) => expect(templateOf(target)).toBe(template));

  it.each(["/", "", "?$top=1", "/a/.../b", "/a/..", "/a/…/b", "/**a**", "/a/`b`", "/a\u0007b", "https://example.org"])(
    "is not %j",
    (target) => expect(templateOf(target)).toBeUndefined(),
  );
});

describe("the request lines of a page", () => {
  const requests = (sections: string) => {
    const { document, reported, place } = read(`# Get thing\n\nNamespace: n.s\n\n${sections}`);
    return [
      ...document.requests.map(({ at, method, template }) => `${place(at)} ${method} ${template}`),
      ...reported.filter((line) => line.includes("page-request")),
    ];
  };
  const fence = (lines: string, language = "http") => `\`\`\`${language}\n${lines}\n\`\`\`\n`;

  it("are those of each block below the heading", () => {
    expect(
      requests(
        `## HTTP request\n${fence("GET /a\n  GET /b")}\n### For groups\n${fence("GET /c", "")}${fence("GET /d", "msgraph-interactive")}`,
      ),
    ).toEqual(["7:1 GET /a", "8:3 GET /b", "13:1 GET /c", "16:1 GET /d"]);
  });

  it("are not those of other languages and of examples", () => {
    expect(
      requests(`## HTTP request\n${fence("GET /a")}${fence("GET /b", "csharp")}\n### Example\n${fence("GET /c")}`),
    ).toEqual(["7:1 GET /a"]);
  });

  it("stand among headers, comments and a body, which are none", () => {
    expect(
      requests(
        `## HTTP request\n${fence("# by id\n// or\nGET /a\n?$top=1\n&$skip=1\nAuthorization: Bearer x\n\nOR\nPOST /a\n{\nPOST /b\n")}`,
      ),
    ).toEqual(["9:1 GET /a", "15:1 POST /a"]);
  });

  it("are reported where they cannot be read", () => {
    expect(requests(`## HTTP request\n${fence("GET /a\n  orders of a user\nGET /a/../b\n[\nnot either\n")}`)).toEqual([
      "7:1 GET /a",
      "8:3 page-request-unreadable",
      "9:1 page-request-unreadable",
    ]);
  });

  it("are kept once, without $expand where there is such a line", () => {
    expect(requests(`## HTTP request\n${fence("GET /a?$expand=b\nGET /a\nGET /a?$top=1\nGET /a?$expand=c")}`)).toEqual([
      "8:1 GET /a",
    ]);
  });

  it("stand below Permissions where there is no other", () => {
    const permissions = `## Permissions\n${fence("GET /a")}\n`;
    expect(requests(permissions)).toEqual(["7:1 GET /a"]);
    expect(requests(`${permissions}## HTTP request\n${fence("GET /b")}`)).toEqual(["12:1 GET /b"]);
  });

  it("return what the page is about, but where they expand it", () => {
    const { document } = read(
      `# Get thing\n\nNamespace: n.s\n\n## HTTP request\n${fence("GET /a\nGET /b?$select=c&$expand=d")}\n## Response\nReturns a 200 OK response code and a thing object.\n`,
    );
    expect(document.requests.map(({ template, returns }) => [template, returns !== undefined])).toEqual([
      ["/a", true],
      ["/b", false],
    ]);
  });
});
