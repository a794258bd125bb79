import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type * as FeMockServer from "@sap-ux/fe-mockserver-core";

const { default: MockServer } = createRequire(import.meta.url)(
  "@sap-ux/fe-mockserver-core",
) as (typeof FeMockServer)["default"];

/** Services of SAP S/4HANA by the path of each, with the folder of their metadata in the corpus. */
const services = {
  tasks: "EHFND_TASK_INSTANCE_SRV",
  "key-figures": "FCO_STATISTICAL_KEY_FIGURE_V2_SRV",
  returns: "UI_RETURNSINITIATION",
} as const;

export type MockService = keyof typeof services;

export const mockServices = Object.keys(services) as readonly MockService[];

export interface MockServices {
  readonly origin: string;
  stop(): Promise<void>;
}

/** The metadata of each service, in the corpus. */
export function metadataOf(corpus: string, service: MockService): string {
  const folder = "csdl-v2/SAP+open-ux-odata/packages/edmx-parser/test/fixtures/v2";
  return `${corpus}/${folder}/${services[service]}/metadata.xml`;
}

/** Serves the metadata of each service as it is, with the entities of `mock-data/`, on a free port. */
export async function startMockServices(corpus: string): Promise<MockServices> {
  const mock = new MockServer({
    services: mockServices.map((service) => ({
      urlPath: `/${service}`,
      metadataPath: metadataOf(corpus, service),
      mockdataPath: fileURLToPath(new URL(`../mock-data/${service}`, import.meta.url)),
      generateMockData: false,
    })),
  } as ConstructorParameters<typeof MockServer>[0]);
  await mock.isReady;
  const route = mock.getRouter();
  const server = createServer((incoming, outgoing) => {
    route(incoming, outgoing, (error: unknown) => {
      outgoing.statusCode = error === undefined ? 404 : 500;
      outgoing.end(String(error ?? ""));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
