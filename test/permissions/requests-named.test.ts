import { describe, expect, it } from "vitest";
import { Report } from "../../src/diagnostics/report.js";
import { type NamedRequest, requestsNamed } from "../../src/permissions/requests-named.js";

const requests: readonly NamedRequest[] = [
  { method: "GET", path: "/users" },
  { method: "POST", path: "/users" },
  { method: "GET", path: "/users/{id | userPrincipalName}" },
  { method: "GET", path: "/users/{id}/mailFolders/{id}/messages" },
  {
    method: "POST",
    path: "/users/{id}/microsoft.graph.sendMail",
    operation: { kind: "Action", name: "microsoft.graph.sendMail" },
  },
  {
    method: "GET",
    path: "/me/reminderView(StartDateTime={a},EndDateTime={b})",
    operation: { kind: "Function", name: "microsoft.graph.reminderView" },
  },
];

function named(...texts: readonly string[]): readonly string[] {
  const report = new Report();
  const found = requestsNamed(texts, requests, report).map(({ method, path }) => `${method} ${path}`);
  return [...found, ...report.diagnostics.map(({ message }) => message)];
}

describe("requests are found by", () => {
  it.each([
    ["GET /users/{user-id}", ["GET /users/{id | userPrincipalName}"]],
    ["get /Users", ["GET /users"]],
    ["GET /users?$top=1", ["GET /users"]],
    ["/users", ["GET /users", "POST /users"]],
    ["/users#POST", ["POST /users"]],
    ["/users/*", ["GET /users/{id | userPrincipalName}"]],
    ["/users/{id}/mailfolders/{a}/messages", ["GET /users/{id}/mailFolders/{id}/messages"]],
    ["POST /users/{id}/sendMail", ["POST /users/{id}/microsoft.graph.sendMail"]],
    ["POST /users/{id}/microsoft.graph.sendMail", ["POST /users/{id}/microsoft.graph.sendMail"]],
    ["GET /me/reminderView(StartDateTime='x')", ["GET /me/reminderView(StartDateTime={a},EndDateTime={b})"]],
    ["microsoft.graph.sendmail", ["POST /users/{id}/microsoft.graph.sendMail"]],
    [
      "microsoft.graph.*",
      ["POST /users/{id}/microsoft.graph.sendMail", "GET /me/reminderView(StartDateTime={a},EndDateTime={b})"],
    ],
    [
      "/users/**#GET",
      ["GET /users", "GET /users/{id | userPrincipalName}", "GET /users/{id}/mailFolders/{id}/messages"],
    ],
  ])("%s", (text, found) => expect(named(text)).toEqual(found));

  it("a key that is a whole segment, not the end of one", () => {
    const report = new Report();
    const request: NamedRequest = { method: "POST", path: "/teams/t{id}/clone" };
    const found = (text: string) => requestsNamed([text], [request], report);
    expect(found("POST /teams/t{id}/clone")).toEqual([request]);
    expect(found("POST /teams/{id}/clone")).toEqual([]);
    expect(found("POST /teams/*/clone")).toEqual([request]);
  });

  it("several texts, each request once", () => {
    expect(named("GET /users", "/users")).toEqual(["GET /users", "POST /users"]);
  });
});

describe("what is none", () => {
  it.each([
    ["GET /user", "did you mean GET /users?"],
    ["/user/{x}", "did you mean /users/{id | userPrincipalName}?"],
    ["DELETE /users", "did you mean GET /users?"],
    ["sendMail", "did you mean microsoft.graph.sendMail?"],
    ["microsoft.graph.sendMial", "did you mean microsoft.graph.sendMail?"],
    ["/nothing/**", "write a method and a path"],
    ["FETCH /users", "FETCH is not one of GET, POST, PATCH, PUT, DELETE"],
  ])("%s: %s", (text, hint) => {
    const [message, ...more] = named(text);
    expect(more).toEqual([]);
    expect(message).toContain(hint);
  });
});
