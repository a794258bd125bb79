/** The mock on a port, as other languages and end-to-end tests use it. */
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { startMock } from "../../support/mock-process.js";
import { fill } from "../../support/temporary-folder.js";
import { runBin } from "../../cli/run-cli.js";

const trippin = fileURLToPath(new URL("../../docs/services/trippin.xml", import.meta.url));
const folder = mkdtempSync(join(realpathSync(tmpdir()), "odata-codegen-mock-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const airlines = [
  { AirlineCode: "AA", Name: "American Airlines" },
  { AirlineCode: "FM", Name: "Shanghai Airline" },
];
fill(folder, { "data/Airlines.json": JSON.stringify(airlines), "bad/Airlines.json": '[{ "AirlineCode": 5 }]' });

const mock = await startMock(folder, trippin, "--data", "data", "--page-size", "1");
afterAll(() => mock.interrupt());

describe("the mock on a port", () => {
  it("gives the entities of a folder, in pages of the size that is asked for", async () => {
    // What the line below looks at.
    const first = (await (await fetch(`${mock.origin}/Airlines`)).json()) as { readonly "@odata.nextLink": string };
    expect(first).toMatchObject({ value: airlines.slice(0, 1) });
    const next = await (await fetch(first["@odata.nextLink"])).json();
    expect(next).toMatchObject({ value: airlines.slice(1) });
    expect(next).not.toHaveProperty(["@odata.nextLink"]);
  });

  it("logs each request with its status", async () => {
    expect((await fetch(`${mock.origin}/Nothing`)).status).toBe(404);
    expect(mock.log()).toContain("404 GET /Nothing\n");
  });

  it("answers pages of any origin, without credentials", async () => {
    const headers = {
      origin: "http://localhost:5173",
      "access-control-request-method": "PATCH",
      "access-control-request-headers": "authorization,if-match",
    };
    const preflight = await fetch(`${mock.origin}/Airlines('AA')`, { method: "OPTIONS", headers });
    expect(preflight.status).toBe(204);
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-allow-methods": expect.stringContaining("PATCH"),
      "access-control-allow-headers": "authorization,if-match",
    });
    expect(preflight.headers.has("access-control-allow-credentials")).toBe(false);
    const read = await fetch(`${mock.origin}/Airlines`, { headers: { origin: "http://localhost:5173" } });
    expect(read.headers.get("access-control-allow-origin")).toBe("*");
    expect((await fetch(`${mock.origin}/Airlines`)).headers.has("access-control-allow-origin")).toBe(false);
  });

  it("cannot start on a port that is taken, nor with data that are not valid", () => {
    const { port } = new URL(mock.origin);
    const taken = runBin(folder, ["mock", trippin, "--port", port]);
    expect([taken.code, taken.stdout]).toEqual([1, ""]);
    expect(taken.stderr).toContain("mock-port-unusable");
    const invalid = runBin(folder, ["mock", trippin, "--data", "bad"]);
    expect(invalid.code).toBe(1);
    expect(invalid.stderr).toContain("mock-data-invalid");
  });

  it("ends with code 0 when it is interrupted", async () => {
    const other = await startMock(folder, trippin, "--quiet");
    expect((await fetch(`${other.origin}/Airlines`)).status).toBe(200);
    expect(await other.interrupt()).toBe(0);
    expect(other.log()).toBe("");
    await expect(fetch(other.origin)).rejects.toThrow();
  });
});

const capabilities = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="Item"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/></EntityType>
<EntityContainer Name="C"><EntitySet Name="items" EntityType="shop.Item">
<Annotation Term="Org.OData.Capabilities.V1.CountRestrictions"><Record><PropertyValue Property="Countable" Bool="false"/></Record></Annotation>
<Annotation Term="Org.OData.Capabilities.V1.DeleteRestrictions"><Record><PropertyValue Property="Deletable" Bool="false"/></Record></Annotation>
<Annotation Term="Org.OData.Capabilities.V1.ReadRestrictions"><Record><PropertyValue Property="Permissions"><Collection><Record>
<PropertyValue Property="SchemeName" String="DelegatedWork"/>
<PropertyValue Property="Scopes"><Collection><Record><PropertyValue Property="Scope" String="Items.Read"/></Record></Collection></PropertyValue>
</Record></Collection></PropertyValue></Record></Annotation>
</EntitySet></EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`;

describe("a mock on a port that refuses", () => {
  const statusOf = async (origin: string, path: string, method = "GET") =>
    (await fetch(`${origin}/${path}`, { method })).status;
  fill(folder, { "shop.xml": capabilities });

  it("what the scopes do not cover, and says which would do", async () => {
    const without = await startMock(folder, "shop.xml", "--quiet", "--scopes", "Items.Write,Other.Read");
    const refusal = await fetch(`${without.origin}/items`);
    expect(refusal.status).toBe(403);
    expect(await refusal.json()).toMatchObject({ error: { code: "Forbidden", details: [{ message: "Items.Read" }] } });
    expect(await statusOf(without.origin, "$metadata")).toBe(200);
    await without.interrupt();
    const covered = await startMock(folder, "shop.xml", "--quiet", "--scopes", "Items.Read");
    expect(await statusOf(covered.origin, "items")).toBe(200);
    await covered.interrupt();
  });

  it("what capabilities deny, where it is strict", async () => {
    const asked = async (origin: string) => [
      await statusOf(origin, "items?$count=true"),
      await statusOf(origin, "items/$count"),
      await statusOf(origin, "items(1)", "DELETE"),
      await statusOf(origin, "items"),
    ];
    const strict = await startMock(folder, "shop.xml", "--quiet", "--strict");
    expect(await asked(strict.origin)).toEqual([400, 400, 405, 200]);
    await strict.interrupt();
    const lenient = await startMock(folder, "shop.xml", "--quiet");
    expect(await asked(lenient.origin)).toEqual([200, 200, 204, 200]);
    await lenient.interrupt();
  });
});
