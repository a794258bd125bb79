import { describe, expect, expectTypeOf, test } from "vitest";
import { byPath, content, graphCloud } from "../../../src/runtime/odata.js";
import { serveFaults } from "../support/faults.js";
import { libraryClient } from "./support/library.js";

describe("graphCloud", () => {
  test("gives root and scope together", async () => {
    expect(graphCloud("global")).toEqual({
      baseUrl: "https://graph.microsoft.com/v1.0",
      scopes: ["https://graph.microsoft.com/.default"],
    });
    const requested: string[] = [];
    const client = libraryClient({
      ...graphCloud("china", "beta"),
      credential: {
        getToken: async (scopes) => {
          requested.push(...scopes);
          return { token: "TOKEN" };
        },
      },
      fetch: async (url, init) => {
        requested.push(url, init.headers["authorization"] ?? "");
        return new Response("{}");
      },
    });
    await client.me.get();
    expect(requested).toEqual([
      "https://microsoftgraph.chinacloudapi.cn/.default",
      "https://microsoftgraph.chinacloudapi.cn/beta/me",
      "Bearer TOKEN",
    ]);
  });

  test("knows the clouds of the governments", () => {
    const roots = [graphCloud("usGovernment"), graphCloud("usGovernmentDod")].map(({ baseUrl }) => baseUrl);
    expect(roots).toEqual(["https://graph.microsoft.us/v1.0", "https://dod-graph.microsoft.us/v1.0"]);
    // @ts-expect-error -- closed
    expect(() => graphCloud("germany")).not.toThrow();
  });
});

describe("byPath", () => {
  test("leads to files and sites by their names", async () => {
    const { root, received } = await serveFaults(() => ({ body: { value: [] } }));
    const client = libraryClient({ baseUrl: root });
    const file = byPath(client.me.drive.root, "Docs/report#1 50%?.docx");
    expectTypeOf(file).toEqualTypeOf(client.me.drive.root);
    await file.get({ select: ["name"] });
    await file.children.get();
    await content(file.content).get("text");
    await byPath(client.files.byId("7"), "/a:b/ü/").get();
    await byPath(client.sites.byId("contoso.sharepoint.com"), "sites/hr").children.get();
    expect(received.map(({ url }) => url)).toEqual([
      "/v1.0/me/drive/root:/Docs/report%231%2050%25%3F.docx:?$select=name",
      "/v1.0/me/drive/root:/Docs/report%231%2050%25%3F.docx:/children",
      "/v1.0/me/drive/root:/Docs/report%231%2050%25%3F.docx:/content",
      "/v1.0/files/7:/a%3Ab/%C3%BC:",
      "/v1.0/sites/contoso.sharepoint.com:/sites/hr:/children",
    ]);
  });

  test.each(["", "/", "..", "a/../b", "./a", "a//b"])("refuses %j", (path) => {
    const client = libraryClient({ baseUrl: "https://service.example" });
    expect(() => byPath(client.me.drive.root, path)).toThrow(TypeError);
  });
});
