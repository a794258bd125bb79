/** Stands for Intune, so that the example runs without a tenant. It knows one device already. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { ImportDeviceIdentityListParameters } from "./intune/index.js";

const known = new Set(["DMPXT1ABCDEF"]);

export interface IntuneServer {
  readonly url: string;
  readonly tokenFor: (scopes: readonly string[]) => string;
  readonly close: () => Promise<void>;
}

/** Listens on a free port, and takes tokens that have a scope. */
export async function listen({ scope }: { readonly scope: string }): Promise<IntuneServer> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    const scopes = request.headers.authorization?.replace("Bearer ", "").split("+") ?? [];
    if (!scopes.includes(scope)) answer(403, { error: { code: "Forbidden", message: `The token lacks ${scope}.` } });
    else void text(request).then((body) => answer(200, { value: resultsOf(JSON.parse(body)) }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/beta`,
    tokenFor: (scopes) => scopes.join("+"),
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), "close");
    },
  };
}

function resultsOf({ importedDeviceIdentities }: ImportDeviceIdentityListParameters): readonly unknown[] {
  return importedDeviceIdentities.map((device, index) => {
    const name = "importedDeviceIdentifier" in device ? (device.importedDeviceIdentifier ?? "") : "";
    return {
      "@odata.type": "#microsoft.graph.importedDeviceIdentityResult",
      ...device,
      id: `${index}`,
      status: !known.has(name),
    };
  });
}
