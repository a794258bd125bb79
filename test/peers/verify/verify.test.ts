import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../../cli/run-cli.js";
import { temporaryFolder } from "../../support/temporary-folder.js";
import { startCap } from "../cap/cap-server.js";
import { startWorkshop } from "../cap/workshop-server.js";
import { fillWorkshop } from "./fill-workshop.js";

/** Changes of the metadata of the workshop: what each makes of it, and the findings that it brings about. */
const planted: readonly (readonly [from: string | RegExp, to: string, findings: readonly string[]])[] = [
  [
    '<EntitySet Name="Woods"',
    '<EntitySet Name="Shelves" EntityType="WorkshopService.Manuals"/><EntitySet Name="Woods"',
    ["place-missing Shelves"],
  ],
  [
    '<Property Name="density" Type="Edm.Int32"/>',
    '<Property Name="density" Type="Edm.Int32"/><Property Name="hardness" Type="Edm.Int32" Nullable="false"/>',
    ["property-missing WorkshopService.Woods/hardness"],
  ],
  [
    '<Property Name="origin" Type="Edm.String" MaxLength="60"/>',
    "",
    ["property-undeclared WorkshopService.Woods/origin"],
  ],
  [
    '<Property Name="shelf" Type="Edm.Byte"/>',
    '<Property Name="shelf" Type="Edm.String"/>',
    ["value-type WorkshopService.Parts/shelf"],
  ],
  [
    '<Property Name="name" Type="Edm.String" MaxLength="80"',
    '<Property Name="name" Type="Edm.String" MaxLength="2"',
    ["value-range WorkshopService.Customers/name"],
  ],
  [
    '<Property Name="promised" Type="Edm.Date"/>',
    '<Property Name="promised" Type="Edm.Date" Nullable="false"/>',
    ["value-null WorkshopService.Repairs/promised"],
  ],
  [
    /<Property Name="status" Type="Edm.String"[^>]*>/,
    '<Property Name="status" Type="WorkshopService.Status"/>',
    ["member-undeclared WorkshopService.Repairs/status"],
  ],
  [
    '<EntitySet Name="Visits" EntityType="WorkshopService.Visits"/>',
    `<EntitySet Name="Visits" EntityType="WorkshopService.Visits">
      <Annotation Term="Org.OData.Capabilities.V1.FilterRestrictions"><Record>
        <PropertyValue Property="Filterable" Bool="false"/>
      </Record></Annotation>
    </EntitySet>`,
    ["denied-answered Visits"],
  ],
  [
    '<EntityType Name="Woods">',
    '<EntityType Name="Woods"><NavigationProperty Name="parts" Type="Collection(WorkshopService.Parts)"/>',
    ["read-refused Woods/parts"],
  ],
];

const server = await startWorkshop();
beforeAll(() => fillWorkshop(server.serviceRoot));
afterAll(() => server.stop());

/** What the command finds: `cause subject` of each finding, and the exit code. */
async function verified(url: string, ...more: readonly string[]) {
  const args = ["verify-service", url, ...more, "--max-requests", "1000", "--report", "json"];
  const { code, stdout, stderr } = await runCli(temporaryFolder(), args);
  const { findings, complete, requests, written } = JSON.parse(stdout) as {
    readonly findings: readonly { readonly cause: string; readonly subject: string }[];
    readonly complete: boolean;
    readonly requests: number;
    readonly written?: object;
  };
  return {
    code,
    stderr,
    complete,
    requests,
    written,
    found: findings.map(({ cause, subject }) => `${cause} ${subject}`),
  };
}

async function countIn(set: string): Promise<string> {
  return (await fetch(`${server.serviceRoot}/${set}/$count`)).text();
}

describe("a service of CAP", () => {
  it("does what its metadata says", async () => {
    const { requests, written: _, ...result } = await verified(server.serviceRoot);
    expect(result).toEqual({ code: 0, stderr: "", complete: true, found: [] });
    expect(requests).toBeGreaterThan(90);
  });

  it("contradicts metadata that was changed in nine places, and no others", async () => {
    const metadata = await (await fetch(`${server.serviceRoot}/$metadata`)).text();
    let changed = metadata.replace(
      '<EntityType Name="Customers">',
      '<EnumType Name="Status"><Member Name="done"/></EnumType><EntityType Name="Customers">',
    );
    for (const [from, to] of planted) {
      const next = changed.replace(from, to);
      expect(next, `${String(from)} is not in the metadata`).not.toBe(changed);
      changed = next;
    }
    const file = join(temporaryFolder(), "metadata.xml");
    writeFileSync(file, changed);
    const { code, found } = await verified(server.serviceRoot, file);
    expect(planted).toHaveLength(9);
    expect(new Set(found)).toEqual(new Set(planted.flatMap(([, , findings]) => findings)));
    expect(code).toBe(1);
  });

  it("takes writes, but for a set whose handler finds an entity by any key", async () => {
    const countAll = async () =>
      Promise.all(["Customers", "Parts", "Repairs", "Steps", "Woods", "Visits"].map(countIn));
    const before = await countAll();
    const { found, complete, written } = await verified(server.serviceRoot, "--write");
    expect({ found, complete }).toEqual({ found: [], complete: true });
    expect(written).toEqual({
      created: 6,
      left: [],
      skipped: [
        { set: "Catalog", reason: "the metadata does not allow creates" },
        { set: "Archive", reason: "what is created could not be deleted, by the metadata" },
        { set: "Findings", reason: "there is an entity with the key that was to be created" },
      ],
    });
    expect(await countAll()).toEqual(before);
  });
});

describe("a service of CAP in two versions of OData", () => {
  it.each<[string, readonly string[]]>([
    ["v4", []],
    // The proxy for OData 2.0 drops names in $select that it does not know.
    ["v2", ["Authors", "Books", "Chapters"].map((set) => `unknown-accepted ${set}`)],
  ])("%s", async (version, findings) => {
    const library = await startCap(new URL("../odata-v2/library", import.meta.url));
    // The proxy names itself so in links.
    const origin = library.origin.replace("127.0.0.1", "localhost");
    const url = `${origin}/odata/${version}/library`;
    const { complete, found } = await verified(url);
    const writing = await verified(url, "--write");
    await library.stop();
    expect({ complete, found }).toEqual({ complete: true, found: findings });
    expect({ found: writing.found, written: writing.written }).toMatchObject({
      found: findings,
      written: { left: [] },
    });
  });
});
