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
