/** The generated mock, through the generated client and as a service. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Mock, MockOptions } from "../../../../src/runtime/mock.js";
import { compile } from "../../../support/compile.js";
import { generateTo } from "../../../support/generate.js";

const metadata = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="lib" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <Annotations Target="lib.Container/Books"><Annotation Term="Org.OData.Core.V1.OptimisticConcurrency"><Collection/></Annotation></Annotations>
  <Annotations Target="lib.Container/Authors"><Annotation Term="Org.OData.Capabilities.V1.FilterRestrictions"><Record><PropertyValue Property="NonFilterableProperties"><Collection><PropertyPath>Name</PropertyPath></Collection></PropertyValue></Record></Annotation></Annotations>
  <EnumType Name="Genre"><Member Name="Novel"/><Member Name="Poem"/></EnumType>
  <EntityType Name="Book"><Key><PropertyRef Name="Id"/></Key>
    <Property Name="Id" Type="Edm.Int32" Nullable="false"/>
    <Property Name="Title" Type="Edm.String" Nullable="false" MaxLength="40"/>
    <Property Name="Genre" Type="lib.Genre" Nullable="false"/>
    <Property Name="AuthorId" Type="Edm.Int32"/>
    <NavigationProperty Name="Author" Type="lib.Author" Partner="Books"><ReferentialConstraint Property="AuthorId" ReferencedProperty="Id"/></NavigationProperty>
    <NavigationProperty Name="Pages" Type="Collection(lib.Page)" ContainsTarget="true"/>
  </EntityType>
  <EntityType Name="Author"><Key><PropertyRef Name="Id"/></Key>
    <Property Name="Id" Type="Edm.Int32" Nullable="false"/><Property Name="Name" Type="Edm.String" Nullable="false"/>
    <NavigationProperty Name="Books" Type="Collection(lib.Book)" Partner="Author"/>
  </EntityType>
  <EntityType Name="Page"><Key><PropertyRef Name="Number"/></Key>
    <Property Name="Number" Type="Edm.Int32" Nullable="false"/><Property Name="Text" Type="Edm.String"/>
  </EntityType>
  <Action Name="Lend" IsBound="true"><Parameter Name="book" Type="lib.Book"/><Parameter Name="days" Type="Edm.Int32" Nullable="false"/><ReturnType Type="Edm.Boolean" Nullable="false"/></Action>
  <Function Name="Newest"><Parameter Name="genre" Type="lib.Genre" Nullable="false"/><ReturnType Type="lib.Book" Nullable="false"/></Function>
  <EntityContainer Name="Container">
    <EntitySet Name="Books" EntityType="lib.Book"><NavigationPropertyBinding Path="Author" Target="Authors"/></EntitySet>
    <EntitySet Name="Authors" EntityType="lib.Author"><NavigationPropertyBinding Path="Books" Target="Books"/></EntitySet>
    <FunctionImport Name="Newest" Function="lib.Newest"/>
  </EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;

/** Compiled with the output, so that the stubs and data are of the types of the service. */
const usage = `
import { createClient } from "./output/index.js";
import { createMock } from "./output/mock.js";

export async function run(): Promise<unknown[]> {
  const mock = createMock({ pageSize: 2, data: { Authors: [{ Id: 1, Name: "Ada" }] } });
  // @ts-expect-error: the service has no such set.
  const wrong = (): unknown => createMock({ data: { Bookz: [] } });
  const client = createClient({ baseUrl: mock.baseUrl, fetch: mock.fetch });
  mock.on.Books.byId.Lend.post(({ body, keys }) => body.days < 30 && keys[0] === "1");
  const titles: string[] = [];
  for await (const { Title } of client.Books.get({ select: ["Title"] })) titles.push(Title);
  const created = await client.Books.post({ Id: 9, Title: "New", Genre: "Poem", "Author@odata.bind": "Authors(1)" });
  const of = client.Books.byId(9);
  await of.patch({ Title: "Newer" }, { ifMatch: created });
  const found = await of.get({ expand: { Author: true } });
  const mine = await client.Authors.byId(1).Books.get({ filter: "Id eq 9" });
  const lent = await client.Books.byId(1).Lend.post({ days: 7 }, { ifMatch: "*" });
  const newest = await client.Newest({ genre: "Novel" }).get();
  await of.delete({ ifMatch: "*" });
  const gone = await of.get().catch((error: { status: number }) => error.status);
  return [wrong.length, titles, created.AuthorId, found.Title, found.Author?.Name, mine.value.length, lent, newest.Id, gone];
}
`;

interface Usage {
  run(): Promise<unknown[]>;
}
interface Output {
  createMock(options?: MockOptions): Mock<unknown>;
}

const out = mkdtempSync(join(tmpdir(), "odata-codegen-mock-"));
let output: Output;
let schemas: Readonly<Record<string, { readonly is: (value: unknown) => boolean }>>;

beforeAll(async () => {
  writeFileSync(join(out, "metadata.xml"), metadata);
  writeFileSync(join(out, "usage.ts"), usage);
  await generateTo(join(out, "output"), [join(out, "metadata.xml")], { emit: ["mock"] });
  expect(compile(out, "typescript", { emit: true })).toBe("");
  const load = (path: string): Promise<unknown> => import(pathToFileURL(join(out, "js", path)).href);
  output = (await load("output/mock.js")) as Output;
  schemas = (await load("output/validators.js")) as typeof schemas;
}, 120_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

interface Sent {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: { readonly [name: string]: unknown; readonly value?: readonly unknown[] };
}

async function send(mock: Mock<unknown>, line: string, body?: unknown, headers: object = {}): Promise<Sent> {
  const [method = "", path = ""] = line.split(" ", 2);
  const url = `${mock.baseUrl}/${path.replaceAll("+", "%20")}`;
  const type = body === undefined ? {} : { "content-type": "application/json" };
  const content = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
  const response = await mock.fetch(url, { method, headers: { ...type, ...headers }, ...content });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text.startsWith("{") ? JSON.parse(text) : { text },
  };
}

describe("the generated mock", () => {
  it("answers the generated client: pages, writes, relations, calls, ETags", async () => {
    const { run } = (await import(pathToFileURL(join(out, "js/usage.js")).href)) as Usage;
    const titles = [1, 2, 3, 4, 5].map((number) => `Title ${number}`);
    expect(await run()).toEqual([0, titles, 1, "Newer", "Ada", 1, true, 1, 404]);
  });

  it("gives entities that pass the generated schemas, and the same bytes for the same seed", async () => {
    const paths = [
      "Books",
      "Books(1)",
      "Authors?$expand=Books($expand=Pages)",
      "Books(2)/Pages",
      "Newest(genre='Poem')",
    ];
    const all = async (seed: number): Promise<readonly Sent["body"][]> => {
      const mock = output.createMock({ seed });
      return Promise.all(paths.map(async (path) => (await send(mock, `GET ${path}`)).body));
    };
    const bodies = await all(7);
    expect(bodies[0]?.value?.every((book) => schemas["bookSchema"]?.is(book))).toBe(true);
    expect(schemas["bookSchema"]?.is(bodies[1])).toBe(true);
    expect(bodies[2]?.value?.every((author) => schemas["authorSchema"]?.is(author))).toBe(true);
    expect(schemas["bookSchema"]?.is(bodies[4])).toBe(true);
    expect(JSON.stringify(await all(7))).toBe(JSON.stringify(bodies));
    expect(JSON.stringify(await all(8))).not.toBe(JSON.stringify(bodies));
  });

  it.each([
    ["GET Bookz", undefined, {}, 404],
    ["GET Books(77)", undefined, {}, 404],
    ["GET Books?$filter=Bogus+eq+1", undefined, {}, 400],
    ["GET Books?$select=Bogus", undefined, {}, 400],
    ["GET Books(1)/Bogus", undefined, {}, 404],
    ["GET Newest(wrong='Poem')", undefined, {}, 404],
    ["POST Books", { Title: 5, nonsense: true }, {}, 400],
    ["POST Books", "{", {}, 400],
    ["POST Books", "a=b", { "content-type": "text/plain" }, 415],
    ["POST Books", { Id: 1, Title: "A", Genre: "Poem" }, {}, 409],
    ["PUT Books", {}, {}, 405],
    ["PATCH Books(1)", { Title: "A" }, {}, 428],
    ["PATCH Books(1)", { Title: "A" }, { "if-match": 'W/"8"' }, 412],
    ["PATCH Books(1)", { Title: 1 }, { "if-match": "*" }, 400],
    ["GET Books(1)", undefined, { "if-none-match": 'W/"1"' }, 304],
    ["GET Books", undefined, { accept: "application/atom+xml" }, 406],
    ["POST Books(1)/lib.Lend", { days: "x" }, {}, 400],
    ["POST $batch", "x", { "content-type": "multipart/mixed;boundary=b" }, 400],
    ["OPTIONS Books", undefined, {}, 204],
    ["HEAD Books", undefined, {}, 200],
  ])("%s %j %j is answered with %i", async (line, body, headers, status) => {
    const sent = await send(output.createMock(), line, body, headers);
    expect(sent.status).toBe(status);
    if (status >= 400)
      expect(sent.body["error"]).toMatchObject({ code: expect.any(String), message: expect.any(String) });
  });

  it("tells the issues of a body, and refuses data that are no entities", async () => {
    const { body } = await send(output.createMock(), "POST Books", { Id: 9, Title: 5, Genre: "Poem" });
    expect(body["error"]).toMatchObject({ details: [{ code: "type", target: "Title" }] });
    expect(() => output.createMock({ data: { Books: [{ Id: "1" }] } })).toThrow(
      "data.Books[0] is no valid lib.Book:\n- Id: must be an integer",
    );
    expect(() => output.createMock({ data: { Bookz: [] } })).toThrow("The service has no set or singleton Bookz.");
  });

  it("keeps references, counts, values and changes", async () => {
    const mock = output.createMock({
      data: {
        Authors: [
          { Id: 1, Name: "Ada" },
          { Id: 2, Name: "Bo" },
        ],
      },
    });
    const tracked = await send(mock, "GET Books", undefined, { prefer: "odata.track-changes" });
    const link = String(tracked.body["@odata.deltaLink"]).slice(mock.baseUrl.length + 1);
    const author = { "@odata.id": `${mock.baseUrl}/Authors(2)` };
    expect((await send(mock, "PUT Books(1)/Author/$ref", author)).status).toBe(204);
    expect((await send(mock, "GET Books(1)/Author/$ref")).body).toMatchObject(author);
    expect((await send(mock, "GET Books(1)/Author/Name/$value")).body["text"]).toBe("Bo");
    const ids = (await send(mock, "GET Authors(2)/Books?$select=Id&$orderby=Id")).body.value;
    expect(ids).toContainEqual(expect.objectContaining({ Id: 1 }));
    await send(mock, "DELETE Books(2)", undefined, { "if-match": "*" });
    expect((await send(mock, "GET Books/$count")).body["text"]).toBe("4");
    const changed = (await send(mock, `GET ${link}`)).body.value;
    expect(changed).toEqual([
      expect.objectContaining({ Id: 1, AuthorId: 2 }),
      { "@removed": { reason: "deleted" }, id: `${mock.baseUrl}/Books(2)` },
    ]);
    mock.reset();
    expect((await send(mock, "GET Books/$count")).body["text"]).toBe("5");
  });

  it("answers a batch in order, with what depends on failed requests refused", async () => {
    const mock = output.createMock();
    const book = { Id: 9, Title: "New", Genre: "Poem" };
    const { body } = await send(mock, "POST $batch", {
      requests: [
        { id: "1", method: "POST", url: "Books", body: book },
        { id: "2", method: "GET", url: "$1/Title", dependsOn: ["1"] },
        { id: "3", method: "GET", url: "Books(77)" },
        { id: "4", method: "GET", url: "Books", dependsOn: ["3"] },
      ],
    });
    expect(body["responses"]).toMatchObject([
      { id: "1", status: 201, body: book },
      { id: "2", status: 200, body: { value: "New" } },
      { id: "3", status: 404 },
      { id: "4", status: 424 },
    ]);
  });

  it("fails as it is told, and records requests", async () => {
    const mock = output.createMock();
    mock.fail("GET /Books/{id}", { status: 429, retryAfter: 3, times: 1, nth: 2 });
    mock.fail("GET /Authors", { drop: true });
    expect((await send(mock, "GET Books(1)")).status).toBe(200);
    const throttled = await send(mock, "GET Books(1)");
    expect([throttled.status, throttled.headers.get("retry-after")]).toEqual([429, "3"]);
    expect((await send(mock, "GET Books(1)?$select=Id")).status).toBe(200);
    await expect(send(mock, "GET Authors")).rejects.toThrow(TypeError);
    expect(mock.requests.map(({ method, path, query, status }) => [method, path, query, status])).toEqual([
      ["GET", "/Books(1)", {}, 200],
      ["GET", "/Books(1)", {}, 429],
      ["GET", "/Books(1)", { $select: "Id" }, 200],
      ["GET", "/Authors", {}, 0],
    ]);
  });

  it("refuses what the capabilities deny in strict mode only", async () => {
    const line = "GET Authors?$filter=Name+eq+'A'";
    expect((await send(output.createMock(), line)).status).toBe(200);
    expect((await send(output.createMock({ strict: true }), line)).status).toBe(400);
  });
});
