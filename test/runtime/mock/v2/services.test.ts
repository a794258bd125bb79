/** The generated client of services of OData 2.0 against their generated mock. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import type { MockService } from "../../../../src/runtime/mock/service.js";
import { corpus, describeWithCorpus } from "../../../support/corpus.js";
import { generateTo } from "../../../support/generate.js";
import { temporaryFolder } from "../../../support/temporary-folder.js";

const folder = join(corpus, "csdl-v2/SAP+open-ux-odata/packages/edmx-parser/test/fixtures/v2");

type Row = Readonly<Record<string, unknown>>;
interface Node {
  get(query: object): PromiseLike<{ readonly value: readonly Row[]; readonly count: number }>;
}
interface Reply {
  readonly status: number;
}
interface Generated {
  readonly service: MockService;
  readonly client: Readonly<Record<string, Node>>;
  readonly mock: { readonly baseUrl: string; fetch(url: string): Promise<Reply> };
  readonly schemas: Readonly<
    Record<string, { readonly "~standard": { validate(value: unknown): { issues?: unknown } } }>
  >;
}

async function generated(name: string, output: string): Promise<Generated> {
  const emit = ["types", "validators", "client", "mock"] as const;
  await generateTo(output, [join(folder, name, "metadata.xml")], { emit, emitFormat: "js" });
  const load = async (file: string): Promise<Record<string, never>> =>
    (await import(pathToFileURL(join(output, file)).href)) as Record<string, never>;
  const { createMock } = (await load("mock.js")) as unknown as { createMock(): Generated["mock"] };
  const { createClient } = (await load("client.js")) as unknown as {
    createClient(options: object): Generated["client"];
  };
  const mock = createMock();
  const client = createClient({ baseUrl: mock.baseUrl, fetch: mock.fetch });
  const { service } = (await load("mock-service.js")) as unknown as Pick<Generated, "service">;
  return { service, client, mock, schemas: (await load("validators.js")) as unknown as Generated["schemas"] };
}

describeWithCorpus("the mock of a service of OData 2.0", () => {
  it.each([
    ["FCLM_BAM_FS_BANK_SRV", 2],
    ["MM_PUR_WRKLOAD_REDIST_SRV", 6],
  ])("of %s gives its client entities that its schemas take, at their addresses", async (name, sets) => {
    const { service, client, mock, schemas } = await generated(
      name,
      temporaryFolder({ "package.json": '{ "type": "module" }' }),
    );
    const children = Object.entries(service.children).flatMap(([set, child]) =>
      child.kind === "set" ? [[set, child.type] as const] : [],
    );
    expect(children).toHaveLength(sets);
    for (const [set, type] of children) {
      const page = await client[set]?.get({ count: true, top: 2 });
      expect(page).toMatchObject({ count: 5, value: [{ "@odata.type": type }, { "@odata.type": type }] });
      const schema = schemas[`${service.types[type]?.schema}Schema`];
      for (const row of page?.value ?? []) {
        expect(schema?.["~standard"].validate(row).issues).toBeUndefined();
        expect((await mock.fetch(String(row["@odata.id"]))).status).toBe(200);
      }
      const expand = Object.keys(service.types[type]?.navigation ?? {}).join(",");
      const query = expand === "" ? "$inlinecount=allpages" : `$expand=${expand}`;
      expect((await mock.fetch(`${mock.baseUrl}/${set}?${query}`)).status).toBe(200);
    }
  });
});
