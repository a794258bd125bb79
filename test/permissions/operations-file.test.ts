/** Files of the artifact `operations` as they are read again, and what is said of faults in them. */
import { describe, expect, it } from "vitest";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { readOperations } from "../../src/permissions/operations-file.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { temporaryFolder } from "../support/temporary-folder.js";

async function read(text: string) {
  const report = new Report();
  const sources = new Sources();
  const cwd = temporaryFolder({ "operations.json": text });
  const requests = await readOperations(["operations.json"], nodeIo(cwd), report, { allowRemote: [], sources });
  return { requests, said: report.diagnostics.map(({ code, message }) => `${code}: ${message}`) };
}

const file = (...requests: readonly unknown[]) => JSON.stringify({ format: "odata-codegen-operations/2", requests });
const permission = { scheme: "application", alternatives: [["A.Read", "B.Read"], ["C.Read"]], ordered: true };
const request = { method: "GET", path: "/things", permissions: [permission] };

describe("a request", () => {
  it("has its permissions and what it can be found by", async () => {
    const more = {
      ...request,
      title: "List things",
      operation: { kind: "Action", name: "n.move", boundTo: "n.thing" },
      alsoDocumentedBy: [
        { title: "Other", link: "https://h/x", permissions: [{ ...permission, when: "for me", exact: false }] },
        { title: "Third" },
        { title: "Fourth", permissions: null },
      ],
    };
    expect(
      await read(file(more, { ...request, method: "POST", permissions: null, operation: { name: "n.f" } })),
    ).toEqual({
      requests: [
        {
          method: "GET",
          path: "/things",
          permissions: [permission],
          operation: { kind: "Action", name: "n.move" },
          alsoDocumentedBy: [
            { title: "Other", link: "https://h/x", permissions: [{ ...permission, when: "for me", exact: false }] },
            { title: "Third" },
            { title: "Fourth" },
          ],
        },
        { method: "POST", path: "/things", permissions: null, operation: { kind: "Function", name: "n.f" } },
      ],
      said: [],
    });
  });

  it("has an order and exact scopes only where it says so", async () => {
    const { requests } = await read(
      file({ ...request, permissions: [{ scheme: "application", alternatives: [], ordered: "yes", exact: true }] }),
    );
    expect(requests[0]?.permissions).toEqual([{ scheme: "application", alternatives: [], ordered: false }]);
  });

  it.each<[what: string, request: unknown, expected: string]>([
    ["a method", { ...request, method: "FETCH" }, "an HTTP method"],
    ["a method that is no text", { ...request, method: 1 }, "an HTTP method"],
    ["no method", { ...request, method: undefined }, "an HTTP method here, not nothing"],
    ["a path that is no text", { ...request, path: 1 }, "a text"],
    ["no path", { ...request, path: undefined }, "a text"],
    ["no permissions", { ...request, permissions: undefined }, "null or a list of schemes"],
    ["permissions that are a text", { ...request, permissions: "A" }, "null or a list of schemes"],
    [
      "a scheme that is none",
      { ...request, permissions: [{ ...permission, scheme: "other" }] },
      "null or a list of schemes",
    ],
    ["no alternatives", { ...request, permissions: [{ scheme: "application" }] }, "null or a list of schemes"],
    [
      "an alternative without scopes",
      { ...request, permissions: [{ ...permission, alternatives: [[]] }] },
      "null or a list of schemes",
    ],
    [
      "an alternative that is a text",
      { ...request, permissions: [{ ...permission, alternatives: ["A"] }] },
      "null or a list of schemes",
    ],
    [
      "a scope that is none",
      { ...request, permissions: [{ ...permission, alternatives: [["A", 1]] }] },
      "null or a list of schemes",
    ],
  ])("with %s is an error, and left out", async (_, faulty, expected) => {
    const { requests, said } = await read(file(faulty, request));
    expect(requests).toEqual([{ method: "GET", path: "/things", permissions: [permission] }]);
    expect(said).toEqual([expect.stringContaining(expected)]);
    expect(said[0]).toMatch(/^operations-invalid: /);
  });

  it("with another page without a title is an error", async () => {
    const { requests, said } = await read(file({ ...request, alsoDocumentedBy: [{ link: "x" }] }));
    expect(said).toEqual([expect.stringMatching(/^operations-invalid: .*title.*a text/)]);
    expect(requests[0]).not.toHaveProperty("alsoDocumentedBy");
  });
});

describe("a file", () => {
  it.each<[text: string, said: string]>([
    ["{", "operations-malformed: "],
    ["[]", "operations-invalid: "],
    ['{ "format": "other", "requests": [] }', "odata-codegen-operations/2"],
    ['{ "format": "odata-codegen-operations/2" }', "a list"],
    ['{ "format": "odata-codegen-operations/2", "requests": {} }', "a list"],
    ["text", "unknown-kind: "],
  ])("%s is none", async (text, message) => {
    const { requests, said } = await read(text);
    expect(requests).toEqual([]);
    expect(said).toEqual([expect.stringContaining(message)]);
  });
});
