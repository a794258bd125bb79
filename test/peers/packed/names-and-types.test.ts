/** Names and types of a user in what the packed tool generates, from one run to the next and under each compiler. */
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compile, compilers } from "../../support/compile.js";
import { fill } from "../../support/temporary-folder.js";
import { installTool, run } from "./install.js";

const metadata = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="bp" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <TypeDefinition Name="Stars" UnderlyingType="Edm.Int32"/>
  <EntityType Name="A_Customer">
    <Key><PropertyRef Name="id"/></Key>
    <Property Name="id" Type="Edm.Guid" Nullable="false"/>
    <Property Name="since" Type="Edm.DateTimeOffset" Nullable="false"/>
    <Property Name="total" Type="Edm.Int64"/>
    <Property Name="stars" Type="bp.Stars"/>
  </EntityType>
  <EntityContainer Name="C"><EntitySet Name="A_Customer" EntityType="bp.A_Customer"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;

const app = `import { createClient, customerSchema, type Customer, type CustomerCreate, type mapped } from "./service/index.js";
import { filter } from "./service/odata.js";
import type { Iso } from "./own.js";

export const client = createClient({ baseUrl: "https://bp.example/" });
export const create = (id: mapped.Guid, since: Iso): CustomerCreate => ({ id, since, total: 1 as mapped.Int64, stars: 3 });
// @ts-expect-error a string is no Guid
export const plain: CustomerCreate = { id: "x", since: "2026-01-01T00:00:00Z" };
// @ts-expect-error no number of stars
export const many: CustomerCreate["stars"] = 6;
export const request = client.A_Customer.get({ filter: filter((one) => one.stars.gt(2).and(one.total.lt(5))) });
export const sinceOf = (value: unknown): Iso | undefined => (customerSchema.is(value) ? value.since : undefined);
export const all: (keyof Customer)[] = ["id", "since", "total", "stars"];
`;

const folder = realpathSync(mkdtempSync(join(tmpdir(), "odata-codegen-names-")));
installTool(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function generated(options: object, ...flags: readonly string[]) {
  const service = { input: "bp.xml", output: "src/service", runtime: "inline", ...options };
  fill(folder, { "bp.xml": metadata, "odata-codegen.config.json": JSON.stringify({ services: { bp: service } }) });
  return run(folder, ["generate", ...flags]);
}

describe("names and types of a user", () => {
  const names = { "bp.A_*": "*" };
  const typeMapping = {
    "Edm.Guid": "branded",
    "Edm.Int64": "branded",
    "Edm.DateTimeOffset": "./src/own.ts#Iso",
    "bp.Stars": "./src/own.ts#Stars",
  };

  it("are in the output, which compiles with them, and in the lock file", () => {
    fill(join(folder, "src"), {
      "own.ts": "export type Iso = `${string}T${string}Z`;\nexport type Stars = 1 | 2 | 3 | 4 | 5;\n",
      "app.ts": app,
    });
    expect(generated({ names, typeMapping }, "--verify")).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/^✔ bp .*\n$/) as unknown,
    });
    for (const compiler of compilers) expect(compile(join(folder, "src"), compiler)).toBe("");
    expect(readFileSync(join(folder, "odata-codegen.lock.json"), "utf8")).toContain('"bp.A_Customer": "Customer"');
    expect(run(folder, ["generate", "--check"]).status).toBe(0);
  });

  it("that are faulty are reported where they stand", () => {
    const wrongName = generated({ names: { "bp.A_Customer": "customer" } });
    expect(wrongName.stderr).toMatch(/^odata-codegen\.config\.json:1:\d+ - error config-invalid: /);
    const unfit = generated({ names, typeMapping: { ...typeMapping, "Edm.Guid": "./src/own.ts#Stars" } }, "--verify");
    expect(unfit).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("error type-mapping-unfit: ") as unknown,
    });
    const unknown = generated({ names: { "bp.A_Custmer": "Customer" }, typeMapping: { "Edm.Gid": "branded" } });
    expect(unknown.stderr).toContain("did you mean bp.A_Customer?");
    expect(unknown.stderr).toContain("did you mean Edm.Guid?");
  });
});
