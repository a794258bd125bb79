import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";
import { runCli } from "./run-cli.js";

function page(title: string, line: string, work: string, application: string): string {
  return `# ${title}\n\nNamespace: microsoft.graph\n\n## Permissions\n|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n|Delegated (work or school account)|${work}|\n|Delegated (personal Microsoft account)|Not supported.|\n|Application|${application}|\n\n## HTTP request\n\`\`\`http\n${line}\n\`\`\`\n`;
}

const files = {
  "in/user-get.md": page("Get user", "GET /users/{id}", "User.Read, User.ReadWrite", "User.Read.All"),
  "in/user-update.md": page("Update user", "PATCH /users/{id}", "User.ReadWrite", "Not supported."),
  "in/user-delete.md":
    "# Delete user\n\nNamespace: microsoft.graph\n\n## HTTP request\n```http\nDELETE /users/{id}\n```\n",
};

describe("permissions", () => {
  it("prints the least set for each scheme, and what cannot be told", async () => {
    const folder = temporaryFolder(files);
    const args = ["permissions", "GET /users/{user-id}", "patch", "/users/{id}", "--in", "in", "--quiet"];
    expect(await runCli(folder, args)).toEqual({
      code: 0,
      stderr: "",
      stdout: [
        "2 requests",
        "Delegated, work or school account",
        "  User.ReadWrite  for all",
        "Delegated, personal Microsoft account",
        "  not supported",
        "Application",
        "  User.Read.All  GET /users/{id}",
        "  not supported: PATCH /users/{id}",
        "",
      ].join("\n"),
    });
    const { stdout } = await runCli(folder, ["permissions", "/users/**", "--in", "in", "--quiet"]);
    expect(stdout).toContain("  unknown: DELETE /users/{id}\n");
  });

  it("gives the same as data, of a generated file and of the config file", async () => {
    const config = JSON.stringify({
      services: { users: { input: "in", output: "out", emit: ["types", "operations"], runtime: "package" } },
    });
    const folder = temporaryFolder({ ...files, "odata-codegen.config.json": config });
    expect(await runCli(folder, ["generate", "--quiet"])).toMatchObject({ code: 0, stderr: "" });
    const ofFile = await runCli(folder, [
      "permissions",
      "/users/*",
      "--from",
      "out/operations.json",
      "--format",
      "json",
    ]);
    const ofConfig = await runCli(folder, ["permissions", "/users/*", "--format", "json"]);
    expect(ofFile).toMatchObject({ code: 0, stderr: "[]\n" });
    expect(ofConfig.stdout).toBe(ofFile.stdout);
    expect(JSON.parse(ofFile.stdout)).toMatchObject({
      requests: ["DELETE /users/{id}", "GET /users/{id}", "PATCH /users/{id}"],
      schemes: [
        {
          scheme: "delegatedWork",
          scopes: [{ scope: "User.ReadWrite", for: ["GET /users/{id}", "PATCH /users/{id}"] }],
          exact: true,
          unknown: ["DELETE /users/{id}"],
        },
        { scheme: "delegatedPersonal", scopes: [] },
        { scheme: "application", scopes: [{ scope: "User.Read.All" }], notSupported: ["PATCH /users/{id}"] },
      ],
    });
  });

  it("prints what is needed together, what is not exact, and what other pages of a request take", async () => {
    const folder = temporaryFolder({
      "in/thing-list.md": page("List things", "GET /things", "A.Read and B.Read, C.Read", "A.Read, B.Read and C.Read"),
      "in/office-thing-list.md": page("List things", "GET /things", "D.Read", "Not supported."),
    });
    const { stdout } = await runCli(folder, ["permissions", "GET /things", "--in", "in", "--quiet"]);
    expect(stdout.split("\n")).toEqual([
      "1 request",
      "Delegated, work or school account",
      "  A.Read  for all",
      "  B.Read  for all",
      '  GET /things, as in "List things": also D.Read',
      "Delegated, personal Microsoft account",
      "  not supported",
      "Application",
      "  A.Read  for all",
      "  B.Read  for all",
      "  C.Read  for all",
      "  not exact: GET /things may need less; its page leaves open what it needs",
      "",
    ]);
    const args = ["permissions", "GET /things", "--in", "in", "--quiet", "--format", "json"];
    expect(JSON.parse((await runCli(folder, args)).stdout)).toMatchObject({
      schemes: [
        { exact: true, open: [], alsoDocumentedBy: [{ title: "List things", add: ["D.Read"] }] },
        { exact: true },
        { exact: false, open: ["GET /things"] },
      ],
    });
  });

  it("names the nearest request, and ends with 1", async () => {
    const { code, stdout, stderr } = await runCli(temporaryFolder(files), [
      "permissions",
      "GET /user/{id}",
      "--in",
      "in",
      "--quiet",
    ]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toBe(
      'operation GET /user/{id} - error operation-unmatched: No documented request is "GET /user/{id}"; did you mean GET /users/{id}?\n',
    );
  });

  it.each([
    ["[]", 'a.json:1:1 - error operations-invalid: "format" takes "odata-codegen-operations/2" here, not nothing'],
    ["{", "a.json:1:2 - error operations-malformed: This is not valid JSON (close brace expected)"],
    [
      '{ "format": "x" }',
      'a.json:1:13 - error operations-invalid: "format" takes "odata-codegen-operations/2" here, not "x"',
    ],
    [
      '{ "format": "odata-codegen-operations/2", "requests": [{ "method": "GET", "path": "/a", "permissions": [{}] }] }',
      'a.json:1:104 - error operations-invalid: "permissions" takes null or a list of schemes with their alternatives here, not a list',
    ],
    [
      '{ "format": "odata-codegen-operations/2", "requests": [{ "method": "GET", "path": "/a", "permissions": null, "alsoDocumentedBy": [{}] }] }',
      'error operations-invalid: "title" takes a text here, not nothing',
    ],
  ])("says what is wrong with a file: %s", async (text, message) => {
    const { code, stderr } = await runCli(temporaryFolder({ "a.json": text }), [
      "permissions",
      "/a",
      "--from",
      "a.json",
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });
});
